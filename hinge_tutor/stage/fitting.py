"""One body wearing the drawing: every point of its figure in one table, placed in one product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.stage.bone_drawing import bone_drawing
from hinge_tutor.stage.bone_fitting import BoneFitting
from hinge_tutor.stage.cut import ARM, JOINTS, LEG, MODES, TRUNK, cut
from hinge_tutor.stage.drawing import OPEN
from hinge_tutor.stage.folds import folds
from hinge_tutor.stage.holding import Hold, seen_arm
from hinge_tutor.stage.patterns import seen
from hinge_tutor.stage.skin import Skin
from hinge_tutor.stage.turning import Turning, bones

__all__ = ["ARM", "JOINTS", "LEG", "MODES", "TRUNK", "Fitting", "Placed", "fitting"]

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
        self.hand = hands[0]
        self._cut = cut(hands, bones(body))
        self.art, self.runs = self._cut.art, self._cut.runs
        self._turning = Turning(body, seen_arm(body, hold) if hold else None)
        self._skin = Skin(self._turning, self.art, self._cut.cloth)
        starts = {name: rows.start for name, rows in self._cut.cloth.runs.items()}
        self.folds = folds(self.art, starts, body, self.points)

    @cached_property
    def bones(self) -> BoneFitting:
        """The bones of this body, made when they are first shown."""
        bones = bone_drawing(self.art, self.hand)
        return BoneFitting(self._turning, self.art, bones)

    def place(
        self,
        pose: Pose,
        at_mm: complex = 0j,
        rim_mm: float = 1.0,
        swell: Mapping[str, float] | None = None,
    ) -> Placed:
        """The figure of one pose, moved by `at_mm`, with rims; `swell` is that of each muscle."""
        figure = self._cut
        z = self._skin.place(pose) + figure.shift
        if swell:
            amounts = np.array([swell.get(name, 0.0) for name in figure.muscles])
            swollen = self._turning.of(pose).directions @ figure.swell.T
            z[figure.swelling] += swollen * amounts[figure.muscle]
        z *= 1000.0
        z += at_mm
        rims = figure.rims.around(z, rim_mm)
        return Placed(np.concatenate([z, rims]), self.runs, figure.strokes)

    def points(self, poses: Pose, rows: Sequence[int]) -> ComplexArray:
        """Some points over a batch of poses (N, P), as they are without swelling, mm."""
        placed: ComplexArray = (self._skin.some(poses, rows) + self._cut.shift[rows]) * 1000.0
        return placed

    def edges(self, poses: Pose) -> ComplexArray:
        """The points of all outlines over a batch of poses (N, P), mm."""
        count = len(self._cut.rims.after)
        placed: ComplexArray = self._skin.place(poses, count) + self._cut.shift[:count]
        placed *= 1000.0
        return placed


@lru_cache(maxsize=16)
def fitting(body: Body, hands: tuple[str, str] = OPEN_HANDS, hold: Hold | None = None) -> Fitting:
    """The shipped drawing on a body, with the shapes of its near and far hand; made once for each.

    With a hold, its arms are drawn in it whatever the pose says of them.
    """
    return Fitting(body, hands, hold)
