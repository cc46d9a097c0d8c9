"""Plays a picture on a painter: the one floor where shapes in millimeters become strokes on screen.

The picture is fitted into the viewport with one scale for both axes, y turned down. Shapes are
drawn in millimeters under that transform; text is drawn upright in the viewport's own units.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from hinge_tutor.paint.strokes import DRAW, draw_label
from hinge_tutor.paint.tools import FONT_FAMILY, load_fonts, tools_of
from hinge_tutor.stage.palette import THEMES, Palette, load_palette
from hinge_tutor.stage.picture import Label, Picture

__all__ = ["FONT_FAMILY", "THEMES", "Palette", "load_fonts", "load_palette", "paint", "placement"]


def placement(picture: Picture, viewport: QRectF) -> tuple[float, float, float]:
    """Scale (viewport units per mm) and the place of the picture's origin (lower left corner)."""
    scale = min(viewport.width() / picture.width, viewport.height() / picture.height)
    left = viewport.x() + (viewport.width() - picture.width * scale) / 2
    bottom = viewport.y() + (viewport.height() + picture.height * scale) / 2
    return scale, left, bottom


def paint(painter: QPainter, picture: Picture, viewport: QRectF, palette: Palette) -> None:
    """Plays `picture` into `viewport`; the painter is left as it was."""
    scale, left, bottom = placement(picture, viewport)
    tools = tools_of(palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if picture.ground:
        painter.fillRect(viewport, tools.brush(picture.ground))
    painter.save()
    painter.translate(left, bottom)
    painter.scale(scale, -scale)
    # Text has to stand upright, so it is drawn outside the turned transform; runs of shapes between
    # texts share one. Order is kept: a text may lie on a plate and under nothing.
    turned = True
    for shape in picture.shapes:
        if isinstance(shape, Label):
            if turned:
                painter.restore()
                turned = False
            draw_label(painter, shape, tools, scale, left, bottom)
            continue
        if not turned:
            painter.save()
            painter.translate(left, bottom)
            painter.scale(scale, -scale)
            turned = True
        DRAW[type(shape)](painter, shape, tools)
    if turned:
        painter.restore()
    painter.restore()
