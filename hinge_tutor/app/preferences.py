"""Preferences: language, colors, text size, keys, motion; and how to forget one's progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.forget_row import ForgetRow
from hinge_tutor.app.language import known_languages
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import TEXT_PERCENT, THEMES, Settings
from hinge_tutor.app.units import METRIC, US

WIDTH_PX = 480

# A choice: its words, and the settings with it made.
Choice = tuple[str, Callable[[Settings], Settings]]


class Preferences(Overlay):
    """A row of buttons for each setting; every change counts at once."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(self.tr("Preferences"), WIDTH_PX, parent)
        self._session = session
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._rows = QVBoxLayout(self._inside)
        # Room for the ring around a button that has the focus.
        self._rows.setContentsMargins(4, 0, 14, 4)
        self._rows.setSpacing(10)
        self._area = ClearArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self.body.addWidget(self._area, 1)
        self._buttons: list[tuple[QAbstractButton, Callable[[Settings], Settings]]] = []
        known = known_languages()
        if len(known) > 1:
            spoken = [(each.name, _language(each.code)) for each in known]
            self._row(self.tr("Language"), spoken)
        names = (self.tr("Light"), self.tr("Dark"), self.tr("Projector"))
        themes = [(name, _theme(theme)) for name, theme in zip(names, THEMES, strict=True)]
        self._row(self.tr("Colors"), themes)
        self._row(self.tr("Text size"), [(f"{size} %", _size(size)) for size in TEXT_PERCENT])
        self._row(
            self.tr("Letters, digits and signs"),
            [
                (self.tr("Are keys"), lambda settings: replace(settings, letter_keys=True)),
                (self.tr("Do nothing"), lambda settings: replace(settings, letter_keys=False)),
            ],
        )
        self._row(
            self.tr("Figures"),
            [
                (self.tr("In motion"), lambda settings: replace(settings, reduced_motion=False)),
                (
                    self.tr("From pose to pose"),
                    lambda settings: replace(settings, reduced_motion=True),
                ),
            ],
        )
        self._row(
            self.tr("Muscle names"),
            [
                (
                    self.tr("Plain"),
                    lambda settings: replace(settings, anatomical_names=False),
                ),
                (
                    self.tr("Anatomical"),
                    lambda settings: replace(settings, anatomical_names=True),
                ),
            ],
        )
        self._row(
            self.tr("Lengths and weights"),
            [
                (self.tr("Centimeters, kilograms"), _units(METRIC)),
                (self.tr("Feet, pounds"), _units(US)),
            ],
        )
        self._row(
            self.tr("When practicing along"),
            [
                (self.tr("Silent"), lambda settings: replace(settings, practice_tick=False)),
                (
                    self.tr("A tick at each phase"),
                    lambda settings: replace(settings, practice_tick=True),
                ),
            ],
        )
        self._row(
            self.tr("When presenting"),
            [
                (
                    self.tr("Projector colors"),
                    lambda settings: replace(settings, present_in_projector=True),
                ),
                (
                    self.tr("My colors"),
                    lambda settings: replace(settings, present_in_projector=False),
                ),
            ],
        )
        self._rows.addWidget(wrapped("strong", self.tr("Progress")))
        self.progress = ForgetRow(session.forget, self._place)
        self._rows.addWidget(self.progress)
        session.options_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def _row(self, title: str, choices: Sequence[Choice]) -> None:
        self._rows.addWidget(wrapped("strong", title))
        row = QHBoxLayout()
        row.setSpacing(6)
        group = QButtonGroup(self)
        for words, made in choices:
            button = QPushButton(words)
            button.setObjectName("pick")
            button.setCheckable(True)
            button.setAccessibleName(f"{title}: {words}")
            group.addButton(button)
            row.addWidget(button)
            self._buttons.append((button, made))
        self._rows.addLayout(row)
        group.buttonClicked.connect(self.on_clicked)

    def _place(self) -> None:
        """Rows know their height only in the look they are shown in."""
        self._rows.activate()
        self.stretch(self._area, self._rows.sizeHint().height())
        super()._place()

    def open(self, focus: QWidget | None = None) -> None:
        self.progress.rest()
        super().open(focus)
        self._place()

    def first(self) -> QWidget | None:
        """The control to begin with."""
        return next((button for button, _ in self._buttons if button.isChecked()), None)

    def on_options_changed(self) -> None:
        session = self._session
        # Until one is chosen, the language is the one that is spoken.
        settings = replace(
            session.settings, language=session.settings.language or session.words.language
        )
        for button, made in self._buttons:
            if made(settings) == settings:
                button.setChecked(True)

    def on_clicked(self, clicked: QAbstractButton) -> None:
        for button, made in self._buttons:
            if button is clicked:
                self._session.change_settings(made(self._session.settings))
                return


def _language(code: str) -> Callable[[Settings], Settings]:
    return lambda settings: replace(settings, language=code)


def _theme(theme: str) -> Callable[[Settings], Settings]:
    return lambda settings: replace(settings, theme=theme)


def _units(units: str) -> Callable[[Settings], Settings]:
    return lambda settings: replace(settings, units=units)


def _size(percent: int) -> Callable[[Settings], Settings]:
    return lambda settings: replace(settings, text_percent=percent)
