"""Arrows of forces and the signs of moment arms, with a rim that parts them from a figure."""

from __future__ import annotations

from hinge_tutor.stage.layers import Sizes
from hinge_tutor.stage.shapes import Bar, Disc, Polygon, Shape, Strokes

LAYER = "forces"
# An arrow's shaft, its rim, and its tip's length and half width, in pens.
SHAFT_PENS, RIM_PENS, TIP_PENS, HALF_TIP_PENS = 3.4, 1.0, 10.0, 5.0
# On a small figure pens are thick, mm of it; thicker ones than this would hide what they point at.
THICKEST_MM = 6.0
# A tip takes no more than this share of its arrow.
TIP_SHARE = 0.6
# The side of a right angle's mark, and the ring around the joint, in pens.
RIGHT_PENS, RING_PENS = 7.0, 4.2


def arrow(name: str, start: complex, way: complex, sizes: Sizes) -> list[Shape]:
    """An arrow from a place along `way`, which is as long as it, mm."""
    pen, length = _pen(sizes), abs(way)
    heading = way / length
    tip = min(TIP_PENS * pen, TIP_SHARE * length)
    end = start + way
    neck = end - tip * heading
    half = 1j * heading * HALF_TIP_PENS * pen
    left, right = neck + half, neck - half
    head = (end.real, end.imag, left.real, left.imag, right.real, right.imag)
    shaft = (start.real, start.imag, neck.real, neck.imag)
    rim = RIM_PENS * pen
    edges = (*head[:4], *head[2:], *head[4:], *head[:2])
    return [
        Strokes(name, LAYER, edges, "ground", 2 * rim, square=True),
        Bar(name, LAYER, shaft, SHAFT_PENS * pen + rim, "force", "ground", rim),
        Polygon(name, LAYER, head, "force"),
    ]


def lever(name: str, joint: complex, foot: complex, line: complex, sizes: Sizes) -> list[Shape]:
    """A moment arm from a joint to the foot of the perpendicular on a force's line, whose direction
    is `line`: a bar of its own kind, a right angle at its foot, a ring at the joint.
    """
    pen, way = _pen(sizes), foot - joint
    long = abs(way)
    side = min(RIGHT_PENS * pen, 0.5 * long)
    beside = foot - side * way / long
    corner, above = beside - side * line, foot - side * line
    bend = (corner.real, corner.imag)
    square = (beside.real, beside.imag, *bend, *bend, above.real, above.imag)
    ends = (joint.real, joint.imag, foot.real, foot.imag)
    return [
        Bar(name, LAYER, ends, 3.6 * pen, "lever", "ground", 0.8 * pen),
        Strokes(name, LAYER, square, "lever", 1.2 * pen, square=True),
        Disc(name, LAYER, joint.real, joint.imag, RING_PENS * pen, "plate", "lever", 1.6 * pen),
    ]


def line_of(name: str, start: complex, stop: complex, sizes: Sizes) -> Shape:
    """A force's line, dashed from place to place."""
    pen, ends = _pen(sizes), (start.real, start.imag, stop.real, stop.imag)
    return Strokes(name, LAYER, ends, "force", pen, 3.5 * pen)


def _pen(sizes: Sizes) -> float:
    return min(sizes.pen, THICKEST_MM)
