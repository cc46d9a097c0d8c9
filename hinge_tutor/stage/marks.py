"""Marks of what form rules find: a dashed outline with a warning of its own shape, or a check."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from itertools import pairwise

from hinge_tutor.stage.layers import Sizes, arc
from hinge_tutor.stage.shapes import Curve, Disc, Lines, Numbers, Polygon, Shape, Strokes, flat

LAYER = "findings"
# A sign is this large over the letters beside it: half the diagonal of the diamond, the disc.
DIAMOND_EM, DISC_EM = 0.95, 0.72
# On a small figure it would cover what it marks; so it is no larger than this, mm of the figure,
# or than so many pens, which can still be told apart.
LARGEST_MM, LARGEST_PENS = 45.0, 6.0
# The dash of a left rule's outline, in pens; its rim is wider by this much on both sides.
DASH_PENS, RIM_PENS = 4.0, 1.6


def sign(name: str, at: complex, kept: bool, sizes: Sizes) -> list[Shape]:
    """The sign of a rule that is left, a diamond with a bar and a dot, or of one that is kept."""
    return _check(name, at, sizes) if kept else _diamond(name, at, sizes)


def _diamond(name: str, at: complex, sizes: Sizes) -> list[Shape]:
    reach, pen = _reach(DIAMOND_EM, sizes), sizes.pen
    corners = flat(at + reach * 1j**turn for turn in range(4))
    bar = flat((at + 0.42j * reach, at - 0.05j * reach))
    dot = at - 0.4j * reach
    return [
        Polygon(name, LAYER, corners, "plate", "pressure", 1.6 * pen),
        Strokes(name, LAYER, bar, "pressure", 0.17 * reach),
        Disc(name, LAYER, dot.real, dot.imag, 0.11 * reach, "pressure"),
    ]


def _check(name: str, at: complex, sizes: Sizes) -> list[Shape]:
    reach, pen = _reach(DISC_EM, sizes), sizes.pen
    knee, start, stop = (at + reach * way for way in (-0.12 - 0.38j, -0.5 + 0.02j, 0.5 + 0.4j))
    return [
        Disc(name, LAYER, at.real, at.imag, reach, "plate", "accent", 1.4 * pen),
        Strokes(name, LAYER, flat((start, knee, knee, stop)), "accent", 0.2 * reach),
    ]


def _reach(em: float, sizes: Sizes) -> float:
    return min(em * sizes.text, em * max(LARGEST_MM, LARGEST_PENS * sizes.pen))


def outline(
    name: str, places: Sequence[complex], radius: float, kept: bool, sizes: Sizes
) -> list[Shape]:
    """The edge around a joint, or around a stretch of the body from place to place, mm."""
    points, pen = around(places, radius), sizes.pen
    width = (1.3 if kept else 2.0) * pen
    rim = Lines(name, LAYER, (points,), "ground", width + RIM_PENS * pen)
    if kept:
        return [rim, Curve(name, LAYER, points, line="accent", width=width)]
    return [rim, Curve(name, LAYER, points, "", "pressure", width, DASH_PENS * pen)]


def around(places: Sequence[complex], radius: float) -> Numbers:
    """A closed curve at a distance from a bent line, counter-clockwise; a circle around one place.

    At a bend its corners lie on the middle of the two normals.
    """
    if len(places) == 1:
        return arc((places[0].real, places[0].imag), radius, 0.0, 2.0 * math.pi)
    ways = [after - before for before, after in pairwise(places)]
    units = [way / abs(way) for way in ways]
    normals = [units[0], *(a + b for a, b in pairwise(units)), units[-1]]
    left = [1j * normal / abs(normal) for normal in normals]
    right = [place - radius * side for place, side in zip(places, left, strict=True)]
    back = [place + radius * side for place, side in zip(places, left, strict=True)][::-1]
    found = list(flat(right[:1]))
    _straight(found, right)
    _round(found, places[-1], radius, cmath.phase(-left[-1]))
    _straight(found, back)
    _round(found, places[0], radius, cmath.phase(left[0]))
    return tuple(found)


def _straight(points: list[float], way: Sequence[complex]) -> None:
    """Goes on straight from place to place, the first of which is where `points` end."""
    for start, stop in pairwise(way):
        points += flat((start + (stop - start) / 3, stop - (stop - start) / 3, stop))


def _round(points: list[float], center: complex, radius: float, start: float) -> None:
    """Goes half around an end."""
    points += arc((center.real, center.imag), radius, start, start + math.pi)[2:]
