"""Where flesh meets flesh at a bent joint: the corner at which two stretches of outline cross."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor import shelf
from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.problems import AuthorError, AuthorErrors
from hinge_tutor.stage.drawing import Drawing, Mark


@dataclass(frozen=True)
class Stretch:
    """Part of an outline in the drawing: its run, and the box its marks lie in (mm)."""

    outline: str
    run: str
    left: float
    right: float
    low: float
    high: float

    def rows(self, marks: Sequence[Mark]) -> tuple[int, int]:
        """First and last control point of the stretch; raises AuthorErrors."""
        inside = [
            number
            for number, mark in enumerate(marks)
            if self.left <= mark.x <= self.right and self.low <= mark.y <= self.high
        ]
        if len(inside) < 2 or inside != list(range(inside[0], inside[-1] + 1)):
            box = f"forward {self.left:g} … {self.right:g}, up {self.low:g} … {self.high:g}"
            problem = f"outlines.{self.outline} is not in one piece at {box}; a fold is made there"
            raise AuthorErrors(
                [AuthorError(str(shelf.assets("figure", "figure.toml")), 1, problem)]
            )
        return 3 * inside[0], 3 * inside[-1] + 1


# Name, joint, the segments it joins with the angle (degrees) from which on it folds flesh, the two
# stretches that close on each other then, and how far to the left its crease bows on its way to the
# joint, as a share of that way: the groin around the thigh, the hollow of the knee around the calf.
FOLDS = (
    (
        "hip_fold",
        "mid_hip",
        ("pelvis", "thigh_near", 20.0),
        Stretch("trunk", "trunk", 60, 140, 900, 1200),
        Stretch("leg", "leg_near", 55, 140, 560, 960),
        0.2,
    ),
    (
        "knee_fold",
        "knee_near",
        ("thigh_near", "shank_near", 35.0),
        Stretch("leg", "leg_near", -140, -40, 520, 760),
        Stretch("leg", "leg_near", -140, -40, 300, 500),
        -0.15,
    ),
)


@dataclass(frozen=True)
class Fold:
    """Two stretches as rows of the table of all points."""

    name: str
    joint: str
    bends: tuple[str, str, float]
    first: tuple[int, int]
    second: tuple[int, int]
    bow: float

    def closed(self, pose: Pose) -> bool:
        """Whether the joint is bent far enough to fold flesh."""
        above, below, least = self.bends
        return abs(math.degrees(float(pose.angle(above) - pose.angle(below)))) >= least

    def corner(self, z: ComplexArray) -> complex | None:
        """Where the stretches cross, nearest to the outer side; None while the joint is open."""
        p, q = z[slice(*self.first)], z[slice(*self.second)]
        d, e = np.diff(p)[:, None], np.diff(q)[None, :]
        between = q[None, :-1] - p[:-1, None]
        cross = _cross(d, e)
        # p + s d = q + t e, with both shares inside their pieces.
        with np.errstate(divide="ignore", invalid="ignore"):
            s, t = _cross(between, e) / cross, _cross(between, d) / cross
        rows, columns = np.nonzero((s >= 0) & (s <= 1) & (t >= 0) & (t <= 1))
        if not len(rows):
            return None
        points = p[rows] + s[rows, columns] * np.diff(p)[rows]
        middle = (p.mean() + q.mean()) / 2
        return complex(points[np.abs(points - middle).argmin()])


def folds(art: Drawing, starts: dict[str, int]) -> tuple[Fold, ...]:
    """The folds of a figure whose runs start at these rows."""
    made = []
    for name, joint, bends, first, second, bow in FOLDS:
        rows = []
        for stretch in (first, second):
            low, high = stretch.rows(art.outlines[stretch.outline])
            rows.append((starts[stretch.run] + low, starts[stretch.run] + high))
        made.append(Fold(name, joint, bends, rows[0], rows[1], bow))
    return tuple(made)


def _cross(a: ComplexArray, b: ComplexArray) -> FloatArray:
    product: FloatArray = (a.conjugate() * b).imag
    return product
