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


# A crease grows, or goes, over so many degrees, so that none springs up from one frame to the next,
# and while the places where flesh meets part by so many mm.
GROWING_DEG, DEEP_MM = 15.0, 40.0


def eased(beyond_deg: float) -> float:
    """How much of a crease is drawn so many degrees beyond where it begins: 0 to 1, evenly."""
    share = min(max(beyond_deg / GROWING_DEG, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


# Name, joint, the segments it joins with the angle (degrees) from which on it folds flesh, the two
# stretches that close on each other then, and how far to the left its crease bows on its way to the
# joint, as a share of that way: the groin around the thigh, the hollow of the knee around the calf.
FOLDS = (
    (
        "hip_fold",
        "mid_hip",
        ("pelvis", "thigh_near", 20.0),
        Stretch("trunk", "trunk", 60, 140, 900, 1320),
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

    def deepened(self, pose: Pose) -> float:
        """How deep the fold is, 0 to 1: it deepens gently from the angle at which flesh folds."""
        above, below, least = self.bends
        return eased(abs(math.degrees(float(pose.angle(above) - pose.angle(below)))) - least)

    def corners(self, z: ComplexArray, joint: complex) -> list[tuple[complex, float]]:
        """Where flesh begins to lie on flesh, the outermost first, each with how deep it is.

        Crossings of the stretches are beginnings and ends in turn, seen from outside. Two that are
        close together are flesh that only touches, or a gap about to close: not deep yet, 0. Far
        from every other a beginning is as deep as can be, 1.
        """
        p, q = z[slice(*self.first)], z[slice(*self.second)]
        d, e = np.diff(p)[:, None], np.diff(q)[None, :]
        between = q[None, :-1] - p[:-1, None]
        cross = _cross(d, e)
        # p + s d = q + t e, with both shares inside their pieces.
        with np.errstate(divide="ignore", invalid="ignore"):
            s, t = _cross(between, e) / cross, _cross(between, d) / cross
        rows, columns = np.nonzero((s >= 0) & (s <= 1) & (t >= 0) & (t <= 1))
        points = p[rows] + s[rows, columns] * np.diff(p)[rows]
        points = points[np.argsort(-np.abs(points - joint))]
        apart = np.concatenate([[DEEP_MM], np.abs(np.diff(points)), [DEEP_MM]])
        deep = np.minimum(np.minimum(apart[:-1], apart[1:]) / DEEP_MM, 1.0)
        return [(complex(points[n]), float(deep[n])) for n in range(0, len(points), 2)]


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
