"""A row of buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from hinge_tutor.app.preference_rows import Row
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.titled_row import TitledRow
from hinge_tutor.app.wrapping_row import WrappingRow

Made = Callable[[Settings], Settings]


class ChoiceRow(TitledRow):
    """`choose` gets what the settings are with a choice made."""

    def __init__(
        self, row: Row, choose: Callable[[Made], None], parent: QWidget | None = None
    ) -> None:
        inside = QWidget()
        inside.setObjectName("inside")
        line = WrappingRow(inside)
        self._choose = choose
        self._made: dict[QAbstractButton, Made] = {}
        self._group = QButtonGroup(inside)
        for words, made in row.choices:
            button = QPushButton(words)
            button.setObjectName("pick")
            button.setCheckable(True)
            button.setAccessibleName(f"{row.title}: {words}")
            self._group.addButton(button)
            line.addWidget(button)
            self._made[button] = made
        super().__init__(row.title, inside, parent)
        self._group.buttonClicked.connect(self.on_clicked)

    def first(self) -> QWidget | None:
        return self._group.checkedButton()

    def refresh(self, settings: Settings) -> None:
        for button, made in self._made.items():
            if made(settings) == settings:
                button.setChecked(True)

    def on_clicked(self, clicked: QAbstractButton) -> None:
        self._choose(self._made[clicked])
