"""Who stands on the stage, how they are arranged, and the clock that they share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.motion.shared_clock import SharedClock, shared_clock
from hinge_tutor.stage.arrangement import Arrangement
from hinge_tutor.stage.options import Options


class Standing(QObject):
    """The figures by their names, from left to right, and how they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.options = Options()
        # What stands on the stage: the build's own, or a pair that tries a fault.
        self.plan = StagePlan(())
        self.figures: Mapping[str, Repetition] = {}
        # Why nobody is on the stage, where a file behind the figures cannot be read.
        self.problem: Exception | None = None

    @property
    def pending(self) -> bool:
        """Whether a question is open: nothing may give its answer away."""
        return False

    @property
    def repetitions(self) -> tuple[Repetition, ...]:
        """The figures on the stage, in the scene's own order."""
        return tuple(self.figures.values())

    @property
    def arrangement(self) -> Arrangement:
        """How the figures stand now: while a question is open, so that nothing answers it."""
        arranged = self.options.arrangement
        return arranged.reticent() if self.pending else arranged

    @property
    def shown(self) -> tuple[int, ...]:
        """The places of the figures that are shown, as they stand from left to right."""
        return self.arrangement.shown(len(self.figures))

    @property
    def clock(self) -> SharedClock:
        """The clock that the figures share; there has to be one on the stage."""
        takes = [each.take for each in self.repetitions]
        return shared_clock(takes, self.options.arrangement.sync)
