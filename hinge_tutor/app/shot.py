"""The real window, off screen, as a picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from hinge_tutor import shelf
from hinge_tutor.app.moments import moment_s
from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.settings import Memory, Place, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons import course


def shot(
    lesson: str,
    step: int,
    build: int,
    at: float | str | None,
    size: tuple[int, int],
    theme: str,
    out: Path,
    text_percent: int = 100,
) -> None:
    """Writes the window at a place of the course and a moment; reads and keeps nothing personal.

    `at` is 0…1 of the repetition or a phase (its end); None leaves what the lesson shows first.
    Raises UnknownLesson, OSError when the picture cannot be written.
    """
    application()
    course.load_lesson(lesson)
    memory = Memory(None)
    memory.settings = Settings(theme=theme, text_percent=text_percent, health_note_read=True)
    memory.place = Place(lesson, step, build)
    session = open_session(memory)
    window = Window(session, shelf.user_data())
    try:
        window.resize(QSize(*size))
        window.show()
        session.timeline.play(False)
        if at is not None and session.repetitions:
            session.timeline.seek_s(moment_s(at, session.repetitions[0].take))
        # Layouts settle in two rounds: wrapped text asks for its height once it has its width.
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if not window.grab().save(str(out)):
            raise OSError(f"The picture could not be written to {out}.")
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
