"""The figure as it is cut for every body: its runs of points, rims, shifted limbs and swellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, IntArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.stage.cloth import Cloth, Rows, Run, sewn
from hinge_tutor.stage.drawing import Drawing, drawing
from hinge_tutor.stage.far_side import FAR_LEG_MM, arm_shifts
from hinge_tutor.stage.patterns import pattern_rows
from hinge_tutor.stage.shares import Names, curve_matrix, outward

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
# What has a rim, as (outline, run, side); it comes first in the cloth.
RIMMED = (
    *((name, f"{name}_{side}", side) for side in SIDES for name in (*LEG, *ARM)),
    *((name, name, "near") for name in TRUNK),
)


@dataclass(frozen=True, eq=False)
class Rims:
    """The points of the closed outlines, which come first: neighbors of each, and its rim's width.

    Widths are shares of a line's; where a rim lies inside of its outline they are negative.
    """

    before: IntArray
    after: IntArray
    width: FloatArray

    def around(self, z: ComplexArray, rim_mm: float) -> ComplexArray:
        """The rims of placed points, mm, so far outside of their outlines."""
        edge = z[: len(self.after)]
        # Outlines run counter-clockwise, so outward is to the right of the way along them.
        way = edge[self.after] - edge[self.before]
        outside: ComplexArray = edge - 1j * rim_mm * self.width * way / np.maximum(
            np.abs(way), 1e-9
        )
        return outside


@dataclass(frozen=True, eq=False)
class Cut:
    """What every body wears with hands of some shapes: a drawing and the cloth of all its runs.

    `runs` are the first and last of each run's numbers, flat x, y, those of rims included; `shift`
    (points,), m, is how far ahead far limbs are drawn. `swell` (swelling points, bones), m, is how
    each bone's direction moves the points of muscles that swell fully, `muscle` whose each is.
    `strokes` are weights on the points of each muscle's outline, for every way of working.
    """

    art: Drawing
    cloth: Cloth
    runs: Mapping[str, tuple[int, int]]
    shift: ComplexArray
    rims: Rims
    muscles: tuple[str, ...]
    swelling: slice
    swell: ComplexArray
    muscle: IntArray
    strokes: Mapping[str, Mapping[str, FloatArray]]


@lru_cache(maxsize=16)
def cut(hands: tuple[str, str], names: Names) -> Cut:
    """The cut with near and far hands of these shapes, for bones of these names."""
    # What the far arm is drawn from: its hand may have another shape.
    arts = {"near": drawing(hands[0]), "far": drawing(hands[1])}
    art = arts["near"]
    rimmed = {name for name, _, _ in RIMMED}
    runs = [Run(run, arts[side].outlines[name], side, "closed") for name, run, side in RIMMED]
    runs += [
        Run(name, marks, "near", "closed")
        for name, marks in art.outlines.items()
        if name not in rimmed
    ]
    runs += [Run(name, marks, "near", "open") for name, marks in art.lines.items()]
    runs += [
        Run(f"muscle.{name}", rails.outline, "near", "closed")
        for name, rails in art.muscles.items()
    ]
    cloth = sewn(runs, art, names, ("joints", JOINTS))
    ends = {name: (2 * rows.start, 2 * rows.stop) for name, rows in cloth.runs.items()}
    for _, run, _ in RIMMED:
        start, stop = ends[run]
        ends[f"rim.{run}"] = (2 * cloth.count + start, 2 * cloth.count + stop)
    swellings = [
        curve_matrix(rails.outline, "closed") @ outward(rails, names)
        for rails in art.muscles.values()
    ]
    muscles = tuple(art.muscles)
    first, last = (cloth.runs[f"muscle.{muscles[end]}"] for end in (0, -1))
    return Cut(
        art=art,
        cloth=cloth,
        runs=ends,
        shift=_shifted(cloth, arts["far"]),
        rims=_rims([cloth.runs[run] for _, run, _ in RIMMED], cloth.runs),
        muscles=muscles,
        swelling=slice(first.start, last.stop),
        swell=np.concatenate(swellings),
        muscle=np.repeat(np.arange(len(muscles)), [len(each) for each in swellings]),
        strokes={
            name: {mode: pattern_rows(rails, mode) for mode in MODES}
            for name, rails in art.muscles.items()
        },
    )


def _shifted(cloth: Cloth, art: Drawing) -> ComplexArray:
    """How far ahead of the near limbs each point of the far ones is drawn, m; 0 of all others."""
    shift = np.zeros(cloth.count, dtype=np.complex128)
    for name in (*LEG, *ARM):
        marks = art.outlines[name]
        ahead = arm_shifts(marks) if name in ARM else np.full(len(marks), FAR_LEG_MM)
        rows = cloth.runs[f"{name}_far"]
        # Controls of a curve lie where its points have them, and so does what shifts them.
        shift[rows.start : rows.stop] = curve_matrix(marks, "closed") @ ahead / 1000
    return shift


def _rims(outlines: Sequence[Rows], runs: Mapping[str, Rows]) -> Rims:
    """The rims of closed outlines."""
    before: list[int] = []
    after: list[int] = []
    for rows in outlines:
        assert rows.start == len(after), "outlines come first and without a gap"
        # The last control point is the first one again, so each has the other's neighbor.
        last = rows.stop - 1
        before += [last - 1, *range(rows.start, last)]
        after += [*range(rows.start + 1, rows.stop), rows.start + 1]
    width = np.ones(len(after))
    for side in SIDES:
        rows = runs[f"sleeve_{side}"]
        # The line thins out over one piece at both ends of the gap, which is the last piece;
        # along the gap it lies inside the filling, where its blurred edge cannot show.
        width[rows.start : rows.start + 3] = (-1.0, 0.1, 0.7)
        width[rows.stop - 6 : rows.stop] = (0.7, 0.1, -1.0, -1.0, -1.0, -1.0)
    return Rims(np.array(before), np.array(after), width)
