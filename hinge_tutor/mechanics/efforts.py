"""The effort of every muscle and group over a take, and what it does to the lower back.

With a activation and w = Fmax of a head over the sum of its group's, per side:
    effort = Σ w a,  length = Σ w x(a),  velocity = Σ w v,  passive force = Σ w f_passive
x and v as in `forces.py`. The trunk's passive moment M is not divided among tissues; for the way of
working the back extensors carry it: f_passive = M / (2 Σ r Fmax), r and Fmax at L5/S1, one side.
Units: no unit, 1/s, N·m, N.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.muscles import GROUPS, LUMBAR, SIDE, group_names, heads, names, strengths
from hinge_tutor.mechanics.bracing import bracing
from hinge_tutor.mechanics.dynamics import Loads
from hinge_tutor.mechanics.lumbar import compression_and_shear, crossing, extensor_strength
from hinge_tutor.mechanics.passive import LEG
from hinge_tutor.mechanics.sides import Pair, Side, Solution, solve
from hinge_tutor.mechanics.spread import NOMINAL, Spread
from hinge_tutor.mechanics.ways import LEVELS, WORK_MODES, IntArray, levels, work_modes
from hinge_tutor.motion.take import Take

__all__ = ["LEVELS", "WORK_MODES", "Efforts", "efforts"]

_L5S1 = SIDE.index(LUMBAR[0])
# A thousandth of the moments of a loaded lift: less than this is the recruitment's softness.
HONEST_RESERVE_NM = 1.0


@dataclass(frozen=True, eq=False)
class Efforts:
    """Everything about effort over a take; arrays are (N, M) muscles, (N, G) groups or (N,).

    `reserve_Nm` is what muscles could not give, `passive_moment_Nm` what tissue gives, both
    positive toward extension. `level` and `work_mode` are places in `LEVELS` and `WORK_MODES`;
    `group_length` is fiber length over optimal. `bracing` is on or off by rule.
    """

    muscles: tuple[str, ...]
    activation: FloatArray
    groups: tuple[str, ...]
    effort: FloatArray
    level: IntArray
    work_mode: IntArray
    group_length: FloatArray
    passive_moment_Nm: Mapping[str, FloatArray]
    reserve_Nm: Mapping[str, FloatArray]
    l5s1_compression_N: FloatArray
    l5s1_shear_N: FloatArray
    bracing: Mapping[str, BoolArray]

    @property
    def lacking_Nm(self) -> Mapping[str, float]:
        """The joints at which the muscles cannot give what is asked, and how much at most, N·m.

        Empty where the load is not too heavy for this body.
        """
        most = {joint: float(np.abs(row).max()) for joint, row in self.reserve_Nm.items()}
        return {joint: lack for joint, lack in most.items() if lack > HONEST_RESERVE_NM}


def efforts(take: Take, loads: Loads, spread: Spread = NOMINAL) -> Efforts:
    """The efforts that a take's loads need, perhaps with another choice of the muscles' numbers."""
    solution = solve(take, loads, spread)
    weight = _weights()
    near, far = solution.sides
    a, b = solution.activation
    effort = _by_side(a @ weight, b @ weight)
    velocity = _by_side(near.can.velocity @ weight, far.can.velocity @ weight)
    passive = _by_side(_group_passive(take, near), _group_passive(take, far))
    compression, shear = _low_back(take, loads, solution)
    return Efforts(
        muscles=names(),
        activation=frozen(np.concatenate([a, b], axis=1)),
        groups=group_names(),
        effort=frozen(effort),
        level=levels(effort),
        work_mode=work_modes(effort, passive, velocity),
        group_length=frozen(_by_side(near.can.fiber(a) @ weight, far.can.fiber(b) @ weight)),
        passive_moment_Nm=_legs((near.passive, far.passive))
        | {joint: frozen(near.passive[:, SIDE.index(joint)]) for joint in LUMBAR},
        reserve_Nm=_reserves(solution.reserve_Nm),
        l5s1_compression_N=compression,
        l5s1_shear_N=shear,
        bracing=bracing(take, near.pulls),
    )


def _legs(rows: Pair) -> dict[str, FloatArray]:
    return {
        f"{joint}_{side}": frozen(values[:, SIDE.index(joint)])
        for joint in LEG
        for side, values in zip(SIDES, rows, strict=True)
    }


def _reserves(rows: Pair) -> dict[str, FloatArray]:
    shoulder = SIDE.index("shoulder")
    found = _legs(rows)
    for joint in LUMBAR:
        found[joint] = frozen(rows[0][:, SIDE.index(joint)] + rows[1][:, SIDE.index(joint)])
    for side, values in zip(SIDES, rows, strict=True):
        found[f"shoulder_{side}"] = frozen(values[:, shoulder])
    return found


def _group_passive(take: Take, side: Side) -> FloatArray:
    """Passive force of each group over its Fmax (N, 10)."""
    found = side.can.passive @ _weights()
    _, moment = extensor_strength(side.arms, strengths(take.body))
    tissue = side.passive[:, _L5S1] / (2 * moment)
    found[:, GROUPS.index("back_extensors")] = np.maximum(tissue, 0.0)
    return found


def _low_back(take: Take, loads: Loads, solution: Solution) -> Pair:
    level = crossing()[:, 0]
    near, far = solution.sides
    a, b = solution.activation
    pulling = (near.force_N * a + far.force_N * b) @ level
    force, moment = extensor_strength(near.arms, strengths(take.body))
    tissue = near.passive[:, _L5S1]
    return compression_and_shear(take, loads.external, pulling, tissue, moment / force)


def _by_side(near: FloatArray, far: FloatArray) -> FloatArray:
    """Two arrays (N, 10) as one (N, 20) in the order of `group_names`: near and far of each."""
    both: FloatArray = np.stack([near, far], axis=-1).reshape(len(near), -1)
    return both


@cache
def _weights() -> FloatArray:
    """The weights w (M, 10): each head's share of its group by Fmax; columns sum to 1."""
    strength = np.array([head.fmax_N for head in heads()])
    member = np.array([[head.group == group for group in GROUPS] for head in heads()])
    shares = strength[:, None] * member
    return frozen(shares / shares.sum(axis=0))
