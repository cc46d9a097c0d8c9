"""Starts the window: what it needs, where the user was, and what was asked for."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hinge_tutor import paint, remembered, shelf
from hinge_tutor.app.asked import Asked
from hinge_tutor.app.icons import program_icon
from hinge_tutor.app.interrupts import closing_the_window
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.motion_preference import system_prefers_stillness
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.trouble import sentence
from hinge_tutor.app.window import Window
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons import course
from hinge_tutor.lessons.course import UnknownLesson
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Build, Lesson, StagePlan, Step
from hinge_tutor.lessons.progress import Place
from hinge_tutor.lessons.readings import Readings
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.located import AuthorErrors, Located

# The first frame is on screen by then, and nobody has begun to play.
SETTLED_MS = 500
# In the user's cache: what the texts said that the last start read.
READ_TEXTS = "texts.json"
WORDS = "words.toml"
STYLE = "Fusion"


def application() -> QApplication:
    """The one application: Fusion in our own colors, our own typeface."""
    made = QApplication.instance()
    if made is None:
        # By its name among the arguments: a style that Python is handed is described to it in full.
        made = QApplication([*(sys.argv[:1] or [""]), "-style", STYLE])
    else:
        assert isinstance(made, QApplication)
        made.setStyle(STYLE)
    made.setApplicationName("hinge-tutor")
    made.setApplicationDisplayName(tr("Hinge Tutor"))
    made.setWindowIcon(program_icon())
    paint.load_fonts()
    font = made.font()
    font.setFamily(paint.FONT_FAMILY)
    made.setFont(font)
    return made


def open_session(
    memory: Memory,
    language: str = course.ENGLISH,
    now: Callable[[], float] = time.monotonic,
) -> Session:
    """A session on the course; what could not be read is said in its status line."""
    complaints = list(memory.complaints)
    ids: tuple[str, ...] = ()
    try:
        ids = course.order()
    except (AuthorErrors, shelf.MissingFile) as problem:
        complaints.append(sentence(problem))
    lessons = Readings(ids or ("",), partial(readable, language=language))
    try:
        spoken = words(language)
    except (AuthorErrors, shelf.MissingFile) as problem:
        complaints.append(sentence(problem))
        # Every word then comes from its id, made readable.
        spoken = Words(Located(WORDS, {}, {}))
    session = Session(lessons, spoken, solve, memory, now)
    if not session.lesson.file:
        complaints.append(session.build.text)
    complaints += [*session.mishaps(), *([sentence(session.problem)] if session.problem else [])]
    palette = paint.load_palette(memory.settings.theme)
    complaints += [palette.problem] if palette.problem else []
    if paint.load_fonts():
        complaints.append(tr("The tutor's own typeface is missing; another one stands in."))
    if complaints:
        session.say(" ".join(complaints))
    return session


def solve(plan: StagePlan) -> Mapping[str, Repetition]:
    """The repetitions of a build's figures."""
    return figures(plan)


def readable(id_: str, language: str = course.ENGLISH) -> Lesson:
    """A lesson of the course; where it cannot be read, a page that says why."""
    try:
        return course.load_lesson(id_, language)
    except (AuthorErrors, UnknownLesson, shelf.MissingFile, OSError) as problem:
        return empty_lesson(id_, sentence(problem) if id_ else "")


def empty_lesson(id_: str, problem: str) -> Lesson:
    """What stands in the place of a lesson that cannot be read; it has no file."""
    title = tr("No lesson")
    prompt = tr("This lesson could not be read. The rest of the course is there.")
    build = Build(title, StagePlan(()), prompt, problem)
    step = Step("empty", "show", title, prompt, problem, "", "", None, (build,))
    return Lesson(id_, 1, title, 1, "", "", (step,), (), "")


def run(asked: Asked) -> int:
    """Opens the window and returns the exit code when it is closed."""
    remembered.recall(shelf.user_cache() / READ_TEXTS)
    app = application()
    memory = Memory(shelf.user_data())
    if memory.first_time and system_prefers_stillness():
        memory.settings = replace(memory.settings, reduced_motion=True)
    if asked.theme is not None:
        memory.set_for_now(replace(memory.settings, theme=asked.theme))
    if asked.lesson is not None:
        memory.place = Place(course.load_lesson(asked.lesson).id, asked.step or 1)
    elif asked.step:
        memory.place = replace(memory.place, step=asked.step, build=1)
    session = open_session(memory, asked.language or course.ENGLISH)
    window = Window(session, shelf.user_data())
    window.trouble.install()
    window.show()
    if asked.present:
        window.present(False)
    elif not memory.settings.health_note_read:
        # Nothing moves behind the note; afterwards the lesson begins as it does every time.
        session.timeline.play(False)
        window.desk.health_note()
    # However the program ends; closing the window has then been before it.
    app.aboutToQuit.connect(session.end)
    QTimer.singleShot(SETTLED_MS, settle)
    try:
        with closing_the_window():
            return app.exec()
    finally:
        # Whoever closes the window at once has not seen it settle.
        remembered.keep()


def settle() -> None:
    """Keep what the start has read, and look for garbage again, but not through what lives until
    the end: shorter pauses later.
    """
    remembered.keep()
    gc.collect()
    gc.freeze()
    gc.enable()
