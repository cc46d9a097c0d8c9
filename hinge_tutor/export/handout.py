"""A hand-out as a PDF whose text stays text, and the same page as an image to look at first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from hinge_tutor.export.image import ExportError, ready, write
from hinge_tutor.export.pdf_signs import with_signs_meant
from hinge_tutor.paint import Palette, load_palette, paint
from hinge_tutor.stage.paper import Page

SUFFIX = ".pdf"
# Fine enough that rounding letters to whole dots moves nothing that anybody sees.
RESOLUTION_DPI = 1200
# Black strokes on white, which a printer without color, or without much ink, still shows.
PRINTED = "projector"


def draw(painter: QPainter, page: Page, dots_per_mm: float, palette: Palette) -> None:
    """Plays every panel of a page into its place."""
    for panel in page.panels:
        place = (panel.x, panel.y, panel.width, panel.height)
        paint(painter, panel.picture, QRectF(*(each * dots_per_mm for each in place)), palette)


def layout_of(page: Page) -> QPageLayout:
    """The paper of a page; its margins are in what is drawn."""
    size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Millimeter)
    upright, none = QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    made = QPageLayout(size, upright, none)
    made.setMode(QPageLayout.Mode.FullPageMode)
    return made


def preview(page: Page, high_px: int) -> QImage:
    """The page as an image of so many px."""
    ready()
    dots_per_mm = high_px / page.height
    image = QImage(QSize(round(page.width * dots_per_mm), high_px), QImage.Format.Format_RGB32)
    image.fill(load_palette(PRINTED).color("ground"))
    painter = QPainter(image)
    try:
        draw(painter, page, dots_per_mm, load_palette(PRINTED))
    finally:
        painter.end()
    return image


def pdf(page: Page, title: str) -> bytes:
    """The page as the content of a PDF file; raises ExportError."""
    ready()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION_DPI)
    writer.setPageLayout(layout_of(page))
    writer.setTitle(title)
    writer.setCreator("hinge-tutor")
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError("The page could not be made.")
    try:
        draw(painter, page, RESOLUTION_DPI / 25.4, load_palette(PRINTED))
    finally:
        painter.end()
    buffer.close()
    return with_signs_meant(bytes(content.data()))


def save_handout(page: Page, path: Path, title: str) -> None:
    """Writes the page whole or not at all; raises ExportError."""
    write(path, pdf(page, title))
