"""Images that are painted apart and laid on a painter dot by dot, so that none moves or softens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform


def dots(painter: QPainter, box: QRectF) -> QRect:
    """The dots of a painter's device that a box (in the painter's units) touches.

    A widget is painted on its window, so the device is what is painted on in the end.
    """
    device = painter.paintEngine().paintDevice()
    ratio = device.devicePixelRatio()
    whole = QRectF(0, 0, device.width() * ratio, device.height() * ratio).toAlignedRect()
    return painter.deviceTransform().mapRect(box).toAlignedRect() & whole


@contextmanager
def painter_of(sheet: QImage, area: QRect, onto: QTransform) -> Iterator[QPainter]:
    """A painter that paints on a sheet as one with the transform `onto` would on those dots."""
    painter = QPainter(sheet)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(onto * QTransform.fromTranslate(-area.x(), -area.y()))
        yield painter
    finally:
        painter.end()


def lay(painter: QPainter, sheet: QImage, area: QRect) -> None:
    """Lays a sheet on its dots; the painter's transform is lost, so save it before."""
    back, possible = painter.deviceTransform().inverted()
    if possible:
        # From the device's dots back through what the painter does to them anyway.
        painter.setTransform(back, True)
        painter.drawImage(area.topLeft(), sheet)
