"""The coordinates that a movement really has to find: both sides as one where they move alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.kinematics import coordinates_of, row_of
from hinge_tutor.body.limits import GROUPED, SIDED, SIDES, shares
from hinge_tutor.body.linkage import ROOT
from hinge_tutor.body.skeleton import Body

# What a movement file may aim at besides coordinates: absolute angles, in sums of coordinates
# (signs as in the angle's own direction: forward positive).
SIDED_ABSOLUTE = ("arm_angle", "shin_angle")
ABSOLUTE = ("pelvis_pitch", "thorax_lean", "gaze", *SIDED_ABSOLUTE)


@dataclass(frozen=True, eq=False)
class Unknowns:
    """Reduced coordinates u with q = E u; names are unsided where both sides move alike."""

    body: Body
    names: tuple[str, ...]
    expand: FloatArray

    def row(self, name: str) -> FloatArray:
        """The row over u (U,) that reads a coordinate, a grouped one or an absolute angle."""
        row = self._rows.get(name)
        if row is None:
            row = self._rows[name] = frozen(absolute_row(self.body, name) @ self.expand)
        return row

    @cached_property
    def _rows(self) -> dict[str, FloatArray]:
        return {}

    def spread(self, name: str) -> Mapping[str, float]:
        """What a target's name stands for here, with each part's share of the value.

        A grouped name is its joints; a sided one is both sides where they move apart.
        """
        return spread(self.names, name)


def spread(names: tuple[str, ...], name: str) -> Mapping[str, float]:
    """What a target's name stands for among unknowns of these names."""
    if name in GROUPED:
        return shares(name)
    if name in (*SIDED, *SIDED_ABSOLUTE) and "hip_flexion" not in names:
        return {f"{name}_{side}": 1.0 for side in SIDES}
    return {name: 1.0}


def unknowns(body: Body, symmetric: bool) -> Unknowns:
    """The unknowns of a movement on a body."""
    spine = [name for name in body.coordinates[3:] if not name.endswith(("_near", "_far"))]
    if not symmetric:
        return Unknowns(body, body.coordinates, frozen(np.eye(len(body.coordinates))))
    names = (*ROOT, *spine, *SIDED)
    expand = np.zeros((len(body.coordinates), len(names)))
    for column, name in enumerate(names):
        for coordinate in coordinates_of(name):
            expand[body.index(coordinate), column] = 1.0
    return Unknowns(body, names, frozen(expand))


def absolute_row(body: Body, name: str) -> FloatArray:
    """The row over q (C,) that reads a target's name: the near side unless the name has a side."""
    plain, side = _apart(name)
    directed = {
        "pelvis_pitch": (-1.0, "pelvis"),
        "thorax_lean": (-1.0, "upper_thorax"),
        "gaze": (-1.0, "head"),
        "arm_angle": (1.0, f"upper_arm_{side}"),
        "shin_angle": (-1.0, f"shank_{side}"),
    }
    if plain not in directed:
        return row_of(body, name)
    sign, segment = directed[plain]
    row: FloatArray = sign * body.linkage.turn[body.linkage.index[segment]]
    return row


def _apart(name: str) -> tuple[str, str]:
    """A name without its side, and the side: near where it has none."""
    for side in SIDES:
        if name.endswith(f"_{side}"):
            return name.removesuffix(f"_{side}"), side
    return name, SIDES[0]
