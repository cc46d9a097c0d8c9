"""The lesson pane's small cards: a cue, and the end of a lesson."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hinge_tutor.app.key_hint import KeyHint
from hinge_tutor.app.showing import Showing
from hinge_tutor.app.wrapping import WrappingButton
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
    """One cue in a quiet frame, in the wording that somebody prefers; a button says the other."""

    def __init__(self, session: Showing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inset")
        self._session = session
        self._heading = wrapped("kicker", self.tr("TRY THE CUE"))
        self._cue = wrapped("strong")
        self._other = WrappingButton()
        self._other.setObjectName("link")
        self._other.setToolTip(self.tr("The same cue in other words"))
        KeyHint(self._other, session, "cue_wording")
        self._other.clicked.connect(self.on_other)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._cue)
        column.addWidget(self._other)

    def show_cue(self, outer: str, inner: str) -> None:
        """The cue of a build in both wordings; `inner` is empty where it has only one."""
        inward = self._session.settings.inner_cues and bool(inner)
        self._cue.setText(inner if inward else outer)
        self._other.setText(self.tr("As a picture") if inward else self.tr("Said of the body"))
        self._other.setVisible(bool(inner))
        self.setVisible(bool(outer))

    def on_other(self) -> None:
        switch_cues(self._session)


def switch_cues(session: Showing) -> None:
    """Cues in the other wording from now on."""
    settings = session.settings
    session.change_settings(replace(settings, inner_cues=not settings.inner_cues))


class EndCard(QFrame):
    """What the lesson was for, what to keep of it, and the ways to recall or begin it once more."""

    def __init__(
        self,
        start_again: Callable[[], None],
        recall: Callable[[], None],
        course: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """What its buttons do; `course` shows all lessons, after the last of which none follows."""
        super().__init__(parent)
        self.setObjectName("inset")
        self._heading = wrapped("heading")
        self._lead = wrapped("quiet")
        self._goal = wrapped("strong")
        self._keep = wrapped("quiet")
        self._points = wrapped("body")
        self._again = WrappingButton(self.tr("Start again"))
        self._again.clicked.connect(start_again)
        self._waiting = wrapped("quiet")
        self._recall = WrappingButton(self.tr("Recall cards"))
        self._recall.clicked.connect(recall)
        self._course = WrappingButton(self.tr("All lessons"))
        self._course.clicked.connect(course)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        said = (self._heading, self._lead, self._goal, self._keep, self._points)
        for widget in (*said, self._waiting, self._recall, self._course, self._again):
            column.addWidget(widget)

    def show_end(
        self, shown: bool, words: Words, goal: str, points: Sequence[str], last: bool = False
    ) -> None:
        """What is said past the last build of a lesson; `last`, that no other follows."""
        self._course.setVisible(last)
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
