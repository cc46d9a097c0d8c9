"""What the marks of a photo give: how well they fit, balance, differences, rules, angles."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.photo import Photo
from hinge_tutor.app.sandbox_section import Section
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.photo_words import (
    angles_told,
    balance_told,
    differences_told,
    fit_told,
    match_told,
    rules_told,
)


class PhotoResult(Section):
    """Sentences, the most useful first; empty until all marks are placed."""

    def __init__(self, session: Session, photo: Photo, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What the photo says"), parent)
        self._session, self._photo = session, photo
        self.differs, self.rules = wrapped("strong"), wrapped("body")
        self.match, self.balance = wrapped("quiet"), wrapped("body")
        self.fits, self.angles = wrapped("quiet"), wrapped("body")
        self._inferred = wrapped("aside", session.words.photo("inferred"))
        for label in (
            *(self.differs, self.match, self.rules, self.balance),
            *(self.angles, self.fits, self._inferred),
        ):
            self.column.addWidget(label)
        photo.read.connect(self.refresh)

    @property
    def told(self) -> str:
        """The first of it in one piece, for who does not see it."""
        parts = (self.differs, self.rules, self.balance, self.fits)
        return " ".join(part.text() for part in parts if part.text())

    def refresh(self) -> None:
        reading, words = self._photo.reading, self._session.words
        self.setVisible(reading is not None)
        if reading is None:
            for label in (self.differs, self.match, self.rules, self.balance):
                label.setText("")
            return
        self.differs.setText(differences_told(reading, words))
        self.match.setText(match_told(reading, words))
        self.rules.setText(rules_told(reading, words))
        self.balance.setText(balance_told(reading, words))
        self.angles.setText("\n".join(angles_told(reading, words)))
        self.fits.setText(" ".join(fit_told(reading.fit, words)))
