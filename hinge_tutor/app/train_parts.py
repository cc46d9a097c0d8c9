"""What the columns of Train are made of: cards with a numbered heading, and large buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look

INSIDE_PX, APART_PX = 14, 8


class Part(QFrame):
    """A card with a heading; what belongs to it stands in `column`."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(heading)
        self.column = QVBoxLayout(self)
        self.heading = wrapped("heading", heading)
        self.column.addWidget(self.heading)

    def set_look(self, look: Look) -> None:
        self.column.setContentsMargins(look.margins(INSIDE_PX, 12, INSIDE_PX, INSIDE_PX))
        self.column.setSpacing(look.gap(APART_PX))

    def refresh(self) -> None:
        """Everything as the trainer has it."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Who is not seen does not follow.
        self.refresh()


def button(
    words: str, run: Callable[[], object], name: str = "", switch: bool = False
) -> QPushButton:
    """A button that a finger meets; `name` is what a screen reader says, where it is not enough."""
    made = QPushButton(words)
    made.setAccessibleName(name or words)
    if name:
        made.setToolTip(name)
    made.setCheckable(switch)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda _checked=False: run())
    return made
