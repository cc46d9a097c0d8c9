"""Where the shapes of a picture are, for tests that look at all of them alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import (
    Bar,
    Curve,
    Disc,
    Lines,
    Moved,
    Outline,
    Plate,
    Polygon,
    Shape,
    Silhouette,
    Strokes,
)


def points(shape: Shape) -> Iterator[FloatArray]:
    """The points (P, 2) of each line or outline of a shape, mm; none of a text."""
    match shape:
        case Silhouette() | Lines():
            for curve in shape.curves:
                yield np.array(curve).reshape(-1, 2)
        case Moved():
            yield from points(shape.lines())
        case Curve() | Polygon() | Strokes() | Bar():
            yield np.array(shape.points).reshape(-1, 2)
        case Disc():
            yield np.array([[shape.x, shape.y], [shape.x + shape.radius, shape.y]])
        case Plate():
            yield np.array([[shape.x, shape.y], [shape.x + shape.width, shape.y + shape.height]])


def as_text(picture: Picture) -> str:
    """The picture as text, one shape a line, numbers with three decimals."""
    lines = map(_line, picture.shapes)
    return "\n".join((f"Picture {picture.width:.3f} {picture.height:.3f}", *lines))


def numbers(shape: Shape) -> Iterator[float]:
    """Every number of a shape."""
    for field in fields(shape):
        yield from _floats(getattr(shape, field.name))


def _floats(value: object) -> Iterator[float]:
    if isinstance(value, float | int):
        yield float(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _floats(part)
    elif isinstance(value, Outline):
        yield from _floats(value.curves)
    elif isinstance(value, Shape):
        yield from numbers(value)


def _line(shape: Shape) -> str:
    parts = [type(shape).__name__]
    for field in fields(shape):
        value = getattr(shape, field.name)
        if isinstance(value, str):
            parts.append(f"{field.name}={value!r}" if field.name == "text" else value or "-")
        else:
            parts.append(" ".join(f"{number:.3f}" for number in _floats(value)))
    return " ".join(parts)
