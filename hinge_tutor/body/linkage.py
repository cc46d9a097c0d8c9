"""A planar tree of segments written as sums of rotating vectors.

Every place on the body is linear in the segments' directions. With φ the absolute angle of a
segment (counter-clockwise, rad), e = exp(iφ) and complex numbers for (x, y):

    φ = A q                    A: +1 or -1 where a coordinate turns the segment
    z = root + K e             K: one row per place, one column per segment (m, complex)
    dz/dt = root' + K (i φ' e)
    d²z/dt² = root'' + K ((i φ'' - φ'²) e)
    ∂z/∂q = i (K e) A          the two root columns are 1 and i

Units: m, rad, s. Frame: x forward, y up, seen facing right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, frozen

ROOT_X, ROOT_Y, ROOT_PITCH = 0, 1, 2
ROOT = ("root_x", "root_y", "root_pitch")
# Standard gravity, 9.80665 m/s², to two decimals.
GRAVITY_M_S2 = 9.81
Place = tuple[str, tuple[float, float]]


@dataclass(frozen=True, eq=False)
class Segment:
    """One rigid part; its frame sits at the proximal joint and is upright in standing.

    Positions in m in the segment's own frame, `joint_in_parent_m` in the parent's; mass of this
    segment alone in kg, inertia about its center of mass in kg m²; `sign` +1 where a positive
    coordinate turns the segment counter-clockwise.
    """

    name: str
    parent: str | None
    joint: str
    coordinate: str
    sign: int
    joint_in_parent_m: tuple[float, float]
    mass_kg: float
    com_m: tuple[float, float]
    inertia_kgm2: float


@dataclass(frozen=True, eq=False)
class Linkage:
    """The matrices of one tree: `turn` is A (segments × coordinates), `origin` K of the joints."""

    index: Mapping[str, int]
    turn: FloatArray
    origin: ComplexArray
    com: ComplexArray
    whole_com: ComplexArray
    mass_kg: FloatArray
    inertia_kgm2: FloatArray

    def rows(self, places: Sequence[Place]) -> ComplexArray:
        """K for places given as (segment, position in its frame in m): shape (places, segments)."""
        chosen = [self.index[segment] for segment, _ in places]
        rows = np.array(self.origin[chosen])
        for row, (_, (x, y)), column in zip(rows, places, chosen, strict=True):
            row[column] += complex(x, y)
        return rows


def link(segments: Sequence[Segment]) -> Linkage:
    """The linkage of segments listed with parents before children."""
    count = len(segments)
    index = {segment.name: number for number, segment in enumerate(segments)}
    turn = np.zeros((count, count + 2))
    origin = np.zeros((count, count), dtype=np.complex128)
    com = np.zeros((count, count), dtype=np.complex128)
    for number, segment in enumerate(segments):
        if segment.parent is not None:
            parent = index[segment.parent]
            turn[number] = turn[parent]
            origin[number] = origin[parent]
            origin[number, parent] += complex(*segment.joint_in_parent_m)
        turn[number, number + 2] = segment.sign
        com[number] = origin[number]
        com[number, number] += complex(*segment.com_m)
    mass = np.array([segment.mass_kg for segment in segments])
    for array in (origin, com):
        array.flags.writeable = False
    return Linkage(
        index=index,
        turn=frozen(turn),
        origin=origin,
        com=com,
        whole_com=mass @ com / mass.sum(),
        mass_kg=frozen(mass),
        inertia_kgm2=frozen([segment.inertia_kgm2 for segment in segments]),
    )
