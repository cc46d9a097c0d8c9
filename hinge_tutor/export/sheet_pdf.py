"""Simple text with pictures as a PDF of as many pages as it takes, its text as text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from hinge_tutor.export.image import ready
from hinge_tutor.paint import FONT_FAMILY
from hinge_tutor.stage.paper import PAPERS

POINTS = 10.5
RESOLUTION_DPI = 1200


class _Document(QTextDocument):
    """Shows pictures of one folder, and nothing from anywhere else."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """The picture of a plain file name; None for every other address."""
        file = name if isinstance(name, str) else name.toString()
        if "/" in file or not file.endswith(".png"):
            return None
        return QImage(str(self._folder / file))


def sheet_pdf(html: str, title: str, paper: str, folder: Path) -> bytes:
    """The content of a PDF file on a paper of PAPERS, with the pictures of a folder."""
    ready()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION_DPI)
    size = QPageSize(QSizeF(*PAPERS[paper]), QPageSize.Unit.Millimeter)
    # What lays the text out leaves 20 mm by itself, with the number of the page in it.
    none = QMarginsF(0.0, 0.0, 0.0, 0.0)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, none))
    writer.setTitle(title)
    writer.setCreator("hinge-tutor")
    document = _Document(folder)
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(POINTS)
    # As on a hand-out: a minus beside a digit stays a minus for programs that read.
    font.setFeature(QFont.Tag("calt"), 0)
    document.setDefaultFont(font)
    document.setHtml(html)
    document.print_(writer)
    buffer.close()
    return bytes(content.data())
