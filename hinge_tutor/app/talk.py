"""How long somebody has presented, and how that compares with what the lesson is planned for."""

from __future__ import annotations

import time
from collections.abc import Callable

# Closer to the plan than this nobody has to hurry or wait.
ON_TIME_S = 60.0


class Talk:
    """A watch that is started, stopped and begun anew; `now` gives seconds of a monotonic clock."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._before_s = 0.0
        self._since_s: float | None = None

    @property
    def going(self) -> bool:
        """Whether time is being taken."""
        return self._since_s is not None

    @property
    def elapsed_s(self) -> float:
        """Seconds that somebody has presented."""
        since = self._since_s
        return self._before_s + (0.0 if since is None else self._now() - since)

    def go(self, going: bool = True) -> None:
        """Takes time from now on, or rests."""
        self._before_s = self.elapsed_s
        self._since_s = self._now() if going else None

    def again(self) -> None:
        """From nought; what is going goes on."""
        self._before_s = 0.0
        if self.going:
            self._since_s = self._now()


def behind_s(elapsed_s: float, minutes: float, done: int, of: int) -> float:
    """Seconds behind a plan of so many minutes, with `done` of `of` builds shown; less is ahead.

    Each build is planned as long as any other: a lesson says how long it takes as a whole.
    """
    planned = 60.0 * minutes * done / of if of else 0.0
    return elapsed_s - planned
