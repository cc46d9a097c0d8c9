"""The way to forget one's progress: it asks once, and begins with the answer that keeps it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped


class ForgetRow(QWidget):
    """A button; pressed, two others stand in its place, with what they do above them."""

    def __init__(
        self,
        forget: Callable[[], None],
        settle: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """`settle` is called when the row has another height."""
        super().__init__(parent)
        self.setObjectName("inside")
        self._forget = forget
        self._settle = settle
        self._words = wrapped("quiet")
        self.ask = QPushButton(self.tr("Forget my progress…"))
        self.keep = QPushButton(self.tr("Keep it"))
        self.forget = QPushButton(self.tr("Forget it"))
        self.ask.clicked.connect(self.on_ask)
        self.keep.clicked.connect(self.on_keep)
        self.forget.clicked.connect(self.on_forget)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.ask, self.keep, self.forget):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addLayout(row)
        self.rest()

    def rest(self) -> None:
        """As if nobody had pressed anything."""
        self._show(asking=False)

    def _show(self, asking: bool, words: str = "") -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.ask.setVisible(not asking)
        self.keep.setVisible(asking)
        self.forget.setVisible(asking)

    def on_ask(self) -> None:
        words = self.tr(
            "Lessons, answers and recall cards are forgotten, and the course begins anew. "
            "Your settings stay."
        )
        self._show(asking=True, words=words)
        self._settle()
        self.keep.setFocus()
        announce(self, words)

    def on_keep(self) -> None:
        self._show(asking=False)
        self._settle()
        self.ask.setFocus()

    def on_forget(self) -> None:
        self._forget()
        words = self.tr("Your progress is forgotten.")
        self._show(asking=False, words=words)
        self._settle()
        self.ask.setFocus()
        announce(self, words)
