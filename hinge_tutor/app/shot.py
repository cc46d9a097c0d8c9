"""The real window, off screen, as a picture."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from hinge_tutor import shelf
from hinge_tutor.app.language import speak
from hinge_tutor.app.moments import moment_s
from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons import course
from hinge_tutor.lessons.languages import ENGLISH
from hinge_tutor.lessons.progress import Place
from hinge_tutor.lessons.words import words


def shot(
    lesson: str,
    step: int,
    build: int,
    at: float | str | None,
    size: tuple[int, int],
    theme: str,
    out: Path,
    text_percent: int = 100,
    language: str = ENGLISH,
) -> None:
    """Writes the window at a place of the course and a moment; reads and keeps nothing personal.

    `at` is 0…1 of the repetition or a phase (its end); None leaves what the lesson shows first.
    Raises UnknownLesson, OSError when the picture cannot be written, and whatever went wrong while
    the window was drawn: a picture of that is no picture of the lesson.
    """
    application()
    course.load_lesson(lesson, language)
    words(language)
    memory = Memory(None)
    memory.settings = Settings(theme=theme, text_percent=text_percent, health_note_read=True)
    memory.place = Place(lesson, step, build)
    speak(language)
    session = open_session(memory, language)
    if session.problem is not None:
        raise session.problem
    window = Window(session, shelf.user_data())
    # Qt gives what is raised inside its callbacks to this hook and goes on.
    raised: list[BaseException] = []
    hook, sys.excepthook = sys.excepthook, lambda _kind, value, _where: raised.append(value)
    try:
        window.resize(QSize(*size))
        window.show()
        session.timeline.play(False)
        if at is not None and session.repetitions:
            session.timeline.seek_s(moment_s(at, session.clock))
        window.backstage.doubts.finish()
        # Layouts settle in two rounds: wrapped text asks for its height once it has its width.
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        picture = window.grab()
        if (failure := window.learn.stage.failure) is not None:
            raise failure
        if raised:
            raise raised[0]
        out.write_bytes(_png(picture))
    finally:
        sys.excepthook = hook
        window.close()
        window.deleteLater()
        speak(ENGLISH)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _png(picture: QPixmap) -> bytes:
    """The picture as a file, which Qt is not asked to write: it would not tell why it could not."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise OSError("The picture could not be made; choose a smaller size.")
    buffer.close()
    return bytes(content.data())
