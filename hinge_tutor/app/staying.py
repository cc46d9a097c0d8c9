"""Where one stays when lessons are written anew, and where one was in the course before a pack."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hinge_tutor.app.route import Route, Spot
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.showing import Showing
from hinge_tutor.lessons.progress import Place
from hinge_tutor.stage.options import Options

if TYPE_CHECKING:
    from hinge_tutor.lessons.lesson import StagePlan
    from hinge_tutor.located import AuthorError


@dataclass(frozen=True)
class Mark:
    """Where the learner was, what was on the stage there and how, before somebody presented.

    `chosen` as in Keeping; `tried` is what was tried in place of the build's own figures.
    """

    place: Place
    chosen: bool
    finished: bool
    options: Options
    fraction: float
    tried: StagePlan | None


class Staying(Showing):
    """`plan` is on the stage: the build's own, or what somebody tries instead. `wrong` is told of
    files that are written while they are open.
    """

    def __init__(
        self,
        route: Route,
        memory: Memory,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(route, memory, now, parent)
        self.wrong: tuple[AuthorError, ...] = ()
        # Where one was in the course before one went into a pack.
        self.left = Spot()

    @property
    def in_pack(self) -> bool:
        """Whether the lesson is one of a pack."""
        return self.route.pack(self.spot.lesson) is not None

    def mark(self) -> Mark:
        """What `return_to` needs to come back to how it is now."""
        tried = self.plan if self.trying else None
        return Mark(
            self._place,
            self._chosen,
            self.finished,
            self.options,
            self.timeline.fraction,
            tried,
        )

    def return_to(self, mark: Mark) -> None:
        """Back to where one was; the place stays where the lesson is no longer there.

        Who has not turned a page finds everything as it is now.
        """
        self._chosen = mark.chosen
        if (mark.place, mark.finished) == (self._place, self.finished):
            return
        spot = self.route.find(mark.place.lesson, mark.place.step, mark.place.build)
        if spot is None:
            return
        self.spot = spot
        self._enter()
        if mark.tried is not None:
            self.try_out(mark.tried)
        if mark.finished:
            self.finished = True
        self.options = mark.options
        self.timeline.stand_at(mark.fraction * self.timeline.clock.duration_s)
        self._tell()

    def stand(self, spot: Spot, shown: StagePlan, tried: bool) -> None:
        """To where a lesson that was written anew goes on; figures that are the same go on, too.

        `shown` is what its build showed before, `tried` whether something else was tried instead.
        """
        self.spot = spot
        if self.own != shown:
            self._enter()
        elif not tried:
            self.plan = self.own
        self._tell()

    def say_wrong(self, problems: Sequence[AuthorError]) -> None:
        """What is wrong in files that are written while they are open."""
        if tuple(problems) != self.wrong:
            self.wrong = tuple(problems)
            self.options_changed.emit()

    def _move(self, spot: Spot) -> None:
        if not self.in_pack:
            self.left = self.spot
        self.spot = spot

    def try_out(self, plan: StagePlan) -> None:
        """Another plan in place of the build's, until the build is entered again."""
        raise NotImplementedError

    def _enter(self) -> None:
        """Shows the build where one is."""
        raise NotImplementedError

    def _tell(self) -> None:
        """Has everybody look again."""
        raise NotImplementedError
