"""Plays a picture on a painter: the one floor where shapes in millimeters become strokes on screen.

The picture is fitted into the viewport with one scale for both axes, y turned down. Shapes are
drawn in millimeters under that transform; text is drawn upright in the viewport's own units.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTransform

from hinge_tutor.paint.canvas import Canvas
from hinge_tutor.paint.sheets import dots, lay, painter_of
from hinge_tutor.paint.strokes import DRAW, draw_label
from hinge_tutor.paint.tools import FONT_FAMILY, load_fonts, tools_of
from hinge_tutor.stage.palette import THEMES, Palette, load_palette
from hinge_tutor.stage.picture import Picture, Still
from hinge_tutor.stage.shapes import Label, Shape

__all__ = ["FONT_FAMILY", "THEMES", "Palette", "load_fonts", "load_palette", "paint", "placement"]

# What keeps curves as they are: files in which they stay sharp at any size.
CURVED = frozenset({QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf})


def placement(picture: Picture, viewport: QRectF) -> tuple[float, float, float]:
    """Scale (viewport units per mm) and the place of the picture's origin (lower left corner)."""
    scale = min(viewport.width() / picture.width, viewport.height() / picture.height)
    left = viewport.x() + (viewport.width() - picture.width * scale) / 2
    bottom = viewport.y() + (viewport.height() + picture.height * scale) / 2
    return scale, left, bottom


def paint(painter: QPainter, picture: Picture, viewport: QRectF, palette: Palette) -> None:
    """Plays `picture` into `viewport`; the painter is left as it was."""
    scale, left, bottom = placement(picture, viewport)
    tools = tools_of(palette, painter.paintEngine().type() in CURVED)
    dots_per_unit = math.sqrt(abs(painter.deviceTransform().determinant()))
    canvas = Canvas(painter, tools, scale, left, bottom, scale * dots_per_unit)
    shapes, still = picture.shapes, picture.still
    if tools.curved or not picture.ground:
        still = None
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if picture.ground:
        painter.fillRect(viewport, tools.brush(picture.ground))
    _draw(canvas, shapes[: -still.count] if still else shapes)
    if still:
        _lay_still(canvas, picture, still)
    painter.restore()


def _lay_still(canvas: Canvas, picture: Picture, still: Still) -> None:
    """Lays down what stands still, on its own ground; the painter's transform is lost."""
    painter, tools, scale = canvas.painter, canvas.tools, canvas.scale
    wide, high = picture.width * scale, still.top * scale
    area = dots(painter, QRectF(canvas.left, canvas.bottom - high, wide, high))
    onto = painter.deviceTransform()
    if area.isEmpty():
        return

    def drawn() -> QImage:
        sheet = QImage(area.size(), QImage.Format.Format_RGB32)
        sheet.fill(tools.color(picture.ground))
        with painter_of(sheet, area, onto) as inner:
            _draw(replace(canvas, painter=inner), picture.shapes[-still.count :])
        return sheet

    lay(painter, tools.kept(still, (area, onto), drawn), area)


def _draw(canvas: Canvas, shapes: Sequence[Shape]) -> None:
    """Draws shapes in their order; the painter is left where it was."""
    painter = canvas.painter
    # Text has to stand upright, so it is drawn outside of the turned transform. Order is kept: a
    # text may lie on a plate and under nothing.
    upright = now = painter.transform()
    place = QTransform(canvas.scale, 0.0, 0.0, -canvas.scale, canvas.left, canvas.bottom)
    turned = place * upright
    for shape in shapes:
        wanted = upright if isinstance(shape, Label) else turned
        if wanted is not now:
            painter.setTransform(wanted)
            now = wanted
        if isinstance(shape, Label):
            draw_label(canvas, shape)
        else:
            DRAW[type(shape)](canvas, shape)
    painter.setTransform(upright)
