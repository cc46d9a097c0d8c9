"""A button that asks before it does something that is not easily undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped


class AskingRow(QWidget):
    """Pressed, two other buttons stand in the place of `ask`, with what they do above them."""

    def __init__(self, settle: Callable[[], None], parent: QWidget | None = None) -> None:
        """`settle` is called when the row has another height."""
        super().__init__(parent)
        self.setObjectName("inside")
        self._settle = settle
        self._words = wrapped("quiet")
        self.ask, self.keep, self.does = QPushButton(), QPushButton(), QPushButton()
        self.ask.clicked.connect(self.on_ask)
        self.keep.clicked.connect(self.on_keep)
        self.does.clicked.connect(self.on_does)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.ask, self.keep, self.does):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addLayout(row)
        self.rest()

    def question(self) -> str:
        """What would be done, in a sentence or two."""
        raise NotImplementedError

    def carry_out(self) -> str:
        """Does it, and says that it is done."""
        raise NotImplementedError

    def rest(self) -> None:
        """As if nobody had pressed anything."""
        self._show(asking=False)

    def _show(self, asking: bool, words: str = "") -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.ask.setVisible(not asking)
        self.keep.setVisible(asking)
        self.does.setVisible(asking)

    def on_ask(self) -> None:
        words = self.question()
        self._show(asking=True, words=words)
        self._settle()
        self.keep.setFocus()
        announce(self, words)

    def on_keep(self) -> None:
        self._show(asking=False)
        self._settle()
        self.ask.setFocus()

    def on_does(self) -> None:
        words = self.carry_out()
        self._show(asking=False, words=words)
        self._settle()
        self.ask.setFocus()
        announce(self, words)
