"""Adds the keys that do the same to what a button says of itself, as they are when it is asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.command import Commands
from hinge_tutor.app.showing import Showing


class KeyHint(QObject):
    """Belongs to its button; whatever the button's tool tip is, the keys come behind it."""

    def __init__(self, button: QWidget, session: Showing, id_: str) -> None:
        """`id_` is the command that does what the button does."""
        super().__init__(button)
        self._button, self._session, self._id = button, session, id_
        self._words = self._whole = ""
        button.installEventFilter(self)

    def _renew(self) -> None:
        if (now := self._button.toolTip()) != self._whole:
            self._words = now
        self._whole = self._words
        commands = getattr(self._button.window(), "commands", None)
        if isinstance(commands, Commands):
            keys = commands.get(self._id).keys_shown(self._session.settings.letter_keys)
            self._whole = f"{self._words} ({keys})" if keys else self._words
        self._button.setToolTip(self._whole)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._renew()
        return False
