"""The way back to the usual preferences: it asks once, and begins with the answer that keeps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.asking_row import AskingRow
from hinge_tutor.app.preference_rows import usual
from hinge_tutor.app.session import Session


class UsualRow(AskingRow):
    """What is no matter of taste stays."""

    def __init__(
        self, session: Session, settle: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(settle, parent)
        self._session = session
        self.ask.setText(self.tr("Usual preferences…"))
        self.keep.setText(self.tr("Keep mine"))
        self.does.setText(self.tr("Usual preferences"))

    def question(self) -> str:
        return self.tr(
            "Colors, text size and everything else here become as they were at the first start. "
            "Your language, keys, lesson packs and progress stay."
        )

    def carry_out(self) -> str:
        session = self._session
        session.change_settings(usual(session.settings))
        return self.tr("Everything is as at the first start.")
