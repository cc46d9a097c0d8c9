"""A pane that can stand in the place of the lesson, and what is asked of it there."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from hinge_tutor.app.chrome import Look


class Guest(QFrame):
    """Whoever derives from it says what is otherwise than here."""

    def set_look(self, look: Look) -> None:
        """Sizes and colors; also asked of panes that are not seen."""

    def begin(self) -> None:
        """It was shown, and takes the focus."""

    def end(self) -> None:
        """The lesson stands there again."""

    def set_aside(self) -> None:
        """Something else stands there for now; what cannot wait ends."""
        self.end()

    def may_leave(self) -> bool:
        """Whether nothing would be lost; else the pane has said what would."""
        return True

    def close_inner(self) -> bool:
        """Esc: takes back what is open inside; returns whether anything was."""
        return False
