"""The fault clinic in the place of the lesson: two questions, what repairs it, and ways on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clinic import ENDED, TOLD, WAITS, WHAT, WHICH, Clinic
from hinge_tutor.app.clinic_question import ClinicQuestion
from hinge_tutor.app.guest_pane import GuestPane
from hinge_tutor.app.session import Session
from hinge_tutor.app.wrapping import WrappingButton
from hinge_tutor.lessons.clinic_words import ended_in_words, faults_told, figures_told, repair_told


class ClinicPane(GuestPane):
    """Follows the clinic; `close` puts the lesson back in its place."""

    def __init__(
        self, session: Session, close: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        words = session.words
        super().__init__(words.clinic("name"), close, parent)
        self._session = session
        self.clinic = Clinic(session, parent=self)
        self.way_out.setAccessibleName(self.tr("Close the fault clinic"))
        self.way_out.setToolTip(self.tr("Close the fault clinic (Esc)"))
        self._heading = wrapped("title")
        self.which = ClinicQuestion(words, self.clinic.choose)
        self.what = ClinicQuestion(words, self.clinic.choose)
        self._repair = wrapped("strong")
        self.beside = WrappingButton(self.tr("Show it repaired"))
        self.replay = WrappingButton(self.tr("Replay"))
        self.on = WrappingButton(self.tr("Next round"))
        self.enough = WrappingButton(self.tr("Enough for today"))
        self.back = WrappingButton(self.tr("Back to the lesson"))
        for button in (self.on, self.back):
            button.setObjectName("primary")
        self._fill()
        self.back.clicked.connect(close)
        self.beside.clicked.connect(self.clinic.beside)
        self.replay.clicked.connect(session.timeline.replay)
        self.on.clicked.connect(self.on_on)
        self.enough.clicked.connect(self.clinic.finish)
        self.clinic.changed.connect(self.on_changed)
        self.clinic.left.connect(close)

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.beside)
        row.addWidget(self.replay)
        column = (self._heading, self.which, self.what, self._repair, row)
        self.lay_out(column, (self.on, self.enough, self.back), self.tr("The round"))

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._show()

    def cards(self) -> Sequence[QWidget]:
        return (self.which, self.what)

    def begin(self) -> None:
        """A sitting of some rounds."""
        self.clinic.begin()

    def end(self) -> None:
        """The sitting is over; the stage has the lesson again."""
        self.clinic.end()

    # ── what shows ───────────────────────────────────────────────────────────────────────────────

    def on_changed(self) -> None:
        """Another question, its answer, or the end; the focus goes along."""
        self._show()
        self._enter(self.clinic.stage)
        if self.clinic.stage == WAITS:
            # Nothing is on the stage yet that the session could tell of.
            announce(self, self.clinic.heard)

    def _show(self) -> None:
        look, clinic, words = self.look, self.clinic, self._session.words
        if look is None:
            return
        stage, asked = clinic.stage, clinic.round
        values = clinic.values
        self.head.setText(words.clinic("score" if clinic.score.rounds else "round", values))
        heading = ""
        if stage == WAITS:
            heading = clinic.work.problem or words.clinic("making")
        elif stage == ENDED:
            heading = words.clinic("ended")
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        playing = asked if stage in (WHICH, WHAT, TOLD) else None
        known = stage != WHICH
        self.which.show_question(
            figures_told(playing, clinic.figure, known, words) if playing else None, look
        )
        told = stage == TOLD
        self.what.show_question(
            faults_told(playing, clinic.fault, told, words) if playing and known else None, look
        )
        said = repair_told(asked, words) if told and asked else ""
        if stage == ENDED:
            said = ended_in_words(clinic.score.rounds, values, words)
        self._repair.setText(said)
        self._repair.setVisible(bool(said))
        for button, shown in (
            (self.beside, told),
            (self.replay, told),
            (self.on, told or (stage == ENDED)),
            (self.enough, told),
            (self.back, stage == ENDED),
        ):
            button.setVisible(shown)
        self.on.setText(self.tr("Another sitting") if stage == ENDED else self.tr("Next round"))
        self.settle()
        self._scroll_to(stage)

    def _scroll_to(self, stage: str) -> None:
        """What is asked last stands in sight, and what is told last."""
        self._scroll.verticalScrollBar().setValue(0)
        shown = {WHAT: (self.what,), TOLD: (self.what, self._repair, self.replay, self.beside)}
        for widget in shown.get(stage, ()):
            self._scroll.ensureWidgetVisible(widget, 0, 0)

    def _enter(self, stage: str) -> None:
        """Onto the way on where there is one; else onto nothing, so that no key answers."""
        (self.on if stage in (TOLD, ENDED) else self).setFocus()

    def on_on(self) -> None:
        """The next round, or a sitting after the last one."""
        if self.clinic.stage == ENDED:
            self.clinic.begin()
        else:
            self.clinic.turn(True)

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.clinic.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clinic.set_seen(False)
