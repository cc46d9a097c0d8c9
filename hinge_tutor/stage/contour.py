"""The outer edge of several closed curves as one: what a cut-out of a figure would show.

Curves are sampled; of each, the points that lie in another one are left out. What remains is the
edge of all of them together, which can then be drawn solid, dashed or dotted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray
from hinge_tutor.stage.picture import Curve, Numbers, Shape, Silhouette

# Samples of each cubic piece; pieces are short, so their chords leave the curve by under a mm.
SAMPLES = 4
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
    lines = []
    for number, polygon in enumerate(polygons):
        outside = np.ones(len(polygon), dtype=bool)
        for other, around in enumerate(polygons):
            if other != number:
                outside &= ~_inside(polygon, around)
        lines += list(_runs(polygon, outside))
    return [line for line in lines if np.abs(np.diff(line)).sum() > SHORTEST_MM]


def dashes(lines: Sequence[ComplexArray], on_mm: float, off_mm: float) -> Numbers:
    """Strokes along lines, drawn for `on_mm` and left out for `off_mm` in turn; solid without."""
    points: list[float] = []
    for line in lines:
        way = np.concatenate([[0.0], np.abs(np.diff(line)).cumsum()])
        places = _places(way, on_mm, off_mm)
        on = np.interp(places, way, line.real) + 1j * np.interp(places, way, line.imag)
        middles = (places[1:] + places[:-1]) / 2
        drawn = (middles % (on_mm + off_mm)) < on_mm if off_mm else np.ones(len(middles), bool)
        for place in np.flatnonzero(drawn):
            first, last = on[place], on[place + 1]
            points += [float(first.real), float(first.imag), float(last.real), float(last.imag)]
    return tuple(points)


def box_of(curves: Sequence[Numbers], spare: float) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of curves, with room around them, mm."""
    xs = [x for points in curves for x in points[0::2]]
    ys = [y for points in curves for y in points[1::2]]
    return min(xs) - spare, min(ys) - spare, max(xs) + spare, max(ys) + spare


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
    near = (
        (points.real > polygon.real.min())
        & (points.real < polygon.real.max())
        & (points.imag > polygon.imag.min())
        & (points.imag < polygon.imag.max())
    )
    places = np.flatnonzero(near)
    if not len(places):
        return found
    x, y = points.real[places, None], points.imag[places, None]
    one, two = polygon, np.roll(polygon, -1)
    over = (one.imag > y) != (two.imag > y)
    rise = np.where(two.imag == one.imag, 1.0, two.imag - one.imag)
    cross = one.real + (y - one.imag) / rise * (two.real - one.real)
    found[places] = (over & (x < cross)).sum(axis=1) % 2 == 1
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
