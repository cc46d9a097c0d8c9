"""One line that says which claims of a build are disputed; the whole of it is its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hinge_tutor.app.session import Session


class DisputeLine(QLabel):
    """Never higher than one line; there while something is disputed and no question is open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("disputed")
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Under a border Qt would move the words in.
        self.setIndent(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._session = session
        self._said = ""
        self.hide()

    def refresh(self) -> bool:
        """Says what is disputed now; returns whether that is something else than before."""
        said = disputed_in_words(self._session)
        if said == self._said:
            return False
        self._said = said
        self.setToolTip(said)
        self.setAccessibleName(said)
        self._elide()
        self.setVisible(bool(said))
        return True

    def meaning(self) -> str:
        """The line with what it means; empty where nothing is disputed."""
        return f"{self._said}. {self._session.words.disputed()[1]}" if self._said else ""

    def _elide(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


def disputed_in_words(session: Session) -> str:
    """`Disputed: glutes in the bend`; never while a question is open, whose answer it may tell."""
    if not session.disputed or session.finished or session.pending:
        return ""
    # Nothing is disputed before the first picture is there.
    from hinge_tutor.lessons.doubt import subjects

    words = session.words
    about = []
    for subject in subjects(session.disputed, session.build.stage, words):
        movement, _, what = subject.partition(": ")
        about.append(words.disputed_about(what, movement.lower()))
    return f"{words.disputed()[0]}: {', '.join(about)}"
