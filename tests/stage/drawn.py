"""Where the shapes of a picture are, for tests that look at all of them alike."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.stage.picture import (
    Bar,
    Curve,
    Disc,
    Lines,
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
        case Curve() | Polygon() | Strokes() | Bar():
            yield np.array(shape.points).reshape(-1, 2)
        case Disc():
            yield np.array([[shape.x, shape.y], [shape.x + shape.radius, shape.y]])
        case Plate():
            yield np.array([[shape.x, shape.y], [shape.x + shape.width, shape.y + shape.height]])
