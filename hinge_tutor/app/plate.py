"""A picture painted once on a sheet of its own, for what stays while something moves over it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from hinge_tutor import paint
from hinge_tutor.app.chrome import Look
from hinge_tutor.stage.picture import Picture


def plate(picture: Picture, size: QSize, look: Look, ratio: float) -> QPixmap:
    """The picture on a card's own color, `size` in px with `ratio` dots to each."""
    sheet = QPixmap(size * ratio)
    sheet.setDevicePixelRatio(ratio)
    painter = QPainter(sheet)
    try:
        room = QRectF(0, 0, size.width(), size.height())
        paint.paint(painter, replace(picture, ground="plate"), room, look.palette)
    finally:
        painter.end()
    return sheet
