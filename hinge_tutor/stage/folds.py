"""Where flesh meets flesh at a bent joint: the corner at which two stretches of outline cross."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor import shelf
from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.problems import AuthorError, AuthorErrors
from hinge_tutor.stage.drawing import Drawing, Mark
from hinge_tutor.stage.growth import girth


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


# A crease grows, or goes, over so many degrees, so that none springs up from one frame to the next;
# the loop under it, which is short when it comes, closes sooner.
GROWING_DEG, CLOSING_DEG = 15.0, 5.0
# How finely the angle is looked for at which flesh meets flesh, degrees, and up to where.
FINE_DEG, MOST_DEG = 2.0, 150.0
# As many angles are looked at before larger ones are.
AT_ONCE = 16


def eased(beyond_deg: float, over_deg: float = GROWING_DEG) -> float:
    """How much of a crease is drawn so many degrees beyond where it begins: 0 to 1, evenly."""
    share = min(max(beyond_deg / over_deg, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


@dataclass(frozen=True)
class Fold:
    """Flesh that folds at a joint: two stretches that close on each other, as rows of points.

    `bends` are the segments that the joint joins, `begins_deg` the angle between them from which on
    flesh folds, `over_deg` over how many more the crease grows; `bow` is how far to the left the
    crease bows on its way to the joint, as a share of that way.
    """

    name: str
    joint: str
    bends: tuple[str, str]
    begins_deg: float
    first: tuple[int, int]
    second: tuple[int, int]
    bow: float
    over_deg: float = GROWING_DEG

    def deepened(self, pose: Pose) -> float:
        """How deep the fold is, 0 to 1: it deepens gently from where it begins."""
        return eased(self._beyond_deg(pose), self.over_deg)

    def closed(self, pose: Pose) -> float:
        """How far the loop that an outline ties at the fold is closed, 0 to 1."""
        return eased(self._beyond_deg(pose), CLOSING_DEG)

    def _beyond_deg(self, pose: Pose) -> float:
        above, below = self.bends
        angle = abs(math.degrees(float(pose.angle(above) - pose.angle(below))))
        return angle - self.begins_deg

    def far(self, rows: int) -> Fold:
        """The same fold of the far side, whose outline stands so many rows further on."""
        above, below = (name.replace("_near", "_far") for name in self.bends)
        first, second = ((low + rows, high + rows) for low, high in (self.first, self.second))
        joint = self.joint.replace("_near", "_far")
        return replace(self, joint=joint, bends=(above, below), first=first, second=second)

    def corner(self, z: ComplexArray) -> complex | None:
        """Where the stretches cross, the first along the first of them; None while open."""
        p = z[slice(*self.first)]
        s, crossed = crossings(p, z[slice(*self.second)])
        rows, columns = np.nonzero(crossed)
        if not len(rows):
            return None
        first = int((rows + s[rows, columns]).argmin())
        row, share = int(rows[first]), float(s[rows[first], columns[first]])
        return complex(p[row] + share * (p[row + 1] - p[row]))

    def beginning(self, body: Body, placed: Callable[[Pose, Sequence[int]], ComplexArray]) -> Fold:
        """The same, beginning where the flesh of a body first meets as `KNEE` bends.

        `placed` gives points by row over a batch of poses (N, P).
        """
        angles = np.arange(self.begins_deg, MOST_DEG, FINE_DEG)
        q = np.zeros((len(angles), len(body.coordinates)))
        q[:, body.index(KNEE)] = np.radians(angles)
        rows = [*range(*self.first), *range(*self.second)]
        apart = self.first[1] - self.first[0]
        for start in range(0, len(angles), AT_ONCE):
            some = slice(start, start + AT_ONCE)
            points = placed(Pose(body, q[some]), rows)
            met = crossings(points[:, :apart], points[:, apart:])[1].any(axis=(-2, -1))
            if met.any():
                return replace(self, begins_deg=float(angles[some][met.argmax()]))
        return replace(self, begins_deg=MOST_DEG)


def crossings(p: ComplexArray, q: ComplexArray) -> tuple[FloatArray, BoolArray]:
    """For each piece of p (…, P) and of q (…, Q) how far along the first they cross, and whether.

    p + s d = q + t e, with both shares inside their pieces.
    """
    d = (p[..., 1:] - p[..., :-1])[..., :, None]
    e = (q[..., 1:] - q[..., :-1])[..., None, :]
    between = q[..., None, :-1] - p[..., :-1, None]
    cross = _cross(d, e)
    with np.errstate(divide="ignore", invalid="ignore"):
        s, t = _cross(between, e) / cross, _cross(between, d) / cross
    return s, (s >= 0) & (s <= 1) & (t >= 0) & (t <= 1)


def _cross(a: ComplexArray, b: ComplexArray) -> FloatArray:
    product: FloatArray = (a.conjugate() * b).imag
    return product


# Each first stretch begins nearest to its joint. The groin folds around the thigh from 20 degrees
# on; at the knee the calf meets the thigh sooner or later, as both are thick (`Fold.beginning`).
KNEE, KNEE_FOLD = "knee_flexion_near", "knee_fold"
FOLDS = (
    (
        Fold("hip_fold", "mid_hip", ("pelvis", "thigh_near"), 20.0, (0, 0), (0, 0), 0.2),
        Stretch("trunk", "trunk", 60, 150, 900, 1420),
        Stretch("leg", "leg_near", 55, 140, 500, 960),
    ),
    (
        Fold(KNEE_FOLD, "knee_near", ("thigh_near", "shank_near"), 35.0, (0, 0), (0, 0), -0.15),
        Stretch("leg", "leg_near", -140, -40, 520, 860),
        Stretch("leg", "leg_near", -140, -40, 150, 500),
    ),
)


def folds(
    art: Drawing,
    starts: Mapping[str, int],
    body: Body,
    placed: Callable[[Pose, Sequence[int]], ComplexArray],
) -> tuple[Fold, ...]:
    """The folds of a figure whose runs start at these rows, on a body."""
    made = []
    for fold, *stretches in FOLDS:
        rows = []
        for stretch in stretches:
            low, high = stretch.rows(art.outlines[stretch.outline])
            rows.append((starts[stretch.run] + low, starts[stretch.run] + high))
        # Thicker flesh has longer creases, which no faster grow for that.
        over_deg = GROWING_DEG * max(girth(body), 1.0)
        there = replace(fold, first=rows[0], second=rows[1], over_deg=over_deg)
        made.append(there.beginning(body, placed) if fold.name == KNEE_FOLD else there)
    return tuple(made)
