"""Tells a screen reader what there is to read and where the motion is, and anybody who asks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.calling import spoken
from hinge_tutor.app.page_heard import answer_heard, guess_heard, page_heard
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView


class Speaker(QObject):
    """Listens to the session: a page first, then the pose, and of what moves each phase once.

    What plays is told by the names of its phases, the first time round: nobody can listen to a
    whole pose as quickly as bodies move. A pose that stands is told whole.
    """

    def __init__(self, session: Session, lesson: QWidget, window: QWidget) -> None:
        """`lesson` is the pane that says the page to whoever comes to it."""
        super().__init__(window)
        self._session = session
        self._window = window
        self._lesson = lesson
        self._at = self._place()
        self._step: tuple[int, int] | None = None
        # What was told last of an answer, of a guide, and in the status line.
        self._answered = self._guided = self._noticed = ""
        # The phase that is on, whether it plays, and the phases that were named since.
        self._phase = ""
        self._played = False
        self._named: set[str] = set()
        # What the status line was told of the pose, as long as that is what it says.
        self._described = ""
        session.frame_changed.connect(self.on_frame_changed)
        session.step_changed.connect(self.on_step_changed)
        session.options_changed.connect(self.on_options_changed)
        self._describe_page()

    def sentence(self) -> str:
        """The pose of every figure on the stage, in words."""
        session = self._session
        if not session.repetitions:
            return ""
        # Words for poses are read once somebody asks for them.
        from hinge_tutor.app.pose_words import pose_in_words

        times = session.clock.own_times(session.timeline.fraction)
        names = spoken(session)
        return " ".join(
            pose_in_words(
                session.repetitions[number],
                session.words,
                times[number],
                names[number],
                quiet=session.veiled,
            )
            for number in session.shown
        )

    def describe(self) -> None:
        """Says the pose in the status line, and again as it becomes another one."""
        self._described = self._noticed = self.sentence()
        self._say(self._described)
        self._session.say(self._described)

    def _describe_again(self, other_phase: bool) -> None:
        """While it plays at each phase, else with each step of a finger on the timeline."""
        session = self._session
        if not self._described or session.notice != self._described:
            self._described = ""
        elif other_phase or not session.timeline.clock.playing:
            now = self.sentence()
            if now != self._described:
                # It is told with its phase, not as a message.
                self._described = self._noticed = now
                session.say(now)

    # ── what is read ─────────────────────────────────────────────────────────────────────────────

    def _place(self) -> tuple[Spot, bool, bool]:
        """What one reads: a build, what stands in its place, or the end of the lesson."""
        session = self._session
        return session.spot, session.finished, session.page_ahead

    def on_step_changed(self) -> None:
        """The next thing to read, or what became of an answer, for those who do not see it."""
        self._describe_page()
        if not QAccessible.isActive() or self._tell_guide():
            return
        session, place = self._session, self._place()
        answered = answer_heard(session) if session.explained else guess_heard(session)
        if place != self._at:
            step = (session.spot.lesson, session.spot.step)
            titled, self._step = step != self._step, step
            self._at, self._answered = place, answered
            self._tell_page(page_heard(session, titled, whole=False))
        elif answered != self._answered:
            self._answered = answered
            self._say(answered)

    def _tell_page(self, page: str) -> None:
        """The page, and the pose where it stands; what plays is told as it comes."""
        self._played, self._phase = self._session.timeline.clock.playing, self._here()
        self._named = {self._phase}
        pose = self.sentence()
        self._show(pose)
        self._say(page if self._played or self._session.finished else f"{page} {pose}")

    def _tell_guide(self) -> bool:
        """What leads in the lesson's place asks or tells; whether there is such a thing."""
        guide = self._session.guide
        heard = guide.heard if guide is not None else ""
        if heard != self._guided:
            self._guided = heard
            self._say(heard)
        return guide is not None

    def _describe_page(self) -> None:
        self._lesson.setAccessibleDescription(_in_one(page_heard(self._session, titled=True)))

    def on_options_changed(self) -> None:
        """What stands in the status line, wherever that is shown; and what a guide asks next."""
        notice = self._session.notice
        if notice != self._noticed:
            self._noticed = notice
            self._say(notice)
        if QAccessible.isActive():
            self._tell_guide()

    # ── what moves ───────────────────────────────────────────────────────────────────────────────

    def on_frame_changed(self) -> None:
        """Another moment, or play and pause."""
        now, playing = self._here(), self._session.timeline.clock.playing
        other, self._phase = now != self._phase, now
        played, self._played = self._played, playing
        self._describe_again(other)
        if not QAccessible.isActive() or self._ahead():
            return
        if playing != played:
            self._named = {now}
        if not playing:
            pose = self.sentence()
            self._show(pose)
            if other or played:
                self._say(pose)
        elif other:
            self._show(self.sentence())
            if now not in self._named:
                self._named.add(now)
                self._say(self._name())

    def _ahead(self) -> bool:
        """Whether there is another page, that goes before what is on the stage."""
        return self._session.guide is None and self._place() != self._at

    def _here(self) -> str:
        phase = self._session.timeline.phase
        return phase.phase if phase else ""

    def _name(self) -> str:
        """What the phase is called in the movement that leads the clock."""
        session = self._session
        if not session.repetitions or not self._phase:
            return ""
        movement = session.repetitions[session.clock.leader].take.movement.id
        return f"{session.words.phase(movement, self._phase)}."

    def _show(self, pose: str) -> None:
        """For whoever comes to a stage later."""
        for stage in self._window.findChildren(StageView):
            stage.setAccessibleDescription(pose)

    def _say(self, said: str) -> None:
        announce(self._window, _in_one(said))


def _in_one(said: str) -> str:
    return " ".join(said.split())
