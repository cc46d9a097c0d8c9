"""Makes the next round of the fault clinic a figure at a time, while another is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.spare_work import SpareWork
from hinge_tutor.app.trouble import REFUSALS, sentence
from hinge_tutor.lessons.clinic import Round, rounds

# A frame at 60 a second lies between two figures.
REST_MS = 16


class ClinicWork(SpareWork):
    """Holds one round that is ready; `made` says that it is there, or that none can be made."""

    made = Signal()

    def __init__(self, chance: Random, parent: QObject | None = None) -> None:
        super().__init__(REST_MS, parent)
        self._chance = chance
        self._parts: Iterator[Round | None] | None = None
        self.ready: Round | None = None
        # Why no round can be made, in one sentence.
        self.problem = ""

    def prepare(self) -> None:
        """Begins the next round, where none is ready."""
        self._left = self.ready is None
        self._go_on()

    def take(self) -> Round | None:
        """The round that is ready, which then is not there any more."""
        found, self.ready = self.ready, None
        return found

    def on_rest(self) -> None:
        """One more figure."""
        if self._parts is None:
            self._parts, self.problem = rounds(self._chance), ""
        try:
            self.ready = next(self._parts)
        except (StopIteration, *REFUSALS) as problem:
            # What broke off cannot go on; another try begins anew.
            self._parts, self.problem = None, sentence(problem)
        if self.ready is not None or self.problem:
            self._left = False
            self._go_on()
            self.made.emit()
