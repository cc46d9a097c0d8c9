"""The outer edge of several closed curves as one: what a cut-out of a figure would show.

Curves are sampled; of each, the points that lie in another one are left out. What remains is the
edge of all of them together, which can then be drawn solid, dashed or dotted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray
from hinge_tutor.stage.picture import (
    Bar,
    Curve,
    Disc,
    Lines,
    Numbers,
    Plate,
    Polygon,
    Shape,
    Silhouette,
    Strokes,
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
    polygons = [_sampled(points) for points in curves]
    ends = np.cumsum([0, *(len(polygon) for polygon in polygons)])
    every = np.concatenate([*polygons, np.zeros(0, dtype=np.complex128)])
    outside = np.ones(len(every), dtype=bool)
    for number, polygon in enumerate(polygons):
        covered = _inside(every, polygon)
        covered[ends[number] : ends[number + 1]] = False
        outside &= ~covered
    lines = [
        line
        for number, polygon in enumerate(polygons)
        for line in _runs(polygon, outside[ends[number] : ends[number + 1]])
    ]
    return [line for line in lines if np.abs(np.diff(line)).sum() > SHORTEST_MM]


def dashes(lines: Sequence[ComplexArray], on_mm: float, off_mm: float) -> Numbers:
    """Strokes along lines, drawn for `on_mm` and left out for `off_mm` in turn; solid without."""
    strokes = [np.zeros(0, dtype=np.complex128)]
    for line in lines:
        way = np.concatenate([[0.0], np.abs(np.diff(line)).cumsum()])
        places = _places(way, on_mm, off_mm)
        on = np.interp(places, way, line.real) + 1j * np.interp(places, way, line.imag)
        both = np.stack([on[:-1], on[1:]], axis=-1)
        if off_mm:
            middles = (places[1:] + places[:-1]) / 2
            both = both[(middles % (on_mm + off_mm)) < on_mm]
        strokes.append(both.ravel())
    found: list[float] = np.concatenate(strokes).view(np.float64).tolist()
    return tuple(found)


def box_of(shapes: Sequence[Shape], spare: float) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of shapes without text, with room for their lines, mm."""
    points = [np.asarray(_reach(shape)).reshape(-1, 2) for shape in shapes]
    every = np.concatenate([*points, np.zeros((0, 2))])
    left, bottom = (float(value) for value in every.min(axis=0))
    right, top = (float(value) for value in every.max(axis=0))
    return left - spare, bottom - spare, right + spare, top + spare


def _reach(shape: Shape) -> Numbers:
    """Points (flat x, y) between which a shape lies."""
    match shape:
        case Silhouette():
            return tuple(value for points in shape.rims for value in points)
        case Lines():
            return tuple(value for points in shape.curves for value in points)
        case Curve() | Polygon() | Strokes() | Bar():
            return shape.points
        case Plate():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Disc(x=x, y=y, radius=r):
            return x - r, y - r, x + r, y + r
        case _:
            return ()


def _places(way: FloatArray, on_mm: float, off_mm: float) -> FloatArray:
    """Where along a line strokes begin, end or bend."""
    if not off_mm:
        return way
    starts = np.arange(0.0, way[-1], on_mm + off_mm)
    every = np.concatenate([way, starts, starts + on_mm])
    found: FloatArray = np.unique(every[every <= way[-1]])
    return found


def _sampled(points: Numbers) -> ComplexArray:
    """Points along a closed curve of cubic pieces, its beginning not repeated."""
    z = np.asarray(points).view(np.complex128)
    pieces = np.stack([z[0:-1:3], z[1::3], z[2::3], z[3::3]], axis=-1)
    found: ComplexArray = (pieces @ _WEIGHTS).ravel()
    return found


def _inside(points: ComplexArray, polygon: ComplexArray) -> BoolArray:
    """Which points lie in a polygon: a ray to the right crosses its edge an odd number of times."""
    found = np.zeros(len(points), dtype=bool)
    px, py = polygon.real, polygon.imag
    near = (points.real > px.min()) & (points.real < px.max())
    near &= (points.imag > py.min()) & (points.imag < py.max())
    places = np.flatnonzero(near)
    if not len(places):
        return found
    x, y = points.real[places, None], points.imag[places, None]
    next_x, next_y = np.append(px[1:], px[0]), np.append(py[1:], py[0])
    above = py > y
    over = above ^ np.concatenate([above[:, 1:], above[:, :1]], axis=1)
    rise = np.where(next_y == py, 1.0, next_y - py)
    # Only edges that are crossed at the point's height are looked at more closely.
    row, edge = np.nonzero(over)
    at = px[edge] + (y[row, 0] - py[edge]) * ((next_x - px) / rise)[edge]
    crossed = np.bincount(row[x[row, 0] < at], minlength=len(places))
    found[places] = crossed % 2 == 1
    return found


def _runs(polygon: ComplexArray, kept: BoolArray) -> Iterator[ComplexArray]:
    """The stretches of a closed polygon whose points are kept, each a little into its neighbor."""
    if kept.all():
        yield np.append(polygon, polygon[0])
        return
    if not kept.any():
        return
    # Begun behind a point that is left out, no stretch goes round the end.
    start = int(np.flatnonzero(~kept)[0])
    ring, on = np.roll(polygon, -start), np.roll(kept, -start)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], on, [False]]).astype(np.int8)))
    for first, last in zip(edges[0::2], edges[1::2], strict=True):
        stop = ring[last] if last < len(ring) else ring[0]
        yield np.concatenate([ring[first - 1 : last], [stop]])
