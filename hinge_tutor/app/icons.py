"""Icons: the shipped drawings, in any color and size."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QImageWriter, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hinge_tutor import shelf

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

PROGRAM = "app"
PROGRAM_PX = (16, 24, 32, 48, 64, 128, 256)


@lru_cache(maxsize=32)
def _drawing(name: str) -> str:
    """The drawing as text; empty where it is missing, because every button has a name as well."""
    try:
        return shelf.assets("icons", f"{name}.svg").read_text(encoding="utf-8")
    except (shelf.MissingFile, OSError, UnicodeDecodeError):
        return ""


# Every button of a window, in the colors of two themes.
@lru_cache(maxsize=128)
def _image(name: str, color: str, dots: int) -> QImage:
    """A drawing, so many dots wide."""
    # Both live in a variable: Qt keeps no copy of the bytes, and paints on a temporary crash.
    data = QByteArray(_drawing(name).replace("currentColor", color).encode())
    renderer = QSvgRenderer(data)
    made = QImage(dots, dots, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    try:
        if renderer.isValid():
            renderer.render(painter, QRectF(0, 0, dots, dots))
    finally:
        painter.end()
    return made


def pixmap(name: str, color: QColor, size: int, ratio: float = 2.0) -> QPixmap:
    """An icon of `size` logical px; drawn at `ratio` times as many dots."""
    made = QPixmap.fromImage(_image(name, color.name(), max(round(size * ratio), 1)))
    made.setDevicePixelRatio(ratio)
    return made


def program_icon() -> QIcon:
    """The program's own icon, drawn for each size that title bars, docks and switchers show."""
    made = QIcon()
    for size in PROGRAM_PX:
        made.addPixmap(pixmap(PROGRAM, QColor(), size, 1.0))
    return made


def program_png(size: int) -> bytes:
    """The program's own icon as the content of a file; needs no application."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(_image(PROGRAM, QColor().name(), size))
    return bytes(content.data())


def icon(name: str, color: QColor, size: int, on: QColor | None = None) -> QIcon:
    """An icon for a button; `on` is its color while the button is checked."""
    off = pixmap(name, color, size)
    made = QIcon()
    made.addPixmap(off, QIcon.Mode.Normal, QIcon.State.Off)
    checked = off if on is None else pixmap(name, on, size)
    made.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
    return made


def put_icon(
    button: QAbstractButton, name: str, color: QColor, size: int, on: QColor | None = None
) -> None:
    """The same, on the button."""
    button.setIcon(icon(name, color, size, on))
    button.setIconSize(QSize(size, size))
