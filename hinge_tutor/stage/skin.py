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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.stage.drawing import HALVES, SIDED, SPINE, Drawing, Mark, Rails
from hinge_tutor.stage.smooth import closed_controls, open_controls

IndexArray = npt.NDArray[np.int64]
SIDES = ("near", "far")
# The default body's build, on which the drawing was made: mass over stature of the default (kg/m).
DRAWN_KG_PER_M = 75 / 1.75


@dataclass(frozen=True, eq=False)
class Rows:
    """Where a named run of points stands in the table of all points."""

    start: int
    stop: int


class Skin:
    """The table of one body: add runs of points, then place all of them for a pose."""

    def __init__(self, body: Body, drawing: Drawing) -> None:
        self.body = body
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
        self._scales = scales(body, drawing)
        self._runs: dict[str, Rows] = {}
        self._tables: list[ComplexArray] = []
        self._swell_tables: list[ComplexArray] = []
        self._swell_of: list[int] = []

    def add(self, name: str, marks: Sequence[Mark], side: str, kind: str) -> None:
        """A run of marks as the controls of a `closed` or `open` curve."""
        table = np.array([self._row(mark, side) for mark in marks])
        self._append(name, _controls(marks, kind) @ table)

    def swelling_rows(self, rails: Rails) -> tuple[ComplexArray, ComplexArray]:
        """The near muscle's outline controls, and how they move when it swells fully."""
        marks = rails.outline
        table = np.array([self._row(mark, "near") for mark in marks])
        outward = np.array([self._outward(rails, number) for number in range(len(marks))])
        controls = _controls(marks, "closed")
        return controls @ table, controls @ outward

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
    def _swell_index(self) -> IndexArray:
        return np.array(self._swell_of)

    def place(self, pose: Pose) -> ComplexArray:
        """All points for a pose, complex, in m (…, points)."""
        root = pose.q[..., 0] + 1j * pose.q[..., 1]
        placed: ComplexArray = self.directions(pose) @ self._table.T + root[..., None]
        return placed

    def swelling(self, pose: Pose, amounts: FloatArray) -> ComplexArray:
        """How far the muscles' points move for each muscle's share of its full swell, m."""
        moved: ComplexArray = self.directions(pose) @ self._swell_table.T
        return moved * amounts[self._swell_index]

    def directions(self, pose: Pose) -> ComplexArray:
        """Directions of all bones, those of the joints' skin last (…, bones)."""
        angles = pose.angles
        half = (angles[..., self._above] + angles[..., self._below]) / 2
        turned: ComplexArray = np.concatenate([pose.directions, np.exp(1j * half)], axis=-1)
        return turned

    def _append(self, name: str, table: ComplexArray) -> None:
        self._runs[name] = Rows(self.count, self.count + len(table))
        self.count += len(table)
        self._tables.append(table)

    def _row(self, mark: Mark, side: str) -> ComplexArray:
        row = np.zeros(len(self._columns), dtype=np.complex128)
        for bone, share in mark.shares:
            x0, y0 = self._drawing.joints[_below(bone)]
            sx, sy = self._scales[bone]
            forward = mark.x + (mark.female if self.body.sex == "female" else 0.0)
            at = complex((forward - x0) * sx, (mark.y - y0) * sy) / 1000
            row[self._columns[sided(bone, side)]] += share * at
            joint = self.body.linkage.origin[self._columns[sided(_below(bone), side)]]
            row[: len(joint)] += share * joint
        return row

    def _outward(self, rails: Rails, number: int) -> ComplexArray:
        """The move of one outline point at full swell: away from the other rail, most mid-way."""
        marks = rails.outline
        count = len(rails.back)
        row = np.zeros(len(self._columns), dtype=np.complex128)
        if number in (0, count + 1):
            return row
        mark, other = marks[number], marks[2 * count + 2 - number]
        away = complex(mark.x - other.x, mark.y - other.y)
        station = number if number <= count else 2 * count + 2 - number
        bulge = math.sin(math.pi * station / (count + 1))
        move = away / abs(away) * bulge * rails.swell / 1000
        for bone, share in mark.shares:
            row[self._columns[sided(bone, "near")]] += share * move
        return row


def _controls(marks: Sequence[Mark], kind: str) -> FloatArray:
    xy = np.array([(mark.x, mark.y) for mark in marks])
    corners = [mark.corner for mark in marks]
    return (closed_controls if kind == "closed" else open_controls)(xy, corners)


def sided(bone: str, side: str) -> str:
    """The bone's name on one side; the trunk's bones have no side."""
    return f"{bone}_{side}" if bone in SIDED else bone


def _below(bone: str) -> str:
    """The segment whose joint a bone turns about: itself, or the one below a half bone."""
    return next((below for half, _, below in HALVES if half == bone), bone)


def girth(body: Body) -> float:
    """How much wider than drawn a body is: it weighs that much squared more per meter of height."""
    return math.sqrt(body.mass_kg / body.height_m / DRAWN_KG_PER_M)


def scales(body: Body, drawing: Drawing) -> dict[str, tuple[float, float]]:
    """For each bone the factors across and along with which the drawing fits this body."""
    wide = girth(body)
    tall = body.height_m / 1.75
    found: dict[str, tuple[float, float]] = {}
    for name, upper in zip(SPINE, (*SPINE[1:], "neck"), strict=True):
        drawn = drawing.joints[upper][1] - drawing.joints[name][1]
        found[name] = (wide, body.segment(upper).joint_in_parent_m[1] * 1000 / drawn)
    neck = drawing.joints["head"][1] - drawing.joints["neck"][1]
    found["neck"] = (wide, body.segment("head").joint_in_parent_m[1] * 1000 / neck)
    found["head"] = (tall, tall)
    for name, lower in (
        ("thigh", "shank"),
        ("shank", "foot"),
        ("upper_arm", "forearm"),
        ("forearm", "hand"),
    ):
        drawn = drawing.joints[lower][1] - drawing.joints[name][1]
        length = body.segment(f"{lower}_near").joint_in_parent_m[1] * 1000
        found[name] = (wide, length / drawn)
    ball = body.segment("toes_near").joint_in_parent_m
    x, y = (drawing.joints["toes"][axis] - drawing.joints["foot"][axis] for axis in (0, 1))
    found["foot"] = found["toes"] = (ball[0] * 1000 / x, ball[1] * 1000 / y)
    hand = drawing.joints["hand"][1] - drawing.ends["hand"][1]
    reach = body.lengths_m["hand_to_fingertip"] * 1000 / hand
    found["hand"] = (reach, reach)
    for half, _, below in HALVES:
        # Skin over a joint keeps its distance to the joint, so both directions grow with girth.
        found[half] = (wide, wide) if below not in ("foot", "toes", "hand") else found[below]
    if body.sex == "female":
        for bone, factor in drawing.female.items():
            across, along = found[bone]
            found[bone] = (across * factor, along)
    return found
