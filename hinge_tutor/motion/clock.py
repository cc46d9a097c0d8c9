"""The one clock of a lesson: a place in a repetition that moves when it is told how long it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

# A frame that took longer than this is shown as this long: no figure jumps after a stall.
LONGEST_STEP_S = 0.1
SLOWEST, FASTEST = 0.1, 2.0


@dataclass(frozen=True)
class Clock:
    """Where playback stands, in seconds of the repetition's own time.

    `loop` is the part that is repeated; without it the clock stops at `stop_s` or at the end.
    """

    duration_s: float
    time_s: float = 0.0
    speed: float = 1.0
    playing: bool = False
    loop: tuple[float, float] | None = None
    stop_s: float | None = None

    @property
    def fraction(self) -> float:
        """0 at the start, 1 at the end."""
        return self.time_s / self.duration_s if self.duration_s > 0 else 0.0

    def advance(self, dt_s: float) -> Clock:
        """The clock after `dt_s` seconds of real time; a paused clock stays."""
        if not self.playing or dt_s <= 0:
            return self
        later = self.time_s + min(dt_s, LONGEST_STEP_S) * self.speed
        if self.loop is not None:
            start, end = self.loop
            if later > end:
                over = (later - end) % max(end - start, 1e-9) if self.time_s <= end else 0.0
                return replace(self, time_s=start + over)
            return replace(self, time_s=min(later, self.duration_s))
        stop = self._next_stop()
        if later >= stop:
            return replace(self, time_s=stop, playing=False)
        return replace(self, time_s=later)

    def _next_stop(self) -> float:
        if self.stop_s is not None and self.time_s < self.stop_s <= self.duration_s:
            return self.stop_s
        return self.duration_s

    def seek(self, time_s: float) -> Clock:
        """The clock at another moment, kept inside the repetition."""
        return replace(self, time_s=min(max(time_s, 0.0), self.duration_s))

    def seek_fraction(self, fraction: float) -> Clock:
        """The clock at a fraction of the repetition."""
        return self.seek(fraction * self.duration_s)

    def play(self) -> Clock:
        """Playing; from the start again if it stood at the end."""
        at_end = self.time_s >= self.duration_s and self.loop is None
        return replace(self, playing=True, time_s=0.0 if at_end else self.time_s)

    def pause(self) -> Clock:
        """Standing still where it is."""
        return replace(self, playing=False)

    def at_speed(self, speed: float) -> Clock:
        """Playing at another speed, kept inside what can be followed."""
        return replace(self, speed=min(max(speed, SLOWEST), FASTEST))

    def looping(self, loop: tuple[float, float] | None) -> Clock:
        """Repeating a part, in order and inside the repetition, or not repeating."""
        if loop is None:
            return replace(self, loop=None)
        start, end = sorted(min(max(t, 0.0), self.duration_s) for t in loop)
        return replace(self, loop=(start, end))
