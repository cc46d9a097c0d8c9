"""A picture as a PNG, SVG or PDF file, at a size and in a theme.

SVG and PDF are made of curves, and their text is text. A page of PDF is as large as the picture is
on a screen of usual density: 96 px are an inch.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from hinge_tutor import safely
from hinge_tutor.export.pdf_signs import with_signs_meant
from hinge_tutor.export.svg import tidied
from hinge_tutor.paint import Palette, load_fonts, paint
from hinge_tutor.stage.camera import WHOLE, Camera
from hinge_tutor.stage.picture import Picture

SUFFIXES = (".png", ".svg", ".pdf")
# Dots of a usual screen to an inch. Pages are laid out finer than that: letters have whole dots,
# and figures that lie over others are drawn
# in dots, which for very large pages would need too much memory.
SCREEN_DPI, FINER, LARGEST_PX = 96, 3, 8192
POINT_PX = 72 / SCREEN_DPI
CREATOR = "Hinge Tutor"


class ExportError(OSError):
    """A file that could not be written, as one sentence."""


# Qt keeps no reference of its own to an application made from Python.
_application: list[QGuiApplication] = []


def ready() -> None:
    """Makes the application that fonts and painting need, where there is none yet."""
    if QGuiApplication.instance() is None:
        _application.append(QGuiApplication([]))
    load_fonts()


def drawn(
    picture: Picture, size: tuple[int, int], palette: Palette, camera: Camera = WHOLE
) -> QImage:
    """The picture, or the part of it that the camera shows, as an image of `size` px."""
    ready()
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    # What a picture of other proportions leaves free gets the ground, too.
    image.fill(palette.color(picture.ground or "ground"))
    _play(image, picture, camera.target(*size), palette)
    return image


def _play(
    device: QPaintDevice,
    picture: Picture,
    target: tuple[float, float, float, float],
    palette: Palette,
) -> None:
    """Paints the picture into a rectangle (left, top, width, height) of whatever takes it."""
    painter = QPainter(device)
    try:
        paint(painter, picture, QRectF(*target), palette)
    finally:
        painter.end()


@contextlib.contextmanager
def _memory() -> Iterator[QBuffer]:
    """Where Qt writes a file's content before it is known to be whole."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    try:
        yield buffer
    finally:
        buffer.close()


def _content(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())


def save_png(
    picture: Picture,
    path: Path,
    size: tuple[int, int],
    palette: Palette,
    camera: Camera = WHOLE,
) -> None:
    """Writes the picture as PNG; raises ExportError."""
    image = drawn(picture, size, palette, camera)
    with _memory() as buffer:
        if not QImageWriter(buffer, QByteArray(b"png")).write(image):
            raise ExportError(f"The picture for {path} could not be made; choose a smaller size.")
    write(path, _content(buffer))


def save_svg(
    picture: Picture,
    path: Path,
    size: tuple[int, int],
    palette: Palette,
    title: str = "",
    camera: Camera = WHOLE,
) -> None:
    """Writes the picture as SVG whose text stays text; raises ExportError."""
    ready()
    generator = QSvgGenerator()
    generator.setSize(QSize(*size))
    generator.setViewBox(QRectF(0, 0, *size))
    generator.setTitle(title)
    with _memory() as buffer:
        generator.setOutputDevice(buffer)
        _play(generator, picture, camera.target(*size), palette)
    write(path, tidied(_content(buffer).decode("utf-8"), size).encode("utf-8"))


def save_pdf(
    picture: Picture,
    path: Path,
    size: tuple[int, int],
    palette: Palette,
    title: str = "",
    camera: Camera = WHOLE,
) -> None:
    """Writes the picture as a page of PDF of its own size; raises ExportError."""
    ready()
    finer = min(max(LARGEST_PX // max(size), 1), FINER)
    points = QSizeF(size[0] * POINT_PX, size[1] * POINT_PX)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    sheet = QPageSize(points, QPageSize.Unit.Point, "", exact)
    with _memory() as buffer:
        page = QPdfWriter(buffer)
        page.setTitle(title)
        page.setCreator(CREATOR)
        page.setResolution(SCREEN_DPI * finer)
        page.setPageLayout(QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF()))
        _play(page, picture, camera.target(size[0] * finer, size[1] * finer), palette)
    write(path, with_signs_meant(_content(buffer)))


def save(
    picture: Picture,
    path: Path,
    size: tuple[int, int],
    palette: Palette,
    title: str = "",
    camera: Camera = WHOLE,
) -> None:
    """Writes PNG, SVG or PDF by the file's ending; raises ExportError."""
    suffix = path.suffix.lower()
    if suffix == ".png":
        save_png(picture, path, size, palette, camera)
    elif suffix == ".svg":
        save_svg(picture, path, size, palette, title, camera)
    elif suffix == ".pdf":
        save_pdf(picture, path, size, palette, title, camera)
    else:
        raise ExportError(
            f"{path.name}: a picture's name ends in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}."
        )


def write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all; raises ExportError."""
    with writing(path) as part:
        part.write_bytes(content)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Where to write a file that takes the place of `path` whole or not at all.

    Raises ExportError, also for what the world has against it inside of the block.
    """
    safely.sweep(path.parent)
    try:
        with safely.beside(path) as part:
            yield part
    except ExportError:
        raise
    except OSError as error:
        raise ExportError(f"{path} could not be written ({error.strerror or error}).") from error
