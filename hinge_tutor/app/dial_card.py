"""The dial of the fault on the stage: a slider in tenths, and what the form rules say of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.dial_slider import DialSlider
from hinge_tutor.app.session import Session
from hinge_tutor.app.tool_button import tool_button
from hinge_tutor.coaching.urgency import most_important
from hinge_tutor.lessons.dial import TURNS, Dial
from hinge_tutor.lessons.figure_names import dial_in_words, repair_in_words

# More sentences than this about one figure are read by nobody.
MOST_TOLD = 2


class DialCard(QFrame):
    """Shown while a figure of the build has a fault; takes no room otherwise."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inset")
        self._session = session
        self._name = wrapped("strong")
        self._slider = DialSlider()
        self._slider.setRange(0, TURNS)
        self._slider.setPageStep(1)
        self._slider.setAccessibleName(self.tr("How much of the fault, in tenths"))
        self._slider.valueChanged.connect(self.on_value_changed)
        self._slider.sliderPressed.connect(partial(session.hold, held=True))
        self._slider.sliderReleased.connect(partial(session.hold, held=False))
        less = tool_button(self.tr("Less of the fault"), partial(self._turn, up=False), "−")
        more = tool_button(self.tr("More of the fault"), partial(self._turn, up=True), "+")
        self._told = wrapped("quiet")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(less)
        row.addWidget(self._slider, 1)
        row.addWidget(more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addLayout(row)
        column.addWidget(self._told)
        self.setVisible(False)

    def refresh(self) -> None:
        """As the session has it: hidden where nobody has a fault, or a prediction is open."""
        session, dial = self._session, self._session.dial
        shown = dial is not None and session.open
        self.setVisible(shown)
        if dial is None or not shown:
            return
        said = dial_in_words(dial, session.words)
        if said != self._name.text():
            announce(self, said)
        self._name.setText(said)
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(TURNS * dial.share))
        self._slider.setAccessibleDescription(said)
        movement = session.plan.movements[dial.figure].movement
        repaired = repair_in_words(dial.fault, movement, session.words)
        told = f"{self._findings(dial)} {repaired}".strip()
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def _findings(self, dial: Dial) -> str:
        """What the form rules find in the figure, each once, the most important first."""
        repetitions = self._session.repetitions
        if dial.figure >= len(repetitions):
            return ""
        words = self._session.words
        found = most_important(repetitions[dial.figure].findings)
        return " ".join(words.finding(finding) for finding in found[:MOST_TOLD])

    def _turn(self, up: bool) -> None:
        if self._session.dial is not None:
            self._session.turn_dial(self._session.dial.turned(up))

    def on_value_changed(self, tenths: int) -> None:
        if self._session.dial is not None:
            self._session.turn_dial(self._session.dial.at(tenths / TURNS))
