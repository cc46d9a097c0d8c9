"""Time of the build on screen: play, seek, key poses, speed and loop, on one clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from hinge_tutor.app.moments import key_moments, moment_s, next_moment, previous_moment
from hinge_tutor.app.playback import Playback
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.motion.clock import Clock
from hinge_tutor.motion.shared_clock import SharedClock, leads
from hinge_tutor.motion.take import Span

SPEEDS = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
# A loop shorter than this is a still.
SHORTEST_LOOP_S = 1e-3


class Timeline:
    """The clock that all figures share, and where it stands; `moved` is told of every other moment.

    `still` says whether motion is to be shown as key poses.
    """

    def __init__(
        self,
        moved: Callable[[], None],
        still: Callable[[], bool],
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        self._moved = moved
        self._still = still
        self._shared: SharedClock | None = None
        self._start_s = 0.0
        self._told: tuple[float, bool] | None = None
        # Whether nobody may move time, because somebody is to guess where it leads.
        self.held = False
        self._playback = Playback(self.on_moved, now, parent)

    def set(self, shared: SharedClock | None, plan: StagePlan) -> None:
        """Another build: the clock of its figures, and how the lesson plays it."""
        self._shared = shared
        self._told = None
        duration = shared.duration_s if shared else 0.0
        at = moment_s(plan.at, shared) if shared else 0.0
        self._start_s = 0.0 if plan.play == "still" else at
        clock = Clock(duration).at_speed(plan.speed).seek(at)
        if duration > 0 and plan.play == "loop":
            clock = clock.looping((0.0, duration))
        if shared and duration > 0 and plan.stop_at is not None:
            clock = replace(clock, stop_s=moment_s(plan.stop_at, shared))
        self._playback.set(clock.play() if duration > 0 and plan.play != "still" else clock)

    def lead(self, shared: SharedClock) -> None:
        """Another clock from the same moment of the first moving figure on.

        So it is where a dial is turned, or where figures share their clock in another way.
        """
        before = self._shared
        if before is None or shared is before:
            return
        self._shared = shared
        self._told = None
        # The first figure that moves before and after tells the moment.
        lasting = zip(before.lengths_s, shared.lengths_s, strict=False)
        same = leads([min(pair) for pair in lasting])

        def moved(time_s: float) -> float:
            if not before.duration_s and before.spans:
                # Out of a pose that was held, its motion goes on from the phase it was held in.
                return shared.moment(before.spans[0].phase) * shared.duration_s
            own_s = before.courses[same].at(time_s / (before.duration_s or 1.0))
            # A dial makes the take itself longer; its places are then the same parts of it.
            longer = shared.lengths_s[same] / (before.lengths_s[same] or 1.0)
            return shared.courses[same].when(own_s * longer) * shared.duration_s

        clock = self.clock
        whole = (0.0, before.duration_s)
        loop = (0.0, shared.duration_s) if clock.loop == whole else clock.loop
        if loop is not None and clock.loop != whole:
            loop = (moved(loop[0]), moved(loop[1]))
        self._start_s = moved(self._start_s)
        self._playback.set(
            replace(
                clock,
                duration_s=shared.duration_s,
                time_s=moved(clock.time_s),
                loop=loop,
                stop_s=None if clock.stop_s is None else moved(clock.stop_s),
            )
        )

    @property
    def clock(self) -> Clock:
        return self._playback.clock

    @property
    def free(self) -> bool:
        """Whether there is time to move in, and somebody may."""
        return self.clock.duration_s > 0 and not self.held

    def _move(self, clock: Clock) -> None:
        """Another moment, or play and pause, unless time is held."""
        if not self.held:
            self._playback.set(clock)

    @property
    def running(self) -> bool:
        """Whether the timer is alive."""
        return self._playback.running

    @property
    def spans(self) -> tuple[Span, ...]:
        """The phases of the clock: those of the first figure."""
        return self._shared.spans if self._shared else ()

    @property
    def time_s(self) -> float:
        """The moment on screen; where motion is not wanted, the last key pose while playing."""
        if self._still() and self.clock.playing:
            now = self.clock.time_s
            return max((t for t in key_moments(self.spans) if t <= now + 1e-9), default=0.0)
        return self.clock.time_s

    @property
    def fraction(self) -> float:
        """The moment on screen, 0 to 1 of the repetition; all figures show this one."""
        return self.time_s / self.clock.duration_s if self.clock.duration_s > 0 else 0.0

    @property
    def phase(self) -> Span | None:
        """The phase on screen; a boundary belongs to the phase that ends there."""
        shown = self.time_s
        return next((span for span in self.spans if shown <= span.to_s + 1e-6), None)

    def play(self, playing: bool = True) -> None:
        if self.clock.duration_s > 0:
            self._move(self.clock.play() if playing else self.clock.pause())

    def toggle(self) -> None:
        self.play(not self.clock.playing)

    def replay(self) -> None:
        """The build once more from where its film begins."""
        self._move(self.clock.seek(self._start_s).play())

    def seek(self, fraction: float) -> None:
        self._move(self.clock.seek_fraction(fraction))

    def seek_s(self, time_s: float) -> None:
        self._move(self.clock.seek(time_s))

    def stand_at(self, time_s: float) -> None:
        """To a moment, and stay there."""
        self._move(self.clock.pause().seek(time_s))

    def step_key_pose(self, forward: bool) -> None:
        """To the next or the last boundary of a phase."""
        if self.spans:
            find = next_moment if forward else previous_moment
            self.stand_at(find(self.spans, self.clock.time_s))

    def stand_at_phase(self, index: int) -> None:
        """To the end of a phase, its key pose."""
        if 0 <= index < len(self.spans):
            self.stand_at(self.spans[index].to_s)

    def stand_deepest(self) -> None:
        if self._shared is not None:
            self.stand_at(self._shared.turn_s)

    def set_speed(self, speed: float) -> None:
        self._playback.set(self.clock.at_speed(speed))

    def speed_beside(self, steps: int) -> float:
        """The next listed speed, faster or slower."""
        now = self.clock.speed
        if steps > 0:
            return next((speed for speed in SPEEDS if speed > now + 1e-6), SPEEDS[-1])
        return max((speed for speed in SPEEDS if speed < now - 1e-6), default=SPEEDS[0])

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Repeats a part (s) or nothing; a part without length is no loop."""
        if loop is not None and abs(loop[1] - loop[0]) < SHORTEST_LOOP_S:
            loop = None
        self._told = None
        self._playback.set(replace(self.clock, stop_s=None).looping(loop))

    def loop_from_here(self, start: bool) -> None:
        """Begins or ends the loop at this moment; the other end stays where it can."""
        here, whole = self.clock.time_s, self.clock.duration_s
        begin, end = self.clock.loop or (0.0, whole)
        if start:
            self.set_loop((here, end if end > here else whole))
        else:
            self.set_loop((begin if begin < here else 0.0, here))

    def set_interval(self, interval_ms: int) -> None:
        """Milliseconds between two pictures."""
        self._playback.set_interval(interval_ms)

    def beat(self) -> None:
        """Takes in the time that has passed, as the timer does."""
        if self.running:
            self._playback.on_timeout()

    def set_seen(self, seen: bool) -> None:
        """Nobody can see the window, or somebody can again."""
        self._playback.set_seen(seen)

    def on_moved(self) -> None:
        now = (self.time_s, self.clock.playing)
        if now != self._told:
            self._told = now
            self._moved()
