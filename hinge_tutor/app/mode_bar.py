"""Learn · Train · Present: the three ways to use the window, a press away from each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

# What each of them runs.
COMMANDS = ("learn", "train", "present_here")


class ModeBar(QWidget):
    """Where it has no room, the menus have the same."""

    def __init__(self, run: Callable[[str], object], parent: QWidget | None = None) -> None:
        """`run` runs a command of the window by its id."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Learn, train or present"))
        words = (self.tr("Learn"), self.tr("Train"), self.tr("Present"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.buttons: dict[str, QToolButton] = {}
        for id_, said in zip(COMMANDS, words, strict=True):
            made = QToolButton()
            made.setObjectName("preset")
            made.setText(said)
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.clicked.connect(partial(self._press, run, id_))
            row.addWidget(made)
            self.buttons[id_] = made
        self.training = False
        self.show_mode(training=False)

    def _press(self, run: Callable[[str], object], id_: str, _checked: bool = False) -> None:
        run(id_)
        # A press on where one is changes nothing.
        self.show_mode(self.training)

    def show_mode(self, training: bool) -> None:
        """Which of them is on."""
        self.training = training
        for id_, made in self.buttons.items():
            made.setChecked(id_ == ("train" if training else "learn"))
