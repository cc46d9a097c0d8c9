"""The way from the end of a lesson that looks for faults into the fault clinic."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.session import Session


class ClinicCard(QFrame):
    """Shown past the last build of such a lesson; takes no room otherwise."""

    def __init__(
        self, session: Session, run: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """`run` opens the clinic."""
        super().__init__(parent)
        self.setObjectName("inset")
        self._session = session
        self._offer = wrapped("body", session.words.clinic("offer"))
        self.button = QPushButton(session.words.clinic("name"))
        self.button.setObjectName("large")
        self.button.clicked.connect(run)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._offer)
        column.addWidget(self.button)
        self.setVisible(False)

    def refresh(self) -> None:
        """As the session has it."""
        self.setVisible(ends_on_faults(self._session))


def ends_on_faults(session: Session) -> bool:
    """Whether this is the end of a lesson in which faults were looked for."""
    return session.finished and any(step.kind == "find_fault" for step in session.lesson.steps)
