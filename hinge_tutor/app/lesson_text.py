"""A lesson's text: Markdown without HTML, nothing from elsewhere, links by allow-list."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
PICTURES = (".png", ".svg", ".jpg", ".jpeg")
LARGEST_PICTURE = 4_000_000
# Lessons link to each other; nothing else opens.
SCHEMES = ("lesson",)


class LessonText(QTextBrowser):
    """As high as its text; `on_link` gets the scheme and the path of a link that may open."""

    def __init__(self, on_link: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._given: dict[str, bytes | None] = {}
        self._on_link = on_link
        self._markdown = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(self.tr("Text of this step"))
        self.anchorClicked.connect(self.on_anchor_clicked)

    def show_markdown(self, markdown: str, folder: Path, pixel_size: int) -> None:
        """Shows a text; pictures come from `folder` only."""
        self._markdown, self._folder = markdown, folder
        self._given.clear()
        font = QFont(self.font())
        font.setPixelSize(pixel_size)
        self.document().setDefaultFont(font)
        self.document().setIndentWidth(pixel_size)
        self.document().setMarkdown(markdown, FEATURES)
        self._part_paragraphs(pixel_size)
        self.setVisible(bool(markdown))
        self._fit()

    def _part_paragraphs(self, pixel_size: int) -> None:
        """Half a line between paragraphs; Markdown itself leaves none."""
        apart = QTextBlockFormat()
        apart.setTopMargin(pixel_size / 2)
        cursor = QTextCursor(self.document().begin())
        while cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
            cursor.mergeBlockFormat(apart)

    def on_anchor_clicked(self, link: QUrl) -> None:
        if link.scheme() in SCHEMES:
            self._on_link(link.scheme(), link.path())

    def _fit(self) -> None:
        width = self.viewport().width()
        if width > 0:
            self.document().setTextWidth(width)
            # The frame of the focus ring takes 2 px above and below.
            self.setFixedHeight(math.ceil(self.document().size().height()) + 4)

    def _read(self, name: str) -> bytes | None:
        """A picture beside the lesson, or None: also for paths that lead out of its folder."""
        if self._folder is None or not name.endswith(PICTURES):
            return None
        path = (self._folder / name).resolve()
        if not path.is_relative_to(self._folder.resolve()) or not path.is_file():
            return None
        return path.read_bytes() if path.stat().st_size <= LARGEST_PICTURE else None

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def loadResource(self, _kind: int, name: QUrl | str) -> Any:
        url = name if isinstance(name, QUrl) else QUrl(name)
        if not url.isRelative():
            return None
        # Asked again at every layout: what was not there is remembered as well.
        key = url.path()
        if key not in self._given:
            self._given[key] = self._read(key)
        return self._given[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        # A frame of the style sheet would move the text; this one lies on the edge.
        painter = QPainter(self.viewport())
        try:
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
