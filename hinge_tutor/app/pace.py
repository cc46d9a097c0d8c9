"""How often a picture is made: 60 times a second, or 30 where painting takes too long for that."""

from __future__ import annotations

from collections import deque

FAST_MS, SLOW_MS = 16, 33
# Painting may take this part of the time between two pictures; the rest is for everything else.
LARGEST_SHARE = 0.6
# A second of pictures; the slowest twentieth of them does not count.
PAINTS = 60
SLOWEST_COUNTED = 0.95


class Pace:
    """Takes how long each picture took, in seconds, and gives the time between two."""

    def __init__(self) -> None:
        self._paints: deque[float] = deque(maxlen=PAINTS)
        self.interval_ms = FAST_MS

    def add(self, seconds: float) -> bool:
        """Counts a picture; says whether the pace is another one now."""
        self._paints.append(seconds)
        if self.interval_ms == SLOW_MS or len(self._paints) < PAINTS:
            return False
        counted = sorted(self._paints)[round(SLOWEST_COUNTED * PAINTS) - 1]
        if counted * 1000 <= LARGEST_SHARE * FAST_MS:
            return False
        self.interval_ms = SLOW_MS
        return True

    def start_over(self) -> bool:
        """Another size, another pace; says whether it is another one now."""
        self._paints.clear()
        slow = self.interval_ms != FAST_MS
        self.interval_ms = FAST_MS
        return slow
