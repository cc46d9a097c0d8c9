"""Solves a figure that is being repaired while its dials move: only their latest place.

While they move the stage alone is told, as in the sandbox; when they rest, everybody is.
"""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, QTimer, Signal

from hinge_tutor.app.session import Session
from hinge_tutor.app.trouble import REFUSALS
from hinge_tutor.lessons.passing import Passing
from hinge_tutor.lessons.repair import Repair

# A key that is held down repeats some thirty times a second; after this long nothing moves.
REST_MS = 150


class Turning(QObject):
    """`passed`: the figure on the stage is one on the way to another."""

    passed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._passing = Passing()
        # Where the dials are, as long as not everybody has been told; whether that is solved.
        self._going: Repair | None = None
        self._solved = self._held = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.on_timeout)

    @property
    def repair(self) -> Repair | None:
        """Where the dials are now."""
        return self._going or self._session.repair

    def turn(self, control: int, share: float, held: bool) -> None:
        """One dial to another share, while a hand holds it or not."""
        now = self.repair
        if now is not None and now.at(control, share) != now:
            self._going = now.at(control, share)
            self._solved, self._held = False, held
            self._timer.start(0)

    def release(self) -> None:
        """A hand lets a dial go."""
        self._held = False
        if self._going is not None:
            self._rest()

    def stop(self) -> None:
        """Nothing that waits comes any more."""
        self._timer.stop()
        self._going = None
        self._passing.forget()

    def on_timeout(self) -> None:
        """The latest place of the dials; with nothing new, they rest."""
        going = self._going
        if going is None:
            return
        if self._solved:
            self._rest()
            return
        self._solved = True
        # Who tells why nobody can be shown is asked when the dials rest.
        with contextlib.suppress(*REFUSALS):
            self._session.pass_by(self._passing.figures(going.turned(self._session.plan)))
        self.passed.emit()
        if not self._held:
            self._timer.start(REST_MS)

    def _rest(self) -> None:
        going = self._going
        self.stop()
        if going is not None:
            self._session.repair_to(going)
