"""Preferences: theme, text size, keys, motion."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import TEXT_PERCENT, THEMES

WIDTH_PX = 480


class Preferences(Overlay):
    """Every change counts at once."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(self.tr("Preferences"), WIDTH_PX, parent)
        self._session = session
        names = (self.tr("Light"), self.tr("Dark"), self.tr("Projector"))
        self._themes = self._row(self.tr("Colors"), dict(zip(THEMES, names, strict=True)))
        sizes = {str(size): f"{size} %" for size in TEXT_PERCENT}
        self._sizes = self._row(self.tr("Text size"), sizes)
        self._letters = self._check(self.tr("Letters and digits are keys"))
        self._still = self._check(self.tr("Show key poses instead of motion"))
        for group in (self._themes, self._sizes):
            group.buttonClicked.connect(self.on_changed)
        for box in (self._letters, self._still):
            box.clicked.connect(self.on_changed)
        session.options_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def _row(self, title: str, entries: dict[str, str]) -> QButtonGroup:
        self.body.addWidget(wrapped("strong", title))
        row = QHBoxLayout()
        row.setSpacing(6)
        group = QButtonGroup(self)
        for value, words in entries.items():
            button = QPushButton(words)
            button.setObjectName("pick")
            button.setCheckable(True)
            button.setProperty("value", value)
            button.setAccessibleDescription(title)
            group.addButton(button)
            row.addWidget(button)
        self.body.addLayout(row)
        return group

    def _check(self, words: str) -> QCheckBox:
        box = QCheckBox(words)
        self.body.addWidget(box)
        return box

    def first(self) -> QWidget | None:
        """The control to begin with."""
        return self._themes.checkedButton()

    def on_options_changed(self) -> None:
        settings = self._session.settings
        for group, value in (
            (self._themes, settings.theme),
            (self._sizes, str(settings.text_percent)),
        ):
            for button in group.buttons():
                button.setChecked(button.property("value") == value)
        self._letters.setChecked(settings.letter_keys)
        self._still.setChecked(settings.reduced_motion)

    def on_changed(self) -> None:
        theme, size = self._themes.checkedButton(), self._sizes.checkedButton()
        if theme is None or size is None:
            return
        self._session.change_settings(
            replace(
                self._session.settings,
                theme=str(theme.property("value")),
                text_percent=int(size.property("value")),
                letter_keys=self._letters.isChecked(),
                reduced_motion=self._still.isChecked(),
            )
        )
