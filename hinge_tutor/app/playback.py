"""The program's one running timer: it wakes the clock of the lesson, and only while that moves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from hinge_tutor.app.pace import FAST_MS
from hinge_tutor.motion.clock import Clock


class Playback(QObject):
    """Holds the clock; `moved` is called whenever it shows another moment or another state.

    `now` gives seconds of a monotonic clock. The timer runs while the clock plays and somebody
    can see it, never otherwise.
    """

    def __init__(
        self, moved: Callable[[], None], now: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.clock = Clock(0.0)
        self._moved = moved
        self._now = now
        self._seen = False
        self._last_s = 0.0
        self._timer = QTimer(self)
        # Measured: a precise timer does not drift.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FAST_MS)
        self._timer.timeout.connect(self.on_timeout)

    @property
    def running(self) -> bool:
        """Whether the timer is alive."""
        return self._timer.isActive()

    def set(self, clock: Clock) -> None:
        """Takes another clock and starts or stops the timer accordingly."""
        self.clock = clock
        self._settle()
        self._moved()

    def set_interval(self, interval_ms: int) -> None:
        """Milliseconds between two pictures."""
        self._timer.setInterval(interval_ms)

    def set_seen(self, seen: bool) -> None:
        """A window that nobody can see lets no time pass."""
        self._seen = seen
        self._settle()

    def _settle(self) -> None:
        wanted = self.clock.playing and self._seen
        if wanted and not self._timer.isActive():
            self._last_s = self._now()
            self._timer.start()
        elif not wanted and self._timer.isActive():
            self._timer.stop()

    def on_timeout(self) -> None:
        """One beat: as much time as has really passed; the clock limits a stall by itself."""
        now = self._now()
        elapsed, self._last_s = now - self._last_s, now
        self.clock = self.clock.advance(elapsed)
        self._settle()
        self._moved()
