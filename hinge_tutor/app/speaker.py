"""Says where the motion is: to a screen reader at each phase, to anybody who asks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.calling import spoken
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.told import told
from hinge_tutor.lessons.lesson import Question


class Speaker(QObject):
    """Listens to the session; speaks when the phase is another one."""

    def __init__(self, session: Session, stage: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._stage = stage
        self._said = ""
        self._at = self._place()
        # What the status line was told of the pose, as long as that is what it says.
        self._described = ""
        session.frame_changed.connect(self.on_frame_changed)
        session.step_changed.connect(self.on_step_changed)

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
        self._described = self.sentence()
        self._session.say(self._described)

    def _describe_again(self, other_phase: bool) -> None:
        """While it plays at each phase, else with each step of a finger on the timeline."""
        session = self._session
        if not self._described or session.notice != self._described:
            self._described = ""
        elif other_phase or not session.timeline.clock.playing:
            now = self.sentence()
            if now != self._described:
                self._described = now
                session.say(now)

    def on_step_changed(self) -> None:
        """The next thing to read, for those who do not see the pane change."""
        if QAccessible.isActive() and self._at != self._place():
            self._at = self._place()
            announce(self._window, self._to_read())

    def _place(self) -> tuple[Spot, bool, bool]:
        """What one reads: a build, what stands in its place, or the end of the lesson."""
        session = self._session
        return session.spot, session.finished, session.page_ahead

    def _to_read(self) -> str:
        """The step and its prompt; the answer before them where it is told; in the end the goal."""
        session, words = self._session, self._session.words
        if session.finished:
            return f"{words.ending('heading')}. {session.lesson.goal}"
        said = f"{session.step.title}."
        if session.said:
            said = f"{said} {session.fill(session.build.prompt)}"
        if session.repair is not None:
            said = f"{said} {session.fill(session.repair.fix.prompt)}"
        asked = session.asked
        if asked is None or not session.explained:
            return said
        right = f" {asked.choices[asked.right].text}." if isinstance(asked, Question) else ""
        return f"{words.question('answer')}:{right} {told(session, asked).sentences} {said}"

    def on_frame_changed(self) -> None:
        phase = self._session.timeline.phase
        now = f"{self._session.spot} {phase.phase if phase else ''}"
        other = now != self._said
        self._describe_again(other)
        if other:
            self._said = now
            if QAccessible.isActive():
                said = self.sentence()
                self._stage.setAccessibleDescription(said)
                announce(self._window, said)
