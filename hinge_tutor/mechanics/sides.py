"""What the joints of each side ask of its muscles, what those can do, and how they share it.

At every joint j of the equations (hip, knee, ankle of each side; L5/S1, L3/4, L1/2):
    net moment = passive moment + Σ r_j · a · F_active(length, velocity) + reserve
r_j the arm toward extension. A take that is the same on both sides is solved for one of them, with
half of each lumbar moment. The shoulder joins where a held load pulls the arm forward of vertical:
there latissimus counts, elsewhere the muscles of the shoulder are not in the equations.
Units: N·m, N; m and rad at the body's own size. Rows as `muscles.SIDE`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.muscle_lengths import lengths_and_arms
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
from hinge_tutor.mechanics.passive import LEG, side_moments
from hinge_tutor.mechanics.recruitment import LEAST_ACTIVATION, share
from hinge_tutor.mechanics.spread import NOMINAL, Spread
from hinge_tutor.motion.take import Take

Pair = tuple[FloatArray, FloatArray]

SHOULDER = SIDE.index("shoulder")
SPINE = [SIDE.index(joint) for joint in LUMBAR]
# The rows that each side has for itself.
OWN = [*(SIDE.index(joint) for joint in LEG), SHOULDER]
# Sides that differ by less than this are one solution mirrored: far below what can be seen.
_SAME_RAD, _SAME_NM = 1e-6, 1e-3


@dataclass(frozen=True, eq=False)
class Side:
    """One side over time: moments asked of muscles and given by tissue (N, 7), arms (7, N, M),
    capacity, force at full activation (N, M), its moments (N, 7, M).

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
    """Both sides with their activations (N, M) and reserves (N, 7); half a lumbar one each."""

    sides: tuple[Side, Side]
    activation: Pair
    reserve_Nm: Pair


def solve(take: Take, loads: Loads, spread: Spread = NOMINAL) -> Solution:
    """Share the loads of a take over the muscles of both sides, with the numbers of a spread."""
    near = _side(take, loads, SIDES[0], spread)
    if _mirrored(take, loads):
        return _one_side(take, near)
    return _two_sides(take, near, _side(take, loads, SIDES[1], spread))


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


def _side(take: Take, loads: Loads, side: str, spread: Spread) -> Side:
    at = list(columns(take.body, side))
    q, rate = take.q[:, at], take.qd[:, at]
    length, arms = lengths_and_arms(q)
    can = capacity(length, -np.einsum("jnm,nj->nm", arms, rate))
    passive = side_moments(take.body, q)
    passive[:, : len(LEG)] *= spread.passive_legs
    passive[:, SPINE] *= spread.passive_lumbar
    joints = [name if name in LUMBAR else f"{name}_{side}" for name in SIDE]
    net = np.stack([loads.net_moment_Nm[joint] for joint in joints], axis=1)
    asked = net - passive
    force = can.active * (strengths(take.body) * spread.strength_factors())
    arms *= size(take.body) * spread.arm_factors()
    # Less than what the shoulder's muscles give at rest cannot be balanced by them, nor felt.
    at_rest = -LEAST_ACTIVATION * (force * arms[SHOULDER]).sum(axis=1)
    pulls = (net[:, SHOULDER] > at_rest) & (take.load.mass_kg > 0.0)
    asked[:, SHOULDER] *= pulls
    force[:, _shoulder_heads()] *= pulls[:, None]
    # One pass in the order that the batched products of recruitment want.
    moments = np.multiply(arms.transpose(1, 0, 2), -force[:, None, :], order="C")
    return Side(asked, passive, arms, can, force, moments, pulls)


@cache
def _shoulder_heads() -> list[int]:
    """Heads that cross the shoulder."""
    return [
        number
        for number, head in enumerate(heads())
        if any(term.first == SHOULDER for term in head.terms)
    ]


def _volumes(take: Take) -> FloatArray:
    return strengths(take.body) * optimal_fibers(take.body)


def _one_side(take: Take, near: Side) -> Solution:
    rows = len(SIDE) if near.pulls.any() else SHOULDER
    asked = near.asked[:, :rows].copy()
    asked[:, SPINE] /= 2
    found = share(near.moments[:, :rows], asked, _volumes(take))
    reserve = np.zeros_like(near.asked)
    reserve[:, :rows] = found.reserve_Nm
    return Solution((near, near), (found.activation, found.activation), (reserve, reserve))


def _two_sides(take: Take, near: Side, far: Side) -> Solution:
    """Both sides at once: each leg and shoulder has its own rows, the lumbar rows are common."""
    count, heads_each, own = len(near.asked), len(heads()), len(OWN)
    moments = np.zeros((count, 2 * own + len(SPINE), 2 * heads_each))
    asked = np.zeros(moments.shape[:2])
    for number, side in enumerate((near, far)):
        rows = slice(number * own, (number + 1) * own)
        muscles = slice(number * heads_each, (number + 1) * heads_each)
        moments[:, rows, muscles] = side.moments[:, OWN]
        moments[:, 2 * own :, muscles] = side.moments[:, SPINE]
        asked[:, rows] = side.asked[:, OWN]
    asked[:, 2 * own :] = near.asked[:, SPINE]
    found = share(moments, asked, np.tile(_volumes(take), 2))
    reserves = []
    for number in range(2):
        reserve = np.zeros_like(near.asked)
        reserve[:, OWN] = found.reserve_Nm[:, number * own : (number + 1) * own]
        reserve[:, SPINE] = found.reserve_Nm[:, 2 * own :] / 2
        reserves.append(reserve)
    left, right = found.activation[:, :heads_each], found.activation[:, heads_each:]
    return Solution((near, far), (left, right), (reserves[0], reserves[1]))
