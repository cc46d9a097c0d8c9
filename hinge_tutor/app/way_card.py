"""A card of one sentence and one large button, which leads out of the lesson to another place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.session import Session
from hinge_tutor.app.wrapping import WrappingButton


class WayCard(QFrame):
    """Shown where its way is on offer; takes no room otherwise."""

    def __init__(
        self, said: str, name: str, run: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """A sentence, and a button of that name, which does `run`."""
        super().__init__(parent)
        self.setObjectName("inset")
        self.button = WrappingButton(name)
        self.button.setObjectName("large")
        self.button.clicked.connect(run)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(wrapped("body", said))
        column.addWidget(self.button)
        self.setVisible(False)

    def offer(self, shown: bool, possible: bool = True) -> None:
        """Whether this is the place for it, and whether one may go now."""
        self.setVisible(shown)
        self.button.setEnabled(possible)


def clinic_card(session: Session, run: Callable[[], object]) -> WayCard:
    """The way from a lesson that looks for faults into the fault clinic."""
    return WayCard(session.words.clinic("offer"), session.words.clinic("name"), run)


def sandbox_card(run: Callable[[], object]) -> WayCard:
    """The way into the sandbox, where the figures of the step are the start."""
    said = tr("It starts from these figures. Esc brings you back to this place.")
    return WayCard(said, tr("Open the sandbox"), run)


def ends_on_faults(session: Session) -> bool:
    """Whether this is the end of a lesson in which faults were looked for."""
    return session.finished and any(step.kind == "find_fault" for step in session.lesson.steps)
