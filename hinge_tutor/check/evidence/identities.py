"""Figures that arithmetic fixes: what must come out whatever the numbers of the body are."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import SIDE
from hinge_tutor.check.evidence.exact import exact
from hinge_tutor.check.evidence.predictions import Figures, one
from hinge_tutor.check.evidence.repetitions import own, stands
from hinge_tutor.check.evidence.row import Figure
from hinge_tutor.mechanics import sides
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.at_rest import at_rest
from hinge_tutor.motion.movement import load_movement, movements
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load, Take

# The whole range that a pose may ask for, degrees: beyond what the arms were fitted on.
RANGE_DEG: Mapping[str, tuple[float, float]] = {
    "hip": (-30, 145),
    "knee": (-5, 150),
    "ankle": (-50, 45),
    "l5s1": (-10, 25),
    "l3l4": (-12, 30),
    "l1l2": (-8, 20),
    "shoulder": (-60, 180),
}
POSES, SEED = 4000, 7
# A central difference of this step rounds near 1e-10 m.
STEP = 1e-6

# Repetitions whose shared loads are solved exactly as well, and every how many samples.
SHARED = (("hip-hinge", 0.0), ("hip-hinge", 20.0), ("squat", 0.0), ("forward-bend", 10.0))
EVERY = 10


def still_pressure() -> Figures:
    """How far the center of pressure is from under the center of mass with everything at rest."""
    return {name: Figure((_off_still(own(name)),)) for name in _standing()}


def moving_pressure() -> Figures:
    """The least distance of the center of pressure from the edges of the base, inside it, mm."""
    return {name: Figure((1000 * _inside(own(name)),)) for name in _standing()}


def arm_is_slope() -> Figures:
    """The largest difference of an arm from minus the slope of its muscle's length, m."""
    low, high = (np.array([RANGE_DEG[name][end] for name in SIDE]) for end in (0, 1))
    q = np.radians(np.random.default_rng(SEED).uniform(low, high, (POSES, len(SIDE))))
    _, arms = lengths_and_arms(q)
    worst = 0.0
    for column in range(len(SIDE)):
        step = np.zeros(len(SIDE))
        step[column] = STEP
        ahead, behind = lengths_and_arms(q + step)[0], lengths_and_arms(q - step)[0]
        slope = (behind - ahead) / (2 * STEP)
        worst = max(worst, float(np.abs(slope - arms[column]).max()))
    return one(worst)


def sharing() -> Figures:
    """The largest difference of an activation from the exact solver's."""
    return one(
        max(_off_exact(solve(load_movement(m), own(m).body, load=Load(kg))) for m, kg in SHARED)
    )


def _standing() -> list[str]:
    return [name for name in movements() if stands(own(name))]


def _off_still(take: Take) -> float:
    quiet = at_rest(take)
    return float(np.abs(loads(quiet).cop_m[:, 0] - quiet.com_m[:, 0]).max())


def _inside(take: Take) -> float:
    heel, ball = take.body.base_x_m
    at = loads(take).cop_m[:, 0]
    return float(min((at - heel).min(), (ball - at).min()))


def _off_exact(take: Take) -> float:
    """The near side of a take that is symmetric, as `sides` shares it; the floor is no muscle."""
    solution = sides.solve(take, loads(take))
    moments, asked = sides.one_side(solution.sides[0])
    volume, found = sides.volumes(take, 1), solution.activation[0]
    return max(
        float(np.abs(found[n] - exact(moments[n], asked[n], volume)[: found.shape[1]]).max())
        for n in range(0, len(asked), EVERY)
    )
