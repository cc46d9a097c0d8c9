"""Fits the drawing to one body and moves all of its points with the bones in one product.

With e_j = exp(i φ_j) the direction of bone j, o_j its joint and p_j a point in its frame at rest,
a point shared among bones by w_j (Σ w_j = 1) lies at

    z = Σ w_j (p_j e_j + o_j)          complex numbers for (x, y), m

A joint o_j is itself root + Σ K_jk e_k (`body/linkage.py`), so every point is linear in the
directions: z = root + M e. The bones of a joint's skin turn half as far as the joint does,
h = exp(i (φ_above + φ_below) / 2), and stand as further columns in M. The control points of the
smooth curves through the points are linear in the points, so M gives them at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, IntArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body
from hinge_tutor.body.specification import Specification
from hinge_tutor.lessons.terms import unsided
from hinge_tutor.stage.drawing import HALVES, Drawing, Mark, Rails
from hinge_tutor.stage.drawing_file import SPINE
from hinge_tutor.stage.holding import CARRIER, SeenArm, turns, worn
from hinge_tutor.stage.shares import bone_shares, curve_matrix, outward, sided

# The body on which the drawing was made: the default one.
DRAWN = Specification()
# A heavier body does not grow alike everywhere: chest, neck and the ends of the limbs thicken less
# than waist and hips (the power of the girth that each bone's skin goes with, 1 unless said), and
# the belly forward more than the back (a further power ahead of the joints). Estimated by eye.
THICKENS = {
    "upper_thorax": 0.75,
    "lower_thorax": 0.9,
    "neck": 0.55,
    "shoulder": 0.8,
    "upper_arm": 0.85,
    "elbow": 0.6,
    "forearm": 0.6,
    "knee": 0.6,
    "shank": 0.6,
    "thigh": 0.85,
}
BELLY = {
    "pelvis": 0.3,
    "lower_lumbar": 0.6,
    "middle_lumbar": 0.6,
    "upper_lumbar": 0.45,
    "lower_thorax": 0.2,
}


@dataclass(frozen=True, eq=False)
class Rows:
    """Where a named run of points stands in the table of all points."""

    start: int
    stop: int


class Skin:
    """The table of one body: add runs of points, then place all of them for a pose."""

    def __init__(
        self,
        body: Body,
        drawing: Drawing,
        arm: SeenArm | None = None,
        factors: Callable[[Body, Drawing], Mapping[str, tuple[float, float]]] | None = None,
    ) -> None:
        self.body = body if arm is None else worn(body, arm)
        body = self.body
        self.count = 0
        self._drawing = drawing
        self._columns = {segment.name: number for number, segment in enumerate(body.segments)}
        self._above: list[int] = []
        self._below: list[int] = []
        for side in SIDES:
            for half, above, below in HALVES:
                self._columns[f"{half}_{side}"] = len(self._columns)
                self._above.append(self._columns[sided(above, side)])
                self._below.append(self._columns[sided(below, side)])
        self._names = tuple(self._columns)
        turned = turns(arm) if arm else {}
        self._held = np.array([self._columns[name] for name in turned], dtype=np.int64)
        self._turned = np.array(list(turned.values()))
        fits = (factors or scales)(body, drawing)
        sizes = [fits[unsided(name)] for name in self._names]
        self._across, self._along = np.array(sizes).T
        wide = girth(body)
        self._front = np.array([math.pow(wide, BELLY.get(name, 0.0)) for name in self._names])
        self._runs: dict[str, Rows] = {}
        self._tables: list[ComplexArray] = []
        self._swell_tables: list[ComplexArray] = []
        self._swell_of: list[int] = []

    def add(self, name: str, marks: tuple[Mark, ...], side: str, kind: str) -> None:
        """A run of marks as the controls of a `closed` or `open` curve, or as mere `points`."""
        self._append(name, _times(curve_matrix(marks, kind), self._points(marks, side)))

    def add_landmarks(self, name: str, landmarks: Sequence[str]) -> None:
        """A run of the body's landmarks."""
        places = [self.body.landmarks[landmark] for landmark in landmarks]
        rows = self.body.linkage.rows(places)
        table = np.zeros((len(rows), len(self._names)), dtype=np.complex128)
        table[:, : rows.shape[1]] = rows
        self._append(name, table)

    def swelling_rows(self, rails: Rails) -> tuple[ComplexArray, ComplexArray]:
        """The near muscle's outline controls, and how they move when it swells fully."""
        matrix = curve_matrix(rails.outline, "closed")
        return (
            _times(matrix, self._points(rails.outline, "near")),
            _times(matrix, outward(rails, self._names)),
        )

    def add_rows(self, name: str, table: ComplexArray, swell: ComplexArray, muscle: int) -> None:
        """Ready-made rows that move with a muscle; they come after all runs that do not swell."""
        self._append(name, table)
        self._swell_tables.append(swell)
        self._swell_of += [muscle] * len(swell)

    def runs(self) -> Mapping[str, Rows]:
        """The rows of each named run."""
        return self._runs

    @cached_property
    def _table(self) -> ComplexArray:
        return np.concatenate(self._tables)

    @cached_property
    def _swell_table(self) -> ComplexArray:
        return np.concatenate(self._swell_tables)

    @cached_property
    def _swell_index(self) -> IntArray:
        return np.array(self._swell_of)

    def place(self, pose: Pose, first: int | None = None) -> ComplexArray:
        """All points for a pose, or the first so many: complex, in m (…, points)."""
        root = pose.q[..., 0] + 1j * pose.q[..., 1]
        placed: ComplexArray = self.directions(pose) @ self._table[:first].T + root[..., None]
        return placed

    def some(self, pose: Pose, rows: Sequence[int]) -> ComplexArray:
        """The points of some rows for a pose: complex, in m (…, rows)."""
        root = pose.q[..., 0] + 1j * pose.q[..., 1]
        placed: ComplexArray = self.directions(pose) @ self._table[rows].T + root[..., None]
        return placed

    def swelling(self, pose: Pose, amounts: FloatArray) -> ComplexArray:
        """How far the muscles' points move for each muscle's share of its full swell, m."""
        moved: ComplexArray = self.directions(pose) @ self._swell_table.T
        return moved * amounts[self._swell_index]

    def angles(self, pose: Pose) -> FloatArray:
        """Angles of all bones, those of the joints' skin last (…, bones), rad."""
        angles = pose.angles
        if len(self._held):
            angles = angles.copy()
            angles[..., self._held] = angles[..., [self._columns[CARRIER]]] + self._turned
        half = (angles[..., self._above] + angles[..., self._below]) / 2
        every: FloatArray = np.concatenate([angles, half], axis=-1)
        return every

    def directions(self, pose: Pose) -> ComplexArray:
        """Directions of all bones, those of the joints' skin last (…, bones)."""
        directions = pose.directions
        count, angles = directions.shape[-1], self.angles(pose)
        if len(self._held):
            directions = directions.copy()
            directions[..., self._held] = np.exp(1j * angles[..., self._held])
        half = np.exp(1j * angles[..., count:])
        turned: ComplexArray = np.concatenate([directions, half], axis=-1)
        return turned

    def carried(self, marks: tuple[Mark, ...], side: str) -> FloatArray:
        """What share of each mark each bone carries (marks, bones)."""
        shares = bone_shares(marks, side, self._names, self._drawing)
        table = np.zeros((len(marks), len(self._names)))
        np.add.at(table, (shares.mark, shares.column), shares.share)
        return table

    def sizes(self, carried: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The factors across and along of marks, from what share of each the bones carry."""
        return carried @ self._across, carried @ self._along

    def _append(self, name: str, table: ComplexArray) -> None:
        self._runs[name] = Rows(self.count, self.count + len(table))
        self.count += len(table)
        self._tables.append(table)

    def _points(self, marks: tuple[Mark, ...], side: str) -> ComplexArray:
        """One row for each mark: what each bone's direction adds to where it is, m."""
        shares = bone_shares(marks, side, self._names, self._drawing)
        female = shares.female if self.body.sex == "female" else 0.0
        x = (shares.x + female) * self._across[shares.column]
        x *= np.where(x > 0.0, self._front[shares.column], 1.0)
        y = shares.y * self._along[shares.column]
        table = np.zeros((len(marks), len(self._names)), dtype=np.complex128)
        np.add.at(table, (shares.mark, shares.column), shares.share * (x + 1j * y) / 1000)
        joints = self.body.linkage.origin
        table[:, : len(joints)] += _times(shares.joint, joints)
        return table


def _times(matrix: FloatArray, table: ComplexArray) -> ComplexArray:
    """A real matrix by a complex one, without making the first complex."""
    product: ComplexArray = (matrix @ np.ascontiguousarray(table).view(np.float64)).view(
        np.complex128
    )
    return product


def girth(body: Body) -> float:
    """How much wider than drawn a body is: it weighs that much squared more per meter of height."""
    return math.sqrt((body.mass_kg / DRAWN.mass_kg) / (body.height_m / DRAWN.height_m))


def scales(body: Body, drawing: Drawing) -> dict[str, tuple[float, float]]:
    """For each bone the factors across and along with which the drawing fits this body."""
    tall = body.height_m / DRAWN.height_m
    found: dict[str, tuple[float, float]] = {}
    much = girth(body)

    def wide(bone: str) -> float:
        return math.pow(much, THICKENS.get(bone, 1.0))

    for name, upper in zip(SPINE, (*SPINE[1:], "neck"), strict=True):
        drawn = drawing.joints[upper][1] - drawing.joints[name][1]
        found[name] = (wide(name), body.segment(upper).joint_in_parent_m[1] * 1000 / drawn)
    neck = drawing.joints["head"][1] - drawing.joints["neck"][1]
    found["neck"] = (wide("neck"), body.segment("head").joint_in_parent_m[1] * 1000 / neck)
    found["head"] = (tall, tall)
    for name, lower in (
        ("thigh", "shank"),
        ("shank", "foot"),
        ("upper_arm", "forearm"),
        ("forearm", "hand"),
    ):
        drawn = drawing.joints[lower][1] - drawing.joints[name][1]
        length = body.segment(f"{lower}_near").joint_in_parent_m[1] * 1000
        found[name] = (wide(name), length / drawn)
    ball = body.segment("toes_near").joint_in_parent_m
    x, y = (drawing.joints["toes"][axis] - drawing.joints["foot"][axis] for axis in (0, 1))
    found["foot"] = found["toes"] = (ball[0] * 1000 / x, ball[1] * 1000 / y)
    hand = drawing.joints["hand"][1] - drawing.ends["hand"][1]
    reach = body.lengths_m["hand_to_fingertip"] * 1000 / hand
    found["hand"] = (reach, reach)
    for half, _, below in HALVES:
        # Skin over a joint keeps its distance to the joint, so both directions grow with girth.
        found[half] = (wide(half),) * 2 if below not in ("foot", "toes", "hand") else found[below]
    if body.sex == "female":
        for bone, factor in drawing.female.items():
            across, along = found[bone]
            found[bone] = (across * factor, along)
    return found
