"""One body wearing the drawing: every point of its figure in one table, placed in one product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body
from hinge_tutor.stage.bone_drawing import bone_drawing
from hinge_tutor.stage.bone_fitting import BoneFitting
from hinge_tutor.stage.drawing import OPEN, Rails, drawing
from hinge_tutor.stage.far_side import FAR_LEG_MM, arm_shifts
from hinge_tutor.stage.folds import folds
from hinge_tutor.stage.holding import Hold, seen_arm
from hinge_tutor.stage.patterns import pattern_rows, seen
from hinge_tutor.stage.shares import curve_matrix
from hinge_tutor.stage.skin import Skin

JOINTS = (
    "mid_hip",
    "knee_near",
    "ankle_near",
    "ball_near",
    "toe_tip_near",
    "heel_near",
    "hand_near",
    "l5s1",
    "l3l4",
    "l1l2",
    "thoracic_lower",
    "thoracic_upper",
    "c7",
    "head",
)
MODES = ("stretched", "holding", "lengthening", "shortening")
LEG, ARM, TRUNK = ("leg",), ("arm", "thumb", "sleeve"), ("trunk", "head", "buttock", "cap")
OPEN_HANDS = (OPEN, OPEN)


@dataclass(frozen=True, eq=False)
class Placed:
    """The points of a figure at one moment, mm, the rims of its outlines last, and runs of them.

    `strokes` are weights on the points of each muscle's outline, for every way of working, before
    and after one step of what drifts in it.
    """

    z: ComplexArray
    runs: Mapping[str, tuple[int, int]]
    strokes: Mapping[str, Mapping[str, FloatArray]]

    @cached_property
    def joints(self) -> Mapping[str, tuple[float, float]]:
        """Joints and tips of the near side and the spine."""
        flat = self.run("joints")
        return dict(zip(JOINTS, zip(flat[0::2], flat[1::2], strict=True), strict=True))

    def run(self, name: str) -> tuple[float, ...]:
        """A run's numbers, flat x, y; most of all points are in no picture."""
        start, stop = self.runs[name]
        return tuple(self.z[start // 2 : stop // 2].view(np.float64).tolist())

    def pattern(self, muscle: str, mode: str, drift: float) -> tuple[float, ...]:
        """The strokes that tell how a muscle works, flat x, y of their ends; `drift` is 0 … 1."""
        start, stop = self.runs[f"muscle.{muscle}"]
        # Every third control lies on the outline, and the last one is the first again.
        outline = self.z[start // 2 : stop // 2 - 1 : 3]
        before, after = self.strokes[muscle][mode][:, seen(mode, drift)] @ outline
        return tuple((before + drift * (after - before)).view(np.float64).tolist())


class Fitting:
    """The drawing on one body, with swelling muscles and the patterns of their ways of working."""

    def __init__(
        self, body: Body, hands: tuple[str, str] = (OPEN, OPEN), hold: Hold | None = None
    ) -> None:
        self.body = body
        self.hand, far = hands
        self.art = art = drawing(self.hand)
        # What the far arm is drawn from: its hand may have another shape.
        arts = {"near": art, "far": drawing(far)}
        self._arm = seen_arm(body, hold) if hold else None
        self._skin = Skin(body, art, self._arm)
        rimmed = [(name, f"{name}_{side}", side) for side in SIDES for name in (*LEG, *ARM)]
        rimmed += [(name, name, "near") for name in TRUNK]
        for name, run, side in rimmed:
            self._skin.add(run, arts[side].outlines[name], side, "closed")
        for name in art.outlines:
            if name not in (*LEG, *ARM, *TRUNK):
                self._skin.add(name, art.outlines[name], "near", "closed")
        for name, marks in art.lines.items():
            self._skin.add(name, marks, "near", "open")
        self._skin.add_landmarks("joints", JOINTS)
        self._muscles = tuple(art.muscles)
        self._strokes = {
            name: {mode: pattern_rows(rails, mode) for mode in MODES}
            for name, rails in art.muscles.items()
        }
        self._swell_start = self._skin.count
        for name, rails in art.muscles.items():
            self._add_muscle(name, rails)
        self.runs = {name: (2 * r.start, 2 * r.stop) for name, r in self._skin.runs().items()}
        self._shift = np.zeros(self._skin.count, dtype=np.complex128)
        for name in (*LEG, *ARM):
            marks = arts["far"].outlines[name]
            ahead = arm_shifts(marks) if name in ARM else np.full(len(marks), FAR_LEG_MM)
            rows = self._skin.runs()[f"{name}_far"]
            # Controls of a curve lie where its points have them, and so does what shifts them.
            self._shift[rows.start : rows.stop] = curve_matrix(marks, "closed") @ ahead / 1000
        starts = {name: rows.start for name, rows in self._skin.runs().items()}
        self.folds = folds(art, starts, body, self.points)
        self._rims([run for _, run, _ in rimmed])

    @cached_property
    def bones(self) -> BoneFitting:
        """The bones of this body, made when they are first shown."""
        bones = bone_drawing(self.art, self.hand)
        return BoneFitting(self.body, self.art, bones, self._arm)

    def place(
        self,
        pose: Pose,
        at_mm: complex = 0j,
        rim_mm: float = 1.0,
        swell: Mapping[str, float] | None = None,
    ) -> Placed:
        """The figure of one pose, moved by `at_mm`, with rims; `swell` is that of each muscle."""
        z = self._place(pose)
        if swell:
            amounts = np.array([swell.get(name, 0.0) for name in self._muscles])
            z[self._swell_start :] += self._skin.swelling(pose, amounts)
        z *= 1000.0
        z += at_mm
        # Outlines run counter-clockwise, so outward is to the right of the way along them.
        edge = z[: len(self._after)]
        way = edge[self._after] - edge[self._before]
        rims = edge - 1j * rim_mm * self._grown * way / np.maximum(np.abs(way), 1e-9)
        return Placed(np.concatenate([z, rims]), self.runs, self._strokes)

    def points(self, poses: Pose, rows: Sequence[int]) -> ComplexArray:
        """Some points over a batch of poses (N, P), as they are without swelling, mm."""
        placed: ComplexArray = (self._skin.some(poses, rows) + self._shift[rows]) * 1000.0
        return placed

    def edges(self, poses: Pose) -> ComplexArray:
        """The points of all outlines over a batch of poses (N, P), mm."""
        count = len(self._after)
        placed: ComplexArray = (self._skin.place(poses, count) + self._shift[:count]) * 1000.0
        return placed

    def _place(self, pose: Pose) -> ComplexArray:
        placed: ComplexArray = self._skin.place(pose) + self._shift
        return placed

    def _rims(self, outlines: Sequence[str]) -> None:
        """Neighbors of each control point of the closed outlines, and the runs of their rims."""
        before: list[int] = []
        after: list[int] = []
        for name in outlines:
            rows = self._skin.runs()[name]
            assert rows.start == len(after), "outlines come first and without a gap"
            # The last control point is the first one again, so each has the other's neighbor.
            last = rows.stop - 1
            before += [last - 1, *range(rows.start, last)]
            after += [*range(rows.start + 1, rows.stop), rows.start + 1]
            start = 2 * (self._skin.count + rows.start)
            self.runs[f"rim.{name}"] = (start, start + 2 * (rows.stop - rows.start))
        self._before, self._after = np.array(before), np.array(after)
        self._grown = np.ones(len(after))
        for side in SIDES:
            rows = self._skin.runs()[f"sleeve_{side}"]
            # The line thins out over one piece at both ends of the gap, which is the last piece;
            # along the gap it lies inside the filling, where its blurred edge cannot show.
            self._grown[rows.start : rows.start + 3] = (-1.0, 0.1, 0.7)
            self._grown[rows.stop - 6 : rows.stop] = (0.7, 0.1, -1.0, -1.0, -1.0, -1.0)

    def _add_muscle(self, name: str, rails: Rails) -> None:
        number = self._muscles.index(name)
        outline, swelling = self._skin.swelling_rows(rails)
        self._skin.add_rows(f"muscle.{name}", outline, swelling, number)


@lru_cache(maxsize=16)
def fitting(body: Body, hands: tuple[str, str] = OPEN_HANDS, hold: Hold | None = None) -> Fitting:
    """The shipped drawing on a body, with the shapes of its near and far hand; made once for each.

    With a hold, its arms are drawn in it whatever the pose says of them.
    """
    return Fitting(body, hands, hold)
