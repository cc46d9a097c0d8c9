"""Paths of outlines that are the same in every frame: made once, then turned and moved as a whole.

On dots, a path of a few straight pieces is drawn in half of the time that its curves take. The
pieces leave the curves by less than can be seen at the painter's scale.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from hinge_tutor.stage.shapes import Move, Numbers, Outline

# Scales are rounded up to steps of this factor, so that a window that is being resized makes few.
STEP = 2**0.25
# Qt breaks curves up until the controls of a piece are half a dot from its chord, which leaves the
# curve by at most 3/8 of that; done for a somewhat smaller scale, by at most a quarter of a dot.
COARSER = 0.7
# Copying an empty path is cheaper than giving each new one its rule.
_WINDING = QPainterPath()
_WINDING.setFillRule(Qt.FillRule.WindingFill)
# All outlines of a skeleton with every shape of its hands, at some scales.
KEPT = 1024


def winding() -> QPainterPath:
    """An empty path that is filled wherever it runs around, however often."""
    return QPainterPath(_WINDING)


def add_cubics(path: QPainterPath, points: Numbers) -> None:
    """Adds a row of cubic pieces, x, y after x, y, to a path."""
    # The same iterator six times over: each turn takes the next six numbers, which costs less than
    # slicing them out.
    rest = iter(points)
    path.moveTo(next(rest), next(rest))
    cubic = path.cubicTo
    for controls in zip(rest, rest, rest, rest, rest, rest, strict=True):
        cubic(*controls)


def joined(
    outlines: tuple[Outline, ...], moves: tuple[Move, ...], scale: float | None
) -> QPainterPath:
    """Outlines where their moves lead, in straight pieces for a scale (dots per mm), or without
    one as curves.
    """
    step = None if scale is None else math.ceil(math.log(max(scale, 1e-6), STEP))
    placed = (
        _path(outline, step) * QTransform(*move)
        for outline, move in zip(outlines, moves, strict=True)
    )
    whole = next(placed, _WINDING)
    for path in placed:
        whole.addPath(path)
    return whole


@lru_cache(maxsize=KEPT)
def _path(outline: Outline, step: int | None) -> QPainterPath:
    path = winding()
    if step is None:
        for points in outline.curves:
            add_cubics(path, points)
        return path
    scale = COARSER * STEP**step
    larger, back = QTransform.fromScale(scale, scale), QTransform.fromScale(1 / scale, 1 / scale)
    for polygon in _path(outline, None).toSubpathPolygons(larger):
        path.addPolygon(back.map(polygon))
    return path
