"""The fault clinic in the place of the lesson: two questions, what repairs it, and ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.clinic import ENDED, TOLD, WAITS, WHAT, WHICH, Clinic
from hinge_tutor.app.clinic_question import ClinicQuestion
from hinge_tutor.app.icons import icon
from hinge_tutor.app.pane_height import share_height
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.clinic_words import ended_in_words, faults_told, figures_told, repair_told


class ClinicPane(QFrame):
    """Follows the clinic; `close` puts the lesson back in its place."""

    def __init__(
        self, session: Session, close: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._session = session
        self._look: Look | None = None
        self.clinic = Clinic(session, parent=self)
        words = session.words
        self.setAccessibleName(words.clinic("name"))
        self._name = wrapped("kicker", words.clinic("name").upper())
        self._score = wrapped("quiet")
        self._close = QToolButton()
        self._close.setObjectName("plain")
        self._close.setAccessibleName(self.tr("Close the fault clinic"))
        self._close.setToolTip(self.tr("Close the fault clinic (Esc)"))
        self._heading = wrapped("title")
        self.which = ClinicQuestion(words, self.clinic.choose)
        self.what = ClinicQuestion(words, self.clinic.choose)
        self._repair = wrapped("strong")
        self.beside = QPushButton(self.tr("Show it repaired"))
        self.replay = QPushButton(self.tr("Replay"))
        self.on = QPushButton(self.tr("Next round"))
        self.enough = QPushButton(self.tr("Enough for today"))
        self.back = QPushButton(self.tr("Back to the lesson"))
        for button in (self.on, self.back):
            button.setObjectName("primary")
        self._lay_out()
        self._close.clicked.connect(close)
        self.back.clicked.connect(close)
        self.beside.clicked.connect(self.clinic.beside)
        self.replay.clicked.connect(session.timeline.replay)
        self.on.clicked.connect(self.on_on)
        self.enough.clicked.connect(self.clinic.finish)
        self.clinic.changed.connect(self.on_changed)
        self.clinic.left.connect(close)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("pane_body")
        self._column = QVBoxLayout(body)
        head, said = QHBoxLayout(), QVBoxLayout()
        said.setSpacing(5)
        said.addWidget(self._name)
        said.addWidget(self._score)
        head.addLayout(said, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        for widget in (self._heading, self.which, self.what, self._repair):
            self._column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.beside, 2)
        row.addWidget(self.replay, 1)
        self._column.addLayout(row)
        self._column.addStretch(1)
        self._scroll = ClearArea()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(self.tr("The round"))
        self._scroll.setWidget(body)
        self._foot = QVBoxLayout()
        for button in (self.on, self.enough, self.back):
            self._foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(self._foot)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._column.setContentsMargins(look.margins(28, 18, 24, 16))
        self._column.setSpacing(look.gap(14))
        self._foot.setContentsMargins(look.margins(28, 6, 24, 24))
        self._foot.setSpacing(look.gap(10))
        size = look.px(18)
        self._close.setIcon(icon("close", look.colors.text, size))
        self._close.setIconSize(QSize(size, size))
        self.on_changed()

    # ── what shows ───────────────────────────────────────────────────────────────────────────────

    def on_changed(self) -> None:
        """Another question, its answer, or the end; the focus goes along."""
        look, clinic, words = self._look, self.clinic, self._session.words
        if look is None:
            return
        stage, asked = clinic.stage, clinic.round
        values = {
            "number": clinic.number,
            "rounds": clinic.score.rounds,
            "figures": clinic.score.figures,
            "faults": clinic.score.faults,
        }
        self._score.setText(words.clinic("score" if clinic.score.rounds else "round", values))
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
        self._settle()
        self._scroll_to(stage)
        self._enter(stage)
        parts = (self._heading.text(), self.which.told, self.what.told, said)
        announce(self, " ".join(part for part in parts if part))

    def _scroll_to(self, stage: str) -> None:
        """What is asked last stands in sight, and what is told last."""
        self._scroll.verticalScrollBar().setValue(0)
        shown = {WHAT: (self.what,), TOLD: (self.what, self._repair, self.replay)}
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

    def _settle(self) -> None:
        if self._look is not None and self.isVisible():
            share_height(self, self._scroll, (self.which, self.what))

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.clinic.set_seen(True)
        self._settle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clinic.set_seen(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
