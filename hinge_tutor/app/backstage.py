"""What goes on behind a window while it is seen: claims weighed, lessons read, files watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.doubts import Doubts
from hinge_tutor.app.read_ahead import ReadAhead
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.live import Live


class Backstage:
    """Nothing of it goes on while the window is hidden."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self.doubts = Doubts(session, window)
        self.ahead = ReadAhead(session, window)
        self._live: Live | None = None
        self._session, self._window = session, window
        self._seen = False

    def watch_files(self) -> None:
        """Lessons that somebody writes are shown as they are saved, from now on."""
        if self._live is None:
            from hinge_tutor.app.live import Live

            self._live = Live(self._session, self._window)
            self._live.set_seen(self._seen)

    def set_seen(self, seen: bool) -> None:
        """Whether somebody sees the window."""
        self._seen = seen
        for work in (self.doubts, self.ahead, self._live):
            if work is not None:
                work.set_seen(seen)
