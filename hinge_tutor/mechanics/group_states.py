"""What each group does over a take: the means of its heads, weighted by their strength.

With w = Fmax of a head over its group's, per side, and x, v, f_passive as in `forces.py`:
    effort = Σ w a,  length = Σ w x(a),  velocity = Σ w v,  passive force = Σ w f_passive
The trunk's passive moment is not divided among tissues; for the way of working the back extensors
carry it: `tissue` is its force over their Fmax. Units: no unit, 1/s.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscle_groups import Members
from hinge_tutor.mechanics.ways import IntArray, levels, work_modes


@dataclass(frozen=True, eq=False)
class HeadStates:
    """Every head of both sides over time (N, 2, M), near and far; `tissue` (N, 2)."""

    activation: FloatArray
    length: FloatArray
    velocity: FloatArray
    passive: FloatArray
    tissue: FloatArray


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


def group_states(heads: HeadStates, members: Members) -> GroupStates:
    """The states of groups from those of their heads."""
    effort = _flat(heads.activation @ members.weights)
    passive = heads.passive @ members.weights
    for group in members.back:
        passive[:, :, group] = heads.tissue
    velocity = _flat(heads.velocity @ members.weights)
    return GroupStates(
        groups=members.sided,
        effort=frozen(effort),
        level=levels(effort),
        work_mode=work_modes(effort, _flat(passive), velocity),
        length=frozen(_flat(heads.length @ members.weights)),
    )


def _flat(both: FloatArray) -> FloatArray:
    """(N, 2, G) as (N, 2 G): near and far of each group."""
    return np.ascontiguousarray(both.transpose(0, 2, 1)).reshape(len(both), -1)
