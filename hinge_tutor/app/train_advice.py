"""3 Say this, 4 Try this: one cue, what a rod along the back would touch, a drill and its tempo."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QToolButton, QWidget

from hinge_tutor.app.cards import rename, switch_cues, wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_parts import Part, button
from hinge_tutor.app.training import DAYS, Training
from hinge_tutor.app.units import US
from hinge_tutor.coaching.dowel import CONTACTS, TOUCHING_CM
from hinge_tutor.coaching.moments import turn_index
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.client_table import LONGEST_TEXT
from hinge_tutor.lessons.training import tempo_of
from hinge_tutor.motion.movement import load_movement

CM_IN = 2.54
# Four lines of a note are seen at once.
NOTE_PX = 88


def gaps_cm(repetition: Repetition) -> Mapping[str, float]:
    """How far each contact of a rod is away at the deepest moment, cm."""
    at = turn_index(repetition.take)
    found: dict[str, float] = {}
    for name in CONTACTS:
        value = repetition.measures[f"dowel_{name}_cm"]
        found[name] = float(value if isinstance(value, float) else value[at])
    return found


class SayPart(Part):
    """One cue, large; both wordings are a press away from each other."""

    def __init__(self, session: Session, training: Training, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("3  Say this"), parent)
        self._session, self._training = session, training
        self.cue = wrapped("cue")
        self.other = QToolButton()
        self.other.setObjectName("link")
        self.other.setToolTip(self.tr("The same cue in other words"))
        self.other.clicked.connect(lambda: switch_cues(session))
        self.lamps: dict[str, QLabel] = {name: wrapped("lamp_on") for name in CONTACTS}
        self._rod = wrapped("quiet", self.tr("A rod along the back, at the deepest moment:"))
        self.column.addWidget(self.cue)
        self.column.addWidget(self.other)
        self.column.addWidget(self._rod)
        for lamp in self.lamps.values():
            self.column.addWidget(lamp)
        training.changed.connect(self.refresh)
        session.options_changed.connect(self.refresh)

    def refresh(self) -> None:
        """As the trainer has it."""
        if not self.isVisible():
            return
        session, fault = self._session, self._training.trainee.fault
        inner = session.words.fault_inner_cue(fault) if fault else ""
        self.cue.setText(self._training.cue)
        inward = session.settings.inner_cues
        self.other.setText(self.tr("As a picture") if inward else self.tr("Said of the body"))
        self.other.setVisible(bool(inner))
        self._show_lamps()

    def _show_lamps(self) -> None:
        """Only where the rod says something: it touches the target, and not what was seen."""
        figures = self._session.repetitions
        told = (
            len(figures) == 2 and self._training.shows != DAYS and not self._session.options.in_hand
        )
        gaps = gaps_cm(figures[1]) if told else {}
        telling = told and max(gaps.values()) >= TOUCHING_CM > max(gaps_cm(figures[0]).values())
        self._rod.setVisible(telling)
        for name, lamp in self.lamps.items():
            lamp.setVisible(telling)
            if telling:
                self._show_lamp(name, lamp, gaps[name])

    def _show_lamp(self, name: str, lamp: QLabel, gap_cm: float) -> None:
        said = self._session.words.contact(name)
        if gap_cm < TOUCHING_CM:
            lamp.setText(self.tr("●  %1: touches").replace("%1", said))
            rename(lamp, "lamp_on")
            return
        us = self._session.settings.units == US
        away = f"{gap_cm / CM_IN:.1f}″" if us else f"{gap_cm:.0f} cm"
        lamp.setText(self.tr("○  %1: %2 away").replace("%2", away).replace("%1", said))
        rename(lamp, "lamp_off")


class TryPart(Part):
    """A drill, how fast, and what somebody wants to remember of today."""

    def __init__(self, session: Session, training: Training, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("4  Try this"), parent)
        self._session, self._training = session, training
        self.drill = wrapped("prompt")
        self._how = wrapped("body")
        self._much = wrapped("strong")
        self._tempo_name = wrapped("quiet", self.tr("Tempo: down, hold, up, stand"))
        self.tempo = wrapped("tempo")
        self.tempo.setWordWrap(False)
        self.quicker = button(
            "−", lambda: training.slow_down(-1), self.tr("Down in one second less")
        )
        self.slower = button("+", lambda: training.slow_down(1), self.tr("Down in one second more"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tempo, 1)
        row.addWidget(self.quicker)
        row.addWidget(self.slower)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("A note for next time"))
        self.note.setTabChangesFocus(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.note.textChanged.connect(self.on_note)
        for widget in (self.drill, self._how, self._much, self._tempo_name):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.column.addWidget(self.note)
        training.changed.connect(self.refresh)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.note.setFixedHeight(look.px(NOTE_PX))

    def refresh(self) -> None:
        """As the trainer has it."""
        if not self.isVisible():
            return
        trainee, words = self._training.trainee, self._session.words
        drill = trainee.drill or trainee.movement
        self.drill.setText(words.movement(drill))
        said = words.movement_sentence(drill)
        if drill == trainee.movement and (props := load_movement(drill).props):
            from hinge_tutor.lessons.need_words import shown_with

            said = self.tr("The same, slowly, with %1.").replace("%1", shown_with(props, words))
        self._how.setText(said)
        self._much.setText(words.much(drill))
        tempo = tempo_of(trainee.movement, trainee.tempo)
        # What is lifted from the floor goes down at no tempo of its own.
        for widget in (self._tempo_name, self.tempo, self.quicker, self.slower):
            widget.setVisible(tempo[0] > 0.0)
        seconds = [words.number(each, "g") for each in tempo]
        self.tempo.setText("–".join(seconds))
        self.tempo.setAccessibleName(self.tr("Tempo: %1").replace("%1", ", ".join(seconds)))
        if self.note.toPlainText() != trainee.note:
            with QSignalBlocker(self.note):
                self.note.setPlainText(trainee.note)

    def on_note(self) -> None:
        note = self.note.toPlainText()
        if len(note) > LONGEST_TEXT:
            note = note[:LONGEST_TEXT]
            with QSignalBlocker(self.note):
                self.note.setPlainText(note)
        if note != self._training.trainee.note:
            self._training.write(note=note)
