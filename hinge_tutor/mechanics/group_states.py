"""What each group does over a take: the means of its heads, weighted by their strength.

With w = Fmax of a head over its group's, per side, and x, v, f_passive as in `forces.py`:
    effort = Σ w a,  length = Σ w x(a),  velocity = Σ w v,  passive force = Σ w f_passive
The trunk's passive moment is not divided among tissues; for the way of working the back extensors
carry it: `tissue` is its force over their Fmax. Units: no unit, 1/s.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray, IntArray, frozen
from hinge_tutor.body.muscle_groups import Members
from hinge_tutor.mechanics.ways import levels, work_modes


@dataclass(frozen=True, eq=False)
class HeadStates:
    """Every head of one side over time (N, M); `tissue` (N,)."""

    activation: FloatArray
    length: FloatArray
    velocity: FloatArray
    passive: FloatArray
    tissue: FloatArray


Both = tuple[HeadStates, HeadStates]


@dataclass(frozen=True, eq=False)
class GroupStates:
    """Groups with their side over time (N, 2 G): near and far of each.

    `level` and `work_mode` are places in `ways.LEVELS` and `WORK_MODES`; `length` is fiber length
    over optimal.
    """

    groups: tuple[str, ...]
    effort: FloatArray
    level: IntArray
    work_mode: IntArray
    length: FloatArray


def group_states(sides: Both, members: Members) -> GroupStates:
    """The states of groups from those of the heads of both sides, near and far."""
    near = _means(sides[0], members)
    if sides[1] is sides[0]:
        effort, passive, velocity, length = near
        level, mode = levels(effort), work_modes(effort, passive, velocity)
        effort, length = np.repeat(effort, 2, axis=1), np.repeat(length, 2, axis=1)
        level, mode = np.repeat(level, 2, axis=1), np.repeat(mode, 2, axis=1)
    else:
        far = _means(sides[1], members)
        effort, passive, velocity, length = (
            np.stack([a, b], axis=-1).reshape(len(a), -1) for a, b in zip(near, far, strict=True)
        )
        level, mode = levels(effort), work_modes(effort, passive, velocity)
    return GroupStates(members.sided, frozen(effort), level, mode, frozen(length))


def _means(heads: HeadStates, members: Members) -> tuple[FloatArray, ...]:
    """Effort, passive force, velocity and length of the groups of one side, each (N, G)."""
    of = heads.activation, heads.passive, heads.velocity, heads.length
    effort, passive, velocity, length = (each @ members.weights for each in of)
    passive[:, members.back] = heads.tissue[:, None]
    return effort, passive, velocity, length
