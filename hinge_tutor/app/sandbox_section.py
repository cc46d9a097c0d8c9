"""A part of the sandbox under its own heading, and buttons in two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.columns import in_columns
from hinge_tutor.app.wrapping import WrappingButton

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
    """Buttons of which several may be switched on, in rows of two; long words are one a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(APART_PX)
        # Two columns are a wish, and no reason to be wider than the pane.
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._across = ACROSS
        self.all: list[WrappingButton] = []

    def add(self, words: str, name: str, run: Callable[[], None], switch: bool) -> WrappingButton:
        """One more; `name` is what a screen reader says, `switch` whether it can be on."""
        button = WrappingButton(words)
        button.setObjectName("pick")
        button.setAccessibleName(name)
        button.setCheckable(switch)
        button.clicked.connect(partial(_run, run))
        self.all.append(button)
        self._place()
        return button

    def _place(self) -> None:
        in_columns(self._grid, self.all, self._across, alike=False)

    def _widest(self) -> int:
        """The least width of the button that needs most."""
        return max((button.minimumSizeHint().width() for button in self.all), default=0)

    def _arrange(self) -> None:
        """Beside each other as long as no word has to be cut off."""
        across = ACROSS if ACROSS * (self._widest() + APART_PX) - APART_PX <= self.width() else 1
        if across == self._across:
            return
        self._across = across
        self._place()
        self.updateGeometry()

    def show_on(self, states: Sequence[bool]) -> None:
        """Which of them are on."""
        for button, on in zip(self.all, states, strict=True):
            button.setChecked(on)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()


def _run(run: Callable[[], None], _checked: bool = False) -> None:
    """What is on is told by the sandbox, not by the click."""
    run()
