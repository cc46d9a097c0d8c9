"""Over a lesson's words: which lesson and step this is, and how far one has come."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.segments import Segments
from hinge_tutor.app.session import Session


class LessonHead(QWidget):
    """The lesson's number and title, the step, and a bar with a piece for each step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._number = wrapped("kicker")
        self._title = wrapped("title")
        self._step = wrapped("quiet")
        self._segments = Segments()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for label in (self._number, self._title, self._step):
            column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(self._segments)

    def set_look(self, look: Look) -> None:
        self._segments.set_look(look)

    def refresh(self) -> None:
        """Says where the session is."""
        session, spot = self._session, self._session.spot
        count, builds = len(session.lesson.steps), len(session.step.builds)
        self._number.setText(self._kicker())
        self._title.setText(session.lesson.title)
        place = self.tr("Step %1 of %2").replace("%1", str(spot.step + 1))
        self._step.setText(f"{place.replace('%2', str(count))} · {session.step.title}")
        self._segments.show_progress(count, spot.step + (spot.build + 1) / builds)

    def _kicker(self) -> str:
        """Which lesson of how many; one that stands before the first has no number.

        A pack is named; its lessons are counted, whatever numbers their files have.
        """
        session, number = self._session, self._session.lesson.number
        course = session.route.course(session.spot.lesson)
        pack, place = session.route.pack(session.spot.lesson), course.index(session.spot.lesson)
        if pack is None and number == 0:
            return self.tr("TO BEGIN WITH")
        number = place + 1 if pack is not None else number
        # A course that begins before its first lesson has one place more than numbers.
        most = len(course) + number - place - 1
        words = self.tr("LESSON %1 OF %2").replace("%1", str(number)).replace("%2", str(most))
        return words if pack is None else f"{pack.title} · {words}"
