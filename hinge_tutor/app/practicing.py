"""Repetitions to move along with: how many there are, which one it is, and that they are over.

The lesson's own clock runs them, one after the other; nothing here has a timer.
"""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.session import Session
from hinge_tutor.app.ticking import Ticker
from hinge_tutor.lessons.blocks import REPETITIONS
from hinge_tutor.lessons.by_hand import Practice
from hinge_tutor.motion.take import Span

# What of a repetition may be missing at its end, s: floating point's hair.
HAIR_S = 1e-6
# How long a boundary between phases is seen, s.
PULSE_S = 0.3


class Practicing(QObject):
    """Follows the session; `changed` says that another repetition begins, or the last one is over.

    `count` are the repetitions asked for, `done` those that are over.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.ticker = Ticker()
        self.practice: Practice | None = None
        self.count = self.done = 0
        # Whether the clock played when it was last looked at, and in which phase.
        self._played = False
        self._phase = ""
        # Whether the figures face left because of the practice, and not of the user.
        self._turned = False
        session.step_changed.connect(self.on_step_changed)
        session.frame_changed.connect(self.on_frame_changed)

    # ── what there is ────────────────────────────────────────────────────────────────────────────

    @property
    def on(self) -> bool:
        """Whether this build is one to move along with."""
        return self.practice is not None and bool(self._session.timeline.spans)

    @property
    def ended(self) -> bool:
        """Whether all repetitions are over."""
        return self.on and self.done >= self.count

    @property
    def number(self) -> int:
        """The repetition that is on, counting from 1."""
        return min(self.done + 1, self.count)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The phases of a repetition."""
        return self._session.timeline.spans

    @property
    def time_s(self) -> float:
        """Where the clock is; the figure may show a pose before, where motion is not wanted."""
        return self._session.timeline.clock.time_s

    @property
    def span(self) -> Span | None:
        """The phase that is on; at a boundary, the one that begins there."""
        now = self.time_s + HAIR_S
        return next((span for span in self.spans if now < span.to_s), (*self.spans, None)[-1])

    @property
    def seconds_left(self) -> int:
        """Seconds until the next phase, as one counts down: 3, 2, 1."""
        span = self.span
        if span is None:
            return 0
        speed = self._session.timeline.clock.speed
        return max(math.ceil((span.to_s - self.time_s) / speed - HAIR_S), 1)

    @property
    def pulse(self) -> float:
        """How fresh the last boundary between phases is, from 1 to 0; only while it plays."""
        span, clock = self.span, self._session.timeline.clock
        if span is None or not clock.playing or self._session.settings.reduced_motion:
            return 0.0
        return max(1.0 - (self.time_s - span.from_s) / clock.speed / PULSE_S, 0.0)

    # ── what is done ─────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """From the first repetition."""
        self.done = 0
        self._go()
        self.changed.emit()

    def ask_for(self, count: int) -> None:
        """So many repetitions instead; those that are over stay so."""
        low, high = REPETITIONS
        least = self.done if self.ended else self.done + 1
        self.count = min(max(count, low, least), high)
        self.changed.emit()

    def _go(self) -> None:
        """The next repetition, from its beginning; it is not followed by another by itself."""
        timeline = self._session.timeline
        timeline.set_loop(None)
        timeline.seek_s(0.0)
        timeline.play()

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    def on_step_changed(self) -> None:
        """Another build begins or ends a practice; other figures in it go on with the same."""
        session = self._session
        asked = self._asked
        if asked is self.practice and not self._loops:
            return
        self.practice = asked
        self._face(left=asked is not None and asked.mirror)
        self.ticker.stop()
        self.done, self.count = 0, asked.count if asked else 0
        if asked is not None:
            session.timeline.set_loop(None)
        self._played = session.timeline.clock.playing
        self._phase = self.span.phase if self.span else ""
        self.changed.emit()

    @property
    def _asked(self) -> Practice | None:
        """What there is to move along with now: what the build asks for, while it leads itself."""
        session = self._session
        led = session.finished or session.trying or session.guide is not None
        return None if led else session.build.practice

    @property
    def _loops(self) -> bool:
        """Whether the clock repeats all of a repetition, as a build begins with it."""
        clock = self._session.timeline.clock
        return self.practice is not None and clock.loop == (0.0, clock.duration_s)

    def _face(self, left: bool) -> None:
        """The figures as the practice wants them; as they were, once it is over."""
        options = self._session.options
        arranged = options.arrangement
        if left == self._turned or (left and arranged.mirrored):
            return
        self._turned = left
        turned = replace(arranged, mirrored=left)
        self._session.set_options(replace(options, arrangement=turned))

    def on_frame_changed(self) -> None:
        """The clock has gone on: to another phase, or to the end of a repetition."""
        if not self.on:
            return
        clock = self._session.timeline.clock
        played, self._played = self._played, clock.playing
        over = clock.time_s >= clock.duration_s - HAIR_S
        self._beat(clock.playing)
        if not clock.playing:
            self.ticker.stop()
        if played and not clock.playing and over and not self.ended:
            self._finish_one()
        elif clock.playing and not over and self.ended:
            # Somebody plays on after the end: a new beginning.
            self.done = 0
            self.changed.emit()

    def _finish_one(self) -> None:
        self.done += 1
        if not self.ended:
            self._go()
        self._say()
        self.changed.emit()

    def _beat(self, playing: bool) -> None:
        """A tick where a phase begins, for whoever wants to hear it."""
        phase = self.span.phase if self.span else ""
        begins, self._phase = phase != self._phase, phase
        if begins and playing and self._session.settings.practice_tick:
            self.ticker.tick()

    def _say(self) -> None:
        """Which repetition begins, for who does not see it; after the last, that it is over."""
        parent = self.parent()
        if isinstance(parent, QWidget):
            announce(parent, self.told)

    @property
    def told(self) -> str:
        """`3 of 5`; after the last one, that it is over."""
        words = self._session.words
        if self.ended:
            return f"{words.practice('ended')}. {words.practice('over', {'count': self.count})}"
        return words.practice("count", {"number": self.number, "count": self.count})
