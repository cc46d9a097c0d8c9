"""Scrolls a lesson to what one has to see of it: what is asked, or what is told of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.asked_cards import AskedCards
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.step_cards import StepCards


class LessonSight:
    """Follows the session; where nothing is asked, words are read from their top."""

    def __init__(
        self, session: Session, scroll: ClearArea, asked: AskedCards, tasks: StepCards
    ) -> None:
        self._session = session
        self._scroll = scroll
        self._asked, self._tasks = asked, tasks
        self._read: tuple[Spot, bool, bool, bool] | None = None

    def follow(self) -> bool:
        """A new build from its top, or as far down as its choices and dials are; an answer from
        the top, or from its own where it is long. Whether one has just come there.
        """
        session = self._session
        read = (session.spot, session.explained, session.finished, session.page_ahead)
        came = read != self._read
        self._read = read
        if came:
            self._scroll.verticalScrollBar().setValue(0)
        answered = session.explained or session.answer is not None
        if came and not answered:
            self._show(self._asked.asking())
            self._show(self._tasks.asking())
        self._show(self._tasks.in_sight())
        if answered:
            self._show(self._asked.told())
        return came

    def _show(self, widgets: Iterator[QWidget]) -> None:
        """Each piece is more important than the one before."""
        for widget in widgets:
            if not widget.isHidden():
                self._scroll.ensureWidgetVisible(widget, 0, 0)
