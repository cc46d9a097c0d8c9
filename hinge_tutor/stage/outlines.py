"""How the outlines of figures that lie over each other differ: solid, dashed, dotted."""

from __future__ import annotations

from collections.abc import Sequence

from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.stage.contour import dashes
from hinge_tutor.stage.picture import Strokes

# Role, width, length of a stroke and of the gap after it, all in widths of an outline.
STYLES = (
    ("outline", 1.3, 0.0, 0.0),
    ("second", 1.9, 6.5, 4.0),
    ("third", 2.4, 0.4, 4.4),
)


def outline(name: str, lines: Sequence[ComplexArray], number: int, pen: float) -> Strokes:
    """Lines as the outline of the figure of this number, counted from 0; `pen` in mm."""
    role, width, on, off = STYLES[number % len(STYLES)]
    points = dashes(lines, on * pen, off * pen)
    return Strokes(name, "stage", points, role, width * pen)
