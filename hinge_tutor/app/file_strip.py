"""A strip over the lesson: what is wrong in a file that was written while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.located import AuthorError

# So many are told, and so much of each; the rest is its tool tip.
MOST, LONGEST = 2, 160


class FileStrip(QFrame):
    """There as long as a file has problems; the last version without any stays on screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAccessibleName(self.tr("Problems in the file"))
        self._told: tuple[str, ...] = ()
        self._heading = wrapped("strong", self.tr("Not shown yet: the file has a problem."))
        self._problems = wrapped("small")
        # An author takes the file and the line from here.
        self._problems.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._column = column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addWidget(self._problems)
        self.hide()

    def set_look(self, look: Look) -> None:
        self._column.setContentsMargins(look.margins(24, 8, 24, 10))
        self._column.setSpacing(look.gap(4))

    def tell(self, problems: Sequence[AuthorError]) -> bool:
        """Says what is wrong now; returns whether that is something else than before."""
        told = tuple(f"{Path(each.file).name}:{each.line}: {each.problem}" for each in problems)
        if told == self._told:
            return False
        self._told = told
        shown = [text if len(text) <= LONGEST else f"{text[:LONGEST]}…" for text in told[:MOST]]
        if len(told) > MOST:
            shown.append(self.tr("… and %1 more").replace("%1", str(len(told) - MOST)))
        self._problems.setText("\n".join(shown))
        self._problems.setToolTip("\n".join(told))
        self.setVisible(bool(told))
        if told:
            announce(self, f"{self._heading.text()} {told[0]}")
        return True
