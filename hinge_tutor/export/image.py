"""A picture as a PNG or SVG file, at a size and in a theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from hinge_tutor import safely
from hinge_tutor.paint import Palette, load_fonts, paint
from hinge_tutor.stage.picture import Picture

SUFFIXES = (".png", ".svg")


class ExportError(OSError):
    """A file that could not be written, as one sentence."""


# Qt keeps no reference of its own to an application made from Python.
_application: list[QGuiApplication] = []


def ready() -> None:
    """Makes the application that fonts and painting need, where there is none yet."""
    if QGuiApplication.instance() is None:
        _application.append(QGuiApplication([]))
    load_fonts()


def drawn(picture: Picture, size: tuple[int, int], palette: Palette) -> QImage:
    """The picture as an image of `size` px."""
    ready()
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    # What a picture of other proportions leaves free gets the ground, too.
    image.fill(palette.color(picture.ground or "ground"))
    painter = QPainter(image)
    try:
        paint(painter, picture, QRectF(0, 0, *size), palette)
    finally:
        painter.end()
    return image


def save_png(picture: Picture, path: Path, size: tuple[int, int], palette: Palette) -> None:
    """Writes the picture as PNG; raises ExportError."""
    image = drawn(picture, size, palette)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError(f"The picture for {path} could not be made; choose a smaller size.")
    buffer.close()
    write(path, bytes(content.data()))


def save_svg(
    picture: Picture, path: Path, size: tuple[int, int], palette: Palette, title: str = ""
) -> None:
    """Writes the picture as SVG whose text stays text; raises ExportError."""
    ready()
    content = QByteArray()
    generator = QSvgGenerator()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRectF(0, 0, *size))
    generator.setTitle(title)
    painter = QPainter(generator)
    try:
        paint(painter, picture, QRectF(0, 0, *size), palette)
    finally:
        painter.end()
        buffer.close()
    write(path, bytes(content.data()))


def save(
    picture: Picture, path: Path, size: tuple[int, int], palette: Palette, title: str = ""
) -> None:
    """Writes PNG or SVG by the file's ending; raises ExportError."""
    suffix = path.suffix.lower()
    if suffix == ".png":
        save_png(picture, path, size, palette)
    elif suffix == ".svg":
        save_svg(picture, path, size, palette, title)
    else:
        raise ExportError(f"{path.name}: a picture's name ends in {' or '.join(SUFFIXES)}.")


def write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all; raises ExportError."""
    try:
        safely.write(path, content)
    except OSError as error:
        raise ExportError(f"{path} could not be written ({error.strerror or error}).") from error
