"""Where an answer is told: how far off it was, the belief behind it, the reason, and once more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.cards import rename, wrapped
from hinge_tutor.app.told import Told
from hinge_tutor.app.wrapping import WrappingButton


class ToldCard(QWidget):
    """Takes no room while there is nothing to tell.

    `thought` and `reason` are what whoever reads has to see.
    """

    def __init__(self, again: Callable[[], None], parent: QWidget | None = None) -> None:
        """`again` shows once more what disproves an answer."""
        super().__init__(parent)
        self._measured = wrapped("body")
        self.thought = wrapped("thought")
        self.reason = wrapped("good")
        self._again = WrappingButton(self.tr("Show me again"))
        self._again.clicked.connect(again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._measured, self.thought, self.reason, self._again):
            column.addWidget(widget)

    def show_told(self, told: Told) -> None:
        """Other sentences."""
        rename(self.reason, "good" if told.good else "strong")
        for label, said in (
            (self._measured, told.measured),
            (self.thought, told.thought),
            (self.reason, told.reason),
        ):
            label.setText(said)
            label.setVisible(bool(said))
        self._again.setVisible(told.again)
        self.setVisible(bool(told.reason))
