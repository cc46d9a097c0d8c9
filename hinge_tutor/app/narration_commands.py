"""The command that has the lesson read aloud, where a program that speaks is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.narrator import Narrator


class Narration(QObject):
    """Whether it is wanted; who reads is made when somebody first wants it.

    It ends with its window, after which the session's signals reach it no more.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.narrator: Narrator | None = None
        session.options_changed.connect(self.on_options_changed)
        if session.settings.narration:
            self.on_options_changed()

    def possible(self) -> bool:
        """Whether there is a program that may speak the language of the lesson."""
        if self.narrator is not None:
            return self.narrator.voice.available(self._session.words.language)
        from hinge_tutor.app.voice import programs

        return bool(programs(self._session.words.language))

    def reason(self) -> str:
        """Why it is not; empty where it is."""
        if self.possible():
            return ""
        return tr("No program that speaks was found on this computer; espeak-ng would be one.")

    def switch(self) -> None:
        """Read aloud, or no longer."""
        settings = self._session.settings
        self._session.change_settings(replace(settings, narration=not settings.narration))

    def on_options_changed(self) -> None:
        wanted = self._session.settings.narration
        if wanted and self.narrator is None:
            from hinge_tutor.app.narrator import Narrator
            from hinge_tutor.app.voice import Voice

            self.narrator = Narrator(self._session, self._window, Voice(alone=_alone))
            self.narrator.failed.connect(self.on_failed)
        if self.narrator is not None and self.narrator.on != wanted:
            self.narrator.switch(wanted)

    def on_failed(self) -> None:
        """Nobody could be heard; everything that is said stands in the window as well."""
        self._session.say(
            tr("No voice could be heard: no program that speaks the language, or no sound device.")
        )


def narration_commands(session: Session, window: QWidget) -> Iterator[Command]:
    """Reading aloud, on and off."""
    narration = Narration(session, window)
    yield Command(
        "narration",
        tr("&View"),
        tr("Read aloud"),
        ("Alt+W",),
        narration.switch,
        narration.possible,
        lambda: session.settings.narration,
        narration.reason,
    )


def _alone() -> bool:
    """A screen reader is heard over the same service as a voice of ours may be."""
    return not QAccessible.isActive()
