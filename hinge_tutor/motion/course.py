"""A movement on one body with one load: what its key poses have to satisfy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import ROOT_X, ROOT_Y
from hinge_tutor.body.places import GRIPS
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion import keypose
from hinge_tutor.motion.depth import Aim
from hinge_tutor.motion.equations import Equations
from hinge_tutor.motion.keypose import Bounds, Problem
from hinge_tutor.motion.movement import CHANGED, STANDING, Movement
from hinge_tutor.motion.pose_rows import HAND_AHEAD, KeyPose
from hinge_tutor.motion.pull_rows import leg_length
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.rows import difference_row, landmark_rows
from hinge_tutor.motion.stance import Footing, Stance, stance
from hinge_tutor.motion.support_rows import flat_feet
from hinge_tutor.motion.take import Load
from hinge_tutor.motion.targets import as_targets
from hinge_tutor.motion.unknowns import Unknowns, unknowns

# Everybody stands alike before every movement: the ankle finds the balance, the rest stays.
UPRIGHT = {"root_x": 3e-5, "root_y": 3e-5, "root_pitch": 3e-5, "ankle_dorsiflexion": 3e-3}
# A guess keeps its feet level before any target: targets weigh up to 100.
LEVEL_WEIGHT = 1000.0
# How a body stands that has no standing pose in its movement.
ARMS_HANG = KeyPose({"arm_angle": 0.0}, {})


@dataclass(frozen=True, eq=False)
class Course:
    """Everything that stays the same while one movement is solved for one body."""

    movement: Movement
    body: Body
    load: Load
    unknowns: Unknowns
    bounds: Bounds
    pulls: tuple[Pull, ...]

    def stance(self, touching: Sequence[Footing], over: Sequence[Footing] | None = None) -> Stance:
        """The equations while these touch, the weight kept over the feet among `over`."""
        movement = self.movement
        ahead = movement.weight_ahead
        return stance(
            self.body,
            touching,
            movement.symmetric,
            self.load,
            self.pulls,
            over if movement.balance else (),
            None if ahead is None else ahead * leg_length(self.body),
        )

    def stood(self) -> Course:
        """The same body and load merely standing, on both flat feet and pulled by nothing.

        Both sides as one: so everybody can.
        """
        upright = replace(
            self.movement,
            symmetric=True,
            supports=flat_feet(),
            start=STANDING,
            poses={STANDING: ARMS_HANG},
            balance=True,
            weight_ahead=None,
            pulls=(),
        )
        return course(upright, self.body, self.load)


def course(movement: Movement, body: Body, load: Load) -> Course:
    """The course of a movement on a body with a load."""
    free, bounds = _free(body, movement.symmetric)
    pulls = tuple(tether.pull(body) for tether in movement.pulls)
    return Course(movement, body, load, free, bounds, pulls)


@lru_cache(maxsize=16)
def _free(body: Body, symmetric: bool) -> tuple[Unknowns, Bounds]:
    """Unknowns and limits, which all movements of a body share."""
    free = unknowns(body, symmetric)
    return free, keypose.bounds_of(free)


def upright(movement: Movement, name: str) -> bool:
    """Whether a key pose is plain standing, alike in every movement: feet side by side, flat."""
    begin = movement.touching(movement.phases[0].id) if movement.phases else movement.supports
    together = {(touch.kind, touch.ahead, touch.height) for touch in begin}
    return (
        name.partition(CHANGED)[0] == STANDING
        and together == {("flat_foot", 0.0, 0.0)}
        and len(begin) > 1
    )


def problem(course: Course, name: str, ground: Stance, hand_height_m: float | None) -> Problem:
    """What has to be solved for one key pose on its supports."""
    movement, free = course.movement, course.unknowns
    pose = movement.poses[name]
    leg_m = leg_length(course.body)
    goals = {goal: length.on(leg_m) for goal, length in pose.goals.items()}
    values = dict(pose.targets)
    still = name == movement.start
    held = course.load.mass_kg > 0 and set(course.load.landmarks) <= set(GRIPS)
    if hand_height_m is not None and not still:
        goals = {"hand_height": hand_height_m} | {
            goal: value for goal, value in goals.items() if goal == HAND_AHEAD
        }
    if not still and (hand_height_m is not None or held):
        values |= movement.reach
    weighted = dict(movement.weights)
    if upright(movement, name):
        weighted = dict.fromkeys(weighted, 1.0) | UPRIGHT
    targets, wanted, weights = as_targets(free, values, weighted)
    slide = np.zeros(len(wanted))
    if hand_height_m is not None and not still:
        begin = movement.poses[movement.start].targets
        first = {key: begin.get(key, 0.0) for key in values}
        slide = wanted - as_targets(free, first, movement.weights)[1]
    return Problem(
        unknowns=free,
        targets=targets,
        values=wanted,
        slide=slide,
        weights=weights,
        exact=ground.rows,
        exact_values=ground.values,
        goals=_goal_rows(course.body, tuple(goals)),
        goal_values=np.array(list(goals.values())),
        bounds=course.bounds,
    )


def aimed_at(
    course: Course, name: str, ground: Stance, hand_height_m: float | None, aim: Aim | None
) -> Problem:
    """What has to be solved for a key pose, or for a point on its way where it has an aim.

    There only a hand's place ahead of the feet stays exact: as far as the pose is on its way.
    """
    aimed = problem(course, name, ground, hand_height_m)
    if aim is None:
        return aimed
    there = aimed.targets @ aim.u
    aimed = replace(aimed, values=there, slide=np.zeros_like(there), goals=None)
    if HAND_AHEAD not in course.movement.poses[name].goals:
        return aimed
    ahead = _goal_rows(course.body, (HAND_AHEAD,))
    assert ahead is not None
    goal = course.movement.poses[name].goals[HAND_AHEAD].on(leg_length(course.body))
    above = ahead.value(course.unknowns.expand @ aim.tall)
    return replace(aimed, goals=ahead, goal_values=above + aim.share * (goal - above))


def _goal_rows(body: Body, goals: tuple[str, ...]) -> Equations | None:
    rows: Equations | None = None
    for goal in goals:
        if goal == "thigh_level":
            row = difference_row(body, "mid_hip", "knee_near")
        else:
            row = landmark_rows(body, [(GRIPS[0], "x" if goal == HAND_AHEAD else "y")])
        rows = row if rows is None else rows.both(row)
    return rows


def first_guess(course: Course, aimed: Problem, ground: Stance) -> FloatArray:
    """The pose's own targets with its feet level, put where its supports have it.

    So a deep pose begins on its feet, near its own solution, and not at another one far away.
    """
    free, linkage = course.unknowns, course.body.linkage
    feet = [foot.touch for foot in ground.footings if foot.touch.of.foot]
    level = [linkage.turn[linkage.index[touch.sided(touch.of.on)]] @ free.expand for touch in feet]
    by = np.sqrt(aimed.weights)
    rows = np.vstack([aimed.targets * by[:, None], *(LEVEL_WEIGHT * row for row in level)])
    values = np.append(aimed.values * by, np.zeros(len(level)))
    u = np.array(np.linalg.lstsq(rows, values, rcond=None)[0], dtype=np.float64)
    held = [row for foot in ground.footings for row in foot.held()]
    places = landmark_rows(course.body, [(place, axis) for place, axis, _ in held])
    off = np.array([value for _, _, value in held]) - places.value(free.expand @ u)
    for column, axis in ((ROOT_X, "x"), (ROOT_Y, "y")):
        missed = off[[each == axis for _, each, _ in held]]
        u[column] += float(missed.mean()) if len(missed) else 0.0
    return u
