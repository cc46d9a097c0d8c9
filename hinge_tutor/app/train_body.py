"""1 This body: height, weight, thigh to trunk, and two tests that tell of ankle and hamstrings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import get_args

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.flow import Flow
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_parts import Part, button
from hinge_tutor.app.train_words import body_in_words, reach_in_words
from hinge_tutor.app.training import Training
from hinge_tutor.app.units import CM_M, INCH_M, US, Scale, entry_scale, signed_percent
from hinge_tutor.app.value_row import ValueRow
from hinge_tutor.body.anthropometry import measure
from hinge_tutor.body.knee_to_wall import distance_m
from hinge_tutor.body.population import (
    THIGH_TO_TRUNK,
    below,
    thigh_to_trunk_percent,
    with_thigh_to_trunk,
)
from hinge_tutor.body.specification import Sex, Specification, parse_specification, presets
from hinge_tutor.lessons.client import Person
from hinge_tutor.lessons.client_table import LONGEST_NAME
from hinge_tutor.motion.toe_touch import reach_m

HEIGHT, MASS, KNEE, FINGERS = "height", "mass", "knee_to_wall", "fingertips"
# Thighs for the trunk: past the 1st and the 99th of 100 people. Tests: what people show.
THIGH_PERCENT, KNEE_M, FINGERS_M = (-20.0, 20.0), (-0.05, 0.20), (-0.25, 0.55)


def test_scale(low_m: float, high_m: float, units: str) -> Scale:
    """The slider of a distance that is measured with a tape: in cm, or in half inches."""
    if units == US:
        return Scale(low_m, high_m, INCH_M / 2, lambda value: f"{value / INCH_M:.1f}″")
    return Scale(low_m, high_m, CM_M, lambda value: f"{value / CM_M:.0f} cm")


class TrainBody(Part):
    """Every change counts at once."""

    def __init__(self, session: Session, training: Training, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("1  This body"), parent)
        self._session, self._training = session, training
        self._units = ""
        words = session.words
        self._said = wrapped("strong")
        self.more = button(self.tr("Change…"), self.on_more, switch=True)
        self.known = button(self.tr("Known bodies…"), self.on_known, switch=True)
        self.presets = Flow()
        for name in presets():
            said = words.preset_body(name)
            spoken = self.tr("Known body: %1").replace("%1", said)
            self.presets.add(button(said, partial(self._take, name), spoken))
        self.presets.hide()
        head = Flow()
        head.add(self.more)
        head.add(self.known)
        self._sliders = QWidget()
        self._sliders.setObjectName("inside")
        inside = QVBoxLayout(self._sliders)
        inside.setContentsMargins(0, 0, 0, 0)
        self._sliders.hide()
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name of the client"))
        self.name.setPlaceholderText(self.tr("A name, if you like"))
        self.name.textEdited.connect(self.on_name)
        self.sexes: dict[Sex, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for sex in get_args(Sex):
            made = button(words.sex(sex), partial(self.on_sex, sex), switch=True)
            self.sexes[sex] = made
            row.addWidget(made, 1)
        self.rows: dict[str, ValueRow] = {}
        for widget in (self._said, head, self.presets, self._sliders):
            self.column.addWidget(widget)
        inside.addWidget(self.name)
        inside.addLayout(row)
        names = {
            HEIGHT: words.body_entry("height"),
            THIGH_TO_TRUNK: self.tr("Thigh to trunk"),
            KNEE: self.tr("Knee to wall"),
            FINGERS: self.tr("Fingertips, knees straight"),
            MASS: words.body_entry("mass"),
        }
        moved: dict[str, Callable[[float, bool], None]] = {
            HEIGHT: self.on_height,
            THIGH_TO_TRUNK: self.on_thigh,
            KNEE: self.on_knee,
            FINGERS: self.on_fingers,
            MASS: self.on_mass,
        }
        for id_, name in names.items():
            made_row = ValueRow(name, self._scales()[id_])
            made_row.moved.connect(moved[id_])
            made_row.released.connect(self.on_released)
            self.rows[id_] = made_row
            inside.addWidget(made_row)
            if id_ == FINGERS:
                inside.addWidget(self._places())
        training.changed.connect(self.refresh)
        session.options_changed.connect(self.on_options_changed)

    def _places(self) -> Flow:
        """Where fingertips come to that nobody has to measure."""
        places = Flow()
        for name, shank in (
            (self.tr("Floor"), None),
            (self.tr("Ankle"), 0.0),
            (self.tr("Mid-shin"), 0.5),
            (self.tr("Knee"), 1.0),
        ):
            spoken = self.tr("Fingertips come to: %1").replace("%1", name)
            places.add(button(name, partial(self.on_place, shank), spoken))
        return places

    def _scales(self) -> dict[str, Scale]:
        units = self._session.settings.units
        return {
            HEIGHT: entry_scale("height", units),
            MASS: entry_scale("mass", units),
            THIGH_TO_TRUNK: Scale(*THIGH_PERCENT, 1.0, signed_percent),
            KNEE: test_scale(*KNEE_M, units),
            FINGERS: test_scale(*FINGERS_M, units),
        }

    # ── shown ────────────────────────────────────────────────────────────────────────────────────

    def on_options_changed(self) -> None:
        """Other units count at once."""
        if self.isVisible() and self._units != self._session.settings.units:
            self.refresh()

    def refresh(self) -> None:
        """As the person is."""
        units = self._session.settings.units
        if units != self._units:
            self._units = units
            for id_, scale in self._scales().items():
                self.rows[id_].set_scale(scale)
        trainee, words = self._training.trainee, self._session.words
        body = trainee.body
        self._said.setText(f"{words.sex(body.sex)} · {body_in_words(body, self._session)}")
        if self.name.text() != trainee.name:
            with QSignalBlocker(self.name):
                self.name.setText(trainee.name)
        for sex, made in self.sexes.items():
            made.setChecked(sex == body.sex)
        among = {id_: below(body, id_) for id_ in (HEIGHT, MASS, THIGH_TO_TRUNK)}
        notes = {
            id_: "" if share is None else words.among_people(id_, body.sex, share)
            for id_, share in among.items()
        }
        self.rows[HEIGHT].show_value(body.height_m, notes[HEIGHT])
        self.rows[MASS].show_value(body.mass_kg, notes[MASS])
        self.rows[THIGH_TO_TRUNK].show_value(thigh_to_trunk_percent(body), notes[THIGH_TO_TRUNK])
        ankle = self.tr("Toes from the wall that the knee touches: the ankle bends %1°.")
        self.rows[KNEE].show_value(
            self._knee(trainee.person), ankle.replace("%1", f"{body.ankle_deg:.0f}")
        )
        reach = self._fingers(trainee.person)
        self.rows[FINGERS].show_value(reach, reach_in_words(reach, body))

    def _knee(self, person: Person) -> float:
        measured = person.knee_to_wall_m
        return distance_m(person.body) if measured is None else measured

    def _fingers(self, person: Person) -> float:
        measured = person.fingertips_m
        return reach_m(person.body) if measured is None else measured

    def on_more(self) -> None:
        """The sliders, or the tiles right under the name of the body."""
        self._sliders.setVisible(self._sliders.isHidden())
        self.more.setChecked(not self._sliders.isHidden())

    def fold(self) -> None:
        """Without the sliders, as at the beginning."""
        self._sliders.hide()
        self.presets.hide()
        for switch in (self.more, self.known):
            switch.setChecked(False)

    # ── set ──────────────────────────────────────────────────────────────────────────────────────

    @property
    def _own(self) -> Specification:
        return self._training.trainee.person.own

    def _put(self, own: Specification, held: bool = False) -> None:
        self._training.measure(replace(self._training.trainee.person, own=own), held)

    def on_height(self, value: float, held: bool) -> None:
        self._put(replace(self._own, height_m=value), held)

    def on_mass(self, value: float, held: bool) -> None:
        self._put(replace(self._own, mass_kg=value), held)

    def on_thigh(self, percent: float, held: bool) -> None:
        self._put(with_thigh_to_trunk(self._own, percent), held)

    def on_knee(self, value: float, held: bool) -> None:
        person = self._training.trainee.person
        self._training.measure(replace(person, knee_to_wall_m=value), held)

    def on_fingers(self, value: float, held: bool) -> None:
        person = self._training.trainee.person
        self._training.measure(replace(person, fingertips_m=value), held)

    def on_place(self, shank: float | None) -> None:
        """The floor, or that share of the way from this body's ankle to its knee."""
        lengths = measure(self._training.trainee.body).lengths_m
        reach = 0.0 if shank is None else lengths["ankle_height"] + shank * lengths["shank"]
        self.on_fingers(round(reach, 3), False)

    def on_released(self) -> None:
        """A hand lets a slider go: now everybody is told."""
        self._training.measure(self._training.trainee.person)

    def on_name(self, name: str) -> None:
        self._training.write(name=name)

    def on_sex(self, sex: Sex) -> None:
        self._put(replace(self._own, sex=sex))

    def on_known(self) -> None:
        """Bodies that are known by name, or no longer."""
        self.presets.setVisible(self.presets.isHidden())
        self.known.setChecked(not self.presets.isHidden())

    def _take(self, name: str) -> None:
        """What was measured before is not this one's."""
        self.on_known()
        self._training.measure(Person(replace(parse_specification(name), name="default")))
