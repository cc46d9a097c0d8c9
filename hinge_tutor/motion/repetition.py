"""Solves a movement for a body: key poses, easing, correction, spline, balance in time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion import correction
from hinge_tutor.motion.balance import slowing_needed, tipping_m
from hinge_tutor.motion.course import Course, course
from hinge_tutor.motion.easing import ease
from hinge_tutor.motion.moments import Balance
from hinge_tutor.motion.movement import STANDING, TEMPO_PARTS, Movement, Phase
from hinge_tutor.motion.path import eased, moments, within
from hinge_tutor.motion.rows import balance_row
from hinge_tutor.motion.spline import clamped
from hinge_tutor.motion.stance import Footing, Stance
from hinge_tutor.motion.stations import Stations, standing, stations
from hinge_tutor.motion.take import Load, Reason, Span, Take
from hinge_tutor.motion.targets import stiffness

SAMPLES = 101
# The shortest tempo that stands is known to this share of its moving seconds; until one stands,
# each try is at least so many times slower than the one before.
CLOSE, LEAST_SLOWING = 1.002, 1.1


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
    A load without a place sits where the movement has it. A body that cannot do it gets the
    nearest pose that stands, with the reason.
    """
    one = course(movement, body, (load or Load()).placed(movement.load_at))
    found = stations(one, _phases(movement, tempo), hand_height_m)
    take = _play(one, found, found.phases, samples)
    slowing = slowing_needed(take)
    if slowing <= 1.0:
        return take
    if not math.isfinite(slowing):
        return replace(take, status="nearest", reason=take.reason or _tips(take))
    phases = found.phases
    seconds = sum(phase.seconds for phase in phases)
    low, high, times = 1.0, math.inf, slowing
    while high > CLOSE * low:
        tried = _play(one, found, _slowed(phases, movement.start, times), samples)
        slowing = slowing_needed(tried)
        if slowing <= 1.0:
            take, high = tried, times
        else:
            low = times
        times = math.sqrt(low * high) if math.isfinite(high) else low * max(slowing, LEAST_SLOWING)
    tipped = Reason("tempo_throws_over", {"asked_s": seconds, "shortest_s": take.duration_s})
    return replace(take, status="nearest", reason=found.reason or tipped)


def _tips(take: Take) -> Reason:
    """That what carries this body could only hold it by pulling, and by how far."""
    return Reason("tips_over", {"off_cm": 100 * tipping_m(take)})


def _slowed(phases: Sequence[Phase], start: str, times: float) -> list[Phase]:
    """The phases with those that move taking so many times longer; pauses stay as they are."""
    before = (start, *(phase.pose for phase in phases))
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


def _play(course: Course, found: Stations, phases: Sequence[Phase], samples: int) -> Take:
    spans, clock = [], 0.0
    for phase in phases:
        spans.append(Span(phase.id, clock, clock + phase.seconds))
        clock = spans[-1].to_s
    time_s = moments(spans, samples)
    free = course.unknowns
    u, moving = eased(free, found.u, phases, spans, time_s)
    com_target_x_m = _onto_supports(course, found, spans, time_s, u, moving)
    movement = course.movement
    stood = found.u[0] if movement.start == STANDING else standing(course)
    return Take(
        movement=movement,
        body=course.body,
        load=course.load,
        status="ok" if found.reason is None else "nearest",
        reason=found.reason,
        spline=clamped(time_s, frozen(u @ free.expand.T)),
        spans=tuple(spans),
        com_target_x_m=com_target_x_m,
        standing=frozen(free.expand @ stood),
        supports=tuple(foot.support() for foot in found.footings),
        pulls=course.pulls,
    )


def _onto_supports(
    course: Course,
    found: Stations,
    spans: Sequence[Span],
    time_s: FloatArray,
    u: FloatArray,
    moving: BoolArray,
) -> FloatArray:
    """Corrects `u` (N, U) onto what touches, and says where the center of mass (N,) has to be."""
    weights = stiffness(course.unknowns, course.movement.weights)
    expand = course.unknowns.expand.T
    center = balance_row(course.body, course.load.mass_kg, course.load.landmarks)
    target = np.full(len(time_s), np.nan)
    for numbers in _alike(found.stances):
        ground = found.stances[numbers[0]]
        here = np.zeros(len(time_s), dtype=bool)
        values = np.tile(ground.values, (len(time_s), 1))
        for number in numbers:
            span, inside = spans[number], within(spans[number], time_s)
            here |= inside
            if ground.balanced:
                begin, end = found.kept_x_m[number]
                tau = (time_s[inside] - span.from_s) / (span.to_s - span.from_s)
                values[inside, -1] = begin + ease(tau) * (end - begin)
        way = here & moving
        if len(ground.rows) and way.any():
            u[way] = correction.onto(
                course.unknowns, u[way], ground.rows, values[way], weights, course.bounds
            )
        if ground.balanced:
            target[here] = _center_x(ground, u[here] @ expand, values[here, -1])
    free = np.isnan(target)
    target[free] = center.value(u[free] @ expand)[:, 0]
    return frozen(target)


def _alike(stances: Sequence[Stance]) -> list[list[int]]:
    """The numbers of phases that have the same supports, so that they are corrected at once."""
    groups: dict[tuple[Footing, ...], list[int]] = {}
    for number, ground in enumerate(stances):
        groups.setdefault(ground.footings, []).append(number)
    return list(groups.values())


def _center_x(ground: Stance, q: FloatArray, kept_x_m: FloatArray) -> FloatArray:
    """Where the center of mass (N,) is, m, when the weight is kept there, pulled or not."""
    row = ground.balance
    return row.center_x(q, kept_x_m) if isinstance(row, Balance) else kept_x_m
