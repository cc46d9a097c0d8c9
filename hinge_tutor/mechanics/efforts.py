"""The effort of every muscle and group over a take, and what it does to the lower back.

How heads make up groups is in `group_states.py`. The trunk's passive moment M is not divided among
tissues; for the way of working the back extensors carry it:
    f_passive = M / (2 Σ r Fmax)        r and Fmax at L5/S1, one side, over Fmax
Units: no unit, 1/s, N·m, N.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, IntArray, frozen
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.muscle_groups import of_analysis, of_anatomy
from hinge_tutor.body.muscle_names import LEG
from hinge_tutor.body.muscles import LUMBAR, SIDE, names, strengths
from hinge_tutor.mechanics.bracing import bracing
from hinge_tutor.mechanics.dynamics import Loads
from hinge_tutor.mechanics.group_states import Both, GroupStates, HeadStates, group_states
from hinge_tutor.mechanics.lumbar import compression_and_shear, crossing, extensor_strength
from hinge_tutor.mechanics.sides import ADDUCTION, SHOULDER_ROW, Pair, Side, Solution, solve
from hinge_tutor.mechanics.spread import NOMINAL, Spread
from hinge_tutor.mechanics.ways import LEVELS, WORK_MODES
from hinge_tutor.motion.take import Take

__all__ = ["LEVELS", "WORK_MODES", "Efforts", "efforts"]

_L5S1 = SIDE.index(LUMBAR[0])
# A thousandth of the moments of a loaded lift: less than this is the recruitment's softness.
HONEST_RESERVE_NM = 1.0


@dataclass(frozen=True, eq=False)
class Efforts:
    """Everything about effort over a take; arrays are (N, 2 M) muscles, (N, 2 G) groups or (N,).

    `reserve_Nm` is what muscles could not give, `passive_moment_Nm` what tissue gives, both
    positive toward extension; `adduction_reserve_Nm` is what the hips lack sideways. `level` and
    `work_mode` are places in `LEVELS` and `WORK_MODES`; `group_length` is fiber length over
    optimal. `bracing` is on or off by rule.
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
    adduction_reserve_Nm: Mapping[str, FloatArray]
    l5s1_compression_N: FloatArray
    l5s1_shear_N: FloatArray
    bracing: Mapping[str, BoolArray]
    heads: Both

    @cached_property
    def anatomical(self) -> GroupStates:
        """The same for the groups with anatomical names."""
        return group_states(self.heads, of_anatomy())

    @property
    def lacking_Nm(self) -> Mapping[str, float]:
        """The joints at which the muscles cannot give what is asked, and how much at most, N·m.

        Empty where the load is not too heavy for this body.
        """
        most = {joint: float(np.abs(row).max()) for joint, row in self.reserve_Nm.items()}
        for hip, row in self.adduction_reserve_Nm.items():
            most[hip] = max(most[hip], float(np.abs(row).max()))
        return {joint: lack for joint, lack in most.items() if lack > HONEST_RESERVE_NM}


def efforts(take: Take, loads: Loads, spread: Spread = NOMINAL) -> Efforts:
    """The efforts that a take's loads need, perhaps with another choice of the muscles' numbers."""
    solution = solve(take, loads, spread)
    near, far = solution.sides
    a, b = solution.activation
    heads = _heads(take, solution)
    groups = group_states(heads, of_analysis())
    compression, shear = _low_back(take, loads, solution)
    return Efforts(
        muscles=names(),
        activation=frozen(np.concatenate([a, b], axis=1)),
        groups=groups.groups,
        effort=groups.effort,
        level=groups.level,
        work_mode=groups.work_mode,
        group_length=groups.length,
        passive_moment_Nm=_legs((near.passive, far.passive))
        | {joint: frozen(near.passive[:, SIDE.index(joint)]) for joint in LUMBAR},
        reserve_Nm=_reserves(solution.reserve_Nm),
        adduction_reserve_Nm={
            f"hip_{side}": frozen(rows[:, ADDUCTION])
            for side, rows in zip(SIDES, solution.reserve_Nm, strict=True)
        },
        l5s1_compression_N=compression,
        l5s1_shear_N=shear,
        bracing=bracing(take, near.pulls),
        heads=heads,
    )


def _legs(rows: Pair) -> dict[str, FloatArray]:
    return {
        f"{joint}_{side}": frozen(values[:, SIDE.index(joint)])
        for joint in LEG
        for side, values in zip(SIDES, rows, strict=True)
    }


def _reserves(rows: Pair) -> dict[str, FloatArray]:
    found = _legs(rows)
    for joint in LUMBAR:
        found[joint] = frozen(rows[0][:, SIDE.index(joint)] + rows[1][:, SIDE.index(joint)])
    for side, values in zip(SIDES, rows, strict=True):
        found[f"shoulder_{side}"] = frozen(values[:, SHOULDER_ROW])
    return found


def _heads(take: Take, solution: Solution) -> Both:
    near, far = solution.sides
    a, b = solution.activation
    states = _states(take, near, a)
    return states, states if far is near else _states(take, far, b)


def _states(take: Take, side: Side, activation: FloatArray) -> HeadStates:
    can = side.can
    tissue = _tissue(take, side)
    return HeadStates(activation, can.fiber(activation), can.velocity, can.passive, tissue)


def _tissue(take: Take, side: Side) -> FloatArray:
    """Passive force of the back extensors over their Fmax (N,)."""
    _, moment = extensor_strength(side.arms, strengths(take.body))
    found: FloatArray = np.maximum(side.passive[:, _L5S1] / (2 * moment), 0.0)
    return found


def _low_back(take: Take, loads: Loads, solution: Solution) -> Pair:
    level = crossing()[:, 0]
    near, far = solution.sides
    a, b = solution.activation
    pulling = (near.force_N * a + far.force_N * b) @ level
    force, moment = extensor_strength(near.arms, strengths(take.body))
    tissue = near.passive[:, _L5S1]
    return compression_and_shear(take, loads.external, pulling, tissue, moment / force)
