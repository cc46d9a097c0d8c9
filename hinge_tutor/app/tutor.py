"""The tutor on screen: one session, and its window, made anew when another language is chosen."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from hinge_tutor.app.handing_over import put_away, put_down, take_up
from hinge_tutor.app.language import language_of, speak
from hinge_tutor.app.reading import read_course
from hinge_tutor.app.session import Session
from hinge_tutor.app.window import Window


class Tutor(QObject):
    """`window` is the one on screen. Place, answers, figures and the moment are the session's."""

    # A window is not put away by a button of its own while that is still being pressed.
    _asked = Signal()
    # What broke in a thread is told in the window's own.
    _broke = Signal(object)

    def __init__(self, session: Session, data: Path, parent: QObject | None = None) -> None:
        """`data` is the user's folder, for the log."""
        super().__init__(parent)
        self.session = session
        self._data = data
        self._chosen = session.settings.language
        self._watching = False
        self.window = Window(session, data)
        self.window.trouble.install()
        session.options_changed.connect(self.on_options_changed)
        self._asked.connect(self.on_asked, Qt.ConnectionType.QueuedConnection)
        self._broke.connect(self.on_broke, Qt.ConnectionType.QueuedConnection)

    def watch_files(self) -> None:
        """Lessons that somebody writes are shown as they are saved, from now on."""
        self._watching = True
        self.window.backstage.watch_files()

    def on_thread_broke(self, what: threading.ExceptHookArgs) -> None:
        """Stands in for threading.excepthook, in whichever thread that is."""
        self._broke.emit(what.exc_value)

    def on_broke(self, problem: BaseException) -> None:
        self.window.trouble.on_exception(type(problem), problem, problem.__traceback__)

    def on_options_changed(self) -> None:
        if self.session.settings.language != self._chosen:
            self._chosen = self.session.settings.language
            self._asked.emit()

    def on_asked(self) -> None:
        """Another window in the language that is chosen now, where the one before was."""
        session, language = self.session, language_of(self.session.settings)
        if language == session.words.language:
            return
        former = self.window
        arranged = put_down(former)
        speak(language)
        course = read_course(language)
        session.speak(course.lessons, course.words)
        self.window = Window(session, self._data)
        self.window.trouble.install()
        put_away(former)
        take_up(self.window, arranged)
        if self._watching:
            self.watch_files()
        if course.complaints:
            session.say(" ".join(course.complaints))
