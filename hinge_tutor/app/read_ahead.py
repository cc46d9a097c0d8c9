"""Reads the lessons that nobody has opened yet, one at a time, so that lists open at once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hinge_tutor.app.session import Session
from hinge_tutor.app.spare_work import SpareWork

# After the first picture, and after the claims of its build have begun to be weighed.
BEGIN_MS = 1000
# A few frames lie between two lessons.
REST_MS = 100


class ReadAhead(SpareWork):
    """Ends with the last lesson of the course."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(BEGIN_MS, parent)
        self._lessons = session.route.lessons
        self._place = 0
        self._left = len(self._lessons) > 1

    def on_rest(self) -> None:
        """One more lesson; those that are known cost nothing."""
        self._timer.setInterval(REST_MS)
        known = len(self._lessons.known())
        while self._place < len(self._lessons) and len(self._lessons.known()) == known:
            _ = self._lessons[self._place]
            self._place += 1
        self._left = self._place < len(self._lessons)
        if not self._left:
            self._go_on()
