"""A lesson's text: Markdown without HTML, nothing from elsewhere, links by allow-list."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from hinge_tutor.app.style import BODY
from hinge_tutor.lessons.pack_names import plain

FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
PICTURES = (".png", ".svg", ".jpg", ".jpeg")
LARGEST_PICTURE = 4_000_000
# In letter heights: between paragraphs, between the points of a list, and how far these stand in.
PARAGRAPHS, POINTS, INDENT = 0.6, 0.25, 1.2
# Lessons link to each other; nothing else opens.
SCHEMES = ("lesson",)


class LessonText(QTextBrowser):
    """As high as its text; `on_link` gets the scheme and the path of a link that may open."""

    def __init__(self, on_link: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._packed: Mapping[str, bytes] | None = None
        self._given: dict[str, QImage | None] = {}
        self._on_link = on_link
        self._markdown = ""
        self._pixels = BODY
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(self.tr("Text of this step"))
        self.anchorClicked.connect(self.on_anchor_clicked)

    def show_markdown(
        self,
        markdown: str,
        folder: Path,
        pixel_size: int,
        links: QColor | None = None,
        packed: Mapping[str, bytes] | None = None,
    ) -> None:
        """Shows a text; links are in that color. Pictures come from `folder` only, or are those
        that a pack holds by their names.
        """
        self._markdown, self._folder, self._packed = markdown, folder, packed
        self._given.clear()
        self._pixels = pixel_size
        self._in_own_letters()
        self.document().setIndentWidth(INDENT * pixel_size)
        self.document().setMarkdown(markdown, FEATURES)
        self._part_paragraphs(pixel_size)
        fit_pictures(self.document())
        if links is not None:
            color_links(self.document(), links)
        self.setVisible(bool(markdown))
        self.updateGeometry()

    def _part_paragraphs(self, pixel_size: int) -> None:
        """Air between paragraphs, less between points of a list; Markdown itself leaves none."""
        cursor = QTextCursor(self.document().begin())
        listed = cursor.currentList() is not None
        while cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
            before, listed = listed, cursor.currentList() is not None
            apart = QTextBlockFormat()
            apart.setTopMargin(pixel_size * (POINTS if before and listed else PARAGRAPHS))
            cursor.mergeBlockFormat(apart)

    def on_anchor_clicked(self, link: QUrl) -> None:
        if link.scheme() in SCHEMES:
            self._on_link(link.scheme(), link.path())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the whole text at a width; asked by the layout, kept nowhere."""
        document = self.document()
        now = document.textWidth()
        document.setTextWidth(max(width, 1))
        # The ring of the focus takes 2 px above and below.
        high = math.ceil(document.size().height()) + 4
        document.setTextWidth(now)
        return high

    def _in_own_letters(self) -> None:
        """Qt gives a document its widget's font whenever that changes; the lesson's stays."""
        font = QFont(self.font())
        font.setPixelSize(self._pixels)
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)
        self.updateGeometry()

    def _read(self, name: str) -> bytes | None:
        """A picture beside the lesson, or None: also for paths that lead out of its folder."""
        if self._packed is not None:
            return self._packed.get(plain(name))
        if self._folder is None or not name.endswith(PICTURES):
            return None
        try:
            path = (self._folder / name).resolve()
            if not path.is_relative_to(self._folder.resolve()) or not path.is_file():
                return None
            return path.read_bytes() if path.stat().st_size <= LARGEST_PICTURE else None
        except (OSError, ValueError):
            # A name that no file can have, or a file that may not be read.
            return None

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 0)

    def loadResource(self, _kind: int, name: QUrl | str) -> Any:
        url = name if isinstance(name, QUrl) else QUrl(name)
        if not url.isRelative():
            return None
        # Asked again at every layout: what was not there is remembered as well.
        key = url.path()
        if key not in self._given:
            # Handed out as bytes it would not be taken for a picture.
            content = self._read(key)
            self._given[key] = None if content is None else QImage.fromData(content)
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._in_own_letters()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """As high as its text, it never scrolls in itself: its first line is always its first."""


def fit_pictures(document: QTextDocument) -> None:
    """No picture is wider than the text that it stands in."""
    cursor = QTextCursor(document)
    for position, length, form in _fragments(document):
        if form.isImageFormat():
            picture = form.toImageFormat()
            picture.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(picture)


def color_links(document: QTextDocument, color: QColor) -> None:
    """Qt writes Markdown's links in its own dark blue, whatever lies under them."""
    letters = QTextCharFormat()
    letters.setForeground(color)
    letters.setFontUnderline(True)
    cursor = QTextCursor(document)
    # All places first: another color may make one piece of two.
    for position, length, form in _fragments(document):
        if form.isAnchor():
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(letters)


def _fragments(document: QTextDocument) -> list[tuple[int, int, QTextCharFormat]]:
    """Where each piece of one format begins, how long it is, and its format."""
    found = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            found.append((piece.position(), piece.length(), piece.charFormat()))
            pieces += 1
        block = block.next()
    return found
