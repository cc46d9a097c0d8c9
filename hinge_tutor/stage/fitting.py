"""One body wearing the drawing: every point of its figure in one table, placed in one product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.stage.drawing import Drawing, Rails, drawing
from hinge_tutor.stage.patterns import pattern_rows
from hinge_tutor.stage.skin import SIDES, Skin

MODES = ("stretched", "holding", "lengthening", "shortening")
LEG, ARM, TRUNK = ("leg",), ("arm", "thumb"), ("trunk", "head")
# The far limbs are drawn where a camera turned 8° toward the face would see them: a limb half a
# hip width (9 cm) or half a shoulder width (18 cm) beyond the middle, seen from in front of it.
FAR_LEG_MM, FAR_ARM_MM = 26.0, 40.0


@dataclass(frozen=True, eq=False)
class Placed:
    """The points of a figure at one moment: flat x, y in mm, and where each run of them stands."""

    xy: list[float]
    runs: Mapping[str, tuple[int, int]]

    def run(self, name: str) -> tuple[float, ...]:
        """A run's numbers."""
        start, stop = self.runs[name]
        return tuple(self.xy[start:stop])


class Fitting:
    """The drawing on one body, with swelling muscles and the patterns of their ways of working."""

    def __init__(self, body: Body, art: Drawing) -> None:
        self.body = body
        self.art = art
        self._skin = Skin(body, art)
        far: list[tuple[str, float]] = []
        for side in SIDES:
            for name in (*LEG, *ARM):
                self._skin.add(f"{name}_{side}", art.outlines[name], side, "closed")
            far += [(f"{name}_far", FAR_LEG_MM) for name in LEG if side == "far"]
            far += [(f"{name}_far", FAR_ARM_MM) for name in ARM if side == "far"]
        for name in art.outlines:
            if name not in (*LEG, *ARM):
                self._skin.add(name, art.outlines[name], "near", "closed")
        for name, marks in art.lines.items():
            self._skin.add(name, marks, "near", "open")
        self._muscles = tuple(art.muscles)
        self._swell_start = self._skin.count
        for name, rails in art.muscles.items():
            self._add_muscle(name, rails)
        self.runs = {name: (2 * r.start, 2 * r.stop) for name, r in self._skin.runs().items()}
        shift = np.zeros(self._skin.count, dtype=np.complex128)
        for name, forward in far:
            rows = self._skin.runs()[name]
            shift[rows.start : rows.stop] = forward / 1000
        self._shift = shift

    def place(
        self, pose: Pose, at_mm: complex = 0j, swell: Mapping[str, float] | None = None
    ) -> Placed:
        """The figure of one pose, moved by `at_mm`; `swell` is the share of each muscle."""
        return Placed(self._floats(pose, at_mm, swell).tolist(), self.runs)

    def extent_mm(self, pose: Pose) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a batch of poses, all outlines included."""
        xy = self._floats(pose, 0j, None)
        x, y = xy[..., 0::2], xy[..., 1::2]
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())

    def _floats(self, pose: Pose, at_mm: complex, swell: Mapping[str, float] | None) -> FloatArray:
        z = self._skin.place(pose) + (self._shift + at_mm / 1000)
        if swell:
            amounts = np.array([swell.get(name, 0.0) for name in self._muscles])
            z[..., self._swell_start :] += self._skin.swelling(pose, amounts)
        flat: FloatArray = (np.ascontiguousarray(z) * 1000.0).view(np.float64)
        return flat

    def _add_muscle(self, name: str, rails: Rails) -> None:
        number = self._muscles.index(name)
        outline, swelling = self._skin.swelling_rows(rails)
        self._skin.add_rows(f"muscle.{name}", outline, swelling, number)
        for mode in MODES:
            weights = pattern_rows(rails, mode)
            self._skin.add_rows(
                f"pattern.{name}.{mode}",
                weights @ outline[::3][:-1],
                weights @ swelling[::3][:-1],
                number,
            )


@lru_cache(maxsize=16)
def fitting(body: Body) -> Fitting:
    """The shipped drawing on a body; made once for each body."""
    return Fitting(body, drawing())
