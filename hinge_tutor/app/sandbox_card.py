"""The way from a lesson into the sandbox, where the figures of the step are the start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.session import Session


class SandboxCard(QFrame):
    """Shown in a step that sends into the sandbox; takes no room otherwise."""

    def __init__(
        self, session: Session, run: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """`run` opens the sandbox."""
        super().__init__(parent)
        self.setObjectName("inset")
        self._session = session
        self.button = QPushButton(self.tr("Open the sandbox"))
        self.button.setObjectName("large")
        self.button.clicked.connect(run)
        self._note = wrapped(
            "quiet",
            self.tr("It starts from these figures. Esc brings you back to this place."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.button)
        column.addWidget(self._note)
        self.setVisible(False)

    def refresh(self) -> None:
        """As the session has it."""
        session = self._session
        self.setVisible(session.step.kind == "sandbox" and not session.finished)
        # Nobody may make up figures while a question is open that they would answer.
        self.button.setEnabled(session.open and bool(session.plan.movements))
