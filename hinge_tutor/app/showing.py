"""How the stage is shown: as the user chose, at which moment, covered or not, with what is said."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.keeping import Keeping
from hinge_tutor.app.route import Route
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.timeline import Timeline
from hinge_tutor.stage.arrangement import Arrangement
from hinge_tutor.stage.options import Options


class Showing(Keeping):
    """Whoever is on the stage is shown like this, and may play; the moment is `timeline`'s."""

    frame_changed = Signal()
    options_changed = Signal()

    def __init__(
        self,
        route: Route,
        memory: Memory,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(route, memory, parent)
        # What stands in the status line.
        self.notice = ""
        # Claims of this build that flip within what the sources leave open.
        self.disputed: tuple[str, ...] = ()
        self.blank = ""
        self.frozen = False
        self.timeline = Timeline(
            self.frame_changed.emit, lambda: self.settings.reduced_motion, now, self
        )

    def arrange(self, arrangement: Arrangement, notice: str) -> None:
        """The figures arranged otherwise, with one sentence about it; the moment stays."""
        self.options = replace(self.options, arrangement=arrangement)
        if self.repetitions:
            self.timeline.lead(self.clock)
        self.say(notice)

    def change_settings(self, settings: Settings) -> None:
        """Other choices of the user's; they count at once and next time."""
        self._remember(lambda: self.memory.keep_settings(settings))
        self.options = replace(self.options, text_scale=settings.text_percent / 100)
        self.options_changed.emit()
        self.timeline.on_moved()

    def set_options(self, options: Options) -> None:
        self.options = options
        self.options_changed.emit()

    def hold(self, held: bool) -> None:
        """A hand takes something that it drags, or lets it go."""
        self.set_options(replace(self.options, in_hand=held))

    def set_speed(self, speed: float) -> None:
        self.timeline.set_speed(speed)
        self.set_options(replace(self.options, speed=self.timeline.clock.speed))

    def set_blank(self, color: str) -> None:
        """Covers everything in black or white; the same again, or nothing, uncovers."""
        self.blank = "" if color == self.blank else color
        self.options_changed.emit()

    def set_frozen(self, frozen: bool) -> None:
        """Keeps the picture that is shown while the rest goes on."""
        self.frozen = frozen
        self.options_changed.emit()

    def set_disputed(self, claims: tuple[str, ...]) -> None:
        """Which claims of this build can come out the other way."""
        if claims != self.disputed:
            self.disputed = claims
            self.options_changed.emit()

    def say(self, notice: str) -> None:
        """One sentence for the status line."""
        self.notice = notice
        self.options_changed.emit()
