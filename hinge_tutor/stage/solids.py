"""Points along what is drawn beside a figure, so that texts can keep off it; mm."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.stage.labels import Box
from hinge_tutor.stage.shapes import Bar, Curve, Disc, Plate, Polygon, Shape, Strokes

# Closer together than the lowest band of `stage/reach.py` is high.
STEP_MM = 25.0
# What is round has as many points as keep that distance on the largest plate of a bar.
ROUND = 64
_CIRCLE = np.exp(2j * math.pi * np.arange(ROUND) / ROUND)


def solid_points(shapes: Iterable[Shape]) -> ComplexArray:
    """Points along the edges of shapes."""
    lines: list[tuple[complex, complex]] = []
    parts: list[ComplexArray] = []
    for shape in shapes:
        match shape:
            case Disc():
                parts.append(complex(shape.x, shape.y) + ring(shape.radius))
            case Curve():
                parts.append(np.array(shape.points).view(np.complex128))
            case _:
                lines += _edges(shape)
    return np.concatenate([_along(lines), *parts])


def bar_points(shapes: Iterable[Shape]) -> ComplexArray:
    """Points along the bars among shapes."""
    return solid_points(shape for shape in shapes if isinstance(shape, Bar))


def box_points(box: Box) -> ComplexArray:
    """Points around a rectangle."""
    return _along(list(_sides(box)))


def ring(radius: float) -> ComplexArray:
    """Points around a circle of this radius about 0."""
    found: ComplexArray = radius * _CIRCLE
    return found


def _edges(shape: Shape) -> Iterator[tuple[complex, complex]]:
    match shape:
        case Strokes() | Bar():
            z = _corners(shape.points)
            yield from zip(z[0::2], z[1::2], strict=True)
        case Polygon():
            z = _corners(shape.points)
            yield from zip(z, (*z[1:], z[0]), strict=True)
        case Plate():
            yield from _sides((shape.x, shape.y, shape.x + shape.width, shape.y + shape.height))


def _corners(points: Sequence[float]) -> list[complex]:
    return [complex(x, y) for x, y in zip(points[0::2], points[1::2], strict=True)]


def _sides(box: Box) -> Iterator[tuple[complex, complex]]:
    left, bottom, right, top = box
    z = (complex(left, bottom), complex(right, bottom), complex(right, top), complex(left, top))
    yield from zip(z, (*z[1:], z[0]), strict=True)


def _along(lines: Sequence[tuple[complex, complex]]) -> ComplexArray:
    """Points along straight lines, at equal shares of each, as close as the longest one needs."""
    if not lines:
        return np.zeros(0, np.complex128)
    start, stop = np.array(lines).T
    long = np.abs(stop - start)
    counts = np.ceil(long / STEP_MM).astype(np.intp) + 1
    which = np.repeat(np.arange(len(lines)), counts)
    place = np.arange(len(which)) - np.repeat(counts.cumsum() - counts, counts)
    share = place / np.maximum(counts - 1, 1)[which]
    found: ComplexArray = start[which] + share * (stop - start)[which]
    return found
