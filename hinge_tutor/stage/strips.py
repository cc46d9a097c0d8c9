"""The strips of the muscle roll: what one lane does over time in one figure, and its marks."""

from __future__ import annotations

from collections import defaultdict

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.mechanics.ways import LEVEL_STARTS
from hinge_tutor.stage.anatomy import tone
from hinge_tutor.stage.fitting import MODES
from hinge_tutor.stage.shapes import Plate, Shape, Strokes

# A strip thinner than this shows no pattern; lanes are dropped until strips are at least this.
LEAST_STRIP_PX = 5.0
# One mark of the way of working for each stretch of this length.
MARK_EVERY_PX = 30.0
# What is on by rule is dotted: so many dots for a mark of the others, each of this half length.
DOTS_PER_MARK, DOT_PX = 4, 1.0


def ruled_strip(
    lane: str,
    left: float,
    right: float,
    y: float,
    height: float,
    scale: float,
    on: BoolArray,
) -> list[Shape]:
    """One strip of what is on or off by rule: the tone of rest, dots along it where it is on."""
    step = (right - left) / len(on)
    dots: list[float] = []
    every = MARK_EVERY_PX * scale / DOTS_PER_MARK
    for place in range(int((right - left) / every)):
        x = left + (place + 0.5) * every
        if on[min(int((x - left) / step), len(on) - 1)]:
            dots += [x - DOT_PX * scale, y + height / 2, x + DOT_PX * scale, y + height / 2]
    shapes: list[Shape] = [
        Plate(f"strip.{lane}", "roll", left, y, right - left, height, 0.0, "muscle.0")
    ]
    if dots:
        shapes.append(Strokes(f"mark.{lane}", "roll", tuple(dots), "pattern.0", 2 * scale))
    return shapes


def strip_of(
    group: str,
    left: float,
    right: float,
    y: float,
    height: float,
    scale: float,
    effort: FloatArray,
    modes: list[str],
) -> list[Shape]:
    """One strip: a plate for each run of one tone, and marks for the way of working."""
    step = (right - left) / len(effort)
    # Rest is one quiet tone, so that what works stands out.
    tones = [tone(float(value)) if value >= LEVEL_STARTS[0] else 0 for value in effort]
    shapes: list[Shape] = []
    start = 0
    for number in range(1, len(tones) + 1):
        if number == len(tones) or tones[number] != tones[start]:
            x, width = left + start * step, (number - start) * step
            role = f"muscle.{tones[start]}"
            shapes.append(Plate(f"strip.{group}", "roll", x, y, width, height, 0.0, role))
            start = number
    if height + 1.0 < LEAST_STRIP_PX:
        return shapes
    marks: dict[str, list[float]] = defaultdict(list)
    every = MARK_EVERY_PX * scale
    for place in range(int((right - left) / every)):
        x = left + (place + 0.5) * every
        at = min(int((x - left) / step), len(modes) - 1)
        marks[f"pattern.{tones[at]}"] += mark(modes[at], x, y + height / 2, 0.42 * height)
    shapes += [
        Strokes(f"mark.{group}", "roll", tuple(points), role, scale)
        for role, points in marks.items()
        if points
    ]
    return shapes


def mark(mode: str, x: float, y: float, reach: float) -> list[float]:
    """The small sign of a way of working: that of the figure's patterns, laid on its side."""
    near, far = 0.9 * reach, 2.2 * reach
    if mode == "holding":
        return [x - near, y - reach, x - near, y + reach, x + near, y - reach, x + near, y + reach]
    if mode == "stretched":
        return [x - 2 * reach, y, x + 2 * reach, y]
    if mode not in MODES:
        return []
    tip, back = (near, far) if mode == "shortening" else (far, near)
    return [
        value
        for side in (-1, 1)
        for end in (-reach, reach)
        for value in (x + side * back, y + end, x + side * tip, y)
    ]
