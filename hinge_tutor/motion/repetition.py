"""Solves a movement for a body: key poses, easing, correction, spline, balance in time."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.limits import GROUPED, shares
from hinge_tutor.body.linkage import ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion import correction, keypose
from hinge_tutor.motion.balance import pressure
from hinge_tutor.motion.keypose import CARRIED, Bounds, Problem
from hinge_tutor.motion.movement import STANDING, TEMPO_PARTS, Movement, Phase
from hinge_tutor.motion.path import eased, moments
from hinge_tutor.motion.reasons import why_not
from hinge_tutor.motion.rows import Rows, difference_row, landmark_rows
from hinge_tutor.motion.spline import clamped
from hinge_tutor.motion.stance import Stance, stance
from hinge_tutor.motion.take import Load, Reason, Span, Take
from hinge_tutor.motion.unknowns import Unknowns, unknowns

SAMPLES = 101
# How many standing poses are kept: three figures of a few bodies while a slider moves.
MOST_STOOD = 16
_STOOD: dict[tuple[object, ...], FloatArray] = {}
# Everybody stands alike before every movement: the ankle finds the balance, the rest stays.
UPRIGHT = {"root_x": 3e-5, "root_y": 3e-5, "root_pitch": 3e-5, "ankle_dorsiflexion": 3e-3}
# The shortest tempo that stands is known to this share of its moving seconds; until one stands,
# each try is at least so many times slower than the one before.
CLOSE, LEAST_SLOWING = 1.002, 1.1


@dataclass(frozen=True, eq=False)
class Course:
    """Everything that stays the same while one movement is solved for one body."""

    movement: Movement
    body: Body
    load: Load
    unknowns: Unknowns
    stance: Stance
    bounds: Bounds


def solve(
    movement: Movement,
    body: Body,
    *,
    load: Load | None = None,
    tempo: tuple[float, float, float, float] | None = None,
    hand_height_m: float | None = None,
    samples: int = SAMPLES,
) -> Take:
    """The take of a movement: contacts and balance hold at every sample.

    `tempo` in s (down, bottom, up, top); `hand_height_m` stops the movement with the grip there.
    A body that cannot do it gets the nearest pose that stands, with the reason.
    """
    carried = load or Load()
    free = unknowns(body, movement.symmetric)
    course = Course(
        movement,
        body,
        carried,
        free,
        stance(body, movement.contacts, movement.symmetric, carried),
        keypose.bounds_of(free),
    )
    poses, reason = _key_poses(course, hand_height_m)
    phases = _phases(movement, tempo)
    take = _play(course, poses, phases, samples, reason)
    slowing = _slowing_needed(take)
    if slowing <= 1.0 or not math.isfinite(slowing):
        return take
    seconds = sum(phase.seconds for phase in phases)
    low, high, times = 1.0, math.inf, slowing
    while high > CLOSE * low:
        slower = _slowed(phases, times)
        tried = _play(course, poses, slower, samples, reason)
        slowing = _slowing_needed(tried)
        if slowing <= 1.0:
            take, high = tried, times
        else:
            low = times
        times = math.sqrt(low * high) if math.isfinite(high) else low * max(slowing, LEAST_SLOWING)
    tipped = Reason("tempo_throws_over", {"asked_s": seconds, "shortest_s": take.duration_s})
    return replace(take, status="nearest", reason=reason or tipped)


def _slowing_needed(take: Take) -> float:
    return pressure(take).slowing_needed(take.body.base_x_m)


def _slowed(phases: list[Phase], times: float) -> list[Phase]:
    """The phases with those that move taking so many times longer; pauses stay as they are."""
    before = (STANDING, *(phase.pose for phase in phases))
    return [
        phase if phase.pose == came_from else replace(phase, seconds=phase.seconds * times)
        for phase, came_from in zip(phases, before[:-1], strict=True)
    ]


def _phases(movement: Movement, tempo: tuple[float, float, float, float] | None) -> list[Phase]:
    seconds = dict(zip(TEMPO_PARTS, tempo or movement.tempo, strict=True))
    timed = [
        replace(phase, seconds=seconds[phase.tempo]) if phase.tempo else phase
        for phase in movement.phases
    ]
    return [phase for phase in timed if phase.seconds > 0.0]


def _key_poses(
    course: Course, hand_height_m: float | None
) -> tuple[dict[str, FloatArray], Reason | None]:
    """Each key pose as unknowns u, and why one of them is only the nearest."""
    standing = _standing(course)
    found = {STANDING: standing}
    reason: Reason | None = None
    for name in course.movement.poses:
        if name == STANDING:
            continue
        problem = _problem(course, name, hand_height_m)
        solved = keypose.find(problem, _start(course, problem), standing)
        if not (solved.stands and solved.meets_goals) and reason is None:
            reason = why_not(problem, solved, standing)
        found[name] = solved.u if solved.stands else standing
    return found, reason


def _standing(course: Course) -> FloatArray:
    """The key pose every movement starts from; movements of one body and load share it."""
    pose = course.movement.poses[STANDING]
    key = (
        course.body,
        course.load,
        course.movement.symmetric,
        course.movement.contacts,
        tuple(pose.targets.items()),
        tuple(course.movement.weights),
    )
    if key not in _STOOD:
        while len(_STOOD) >= MOST_STOOD:
            _STOOD.pop(next(iter(_STOOD)))
        problem = _problem(course, STANDING, None)
        _STOOD[key] = keypose.find(problem, _start(course, problem)).u
    return _STOOD[key]


def _problem(course: Course, name: str, hand_height_m: float | None) -> Problem:
    movement, free = course.movement, course.unknowns
    pose = movement.poses[name]
    goals = dict(pose.goals)
    values = dict(pose.targets)
    if hand_height_m is not None:
        goals = {"hand_height": hand_height_m}
    if hand_height_m is not None or (course.load.mass_kg > 0 and name != STANDING):
        values |= movement.reach
    weighted = (
        dict.fromkeys(movement.weights, 1.0) | UPRIGHT if name == STANDING else movement.weights
    )
    targets, wanted, weights = keypose.as_targets(free, values, weighted)
    slide = np.zeros(len(wanted))
    if hand_height_m is not None:
        standing = movement.poses[STANDING].targets
        _, start, _ = keypose.as_targets(
            free, {key: standing.get(key, 0.0) for key in values}, movement.weights
        )
        slide = wanted - start
    return Problem(
        unknowns=free,
        targets=targets,
        values=wanted,
        slide=slide,
        weights=weights,
        exact=course.stance.rows,
        exact_values=course.stance.values,
        goals=_goal_rows(course.body, tuple(goals)),
        goal_values=np.array(list(goals.values())),
        bounds=course.bounds,
    )


def _goal_rows(body: Body, goals: tuple[str, ...]) -> Rows | None:
    rows: Rows | None = None
    for goal in goals:
        if goal == "thigh_level":
            row = difference_row(body, "mid_hip", "knee_near")
        else:
            row = landmark_rows(body, [("hand_near", "y")])
        rows = row if rows is None else rows.both(row)
    return rows


def _start(course: Course, problem: Problem) -> FloatArray:
    """The pose's own targets, with the hip as high as its straight legs would carry it."""
    u = np.array(np.linalg.lstsq(problem.targets, problem.values, rcond=None)[0], dtype=np.float64)
    lengths = course.body.lengths_m
    u[ROOT_Y] = lengths["ankle_height"] + lengths["shank"] + lengths["thigh"]
    return u


def _play(
    course: Course,
    poses: dict[str, FloatArray],
    phases: list[Phase],
    samples: int,
    reason: Reason | None,
) -> Take:
    spans, clock = [], 0.0
    for phase in phases:
        spans.append(Span(phase.id, clock, clock + phase.seconds))
        clock = spans[-1].to_s
    time_s = moments(spans, samples)
    u, moving = eased(course.unknowns, poses, phases, spans, time_s)
    weights = _stiffness(course)
    free = course.unknowns
    ground = course.stance
    u[moving] = correction.onto(free, u[moving], ground.rows, ground.values, weights, course.bounds)
    return Take(
        movement=course.movement,
        body=course.body,
        load=course.load,
        status="ok" if reason is None else "nearest",
        reason=reason,
        spline=clamped(time_s, frozen(u @ free.expand.T)),
        spans=tuple(spans),
        contacts=course.stance.contacts,
        com_target_x_m=frozen(np.full(len(time_s), course.body.com_target_x_m)),
        standing=frozen(free.expand @ poses[STANDING]),
    )


def _stiffness(course: Course) -> FloatArray:
    """Weight of each unknown in the correction, as the movement has it."""
    given = course.movement.weights
    weights = np.ones(len(course.unknowns.names))
    for number, name in enumerate(course.unknowns.names):
        plain = name.removesuffix("_near").removesuffix("_far")
        group = next((group for group in GROUPED if plain in shares(group)), plain)
        carried = {coordinate: target for target, coordinate in CARRIED.items()}
        weights[number] = given.get(group, given.get(carried.get(group, ""), 1.0))
    return weights
