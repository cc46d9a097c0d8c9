"""Everything that a window says, wherever it says it: on widgets, in hints, painted, to readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QPainter, QStaticText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTextEdit,
    QWidget,
)

from .pseudo import pseudo

Drawing = Callable[..., object]


class Dictionary(QTranslator):
    """Says every word of the window in the language that nobody speaks."""

    def translate(
        self, context: str, text: str, _comment: str | None = None, _count: int = -1
    ) -> str:
        # Qt asks for its own words as well, under names that begin with its letter.
        return "" if context.startswith("Q") and context != "QuestionCard" else pseudo(text)


def said_by(window: QWidget) -> set[str]:
    """What the widgets of a window say, seen or not."""
    found = {window.windowTitle()}
    for widget in (window, *window.findChildren(QWidget)):
        found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        found |= {widget.statusTip(), widget.whatsThis()}
        if isinstance(widget, QLabel | QAbstractButton | QAbstractSpinBox):
            found.add(widget.text())
        elif isinstance(widget, QLineEdit):
            found |= {widget.text(), widget.placeholderText()}
        elif isinstance(widget, QTextEdit):
            found.add(widget.toPlainText())
        elif isinstance(widget, QListWidget):
            found |= {widget.item(row).text() for row in range(widget.count())}
        elif isinstance(widget, QMenu):
            found |= {part for each in widget.actions() for part in (each.text(), each.toolTip())}
    return found - {""}


@contextmanager
def painted(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """What painters write while the block runs."""
    found: set[str] = set()
    draw_text: Drawing = QPainter.drawText
    draw_static: Drawing = QPainter.drawStaticText

    def drawing(painter: QPainter, *given: object) -> object:
        found.update(each for each in given if isinstance(each, str))
        return draw_text(painter, *given)

    def drawing_static(painter: QPainter, *given: object) -> object:
        found.update(each.text() for each in given if isinstance(each, QStaticText))
        return draw_static(painter, *given)

    with monkeypatch.context() as patched:
        patched.setattr(QPainter, "drawText", drawing)
        patched.setattr(QPainter, "drawStaticText", drawing_static)
        yield found
