"""Places marked on a photo from the side, and where the same places are on a body.

On the photo, x to the right and y down in px, a mark w = x - iy. With g the direction of the ground
line and the person facing right, the leveled place is z = w / g; facing left, z = -conj(w / g).
A photo decides only u of a pose: the body stands on flat feet with its ankle over the origin, both
sides alike, toes and wrists straight,
    q = B u,    root_pitch = hip_flexion - knee_flexion + ankle_dorsiflexion
Units: m, rad, px.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, frozen
from hinge_tutor.body.kinematics import Pose, coordinates_of
from hinge_tutor.body.linkage import ROOT_PITCH, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.photo_marks import MARKS, place

Point = tuple[float, float]
# What of a pose a photo decides.
UNKNOWN = (
    *("hip_flexion", "knee_flexion", "ankle_dorsiflexion", "lumbar_flexion", "thoracic_flexion"),
    *("neck_flexion", "head_flexion", "shoulder_flexion", "elbow_flexion"),
)
HIP, KNEE, ANKLE, LUMBAR, THORACIC, NECK, HEAD, SHOULDER, ELBOW = range(len(UNKNOWN))


@dataclass(frozen=True)
class Marked:
    """Places marked on a photo of a size, px; `ground` are two places on the level ground."""

    size: tuple[int, int]
    marks: Mapping[str, Point]
    ground: tuple[Point, Point] | None = None

    @cached_property
    def roll(self) -> float:
        """How far the ground line rises to the right on the photo, rad; 0 without one."""
        if self.ground is None:
            return 0.0
        (x0, y0), (x1, y1) = self.ground
        turned = math.atan2(y0 - y1, x1 - x0)
        # A line has no beginning: which end was placed first says nothing.
        return (turned + math.pi / 2) % math.pi - math.pi / 2

    @cached_property
    def faces_left(self) -> bool:
        """Whether the toes point to the left; to the right while one cannot tell."""
        toe, ankle = self.marks.get("toe_tip"), self.marks.get("ankle")
        if toe is None or ankle is None:
            return False
        return (self._upright(toe) - self._upright(ankle)).real < 0.0

    def _upright(self, at: Point) -> complex:
        return complex(at[0], -at[1]) * complex(math.cos(self.roll), -math.sin(self.roll))

    def leveled(self, at: Point) -> complex:
        """A place of the photo on level ground, facing right, px."""
        z = self._upright(at)
        return -z.conjugate() if self.faces_left else z

    def on_photo(self, z: complex) -> Point:
        """The place on the photo of a leveled one, px."""
        z = -z.conjugate() if self.faces_left else z
        w = z * complex(math.cos(self.roll), math.sin(self.roll))
        return w.real, -w.imag


def places(body: Body, q: FloatArray) -> Mapping[str, complex]:
    """Where the marks are on a body with coordinates (C,), m."""
    rows, ankle = rows_of(body)
    turned = np.exp(1j * (body.linkage.turn @ q))
    found = (rows - ankle) @ turned + 1j * body.lengths_m["ankle_height"]
    return {name: complex(each) for name, each in zip(MARKS, found, strict=True)}


@lru_cache(maxsize=8)
def rows_of(body: Body) -> tuple[ComplexArray, ComplexArray]:
    """K (8, S) of the marks, and that of the ankle (S,)."""
    return body.linkage.rows([place(body, name) for name in MARKS]), body.places["ankle_near"]


@lru_cache(maxsize=8)
def basis(body: Body) -> FloatArray:
    """B (C, U): what each unknown turns, the pelvis so that the feet stay flat."""
    found = np.zeros((len(body.coordinates), len(UNKNOWN)))
    for column, name in enumerate(UNKNOWN):
        for coordinate, share in coordinates_of(name).items():
            found[body.index(coordinate), column] = share
    found[ROOT_PITCH, [HIP, KNEE, ANKLE]] = 1.0, -1.0, 1.0
    return frozen(found)


def standing_on(body: Body, q: FloatArray) -> FloatArray:
    """The same coordinates (…, C) with the near ankle over the origin, its sole on the ground."""
    placed = np.array(q)
    off = Pose(body, placed).point("ankle_near") - np.array([0.0, body.lengths_m["ankle_height"]])
    placed[..., ROOT_X] -= off[..., 0]
    placed[..., ROOT_Y] -= off[..., 1]
    return placed
