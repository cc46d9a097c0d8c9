"""The one errand of a window: begun by whoever makes something to take away, ended with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.errand import Errand, Order


class Errands(QObject):
    """Nothing of it is imported or made before somebody asks for a file."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._errand: Errand | None = None

    @property
    def errand(self) -> Errand | None:
        """What is on its way or was last; None before the first."""
        return self._errand

    @property
    def running(self) -> bool:
        return self._errand is not None and self._errand.running

    def start(self, order: Order) -> bool:
        """Begins to make a file; while another one is on its way a sentence says to wait."""
        if self._errand is None:
            from hinge_tutor.app.errand import Errand
            from hinge_tutor.app.errand_card import ErrandCard

            self._errand = Errand(self)
            ErrandCard(self._errand, self._session, self._window)
        begun = self._errand.start(order)
        if not begun:
            self._session.say(tr("One file after the other: wait for the last one, or cancel it."))
        return begun

    def stop(self) -> None:
        """Ends what is on its way."""
        if self._errand is not None:
            self._errand.stop()
