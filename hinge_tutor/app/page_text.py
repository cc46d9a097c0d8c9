"""A reference page as it is read: Markdown without HTML, tables with lines, links by allow-list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.lesson_text import FEATURES, INDENT, PARAGRAPHS, POINTS, color_links
from hinge_tutor.app.style import BODY

# In letter heights: over a heading, and around the words of a cell.
OVER_HEADING, CELL = 1.2, 0.35
# Between the points of a list, and between lines of code, in letter heights.
CLOSER = {"pointpoint": POINTS, "codecode": 0.0}
# Headings by their rank, as parts of the text's size.
HEADINGS = {1: 1.6, 2: 1.25, 3: 1.0}


class PageText(QTextBrowser):
    """Scrolls by itself; `on_link` gets a link to a lesson or to another page."""

    def __init__(self, on_link: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_link = on_link
        self._markdown = ""
        self._look: Look | None = None
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.anchorClicked.connect(self.on_anchor_clicked)

    def show_markdown(self, markdown: str) -> None:
        """Shows a page from its top."""
        self._markdown = markdown
        self._write()
        self.verticalScrollBar().setValue(0)

    def set_look(self, look: Look) -> None:
        """Another theme or text size; the place on the page stays."""
        self._look = look
        bar = self.verticalScrollBar()
        read = bar.value() / max(bar.maximum(), 1)
        self._write()
        # A long page is laid out piece by piece; asked for its size, it is laid out to its end.
        self.document().size()
        bar.setValue(round(read * bar.maximum()))

    def on_anchor_clicked(self, link: QUrl) -> None:
        if link.scheme() in ("", "lesson"):
            self._on_link(link.toString())

    # ── writing ──────────────────────────────────────────────────────────────────────────────────

    def _write(self) -> None:
        if self._look is None or not self._markdown:
            return
        size = self._look.px(BODY)
        self._in_own_letters(size)
        document = self.document()
        document.setDocumentMargin(4)
        document.setIndentWidth(INDENT * size)
        document.setMarkdown(self._markdown, FEATURES)
        self._space(size)
        color_links(document, self._look.colors.accent)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame, size)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _in_own_letters(self, size: int) -> None:
        """Qt gives a document its widget's font whenever that changes; the page's stays."""
        font = QFont(self.font())
        font.setPixelSize(size)
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)

    def _space(self, size: int) -> None:
        """Air over paragraphs and headings, and headings in sizes of ours."""
        cursor = QTextCursor(self.document().begin())
        before = ""
        while True:
            rank = cursor.blockFormat().headingLevel()
            kind = _kind(cursor)
            if kind == "code":
                # A line that is longer than the page goes on below.
                wrapped = QTextBlockFormat()
                wrapped.setNonBreakableLines(False)
                cursor.mergeBlockFormat(wrapped)
            if kind != "cell":
                apart = QTextBlockFormat()
                top = OVER_HEADING if rank > 1 else CLOSER.get(before + kind, PARAGRAPHS)
                apart.setTopMargin(size * top)
                apart.setBottomMargin(0)
                cursor.mergeBlockFormat(apart)
            before = kind
            if rank:
                _enlarge(cursor, round(size * HEADINGS.get(rank, 1.0)))
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                return

    def _rule(self, table: QTextTable, size: int) -> None:
        """Thin lines around the cells, and a ground for the first row."""
        assert self._look is not None
        colors = self._look.colors
        made = table.format()
        made.setBorder(1)
        made.setBorderBrush(colors.line)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderCollapse(True)
        made.setCellSpacing(0)
        made.setCellPadding(CELL * size)
        made.setTopMargin(PARAGRAPHS * size)
        # A whole line would be wider than the page by its own border.
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99.5))
        table.setFormat(made)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            form = cell.format()
            form.setBackground(colors.card)
            cell.setFormat(form)

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """A page is words and tables; nothing is read for it."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._look:
            self._in_own_letters(self._look.px(BODY))


def _kind(cursor: QTextCursor) -> str:
    """What a block is: `cell`, `point`, `code`, or nothing of these."""
    if cursor.currentTable() is not None:
        return "cell"
    if cursor.currentList() is not None:
        return "point"
    return "code" if cursor.blockFormat().nonBreakableLines() else ""


def _enlarge(cursor: QTextCursor, pixels: int) -> None:
    """Gives a block letters of that size."""
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    letters = cursor.charFormat()
    letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    letters.setProperty(QTextFormat.Property.FontPixelSize, pixels)
    cursor.setCharFormat(letters)
