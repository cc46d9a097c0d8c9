"""Fits the drawing to one body and moves all of its points with the bones in one product.

With e_j = exp(i φ_j) the direction of bone j, o_j its joint and p_j a point in its frame at rest,
a point shared among bones by w_j (Σ w_j = 1) lies at

    z = Σ w_j (p_j e_j + o_j)          complex numbers for (x, y), m

A joint o_j is itself root + Σ K_jk e_k (`body/linkage.py`), so every point is linear in the
directions: z = root + M e. The bones of a joint's skin turn half as far as the joint does,
h = exp(i (φ_above + φ_below) / 2), and stand as further columns in M. The control points of the
smooth curves through the points are linear in the points, so M gives them at once. How it is
stitched together is the same for every body (`cloth.py`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, keep_freed_memory
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.lessons.terms import unsided
from hinge_tutor.stage.cloth import Cloth
from hinge_tutor.stage.drawing import Drawing
from hinge_tutor.stage.growth import BELLY, girth, scales
from hinge_tutor.stage.turning import Turning


class Skin:
    """The table of one body: all points of a cloth for a pose."""

    def __init__(
        self,
        turning: Turning,
        drawing: Drawing,
        cloth: Cloth,
        factors: Callable[[Body, Drawing], Mapping[str, tuple[float, float]]] = scales,
    ) -> None:
        self.body = body = turning.body
        self.turning, self._cloth = turning, cloth
        fits = factors(body, drawing)
        sizes = [fits[unsided(name)] for name in turning.names]
        self._across, self._along = np.array(sizes).T
        wide = girth(body)
        self._front = np.array([math.pow(wide, BELLY.get(name, 0.0)) for name in turning.names])

    @cached_property
    def _table(self) -> ComplexArray:
        """M (points, bones), m: what each bone's direction adds to where a point is."""
        keep_freed_memory()
        cloth, linkage = self._cloth, self.body.linkage
        female = cloth.female if self.body.sex == "female" else 0.0
        x = (cloth.x + female) * self._across[cloth.column]
        x *= np.where(x > 0.0, self._front[cloth.column], 1.0)
        y = cloth.y * self._along[cloth.column]
        # Each x and y into its own cell of a table of complex numbers.
        size = cloth.count * len(self.turning.names)
        stitched = cloth.weight * np.stack([x, y])[:, cloth.of] / 1000
        cells = np.bincount(cloth.cell.ravel(), stitched.ravel(), minlength=2 * size)
        table = cells.view(np.complex128).reshape(cloth.count, -1)
        bones, landmarks = len(linkage.origin), len(cloth.joint)
        table[:landmarks, :bones] += _times(cloth.joint, linkage.origin)
        places = [self.body.landmarks[name] for name in cloth.landmarks]
        table[landmarks:, :bones] = linkage.rows(places)
        return table

    def place(self, pose: Pose, first: int | None = None) -> ComplexArray:
        """All points for a pose, or the first so many: complex, in m (…, points)."""
        root = pose.q[..., 0] + 1j * pose.q[..., 1]
        directions = self.turning.of(pose).directions
        placed: ComplexArray = directions @ self._table[:first].T + root[..., None]
        return placed

    def some(self, pose: Pose, rows: Sequence[int]) -> ComplexArray:
        """The points of some rows for a pose: complex, in m (…, rows)."""
        root = pose.q[..., 0] + 1j * pose.q[..., 1]
        directions = self.turning.of(pose).directions
        placed: ComplexArray = directions @ self._table[rows].T + root[..., None]
        return placed

    def sizes(self, carried: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The factors across and along of marks, from what share of each the bones carry."""
        return carried @ self._across, carried @ self._along


def _times(matrix: FloatArray, table: ComplexArray) -> ComplexArray:
    """A real matrix by a complex one, without making the first complex."""
    product: ComplexArray = (matrix @ np.ascontiguousarray(table).view(np.float64)).view(
        np.complex128
    )
    return product
