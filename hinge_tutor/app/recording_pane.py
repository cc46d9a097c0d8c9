"""A recorded motion in the lesson's place: what was read, which repetition, what is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.filled_bar import FilledBar
from hinge_tutor.app.guest_pane import GuestPane
from hinge_tutor.app.known import Known, nobody_known
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.panes import holds_focus
from hinge_tutor.app.recording_asked import RecordingAsked
from hinge_tutor.app.recording_work import Handed, RecordingWork
from hinge_tutor.app.recordings import ask_recording
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.recording_words import (
    card_in_words,
    read_in_words,
    repetition_in_words,
)
from hinge_tutor.recordings.recorded import RECORDED, TARGET, Recorded, Recording

# What a recording is looked at for first.
LAYERS = ("angles", "findings")


@dataclass(frozen=True)
class HandedOver:
    """A recording that goes on in another window, and whose card it was read with."""

    read: Handed
    number: int
    shown: bool
    who: str


class RecordingPane(GuestPane):
    """Shows the recording beside the target; it waits in memory while the lesson goes on."""

    def __init__(
        self,
        session: Session,
        close: Callable[[], object],
        put_aside: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`close` puts the lesson back in its place, `put_aside` until the recording is wanted."""
        super().__init__(session.words.recording("name"), close, parent)
        self._session = session
        self.recording: Recording | None = None
        self.number = 0
        self._shown = False
        self._one: Recorded | None = None
        # Whose card tells of the body, and what that person is called.
        self.client: Callable[[], Known | None] = nobody_known
        self._who = ""
        # What stood on the stage when the reading began, and where that was.
        self._found, self._place = session.plan, session.spot
        self.work = RecordingWork(session.words, self)
        self.work.done.connect(self.on_done)
        self.way_out.setAccessibleName(self.tr("Close the recording"))
        self.way_out.setToolTip(self.tr("Close the recording (Esc)"))
        self.told = wrapped("strong")
        self.bar = FilledBar(session)
        self._read = wrapped("quiet")
        self.before = QPushButton(self.tr("Before"))
        self.before.setAccessibleName(self.tr("Repetition before"))
        self.after = QPushButton(self.tr("Next"))
        self.after.setAccessibleName(self.tr("Next repetition"))
        self.before.clicked.connect(lambda: self.show_repetition(self.number - 1))
        self.after.clicked.connect(lambda: self.show_repetition(self.number + 1))
        self.asked = RecordingAsked(session)
        self.asked.changed.connect(self.on_asked)
        self.cancel = QPushButton(self.tr("Stop reading"))
        self.show_it = QPushButton(self.tr("Show it"))
        self.show_it.setAccessibleName(self.tr("Show the recording"))
        self.another = QPushButton(self.tr("Another recording…"))
        self.back = QPushButton(self.tr("Back to the lesson"))
        self.back.setObjectName("primary")
        self.cancel.clicked.connect(close)
        self.show_it.clicked.connect(self.on_show_it)
        self.another.clicked.connect(self.on_another)
        self.back.clicked.connect(close)
        self._fill()
        session.step_changed.connect(self.on_step_changed)
        self._put_aside = put_aside

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.before)
        row.addWidget(self.after)
        column = (self.told, self.bar, row, self.asked, self._read)
        foot = (self.cancel, self.show_it, self.another, self.back)
        self.lay_out(column, foot, self.tr("The recording"))

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.bar.set_look(look)
        self.asked.set_look(look)
        self.refresh()

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def open(self, file: Path) -> None:
        """Reads a file, while everything else goes on; with the body of whoever is in Train."""
        self.forget()
        self._begin_here()
        client = self.client()
        self._who = "" if client is None else client.name
        self.work.read(file, "" if client is None else client.body.text)
        self.refresh()
        self.cancel.setFocus()

    def begin(self) -> None:
        """It was opened, or is shown again after it was set aside."""
        self._begin_here()
        if self.recording is not None:
            self.show_repetition(self.number)
            self._enter()

    def _begin_here(self) -> None:
        self._found, self._place = self._session.plan, self._session.spot

    @property
    def waits(self) -> bool:
        """Whether there is something to show, now or soon."""
        return self.recording is not None or self.work.busy

    def set_aside(self) -> None:
        """The lesson leads again; what was read waits, and what is being read goes on."""
        self._leave_stage()
        if self.waits:
            words = self.tr("The recording waits: “A recorded motion…” in the menu shows it again.")
            self._session.say(words)

    def end(self) -> None:
        """The lesson leads again: nothing is read, and its own figures stand there."""
        self.forget()

    def forget(self) -> None:
        """Nothing of a recording is left in memory."""
        self.work.stop()
        self.recording, self.number = None, 0
        self._leave_stage()

    def put_down(self) -> HandedOver | None:
        """What another window needs to go on; None where there is nothing."""
        if not (self.waits or self.work.problem):
            return None
        read = self.work.put_down(self.recording)
        return HandedOver(read, self.number, self.isVisible(), self._who)

    def take_up(self, handed: HandedOver) -> None:
        """Goes on with the recording of another window."""
        self.work.go_on_from(handed.read)
        self.recording, self.number, self._who = handed.read.recording, handed.number, handed.who
        if self.recording is not None:
            self.asked.show_asked(self.recording)
        self.refresh()

    def _leave_stage(self) -> None:
        self._one = None
        shown, self._shown = self._shown, False
        if shown and self._session.plan.recorded:
            self._session.stop_trying()

    def on_another(self) -> None:
        """Another file in the place of this one."""
        file = ask_recording(self._session, self.window())
        if file is not None:
            self.open(file)

    def on_done(self) -> None:
        """It was read, or cannot be, which is said where the reading stood."""
        focused = holds_focus(self)
        self.recording = self.work.recording
        if self.recording is not None:
            self.asked.show_asked(self.recording)
            if self._awaited:
                self.show_repetition(0)
        if not self.isVisible():
            read = self.tr("The recording is read: “A recorded motion…” in the menu shows it.")
            self._session.say(self.work.problem or read)
            return
        self.refresh()
        announce(self, self.told.text())
        if focused:
            self._enter()

    def on_show_it(self) -> None:
        """Whoever went on with something else meanwhile has time for it now."""
        self.show_repetition(0)
        self._enter()

    @property
    def _awaited(self) -> bool:
        """Whether nobody has begun anything else on the stage or on top of it."""
        session = self._session
        cards = self.window().findChildren(Overlay)
        covered = any(card.isVisible() for card in cards) or QApplication.activeModalWidget()
        return self.isVisible() and session.open and session.plan is self._found and not covered

    def _enter(self) -> None:
        """The focus onto what is next."""
        next_ = (self.show_it, self.after, self.back)
        chosen = next((b for b in next_ if b.isEnabled() and not b.isHidden()), self.back)
        chosen.setFocus()

    # ── showing ──────────────────────────────────────────────────────────────────────────────────

    def show_repetition(self, number: int) -> None:
        """One repetition beside the target, from its beginning."""
        recording = self.recording
        if recording is None or not 0 <= number < len(recording.found):
            return
        self.number = number
        one, target = recording.repetition(number), recording.target
        name, body = recording.movement, recording.motion.body.specification.text
        casts = (
            Cast(RECORDED, name, body, done=one),
            Cast(TARGET, name, body, done=target),
        )
        self._one = one
        self._shown = True
        self.bar.show_repetition(one)
        self._session.try_out(StagePlan(casts, layers=LAYERS, play="loop"))
        self.refresh()

    def on_asked(self) -> None:
        """Another mass, load or movement: the same motion, computed anew."""
        recording = self.recording
        if recording is None:
            return
        self.recording = self.asked.of(recording)
        self.show_repetition(self.number)

    def on_step_changed(self) -> None:
        """Whoever has gone to a step of the lesson, or is asked something there, has it back."""
        session = self._session
        gone = self._shown and not session.plan.recorded
        if not self._shown and self.isVisible():
            gone = session.pending or session.spot != self._place
        if gone:
            self._shown = False
            self._put_aside()
        elif self.recording is not None and not self._shown:
            self.refresh()

    def refresh(self) -> None:
        """What is told, and what can be asked."""
        recording, words = self.recording, self._session.words
        there = recording is not None and self._shown
        self.head.setText(self.work.name)
        if recording is not None and there:
            one = self._one or recording.repetition(self.number)
            told = repetition_in_words(recording, self.number, one, words)
            self.told.setText(told[0])
            card = card_in_words(recording, self._who, words) if self._who else ()
            said = (*told[1:], "", *card, *read_in_words(recording, words))
            self._read.setText("\n".join(said))
        elif recording is not None:
            self.told.setText(self.tr("The recording is read. Show it when you are ready."))
        else:
            reading = self.tr("Reading the recording. Everything else goes on meanwhile.")
            self.told.setText(reading if self.work.busy else self.work.problem)
        for widget in (self.bar, self.asked, self._read):
            widget.setVisible(there)
        for button, next_ in ((self.before, self.number - 1), (self.after, self.number + 1)):
            button.setVisible(there and several(recording))
            button.setEnabled(recording is not None and 0 <= next_ < len(recording.found))
        self.cancel.setVisible(self.work.busy)
        self.show_it.setVisible(recording is not None and not there)
        self.show_it.setEnabled(self._session.open)
        self.another.setVisible(not self.work.busy)
        self.back.setVisible(not self.work.busy)
        self.settle()


def several(recording: Recording | None) -> bool:
    """Whether there is more than one repetition to look at."""
    return recording is not None and len(recording.found) > 1
