"""How much harder each muscle works in a second figure than in a first, over the repetition.

A lane for each group, as in the muscle roll, with a line for no difference: what stands above it,
filled, is more in the second figure, what hangs below it, in strokes, is less. All lanes share one
scale. One millimeter is one pixel here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.lessons.numerals import signed
from hinge_tutor.lessons.words import Words
from hinge_tutor.mechanics.ways import LEVEL_STARTS
from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.stage.arrangement import AS_IT_COMES, Arrangement
from hinge_tutor.stage.lanes import Lane, anatomical_lanes, plain_lanes
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.roll import PAD_PX, STEP_PX, TEXT_PX, Roll, courses_over, fitting_lanes
from hinge_tutor.stage.shapes import Label, Plate, Polygon, Shape, Strokes

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

PERCENT = 100.0
# A difference smaller than what counts as rest is no difference: no number is told.
LEAST = LEVEL_STARTS[0]
# The scale reaches to the largest difference, but small ones are not blown up beyond this.
LEAST_SCALE = 0.2
# The strokes of what is less stand this far apart, px.
STROKE_EVERY_PX = 4.0
# What is lower than this, px, is drawn as no difference.
LEAST_HIGH_PX = 0.75
# A lane's figure keeps this share of its height free, half of it at each end.
FREE_SHARE = 0.12


@dataclass(frozen=True, eq=False)
class SignedLane:
    """A lane, its line's height and its half height in mm, and its differences (N,), 0 to 1."""

    lane: Lane
    middle: float
    half: float
    by: FloatArray


@dataclass(frozen=True, eq=False)
class SignedRoll(Roll):
    """A roll of differences, which tells their numbers at its playhead."""

    lanes: tuple[SignedLane, ...]
    words: Words
    size: float

    def playhead(self, t: float) -> Picture:
        """The playhead with the number of each lane whose muscles differ now beside it."""
        plain = super().playhead(t)
        shapes = list(plain.shapes)
        x = self.left + min(max(t, 0.0), 1.0) * (self.right - self.left)
        for lane in self.lanes:
            value = self._by(lane, t)
            if abs(value) < LEAST:
                continue
            text = _in_percent(value)
            width, air = width_em(text, "semibold") * self.size, 0.35 * self.size
            right = x + 3 * air + width <= self.right
            at = x + 2 * air if right else x - 2 * air - width
            tall = min(1.2 * self.size, 2 * lane.half)
            box = (at - air, lane.middle - tall / 2, width + 2 * air, tall)
            shapes.append(Plate("by", "roll", *box, 0.25 * tall, "plate", "plate_line", 1.0))
            text_at = (at, lane.middle)
            shapes.append(
                Label("by", "roll", *text_at, text, "text", self.size, width, "left", "semibold")
            )
        return Picture(plain.width, plain.height, tuple(shapes), ground="")

    def said_at(self, x: float, y: float) -> str:
        """The muscle and its difference at a place of the roll; empty beside the lanes."""
        for lane in self.lanes:
            if abs(y - lane.middle) <= lane.half and self.left <= x <= self.right:
                by = _in_percent(self._by(lane, self.time_at(x)))
                return self.words.signed("value", {"muscle": lane.lane.name, "by": by})
        return ""

    def _by(self, lane: SignedLane, t: float) -> float:
        """A lane's difference at t of the clock."""
        count = len(lane.by)
        return float(lane.by[min(int(min(max(t, 0.0), 1.0) * count), count - 1)])


def _in_percent(value: float) -> str:
    """`+12`, `−3`, `0`"""
    return signed(f"{round(PERCENT * value):+d}")


def signed_roll(
    repetitions: Sequence[Repetition],
    width_px: float,
    height_px: float,
    words: Words,
    text_scale: float = 1.0,
    anatomical: bool = False,
    arrangement: Arrangement = AS_IT_COMES,
    names: Sequence[str] = (),
) -> SignedRoll:
    """The roll of the first two repetitions that are shown, in the scene's own order.

    `names` are what all figures are called where that is not their movement. Raises ValueError
    where fewer than two are shown.
    """
    both = sorted(arrangement.shown(len(repetitions)))[:2]
    if len(both) < 2:
        raise ValueError("a difference takes two figures")
    clock = shared_clock([each.take for each in repetitions], arrangement.sync)
    ways = [clock.courses[number] for number in both]
    pair = [repetitions[number] for number in both]
    named = [
        names[number] if names else words.movement_short(repetitions[number].take.movement.id)
        for number in both
    ]
    size = TEXT_PX * text_scale
    head = 1.9 * size
    every = anatomical_lanes(words) if anatomical else plain_lanes(words)
    # What is on or off by rule has no number to take another from.
    numbered = [lane for lane in every if lane.course(pair[0]).ruled is None]
    lanes = fitting_lanes(pair, numbered, height_px - head - PAD_PX, size)
    wide = max((width_em(each.name, "semibold") for each in lanes), default=0.0) * size
    left = PAD_PX + min(wide, 0.3 * width_px) + PAD_PX
    right = width_px - PAD_PX
    steps = max(2, int((right - left) / STEP_PX))
    by = []
    for lane in lanes:
        first, second = courses_over(pair, ways, lane, steps)
        by.append(second.effort - first.effort)
    scale = max(LEAST_SCALE, *(float(np.abs(each).max()) for each in by))
    tall = (height_px - head - PAD_PX) / max(len(lanes), 1)
    shapes: list[Shape] = []
    rows = []
    for number, (lane, values) in enumerate(zip(lanes, by, strict=True)):
        middle = height_px - head - (number + 0.5) * tall
        row = SignedLane(lane, middle, tall / 2, values)
        rows.append(row)
        text = fitted(lane.name, "semibold", size, left - 2 * PAD_PX)
        length = width_em(text, "semibold") * size
        shapes.append(
            Label(lane.id, "roll", PAD_PX, middle, text, "text", size, length, "left", "semibold")
        )
        reach = (1 - FREE_SHARE) * row.half / scale
        shapes += _lane(lane.id, left, right, middle, reach * values, text_scale)
    shapes += _head(named, words, left, right, height_px - 0.9 * size, size)
    sheet = Picture(width_px, height_px, tuple(shapes))
    return SignedRoll(sheet, left, right, height_px - head, tuple(rows), words, size)


def _lane(
    name: str, left: float, right: float, middle: float, high: FloatArray, scale: float
) -> list[Shape]:
    """What is more above the line and what is less below it; `high` (N,) in mm."""
    step = (right - left) / len(high)
    x = left + (np.arange(len(high)) + 0.5) * step
    shapes: list[Shape] = []
    for sign, kind in ((1.0, "more"), (-1.0, "less")):
        for start, stop in _stretches(sign * high > LEAST_HIGH_PX):
            xs = [left + start * step, *x[start:stop].tolist(), left + stop * step]
            ys = [0.0, *high[start:stop].tolist(), 0.0]
            points = tuple(
                float(value) for px, py in zip(xs, ys, strict=True) for value in (px, middle + py)
            )
            fill, line = ("second", "") if kind == "more" else ("", "outline")
            shapes.append(Polygon(f"{kind}.{name}", "roll", points, fill, line, scale))
    strokes: list[float] = []
    for place in np.arange(left + STROKE_EVERY_PX / 2, right, STROKE_EVERY_PX * scale):
        low = float(np.interp(place, x, np.minimum(high, 0.0)))
        if low < -1.0:
            strokes += [float(place), middle, float(place), middle + low]
    if strokes:
        shapes.append(Strokes(f"less.{name}", "roll", tuple(strokes), "outline", scale))
    level = (left, middle, right, middle)
    return [*shapes, Strokes(f"level.{name}", "roll", level, "floor", scale)]


def _stretches(on: BoolArray) -> list[tuple[int, int]]:
    """From where to where something is on."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], on, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for n, (a, b) in enumerate(pairwise(edges)) if n % 2 == 0]


def _head(
    named: Sequence[str], words: Words, left: float, right: float, y: float, size: float
) -> list[Shape]:
    """Who minus whom on the left, what above and below mean on the right, where there is room."""
    names = dict(zip(("first", "second"), named, strict=True))
    title = fitted(words.signed("heading", names), "semibold", size, right - left)
    length = width_em(title, "semibold") * size
    shapes: list[Shape] = [
        Label("figures", "roll", left, y, title, "text", size, length, "left", "semibold")
    ]
    for piece in ("less", "more"):
        text = words.signed(piece, names)
        wide = width_em(text) * size
        if right - wide < left + length + 2 * size:
            break
        shapes.append(Label("key", "roll", right, y, text, "text_quiet", size, wide, "right"))
        right -= wide + 1.5 * size
    return shapes
