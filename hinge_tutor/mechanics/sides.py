"""What the joints of each side ask of its muscles, what those can do, and how they share it.

At every joint j of the equations (hip, knee, ankle of each side; L5/S1, L3/4, L1/2):
    net moment = passive moment + Σ r_j · a · F_active(length, velocity) + reserve
r_j the arm toward extension; and each hip in the frontal plane, with what the floor can add there
(`frontal.py`). A take that is the same on both sides is solved for one of them, with half of each
lumbar moment. The shoulder joins where a held load pulls the arm forward of vertical: there
latissimus counts, elsewhere the muscles of the shoulder are not in the equations.
Units: N·m, N; m and rad at the body's own size. Rows of the equations: those of `muscles.SIDE` up
to the spine, adduction, shoulder; columns: the heads, then the floor, inward and outward.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, keep_freed_memory
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.muscle_lengths import HIP, adduction_arms, lengths_and_arms
from hinge_tutor.body.muscle_names import LEG
from hinge_tutor.body.muscles import (
    LUMBAR,
    SIDE,
    columns,
    heads,
    optimal_fibers,
    size,
    strengths,
)
from hinge_tutor.mechanics.dynamics import Loads
from hinge_tutor.mechanics.forces import Capacity, capacity
from hinge_tutor.mechanics.frontal import Sideways, sideways
from hinge_tutor.mechanics.passive import side_moments
from hinge_tutor.mechanics.recruitment import LEAST_ACTIVATION, share
from hinge_tutor.mechanics.spread import NOMINAL, Spread
from hinge_tutor.motion.take import Take

Pair = tuple[FloatArray, FloatArray]

SHOULDER = SIDE.index("shoulder")
SPINE = [SIDE.index(joint) for joint in LUMBAR]
# Rows of the equations beyond those of `SIDE`: the shoulder, which may be left out, is the last.
ADDUCTION, SHOULDER_ROW = SHOULDER, SHOULDER + 1
# The rows that each side has for itself.
OWN = [*(SIDE.index(joint) for joint in LEG), ADDUCTION, SHOULDER_ROW]
# The floor is two more columns, one for each direction; what both do at rest cancels.
FLOOR = np.array([1.0, -1.0])
# Two feet press against each other for next to nothing, per side: a six-hundredth of what the
# strongest head of the leg costs, so that the least effort is still one and the same.
FLOOR_NM = 1.0
# Sides that differ by less than this are one solution mirrored: far below what can be seen.
_SAME_RAD, _SAME_NM = 1e-6, 1e-3


@dataclass(frozen=True, eq=False)
class Side:
    """One side over time: moments asked of muscles (N, 8) and given by tissue (N, 7), arms
    (7, N, M), capacity, force at full activation (N, M), and moments (N, 8, M + 2) of that and of
    the floor.

    `pulls` (N,) says where a held load puts the shoulder into the equations. The lumbar rows of
    `asked` and `passive` are those of the whole trunk.
    """

    asked: FloatArray
    passive: FloatArray
    arms: FloatArray
    can: Capacity
    force_N: FloatArray
    moments: FloatArray
    pulls: BoolArray


@dataclass(frozen=True, eq=False)
class Solution:
    """Both sides with their activations (N, M) and reserves (N, 8); half a lumbar one each."""

    sides: tuple[Side, Side]
    activation: Pair
    reserve_Nm: Pair


def solve(take: Take, loads: Loads, spread: Spread = NOMINAL) -> Solution:
    """Share the loads of a take over the muscles of both sides, with the numbers of a spread."""
    keep_freed_memory()
    hips = sideways(take, loads)
    near = _side(take, loads, SIDES[0], hips[0], spread)
    if _mirrored(take, loads):
        return _one_side(take, near)
    return _two_sides(take, near, _side(take, loads, SIDES[1], hips[1], spread))


def _mirrored(take: Take, loads: Loads) -> bool:
    near, far = (list(columns(take.body, side)) for side in SIDES)
    for array in (take.q, take.qd):
        if np.abs(array[:, near] - array[:, far]).max() > _SAME_RAD:
            return False
    net = loads.net_moment_Nm
    return all(
        np.abs(net[f"{joint}_near"] - net[f"{joint}_far"]).max() <= _SAME_NM
        for joint in (*LEG, "shoulder")
    )


def _side(take: Take, loads: Loads, side: str, hip: Sideways, spread: Spread) -> Side:
    at = list(columns(take.body, side))
    q, rate = take.q[:, at], take.qd[:, at]
    length, arms = lengths_and_arms(q)
    can = capacity(length, -np.einsum("jnm,nj->nm", arms, rate))
    passive = side_moments(take.body, q)
    passive[:, : len(LEG)] *= spread.passive_legs
    passive[:, SPINE] *= spread.passive_lumbar
    joints = [name if name in LUMBAR else f"{name}_{side}" for name in SIDE]
    net = np.stack([loads.net_moment_Nm[joint] for joint in joints], axis=1)
    asked = np.insert(net - passive, ADDUCTION, hip.asked_Nm, axis=1)
    force = can.active * (strengths(take.body) * spread.strength_factors())
    scale = size(take.body) * spread.arm_factors()
    arms *= scale
    # Less than what the shoulder's muscles give at rest cannot be balanced by them, nor felt.
    at_rest = -LEAST_ACTIVATION * (force * arms[SHOULDER]).sum(axis=1)
    pulls = (net[:, SHOULDER] > at_rest) & (take.load.mass_kg > 0.0)
    asked[:, SHOULDER_ROW] *= pulls
    force[:, _shoulder_heads()] *= pulls[:, None]
    # In the order that the batched products of recruitment want.
    moments = np.zeros((len(q), len(SIDE) + 1, force.shape[1] + len(FLOOR)))
    by_joint, given = moments[:, :, : force.shape[1]], -force[:, None, :]
    np.multiply(arms[:SHOULDER].transpose(1, 0, 2), given, out=by_joint[:, :SHOULDER])
    np.multiply(adduction_arms(q[:, HIP]) * scale, force, out=by_joint[:, ADDUCTION])
    np.multiply(arms[SHOULDER], -force, out=by_joint[:, SHOULDER_ROW])
    moments[:, ADDUCTION, force.shape[1] :] = spread.pressing * hip.floor_Nm[:, None] * FLOOR
    return Side(asked, passive, arms, can, force, moments, pulls)


@cache
def _shoulder_heads() -> list[int]:
    """Heads that cross the shoulder."""
    return [
        number
        for number, head in enumerate(heads())
        if any(term.first == SHOULDER for term in head.terms)
    ]


def volumes(take: Take, count: int) -> FloatArray:
    """Volumes of the heads of so many sides, and what the floor's columns cost, N·m."""
    heads_of_side = strengths(take.body) * optimal_fibers(take.body)
    floor = np.full(len(FLOOR), FLOOR_NM * count)
    return np.append(np.tile(heads_of_side, count), floor)


def one_side(near: Side) -> Pair:
    """Moments (N, R, M + 2) and what is asked (N, R), for one of two sides that are alike."""
    rows = len(SIDE) + 1 if near.pulls.any() else SHOULDER_ROW
    asked = near.asked[:, :rows].copy()
    asked[:, SPINE] /= 2
    return near.moments[:, :rows], asked


def _one_side(take: Take, near: Side) -> Solution:
    moments, asked = one_side(near)
    found = share(moments, asked, volumes(take, 1))
    activation = found.activation[:, : len(heads())]
    reserve = np.zeros_like(near.asked)
    reserve[:, : asked.shape[1]] = found.reserve_Nm
    return Solution((near, near), (activation, activation), (reserve, reserve))


def _two_sides(take: Take, near: Side, far: Side) -> Solution:
    """Both sides at once: the lumbar rows are common, and so is what the feet press sideways."""
    count, heads_each, own = len(near.asked), len(heads()), len(OWN)
    moments = np.zeros((count, 2 * own + len(SPINE), 2 * heads_each + len(FLOOR)))
    asked = np.zeros(moments.shape[:2])
    for number, side in enumerate((near, far)):
        rows = slice(number * own, (number + 1) * own)
        muscles = slice(number * heads_each, (number + 1) * heads_each)
        moments[:, rows, muscles] = side.moments[:, OWN, :heads_each]
        moments[:, rows, 2 * heads_each :] = side.moments[:, OWN, heads_each:]
        moments[:, 2 * own :, muscles] = side.moments[:, SPINE, :heads_each]
        asked[:, rows] = side.asked[:, OWN]
    asked[:, 2 * own :] = near.asked[:, SPINE]
    found = share(moments, asked, volumes(take, 2))
    reserves = []
    for number in range(2):
        reserve = np.zeros_like(near.asked)
        reserve[:, OWN] = found.reserve_Nm[:, number * own : (number + 1) * own]
        reserve[:, SPINE] = found.reserve_Nm[:, 2 * own :] / 2
        reserves.append(reserve)
    left, right, _ = np.split(found.activation, [heads_each, 2 * heads_each], axis=1)
    return Solution((near, far), (left, right), (reserves[0], reserves[1]))
