"""A named row of buttons of which one is picked; those that cannot be are gray."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.cards import wrapped

Value = TypeVar("Value")


class PickRow(QWidget):
    """`picked` is told of the number of the choice."""

    picked = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inside")
        self._title = title
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        self.note = wrapped("quiet")
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(wrapped("strong", title))
        column.addLayout(self._row)
        column.addWidget(self.note)
        self._said: tuple[str, ...] = ()

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The choices, from left to right."""
        return self._group.buttons()

    def offer(self, choices: Sequence[str]) -> None:
        """Other choices, unless these are the same."""
        if tuple(choices) == self._said:
            return
        self._said = tuple(choices)
        for button in self.buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for number, words in enumerate(choices):
            button = QPushButton(words)
            button.setObjectName("pick")
            button.setCheckable(True)
            button.setAccessibleName(f"{self._title}: {words}")
            self._group.addButton(button, number)
            self._row.addWidget(button)
        # A row that is made anew while it is seen is laid out before anybody asks for its size.
        self.updateGeometry()

    def pick(self, number: int, refused: Mapping[int, str] | None = None, note: str = "") -> None:
        """The choice that holds, those that cannot be with the reason, and what stands below."""
        for place, button in enumerate(self.buttons):
            why = (refused or {}).get(place, "")
            button.setEnabled(not why)
            button.setToolTip(why)
            button.setAccessibleDescription(why)
            button.setChecked(place == number)
        self.note.setText(note)
        self.note.setVisible(bool(note))
