"""The coordinates that a movement really has to find: both sides as one where they move alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.kinematics import coordinates_of, row_of
from hinge_tutor.body.limits import SIDED
from hinge_tutor.body.linkage import ROOT
from hinge_tutor.body.skeleton import Body

# What a movement file may aim at besides coordinates: absolute angles, in sums of coordinates
# (signs as in the angle's own direction: forward positive).
ABSOLUTE = ("pelvis_pitch", "thorax_lean", "arm_angle", "gaze", "shin_angle")


@dataclass(frozen=True, eq=False)
class Unknowns:
    """Reduced coordinates u with q = E u; names are unsided where both sides move alike."""

    body: Body
    names: tuple[str, ...]
    expand: FloatArray

    def row(self, name: str) -> FloatArray:
        """The row over u (U,) that reads a coordinate, a grouped one or an absolute angle."""
        row: FloatArray = absolute_row(self.body, name) @ self.expand
        return row


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
    """The row over q (C,) that reads a target's name: near side, or the sum that defines it."""
    row = np.zeros(len(body.coordinates))
    turn, index = body.linkage.turn, body.linkage.index
    if name == "pelvis_pitch":
        row[:] = -turn[index["pelvis"]]
    elif name == "thorax_lean":
        row[:] = -turn[index["upper_thorax"]]
    elif name == "arm_angle":
        row[:] = turn[index["upper_arm_near"]]
    elif name == "gaze":
        row[:] = -turn[index["head"]]
    elif name == "shin_angle":
        row[:] = -turn[index["shank_near"]]
    else:
        row[:] = row_of(body, name)
    return row
