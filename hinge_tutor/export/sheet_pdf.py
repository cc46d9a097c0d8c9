"""Simple text with pictures as a PDF of as many pages as it takes, its text as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from hinge_tutor.export.image import ready
from hinge_tutor.export.pdf_signs import with_signs_meant
from hinge_tutor.paint import FONT_FAMILY
from hinge_tutor.stage.paper import PAPERS

POINTS = 10.5
RESOLUTION_DPI, SCREEN_DPI, INCH_MM = 1200, 96.0, 25.4
# What lays the text out leaves so much at each edge by itself, mm, with the page's number in it; a
# part that is measured for a screen may come out a little higher on paper.
LEFT_MM, FULL = 20.0, 0.96
NEW_PAGE = '<h3 style="page-break-before: always">'


class _Document(QTextDocument):
    """Shows pictures of one folder, and nothing from anywhere else."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(POINTS)
        # As on a hand-out: a minus beside a digit stays a minus for programs that read.
        font.setFeature(QFont.Tag("calt"), 0)
        self.setDefaultFont(font)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """The picture of a plain file name; nothing to see for every other address."""
        file = name if isinstance(name, str) else name.toString()
        if "/" not in file and file.endswith(".png"):
            return QImage(str(self._folder / file))
        # Without an answer the document would look for it by itself.
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing


def sheet_pdf(parts: Sequence[str], title: str, paper: str, folder: Path) -> bytes:
    """The content of a PDF file on a paper of PAPERS, with the pictures of a folder.

    Each part, but for the first one, begins with <h3>, and stays on one page if a page holds it.
    """
    ready()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION_DPI)
    size = QPageSize(QSizeF(*PAPERS[paper]), QPageSize.Unit.Millimeter)
    none = QMarginsF(0.0, 0.0, 0.0, 0.0)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, none))
    writer.setTitle(title)
    writer.setCreator("hinge-tutor")
    document = _Document(folder)
    document.setHtml(_paged(parts, paper, folder))
    document.print_(writer)
    buffer.close()
    return with_signs_meant(bytes(content.data()))


def _paged(parts: Sequence[str], paper: str, folder: Path) -> str:
    """The parts with a new page before each that would not fit onto the rest of one."""
    wide, high = ((each - 2 * LEFT_MM) * SCREEN_DPI / INCH_MM for each in PAPERS[paper])
    measure = _Document(folder)
    made, used = list[str](), 0.0
    for part in parts:
        measure.setHtml(part)
        measure.setTextWidth(wide)
        height = measure.size().height()
        if used and used + height > FULL * high:
            part_, used = part.replace("<h3>", NEW_PAGE, 1), 0.0
        else:
            part_ = part
        made.append(part_)
        used += height
    return "\n".join(made)
