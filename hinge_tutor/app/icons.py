"""Icons: the shipped drawings, in any color and size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hinge_tutor import shelf


@lru_cache(maxsize=32)
def _drawing(name: str) -> str:
    """The drawing as text; empty where it is missing, because every button has a name as well."""
    try:
        return shelf.assets("icons", f"{name}.svg").read_text(encoding="utf-8")
    except (shelf.MissingFile, OSError, UnicodeDecodeError):
        return ""


def pixmap(name: str, color: QColor, size: int, ratio: float = 2.0) -> QPixmap:
    """An icon of `size` logical px; drawn at `ratio` times as many dots."""
    # Both live in a variable: Qt keeps no copy of the bytes, and paints on a temporary crash.
    data = QByteArray(_drawing(name).replace("currentColor", color.name()).encode())
    renderer = QSvgRenderer(data)
    dots = max(round(size * ratio), 1)
    made = QPixmap(dots, dots)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    try:
        if renderer.isValid():
            renderer.render(painter, QRectF(0, 0, dots, dots))
    finally:
        painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def program_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(pixmap("app", QColor(), 128, 1.0))


def icon(name: str, color: QColor, size: int, on: QColor | None = None) -> QIcon:
    """An icon for a button; `on` is its color while the button is checked."""
    off = pixmap(name, color, size)
    made = QIcon()
    made.addPixmap(off, QIcon.Mode.Normal, QIcon.State.Off)
    checked = off if on is None else pixmap(name, on, size)
    made.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
    return made
