"""A part of the sandbox under its own heading, and buttons in two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look

# So many short words stand beside each other in a narrow pane with large letters.
ACROSS, APART_PX, INSIDE_PX = 2, 6, 8


class Section(QWidget):
    """A heading with controls under it; `refresh` brings them to what the sandbox has now."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(INSIDE_PX)
        self.column.addWidget(wrapped("kicker", title.upper()))

    def set_look(self, look: Look) -> None:
        """Another theme or text size."""

    def controls(self) -> Sequence[QWidget]:
        """Everything that takes the focus, in the order in which it is read."""
        return [
            each
            for each in self.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]

    def refresh(self) -> None:
        """Everything as the sandbox has it."""


class Buttons(QWidget):
    """Buttons of which several may be switched on, in rows of two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(APART_PX)
        self.all: list[QPushButton] = []

    def add(self, words: str, name: str, run: Callable[[], None], switch: bool) -> QPushButton:
        """One more; `name` is what a screen reader says, `switch` whether it can be on."""
        button = QPushButton(words)
        button.setObjectName("pick")
        button.setAccessibleName(name)
        button.setCheckable(switch)
        button.clicked.connect(partial(_run, run))
        row, column = divmod(len(self.all), ACROSS)
        self._grid.addWidget(button, row, column)
        self.all.append(button)
        return button

    def show_on(self, states: Sequence[bool]) -> None:
        """Which of them are on."""
        for button, on in zip(self.all, states, strict=True):
            button.setChecked(on)


def _run(run: Callable[[], None], _checked: bool = False) -> None:
    """What is on is told by the sandbox, not by the click."""
    run()
