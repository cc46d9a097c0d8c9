"""What stays on a sheet while figures move: titles and badges, the ground line, dividers."""

from __future__ import annotations

from collections.abc import Sequence

from hinge_tutor.stage.headers import header_shapes
from hinge_tutor.stage.pens import FINE_PX
from hinge_tutor.stage.plan import Layout
from hinge_tutor.stage.shapes import Shape, Strokes


def backdrop(
    layout: Layout, letters: float, titles: Sequence[str], badges: Sequence[str], over: bool
) -> tuple[Shape, ...]:
    """The shapes under all figures; `over` says whether these lie over each other."""
    px = layout.mm_per_px
    shapes: list[Shape] = [_ground(layout, over)]
    for place, column in enumerate(layout.headers):
        shapes += header_shapes(titles[place], badges[place], column, layout, letters, place)
        if column.left > 0 and not over:
            divider = (column.left, column.ground, column.left, column.top - 10 * px)
            shapes.append(Strokes("divider", "stage", divider, "divider", FINE_PX * px, 4 * px))
    return tuple(shapes)


def _ground(layout: Layout, over: bool) -> Strokes:
    px = layout.mm_per_px
    lines: list[float] = []
    for column in layout.columns[:1] if over else layout.columns:
        y = column.ground - px
        lines += [column.left, y, column.right, y]
    return Strokes("ground", "stage", tuple(lines), "floor", 2 * px, square=True)
