"""The client's body beside the photo: sex, height and weight, lengths, and how far joints give."""

from __future__ import annotations

from functools import partial
from typing import get_args

from PySide6.QtWidgets import QPushButton, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.photo import Photo
from hinge_tutor.app.sandbox_section import Buttons, Section
from hinge_tutor.app.session import Session
from hinge_tutor.app.units import entry_scale
from hinge_tutor.app.value_row import ValueRow
from hinge_tutor.body.specification import ENTRIES, Sex
from hinge_tutor.coaching.photo_reading import proportions
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.photo import CLIENT, TARGET
from hinge_tutor.lessons.photo_words import proportions_told
from hinge_tutor.lessons.trying import specified, with_entry, with_sex

# Strength changes no pose.
SHOWN = tuple(entry for entry in ENTRIES if entry != "strength")

# On another body the same marks may suggest a percent more or less; that is nothing to offer.
SAME_PERCENT = 1.0


class PhotoBody(Section):
    """Every change counts at once; the marks' own proportions are offered and not taken."""

    def __init__(self, session: Session, photo: Photo, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The client's body"), parent)
        self._session, self._photo = session, photo
        words = session.words
        self._units = session.settings.units
        self._sexes = Buttons()
        for sex in get_args(Sex):
            self._sexes.add(words.sex(sex), words.sex(sex), partial(self.on_sex, sex), switch=True)
        self.column.addWidget(self._sexes)
        self.rows: dict[str, ValueRow] = {}
        for entry in SHOWN:
            row = ValueRow(words.body_entry(entry), entry_scale(entry, self._units))
            row.moved.connect(partial(self.on_moved, entry))
            row.released.connect(self.on_released)
            self.rows[entry] = row
            self.column.addWidget(row)
        self._told = wrapped("quiet")
        self.take = QPushButton(self.tr("Use these proportions"))
        self.take.clicked.connect(self.on_take)
        self.column.addWidget(self._told)
        self.column.addWidget(self.take)
        photo.read.connect(self.refresh)

    @property
    def _cast(self) -> Cast:
        return Cast(CLIENT, TARGET, self._photo.body)

    def refresh(self) -> None:
        body, settings = specified(self._cast), self._session.settings
        if settings.units != self._units:
            self._units = settings.units
            for entry, row in self.rows.items():
                row.set_scale(entry_scale(entry, self._units))
        for entry, row in self.rows.items():
            row.show_value(getattr(body, ENTRIES[entry].field))
        self._sexes.show_on([sex == body.sex for sex in get_args(Sex)])
        fit = self._photo.fit
        found = proportions(fit) if fit is not None and self._photo.complete else None
        off = [
            abs(share - getattr(body, ENTRIES[each].field)) for each, share in (found or {}).items()
        ]
        self._told.setText(proportions_told(found, self._session.words) if found else "")
        self._told.setVisible(found is not None)
        self.take.setVisible(max(off, default=0.0) > SAME_PERCENT)

    def on_moved(self, entry: str, value: float, held: bool) -> None:
        self._photo.set_body(with_entry(self._cast, entry, value).body, done=not held)
        self.refresh()

    def on_released(self) -> None:
        self._photo.set_body(self._photo.body)

    def on_sex(self, sex: Sex) -> None:
        self._photo.set_body(with_sex(self._cast, sex).body)

    def on_take(self) -> None:
        """The proportions that the marks have, at the client's height."""
        fit = self._photo.fit
        found = proportions(fit) if fit is not None else None
        if found:
            cast = self._cast
            for entry, percent in found.items():
                cast = with_entry(cast, entry, percent)
            self._photo.set_body(cast.body)
