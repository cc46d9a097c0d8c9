"""Where every part of a body is for given coordinates, one moment or many at once.

Equations, letters, units and frame: `body/linkage.py`. Arrays keep their leading axes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import ComplexArray, FloatArray, frozen
from hinge_tutor.body.limits import GROUPED, SIDED, SIDES, shares
from hinge_tutor.body.linkage import ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body


@dataclass(frozen=True, eq=False)
class Pose:
    """A body at coordinates `q` (…, C): one moment or N."""

    body: Body
    q: FloatArray

    @cached_property
    def angles(self) -> FloatArray:
        """Absolute angle of each segment (…, S), rad, counter-clockwise, 0 = as in standing."""
        return self.q @ self.body.linkage.turn.T

    @cached_property
    def directions(self) -> ComplexArray:
        """exp(i angle) of each segment (…, S)."""
        turned: ComplexArray = np.exp(1j * self.angles)
        return turned

    @cached_property
    def _root(self) -> ComplexArray:
        root: ComplexArray = self.q[..., ROOT_X] + 1j * self.q[..., ROOT_Y]
        return root

    @cached_property
    def origins(self) -> FloatArray:
        """Proximal joint of each segment (…, S, 2), m."""
        return self._plane(self.directions @ self.body.linkage.origin.T)

    def _plane(self, offset: ComplexArray) -> FloatArray:
        """Complex offsets from the root (…, P) as points (…, P, 2)."""
        z = offset + self._root[..., None]
        return z.view(np.float64).reshape(*z.shape, 2)

    def angle(self, segment: str) -> npt.NDArray[np.float64]:
        """Absolute angle of one segment (…), rad."""
        found: FloatArray = self.angles[..., self.body.linkage.index[segment]]
        return found

    @cached_property
    def _landmarks(self) -> FloatArray:
        """All landmarks (…, P, 2), m: one product costs as much as asking for a few by name."""
        points = self._plane(self.directions @ self.body.place_rows.T)
        points.flags.writeable = False
        return points

    def points(self, names: tuple[str, ...]) -> FloatArray:
        """Landmarks by name (…, P, 2), m."""
        numbers = self.body.place_numbers
        return self._landmarks[..., [numbers[name] for name in names], :]

    def point(self, name: str) -> FloatArray:
        """One landmark (…, 2), m, read-only."""
        found: FloatArray = self._landmarks[..., self.body.place_numbers[name], :]
        return found

    @property
    def center_of_mass(self) -> FloatArray:
        """Center of mass of the body without load (…, 2), m."""
        row = self.body.linkage.whole_com[None, :]
        found: FloatArray = self._plane(self.directions @ row.T)[..., 0, :]
        return found

    @property
    def segment_centers(self) -> FloatArray:
        """Center of mass of each segment (…, S, 2), m."""
        return self._plane(self.directions @ self.body.linkage.com.T)

    def value(self, coordinate: str) -> FloatArray:
        """One coordinate (…); an unsided or grouped name gives the near side or the sum."""
        if coordinate in GROUPED:
            return self.q @ row_of(self.body, coordinate)
        sided = f"{coordinate}_near" if coordinate in SIDED else coordinate
        found: FloatArray = self.q[..., self.body.index(sided)]
        return found


def pose(body: Body, q: npt.ArrayLike) -> Pose:
    """The pose at `q` (…, C): m and rad; raises ValueError unless every number is finite."""
    array = frozen(q)
    if array.shape[-1:] != (len(body.coordinates),) or not np.isfinite(array).all():
        raise ValueError(f"a pose needs {len(body.coordinates)} finite coordinates")
    return Pose(body, array)


def row_of(body: Body, name: str) -> FloatArray:
    """The row that reads a coordinate off `q`: sided, unsided (near side) or grouped (the sum)."""
    row = np.zeros(len(body.coordinates))
    if name in GROUPED:
        for part in shares(name):
            row[body.index(part)] = 1.0
    else:
        row[body.index(f"{name}_near" if name in SIDED else name)] = 1.0
    return row


def coordinates_of(name: str) -> Mapping[str, float]:
    """The coordinates that a name sets, with each one's share of the value.

    `hip_flexion` sets both sides, `lumbar_flexion` its three joints; a coordinate sets itself.
    """
    if name in GROUPED:
        return shares(name)
    if name in SIDED:
        return {f"{name}_{side}": 1.0 for side in SIDES}
    return {name: 1.0}


def q_from(body: Body, values: Mapping[str, float]) -> FloatArray:
    """Coordinates (C,) from values by name (m, rad); those not named are 0.

    Raises KeyError with the name that is no coordinate of the body.
    """
    q = np.zeros(len(body.coordinates))
    for name, value in values.items():
        for coordinate, share in coordinates_of(name).items():
            if coordinate not in body.coordinates:
                raise KeyError(name)
            q[body.index(coordinate)] = value * share
    return q
