"""A strip over the lesson: what is wrong in a file that was written while it is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session

# So many are told, and of each so much of its beginning and of its end, where it says what to do;
# the rest is its tool tip.
MOST, BEGINNING, END = 2, 100, 60


class FileStrip(QFrame):
    """There as long as a file has problems; the last version without any stays on screen."""

    def __init__(
        self, session: Session, settle: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """`settle` shares the height of the pane anew when the strip comes or goes."""
        super().__init__(parent)
        self._session, self._settle = session, settle
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
        session.options_changed.connect(self.on_options_changed)

    def set_look(self, look: Look) -> None:
        self._column.setContentsMargins(look.margins(28, 10, 24, 10))
        self._column.setSpacing(look.gap(4))

    def on_options_changed(self) -> None:
        """Says what is wrong now, if that is something else than before."""
        problems = self._session.wrong
        told = tuple(f"{Path(each.file).name}:{each.line}: {each.problem}" for each in problems)
        if told == self._told:
            return
        self._told = told
        shown = [_short(text) for text in told[:MOST]]
        if len(told) > MOST:
            shown.append(self.tr("… and %1 more").replace("%1", str(len(told) - MOST)))
        self._problems.setText("\n".join(shown))
        self._problems.setToolTip("\n".join(told))
        self.setVisible(bool(told))
        self._settle()
        if told:
            announce(self, f"{self._heading.text()} {told[0]}")


def _short(text: str) -> str:
    """A problem without its middle, where it is long."""
    if len(text) <= BEGINNING + END:
        return text
    # Not amid a word, unless there is only one.
    begun, _, _ = text[:BEGINNING].rpartition(" ")
    _, _, ended = text[-END:].partition(" ")
    return f"{begun or text[:BEGINNING]} … {ended or text[-END:]}"
