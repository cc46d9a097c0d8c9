"""The lesson pane's small cards: a cue, and the end of a lesson."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.lessons.words import Words


def wrapped(name: str, text: str = "") -> QLabel:
    """A label that wraps; `name` is its place in the style sheet."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class CueCard(QFrame):
    """One cue in a quiet frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inset")
        self._heading = wrapped("kicker", self.tr("TRY THE CUE"))
        self._cue = wrapped("strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._cue)

    def show_cue(self, cue: str) -> None:
        self._cue.setText(cue)
        self.setVisible(bool(cue))


class EndCard(QFrame):
    """What the lesson was for, what to keep of it, and the ways to recall or begin it once more."""

    def __init__(
        self,
        start_again: Callable[[], None],
        recall: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inset")
        self._heading = wrapped("heading")
        self._lead = wrapped("quiet")
        self._goal = wrapped("strong")
        self._keep = wrapped("quiet")
        self._points = wrapped("body")
        self._again = QPushButton(self.tr("Start again"))
        self._again.clicked.connect(start_again)
        self._waiting = wrapped("quiet")
        self._recall = QPushButton(self.tr("Recall cards"))
        self._recall.clicked.connect(recall)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        said = (self._heading, self._lead, self._goal, self._keep, self._points)
        for widget in (*said, self._waiting, self._recall, self._again):
            column.addWidget(widget)

    def show_end(self, shown: bool, words: Words, goal: str, points: Sequence[str]) -> None:
        self._heading.setText(words.ending("heading"))
        self._lead.setText(words.ending("lead"))
        self._goal.setText(goal)
        self._keep.setText(words.ending("keep"))
        self._points.setText("\n".join(f"•\u00a0{point}" for point in points))
        for label in (self._keep, self._points):
            label.setVisible(bool(points))
        self.setVisible(shown)

    def show_cards(self, waiting: str, due: bool) -> None:
        """What there is to say of recall cards, and whether there are any now."""
        self._waiting.setText(waiting)
        self._waiting.setVisible(bool(waiting))
        self._recall.setVisible(due)


def rename(widget: QWidget, name: str) -> None:
    """Gives a widget another place in the style sheet."""
    if widget.objectName() != name:
        widget.setObjectName(name)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
