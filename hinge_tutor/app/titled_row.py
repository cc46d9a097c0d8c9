"""A row of the preferences: its title, and what stands below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.settings import Settings


class TitledRow(QWidget):
    """`content` is a widget; its buttons are what can be found and pressed here."""

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inside")
        self.title = title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(wrapped("strong", title))
        column.addWidget(content)

    def words(self) -> str:
        """All that the row says, for whoever looks for a word of it."""
        return " ".join((self.title, *(button.text() for button in self._buttons())))

    def first(self) -> QWidget | None:
        """The control to begin with."""
        return next((each for each in self._buttons() if each.isVisibleTo(self)), None)

    def refresh(self, settings: Settings) -> None:
        """Shows what is chosen; most rows hold what no setting changes."""

    def _buttons(self) -> list[QAbstractButton]:
        return self.findChildren(QAbstractButton)


class ButtonRow(TitledRow):
    """A title and a button that leads to something larger."""

    def __init__(
        self, title: str, words: str, does: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        inside = QWidget()
        inside.setObjectName("inside")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(words)
        button.clicked.connect(does)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        super().__init__(title, inside, parent)
