"""The frame around what has the focus, on widgets that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

# As wide as around every other control; a single line is lost among those of a picture.
RING_PX = 2


def paint_ring(painter: QPainter, widget: QWidget, color: QColor, round_px: float = 0.0) -> None:
    """Just inside the edge of a widget."""
    inside = RING_PX / 2
    painter.setPen(QPen(color, RING_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRectF(widget.rect()).adjusted(inside, inside, -inside, -inside)
    painter.drawRoundedRect(frame, round_px, round_px)
