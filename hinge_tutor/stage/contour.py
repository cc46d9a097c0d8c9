"""The outer edge of several closed curves as one: what a cut-out of a figure would show.

Curves are sampled; of each, the points that lie in another one are left out. What remains is the
edge of all of them together, which can then be drawn solid, dashed or dotted (`outlines.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, IntArray
from hinge_tutor.stage.shapes import (
    Bar,
    Curve,
    Disc,
    Lines,
    Moved,
    Numbers,
    Outline,
    Plate,
    Polygon,
    Shape,
    Silhouette,
    Strokes,
    moved,
)

# Samples of each cubic piece; pieces are short, so their chords leave the curve by about a mm.
SAMPLES = 3
_T = np.arange(SAMPLES) / SAMPLES
# Bernstein's weights of the four control points at each sample.
_WEIGHTS = np.stack([(1 - _T) ** 3, 3 * _T * (1 - _T) ** 2, 3 * _T**2 * (1 - _T), _T**3])
# Outlines that only touch would leave crumbs of each other, mm.
SHORTEST_MM = 12.0
# The body itself, with hair; what lies on it or is held has an edge of its own.
LAYER = "body"


def closed_curves(shapes: Sequence[Shape]) -> list[Numbers]:
    """The outlines of a figure's body among its shapes."""
    found: list[Numbers] = []
    for shape in shapes:
        if shape.layer != LAYER:
            continue
        if isinstance(shape, Silhouette):
            found += shape.curves
        elif isinstance(shape, Curve) and shape.fill:
            found.append(shape.points)
    return found


def contour(curves: Sequence[Numbers]) -> list[ComplexArray]:
    """The lines along the edge of all curves together, each from its beginning to its end, mm."""
    if not curves:
        return []
    points, ends = _sampled(curves)
    outside = ~_covered(points, ends)
    return [
        line
        for first, stop in pairwise(ends.tolist())
        for line in _runs(points[first:stop], outside[first:stop])
    ]


def box_of(shapes: Sequence[Shape], spare: float) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of shapes without text, with room for their lines, mm."""
    every = [*chain.from_iterable(map(_reach, shapes))]
    xs, ys = every[0::2], every[1::2]
    return min(xs) - spare, min(ys) - spare, max(xs) + spare, max(ys) + spare


def _reach(shape: Shape) -> Numbers:
    """Points (flat x, y) between which a shape lies."""
    match shape:
        case Silhouette():
            return tuple(chain.from_iterable(shape.rims))
        case Lines():
            return tuple(chain.from_iterable(shape.curves))
        case Moved():
            boxes = zip(map(_corners, shape.outlines), shape.moves, strict=True)
            return tuple(chain.from_iterable(moved(corners, move) for corners, move in boxes))
        case Curve() | Polygon() | Strokes() | Bar():
            return shape.points
        case Plate():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Disc(x=x, y=y, radius=r):
            return x - r, y - r, x + r, y + r
        case _:
            return ()


@lru_cache(maxsize=256)
def _corners(outline: Outline) -> Numbers:
    """The corners of a box around an outline in its own frame."""
    every = [*chain.from_iterable(outline.curves)]
    left, right = min(every[0::2]), max(every[0::2])
    low, high = min(every[1::2]), max(every[1::2])
    return left, low, right, low, right, high, left, high


def _sampled(curves: Sequence[Numbers]) -> tuple[ComplexArray, IntArray]:
    """Points along closed curves of cubic pieces, their beginnings not repeated, and where each
    curve's points begin and at last end.
    """
    z = np.array([*chain.from_iterable(curves)]).view(np.complex128)
    pieces = np.array([len(points) // 6 for points in curves])
    ends = np.append(0, pieces.cumsum())
    # Between the pieces of two curves lies the end of the first one.
    first = 3 * np.arange(ends[-1]) + np.repeat(np.arange(len(curves)), pieces)
    corners = z[first[:, None] + np.arange(4)]
    return (corners @ _WEIGHTS).ravel(), SAMPLES * ends


def _covered(points: ComplexArray, ends: IntArray) -> BoolArray:
    """Which points lie in a curve other than their own: a ray to the right crosses its edge an odd
    number of times.

    Only edges at a point's own height can be crossed; in the order of heights the points that an
    edge passes are neighbors.
    """
    x, y = points.real, points.imag
    curves = len(ends) - 1
    curve = np.repeat(np.arange(curves), np.diff(ends))
    after = np.arange(1, len(points) + 1)
    after[ends[1:] - 1] = ends[:-1]
    order = np.argsort(y)
    low, high = (np.searchsorted(y[order], end(y, y[after])) for end in (np.minimum, np.maximum))
    many = high - low
    edge = np.repeat(np.arange(len(points)), many)
    point = order[np.arange(len(edge)) + np.repeat(low - (many.cumsum() - many), many)]
    slope = (x[after[edge]] - x[edge]) / (y[after[edge]] - y[edge])
    met = (x[point] < x[edge] + (y[point] - y[edge]) * slope) & (curve[point] != curve[edge])
    pairs = point[met] * curves + curve[edge[met]]
    times = np.bincount(pairs, minlength=curves * len(points)).reshape(-1, curves)
    inner, around = np.nonzero(times % 2 == 1)
    # What merely touches another curve at its farthest point is not in it.
    for at in (x, y):
        least, most = (end.reduceat(at, ends[:-1]) for end in (np.minimum, np.maximum))
        kept = (at[inner] > least[around]) & (at[inner] < most[around])
        inner, around = inner[kept], around[kept]
    found = np.zeros(len(points), dtype=bool)
    found[inner] = True
    return found


def _runs(polygon: ComplexArray, kept: BoolArray) -> list[ComplexArray]:
    """The stretches of a closed polygon whose points are kept, each a little into its neighbors."""
    changes = (np.flatnonzero(kept[1:] != kept[:-1]) + 1).tolist()
    if not changes:
        return [np.append(polygon, polygon[0])] if kept[0] else []
    count = len(polygon)
    first = int(kept[0])
    begins, stops = changes[first::2], changes[1 - first :: 2]
    # Twice around, so that a stretch may go on over the ring's end.
    if kept[0]:
        stops = [*stops[1:], stops[0] + count]
        begins = begins if kept[-1] else [*begins, count]
    elif kept[-1]:
        stops = [*stops, count]
    twice = np.concatenate([polygon, polygon])
    gone = np.append(0.0, np.abs(np.diff(twice)).cumsum())
    return [
        twice[begin - 1 : stop + 1]
        for begin, stop in zip(begins, stops, strict=True)
        if gone[stop] - gone[begin - 1] > SHORTEST_MM
    ]
