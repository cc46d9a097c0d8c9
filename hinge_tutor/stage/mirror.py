"""Shapes and places as a mirror on an upright axis shows them; text stands there, but is not
mirrored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hinge_tutor.stage.picture import Hotspot
from hinge_tutor.stage.shapes import (
    Bar,
    Curve,
    Disc,
    Faded,
    Label,
    Lines,
    Moved,
    Numbers,
    Plate,
    Polygon,
    Shape,
    Silhouette,
    Strokes,
)

_SIDES = {"left": "right", "center": "center", "right": "left"}


def mirrored(shapes: Sequence[Shape], axis: float) -> list[Shape]:
    """The shapes on the other side of x = `axis`, mm."""
    return [_shape(shape, 2.0 * axis) for shape in shapes]


def mirrored_spot(spot: Hotspot, axis: float) -> Hotspot:
    """A place that answers to the pointer, on the other side."""
    return replace(spot, x=2.0 * axis - spot.x)


def _shape(shape: Shape, twice: float) -> Shape:
    match shape:
        case Silhouette():
            return replace(
                shape,
                curves=tuple(_points(points, twice) for points in shape.curves),
                rims=tuple(_points(points, twice) for points in shape.rims),
            )
        case Lines():
            return replace(shape, curves=tuple(_points(points, twice) for points in shape.curves))
        case Moved():
            moves = [(-a, b, -c, d, twice - x, y) for a, b, c, d, x, y in shape.moves]
            return replace(shape, moves=tuple(moves))
        case Curve() | Polygon() | Strokes():
            return replace(shape, points=_points(shape.points, twice))
        case Bar(points=(x1, y1, x2, y2)):
            return replace(shape, points=(twice - x1, y1, twice - x2, y2))
        case Plate():
            return replace(shape, x=twice - shape.x - shape.width)
        case Disc():
            return replace(shape, x=twice - shape.x)
        case Label():
            return replace(shape, x=twice - shape.x, align=_SIDES[shape.align])
        case Faded():
            left, bottom, right, top = shape.box
            return replace(
                shape,
                shapes=tuple(_shape(each, twice) for each in shape.shapes),
                box=(twice - right, bottom, twice - left, top),
            )
        case _:
            raise AssertionError(f"a {type(shape).__name__} has no mirror image yet")


def _points(points: Numbers, twice: float) -> Numbers:
    flat = list(points)
    flat[0::2] = [twice - x for x in flat[0::2]]
    return tuple(flat)
