"""The way to forget one's progress: it asks once, and begins with the answer that keeps it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.asking_row import AskingRow


class ForgetRow(AskingRow):
    """Settings stay."""

    def __init__(
        self,
        forget: Callable[[], None],
        settle: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """`settle` is called when the row has another height."""
        super().__init__(settle, parent)
        self._forget = forget
        self.ask.setText(self.tr("Forget my progress…"))
        self.keep.setText(self.tr("Keep it"))
        self.does.setText(self.tr("Forget it"))

    def question(self) -> str:
        return self.tr(
            "Lessons, answers and recall cards are forgotten, and the course begins anew. "
            "Your settings stay."
        )

    def carry_out(self) -> str:
        self._forget()
        return self.tr("Your progress is forgotten.")
