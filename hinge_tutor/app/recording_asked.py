"""What no recording tells, and is asked: the movement that was meant, the mass, and the load."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from hinge_tutor.app.chrome import Look, qt_palette
from hinge_tutor.app.picker import Picker
from hinge_tutor.app.session import Session
from hinge_tutor.app.weight_box import WeightBox
from hinge_tutor.body.specification import ENTRIES
from hinge_tutor.coaching.heaviest import MOST_KG
from hinge_tutor.motion.take import Load
from hinge_tutor.recordings.against import comparable
from hinge_tutor.recordings.recorded import Recording

# High enough for its letters, with air.
_FIELD_PX = 30


class RecordingAsked(QWidget):
    """`changed` says that somebody answered otherwise."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.movement = Picker()
        self.movement.setAccessibleName(self.tr("Held against"))
        mass = ENTRIES["mass"]
        self.mass = WeightBox(self.tr("Body mass"), mass.low, mass.high)
        self.load = WeightBox(self.tr("Load"), 0.0, MOST_KG)
        self.movement.currentIndexChanged.connect(self.changed)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in (self.movement, self.mass, self.load):
            label = QLabel(field.accessibleName())
            label.setBuddy(field)
            if field is self.movement:
                # Beside its label there is no room for a movement's name in large letters.
                form.addRow(label)
                form.addRow(field)
            else:
                form.addRow(label, field)
            if field is self.load:
                self._load_label = label
        for box in (self.mass, self.load):
            box.entered.connect(self.changed)
        session.options_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def on_options_changed(self) -> None:
        """Other units count at once."""
        for box in (self.mass, self.load):
            box.set_units(self._session.settings.units)

    def set_look(self, look: Look) -> None:
        # A window's palette ends at its style sheet; Fusion draws these from their own.
        numbers = (self.mass, self.load)
        for field in (*numbers, *(number.lineEdit() for number in numbers)):
            field.setPalette(qt_palette(look.colors))
        self.movement.set_look(look)
        for field in numbers:
            field.setMinimumHeight(look.px(_FIELD_PX))

    def show_asked(self, recording: Recording) -> None:
        """What a recording is computed with."""
        self.mass.show_kg(recording.motion.body.mass_kg)
        self.load.show_kg(recording.load.mass_kg)
        words, guess = self._session.words, recording.guess
        with QSignalBlocker(self.movement):
            self.movement.clear()
            for name in dict.fromkeys((guess, *comparable()) if guess else comparable()):
                self.movement.addItem(words.movement(name), name)
            self.movement.setCurrentIndex(self.movement.findData(recording.movement))
        self._show_place(recording)

    def _show_place(self, recording: Recording) -> None:
        """Where the movement has its load."""
        place = self._session.words.load_place(recording.load.at)
        name = self.tr("Load, %1").replace("%1", place)
        self.load.setAccessibleName(name)
        self._load_label.setText(name)

    def of(self, recording: Recording) -> Recording:
        """The same motion with what is answered now."""
        movement = str(self.movement.currentData())
        asked = recording.asked_anew(self.mass.kg, Load(self.load.kg), movement)
        self._show_place(asked)
        return asked
