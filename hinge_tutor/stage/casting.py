"""Figures that lie over each other on one ankle, each told by its outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hinge_tutor.stage.contour import box_of, closed_curves, contour
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.outlines import outline
from hinge_tutor.stage.shapes import Faded, Shape

# What all figures show; the rest, with nearly every text, belongs to the first one.
ALL_SHOW = frozenset({"muscles", "bones"})
# What form rules find is seldom found on the first figure.
ALL_TELL = frozenset({"findings"})
# Layers of a figure itself, which lie under those of the others; everything else lies on top.
FIGURE = frozenset({"body", "stage", *ALL_SHOW})
# Room for lines around what they go round, in outlines: bands and handles are the thickest.
SPARE_PENS = 20.0


def for_figure(options: Options, first: bool) -> Options:
    """The layers of a figure that lies under or over others."""
    return options if first else replace(options, layers=options.layers & (ALL_SHOW | ALL_TELL))


def laid_over(figures: Sequence[Sequence[Shape]], opacity: float, pen: float) -> list[Shape]:
    """Figures from the first at the back to the last: what fills them, then all their outlines."""
    below: list[Shape] = []
    edges: list[Shape] = []
    above: list[Shape] = []
    for number, shapes in enumerate(figures):
        body = [shape for shape in shapes if shape.layer in FIGURE]
        above += [shape for shape in shapes if shape.layer not in FIGURE]
        curves = closed_curves(body)
        edges.append(outline("contour", contour(curves), number, pen))
        if number == 0 or opacity >= 1.0:
            below += body
        elif opacity > 0.0:
            box = box_of(body, SPARE_PENS * pen)
            below.append(Faded("faded", "stage", tuple(body), opacity, box))
    return [*below, *edges, *above]
