"""What a session keeps of figures that somebody repairs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from hinge_tutor.app.hands import Asker
from hinge_tutor.app.route import Route
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.staying import Staying
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.repair import Repair, repair_of


class Repairing(Staying):
    """A build's figure with its dials, which stay as they were turned until the step is reset."""

    def __init__(
        self,
        route: Route,
        memory: Memory,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(route, memory, now, parent)
        # Where the dials stand, by lesson, step and build as answers are.
        self.repairs: dict[Asker, tuple[float, ...]] = {}
        # Those that were shown repaired to somebody who went on.
        self.repairs_shown: set[Asker] = set()
        # Whether nothing was left to repair when the figure last stood still.
        self._mended = False

    @property
    def repair(self) -> Repair | None:
        """The repair of this build as far as it is; None where nothing is to be repaired now."""
        if self.build.fix is None or self.plan is not self.build.stage or self.finished:
            return None
        begun, kept = repair_of(self.build), self.repairs.get(self._here)
        return begun if begun is None or kept is None else replace(begun, shares=kept)

    @property
    def repaired(self) -> bool:
        """Whether the form rules find nothing any more in the figure that was to be repaired."""
        repair = self.repair
        if repair is None or repair.figure >= len(self.repetitions):
            return False
        return not self.repetitions[repair.figure].findings

    @property
    def repair_shown(self) -> bool:
        """Whether the tutor has turned the dials for somebody who went on."""
        return self.repaired and self._here in self.repairs_shown

    def repair_to(self, repair: Repair) -> None:
        """The figure as far as its dials stand; repaired, it moves once at real speed."""
        self.repairs[self._here] = repair.shares
        self.repairs_shown.discard(self._here)
        self._show_repair(repair.turned(self.plan))
        before, self._mended = self._mended, self.repaired
        if self._mended and not before:
            self.set_speed(1.0)
            self.timeline.set_loop(None)
            self.timeline.seek_s(0.0)
            self.timeline.play()
        self._tell()

    def repair_all(self) -> bool:
        """Everything at rest, for whoever goes on without turning a dial; whether it was not."""
        repair = self.repair
        if repair is None or self.repaired or repair == repair.repaired():
            return False
        self.repair_to(repair.repaired())
        self.repairs_shown.add(self._here)
        self._tell()
        return True

    def unanswer(self, step: int | None = None) -> None:
        """As if nobody had answered or repaired anything in a step of this lesson, or in any."""
        super().unanswer(step)
        self.repairs = {k: v for k, v in self.repairs.items() if not self._within(k, step)}

    @property
    def _here(self) -> Asker:
        return self.lesson.id, self.spot.step, self.spot.build

    def _show_repair(self, plan: StagePlan) -> None:
        """Puts the figures of a plan on the stage, at the same moment."""
        raise NotImplementedError

    def _tell(self) -> None:
        """Tells everybody that other figures stand there."""
        raise NotImplementedError
