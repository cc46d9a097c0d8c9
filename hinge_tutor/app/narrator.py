"""Reads aloud: each page once, its answer, phases of what moves, and what leads in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.page_heard import answer_heard, page_heard
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.voice import Voice

# How often somebody looks after the program that speaks, ms; only while it does.
LOOK_MS = 50
# Floating point's hair at the end of a film, s.
HAIR_S = 1e-6


class Narrator(QObject):
    """Follows the session while it is `on` and the window is seen; `failed`: nobody could speak.

    There is never more than one voice: what is said ends when one goes on, pauses or leaves.
    Whoever presents speaks for themselves.
    """

    failed = Signal()

    def __init__(self, session: Session, window: QWidget, voice: Voice) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.voice = voice
        self.on = False
        self._page: tuple[Spot, bool, bool] | None = None
        self._step: tuple[int, int] | None = None
        self._told = False
        self._played = False
        # What leads in the lesson's place asked or told last.
        self._guided = ""
        # Whether the text on its way is a page or an answer, and not the name of a phase.
        self._reading = False
        # The phase that is on, and those that were named since this page is shown.
        self._phase = ""
        self._named: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.on_timeout)
        session.step_changed.connect(self.on_step_changed)
        session.frame_changed.connect(self.on_frame_changed)
        session.options_changed.connect(self.on_options_changed)
        window.installEventFilter(self)

    def switch(self, on: bool) -> None:
        """On, it reads the page that is shown; off, it is silent."""
        self.on = on
        self._page = self._step = None
        self._guided = ""
        self.on_step_changed()

    def hush(self) -> None:
        """Silence, until there is something else to read."""
        self.voice.stop()
        self._look_on()

    @property
    def _may(self) -> bool:
        session = self._session
        seen = self._window.isVisible() and not self._window.isMinimized()
        return self.on and seen and not session.audience and not session.blank

    def _say(self, text: str, reading: bool = True) -> None:
        if text and self._may:
            self._reading = reading
            self.voice.say(text, self._session.words.language)
            self._look_on()

    def _look_on(self) -> None:
        """Looks after the voice as long as there is one, and then no more."""
        if self.voice.failed:
            self.voice.failed = False
            self.failed.emit()
        if self.voice.busy != self._timer.isActive():
            self._timer.start() if self.voice.busy else self._timer.stop()

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    def on_timeout(self) -> None:
        self.voice.look()
        self._look_on()

    def on_step_changed(self) -> None:
        """Another page, or its answer."""
        session = self._session
        if not self._may or session.guide is not None:
            self._page = None
            self._read_guide()
            return
        self._guided = ""
        page = (session.spot, session.finished, session.page_ahead)
        told = session.explained or session.repaired
        if page != self._page:
            step = (session.spot.lesson, session.spot.step)
            titled, self._step = step != self._step, step
            self._page, self._told = page, told
            self._played, self._phase = session.timeline.clock.playing, ""
            self._named.clear()
            self.hush()
            self._say(page_heard(session, titled))
        elif told and not self._told:
            self._told = told
            self._say(answer_heard(session))

    def _read_guide(self) -> None:
        """What a clinic, recall cards or Train ask and tell, once it is something else."""
        guide = self._session.guide
        # What nobody hears is read when somebody can.
        heard = guide.heard if guide is not None and self._may else ""
        if heard != self._guided or not heard:
            self._guided = heard
            self.hush()
            self._say(heard)

    def on_frame_changed(self) -> None:
        """A phase begins, or somebody pauses."""
        session = self._session
        if not self.on or session.guide is not None:
            return
        clock = session.timeline.clock
        played, self._played = self._played, clock.playing
        end_s = clock.duration_s if clock.stop_s is None else clock.stop_s
        if played and not clock.playing and abs(clock.time_s - end_s) > HAIR_S:
            self.hush()
        phase = session.timeline.phase
        now = phase.phase if phase else ""
        begins, self._phase = now != self._phase, now
        if begins and now and clock.playing:
            self._name(now)

    def _name(self, phase: str) -> None:
        """What a phase asks for, the first time round, or in each repetition to move along with.

        A page that is still being read goes before it.
        """
        session = self._session
        if session.build.practice is None and phase in self._named:
            return
        if self.voice.speaking and self._reading:
            return
        self._named.add(phase)
        movement = session.repetitions[session.clock.leader].take.movement.id
        words = session.words
        self._say(words.cue(movement, phase) or words.phase(movement, phase), reading=False)

    def on_options_changed(self) -> None:
        """A screen that is blank, or seen by an audience, says nothing."""
        if self.on and not self._may and self.voice.speaking:
            self.hush()
        elif self._may and self._session.guide is not None:
            self._read_guide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nobody is talked to who has left."""
        kind = event.type()
        if kind in (QEvent.Type.Hide, QEvent.Type.Close, QEvent.Type.WindowStateChange):
            if kind != QEvent.Type.WindowStateChange or self._window.isMinimized():
                self.hush()
        elif kind == QEvent.Type.Show and self.on and self._page is None:
            self.on_step_changed()
        return super().eventFilter(watched, event)
