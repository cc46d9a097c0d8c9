"""A window on the real course, with a clock that only moves when a test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from hinge_tutor.app.language import speak
from hinge_tutor.app.program import application, open_session, solve
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons import course
from hinge_tutor.lessons.document import read_lesson
from hinge_tutor.lessons.languages import ENGLISH
from hinge_tutor.lessons.readings import Readings
from hinge_tutor.lessons.words import words

# Asks to drag, and shows what disproves an answer.
GUESSES = Path(__file__).resolve().parent.parent / "lessons" / "good" / "guessing.md"
# Somebody who has seen the note of the first start.
READ = Settings(health_note_read=True)
# The lesson with a step of nearly every kind.
LESSON = "what-is-a-hinge"
Opened = Callable[..., Window]


class Hands:
    """A monotonic clock that is turned by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(autouse=True)
def _one_lesson(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A course of one lesson, so that walking through it is quick; `whole_course` has them all."""
    if request.node.get_closest_marker("whole_course") is None:
        monkeypatch.setattr(course, "order", lambda: (LESSON,))


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def session(qapp: QApplication, hands: Hands) -> Iterator[Session]:
    """The course without a window; nothing is kept."""
    assert qapp is application()
    made = open_session(Memory(None), now=hands)
    yield made
    made.timeline.play(False)


@pytest.fixture
def opened(qapp: QApplication, hands: Hands, tmp_path: Path) -> Iterator[Opened]:
    """Opens a window of a size and with settings, in their language; all are closed afterwards."""
    windows: list[Window] = []

    def open_(
        size: tuple[int, int] = (1280, 800),
        settings: Settings = READ,
        memory: Memory | None = None,
        lesson: Path | None = None,
    ) -> Window:
        """On the course, or on one lesson of the tests."""
        assert qapp is application()
        kept = memory or Memory(None)
        if memory is None:
            kept.settings = settings
        language = kept.settings.language or ENGLISH
        speak(language)
        if lesson is None:
            session = open_session(kept, language, hands)
        else:
            lessons = Readings.of([read_lesson(lesson)])
            session = Session(lessons, words(), solve, kept, hands)
        window = Window(session, tmp_path)
        windows.append(window)
        window.resize(*size)
        window.show()
        settle()
        return window

    yield open_
    for window in windows:
        leave(window)
        window.deleteLater()
    speak(ENGLISH)
    settle()


@pytest.fixture
def opened_on(qapp: QApplication, hands: Hands, tmp_path: Path) -> Iterator[Opened]:
    """Opens a window on one lesson's file; all are closed afterwards."""
    windows: list[Window] = []

    def open_(file: Path, size: tuple[int, int] = (1280, 800), settings: Settings = READ) -> Window:
        assert qapp is application()
        memory = Memory(None)
        memory.settings = settings
        lessons = Readings.of([read_lesson(file)])
        window = Window(Session(lessons, words(), solve, memory, hands), tmp_path)
        windows.append(window)
        window.resize(*size)
        window.show()
        settle()
        return window

    yield open_
    for window in windows:
        leave(window)
        window.deleteLater()
    settle()


@pytest.fixture
def window(opened: Opened) -> Window:
    """The window as most people see it."""
    return opened()


@pytest.fixture
def guesses(opened: Opened) -> Window:
    """The window on the lesson that asks to drag, and shows what disproves an answer."""
    return opened(lesson=GUESSES)


def leave(window: Window) -> None:
    """Closes a window, whatever is not kept in it."""
    if not window.close():
        window.close()


def unasked(session: Session) -> None:
    """To the first build in which nothing is asked, so that everything can be done."""
    route = session.route
    builds = ((spot, route.build(spot)) for spot in route.spots)
    session.go(next(spot for spot, build in builds if not build.question and not build.drag))
    assert session.open


def settle() -> None:
    """Lets layouts and paints catch up."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
