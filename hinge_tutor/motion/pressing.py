"""Plans a stretch of motion so that feet can give all that it asks of the ground.

With p where the ground is meant to press, s how far from there it does, M and F as in `turning.py`:
    M(p + s) = 0,   p + s inside what carries,   |F_x| ≤ μ F_y
The stretch is changed as little and as smoothly as can be (`collocation.py`), inside the ranges of
its joints. Units: m, rad, s. Frame: x forward, y up.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, IntArray
from hinge_tutor.motion import collocation
from hinge_tutor.motion.balance import pressing_x
from hinge_tutor.motion.collocation import Brought, Hold, Stretch
from hinge_tutor.motion.correction import ALMOST_RAD
from hinge_tutor.motion.course import Course
from hinge_tutor.motion.stance import Stance, ground_height
from hinge_tutor.motion.supports import FLOOR_RAD
from hinge_tutor.motion.targets import stiffness
from hinge_tutor.motion.turning import Straight, about_ground, slipping

# Rubber on a dry floor holds .8 (`mechanics/contacts.py`); less is planned, so that between samples
# and at their rounding it still holds.
PLANNED_FRICTION = 0.7
# The pressure is planned this far inside the edge of what carries, m, for the same reason.
INSIDE_M = 0.005
# What a plan may miss, in meters and shares of the weight: a tenth of a newton.
ENOUGH = 1e-4
# A limit that is held may make another one be passed; so often they are looked for again.
MOST_ROUNDS = 3


def forces(course: Course, ground: Stance, here: IntArray, pressed: FloatArray) -> list[Hold]:
    """That feet press on the ground at some samples (K,), around places (K,), m, and hold there."""
    body, load = course.body, course.load
    moment = about_ground(body, load, pressed, ground_height(ground.footings))
    slip = slipping(body, load, PLANNED_FRICTION)
    return [
        Hold(moment, here, np.zeros((len(here), 1)), shifts=True),
        Hold(slip, here, np.zeros((len(here), 2)), bound=True),
    ]


def reach(course: Course, ground: Stance) -> tuple[float, float]:
    """From where to where the feet carry, m."""
    supports = [foot.support() for foot in ground.footings]
    ends = [pressing_x(course.body, each) for each in supports if each.normal == FLOOR_RAD]
    return min(low for low, _ in ends) + INSIDE_M, max(high for _, high in ends) - INSIDE_M


def brought(
    course: Course,
    u: FloatArray,
    way: Stretch,
    holds: Sequence[Hold],
    room: tuple[FloatArray, FloatArray],
    free: BoolArray,
) -> Brought:
    """The stretch with all holds, and with the limits of its joints where it would pass them."""
    weights = stiffness(course.unknowns, course.movement.weights)
    found = collocation.onto(course.unknowns, u, way, holds, weights, room)
    every = list(holds)
    for _ in range(MOST_ROUNDS):
        passed = _limits(course, found.u, free)
        if not passed or found.missed > ENOUGH:
            break
        every += passed
        found = collocation.onto(course.unknowns, found.u, way, every, weights, room)
    return found


def _limits(course: Course, u: FloatArray, free: BoolArray) -> list[Hold]:
    """The limits of joints that a motion passes, held where it passes them."""
    bounds = course.bounds
    over_u = np.linalg.pinv(course.unknowns.expand)
    passed = (u @ bounds.rows.T > bounds.limits + ALMOST_RAD) & free[:, None]
    found = []
    for number in np.flatnonzero(passed.any(axis=0)):
        here = np.flatnonzero(passed[:, number])
        most = np.full((len(here), 1), bounds.limits[number])
        found.append(Hold(Straight(bounds.rows[[number]] @ over_u), here, most, bound=True))
    return found
