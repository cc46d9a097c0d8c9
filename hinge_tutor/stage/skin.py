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
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body
from hinge_tutor.body.specification import Specification
from hinge_tutor.lessons.terms import unsided
from hinge_tutor.stage.cloth import Cloth, Kind, Rows, Run, sewn
from hinge_tutor.stage.drawing import HALVES, Drawing, Mark
from hinge_tutor.stage.drawing_file import SPINE
from hinge_tutor.stage.holding import CARRIER, SeenArm, turns, worn
from hinge_tutor.stage.shares import Names, bone_shares, sided

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


class Skin:
    """The table of one body: all points of a cloth for a pose, or of the runs that are added."""

    def __init__(
        self,
        body: Body,
        drawing: Drawing,
        arm: SeenArm | None = None,
        factors: Callable[[Body, Drawing], Mapping[str, tuple[float, float]]] | None = None,
        cloth: Cloth | None = None,
    ) -> None:
        self.body = body if arm is None else worn(body, arm)
        body = self.body
        self._drawing = drawing
        self._added: list[Run] = []
        self._ready = cloth
        self._names = bones(body)
        self._columns = {name: number for number, name in enumerate(self._names)}
        joined = [(sided(a, side), sided(b, side)) for side in SIDES for _, a, b in HALVES]
        self._above = [self._columns[above] for above, _ in joined]
        self._below = [self._columns[below] for _, below in joined]
        turned = turns(arm) if arm else {}
        self._held = np.array([self._columns[name] for name in turned], dtype=np.int64)
        self._turned = np.array(list(turned.values()))
        fits = (factors or scales)(body, drawing)
        sizes = [fits[unsided(name)] for name in self._names]
        self._across, self._along = np.array(sizes).T
        wide = girth(body)
        self._front = np.array([math.pow(wide, BELLY.get(name, 0.0)) for name in self._names])

    def add(self, name: str, marks: tuple[Mark, ...], side: str, kind: Kind) -> None:
        """A run of marks as the controls of a `closed` or `open` curve, or as mere `points`."""
        assert self._ready is None, "a ready cloth has all of its runs"
        self._added.append(Run(name, marks, side, kind))

    @cached_property
    def _cloth(self) -> Cloth:
        return self._ready or sewn(self._added, self._drawing, self._names)

    @property
    def count(self) -> int:
        """The number of points."""
        return self._cloth.count

    def runs(self) -> Mapping[str, Rows]:
        """The rows of each named run."""
        return self._cloth.runs

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
        size = cloth.count * len(self._names)
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
        placed: ComplexArray = self.directions(pose) @ self._table[:first].T + root[..., None]
        return placed

    def some(self, pose: Pose, rows: Sequence[int]) -> ComplexArray:
        """The points of some rows for a pose: complex, in m (…, rows)."""
        root = pose.q[..., 0] + 1j * pose.q[..., 1]
        placed: ComplexArray = self.directions(pose) @ self._table[rows].T + root[..., None]
        return placed

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


def _times(matrix: FloatArray, table: ComplexArray) -> ComplexArray:
    """A real matrix by a complex one, without making the first complex."""
    product: ComplexArray = (matrix @ np.ascontiguousarray(table).view(np.float64)).view(
        np.complex128
    )
    return product


def bones(body: Body) -> Names:
    """The bones of a body: its segments, then those of the joints' skin."""
    halves = (f"{half}_{side}" for side in SIDES for half, _, _ in HALVES)
    return (*(segment.name for segment in body.segments), *halves)


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
