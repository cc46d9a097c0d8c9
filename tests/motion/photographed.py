"""Bodies in known poses as marks on a photo: shifted by a hand, turned, mirrored, of any size."""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.photo_places import Marked, Point, places

SIZE = (1400, 1100)
# Where the ankle is on the photo, and the ends of the line on the floor ahead of and behind it, m.
ANKLE_PX, GROUND_M = (700.0, 900.0), (-0.6, 0.9)


def photographed(
    body: Body,
    q: FloatArray,
    *,
    px_per_m: float = 400.0,
    roll: float = 0.0,
    left: bool = False,
    off_m: float = 0.0,
    chance: np.random.Generator | None = None,
) -> Marked:
    """The marks of a body at coordinates (C,); `off_m` is one standard deviation of each mark in
    each direction, `roll` how far the floor rises to the right, rad.
    """
    found = {**places(body, q), "back": complex(GROUND_M[0]), "front": complex(GROUND_M[1])}
    marks: dict[str, Point] = {}
    for name, at in found.items():
        off = complex(*chance.normal(0.0, off_m, 2)) if chance is not None else 0j
        seen = -(at + off).conjugate() if left else at + off
        turned = seen * px_per_m * np.exp(1j * roll)
        marks[name] = (float(turned.real) + ANKLE_PX[0], ANKLE_PX[1] - float(turned.imag))
    ground = marks.pop("back"), marks.pop("front")
    return Marked(SIZE, marks, ground)
