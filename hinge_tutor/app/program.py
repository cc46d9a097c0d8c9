"""Starts the window: what it needs, where the user was, and what was asked for."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hinge_tutor import paint, remembered, shelf
from hinge_tutor.app.asked import Asked
from hinge_tutor.app.hard_end import HardEnd
from hinge_tutor.app.icons import program_icon
from hinge_tutor.app.interrupts import closing_the_window
from hinge_tutor.app.language import language_of, speak
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.motion_preference import system_prefers_stillness
from hinge_tutor.app.reading import read_course
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.trouble import sentence
from hinge_tutor.app.tutor import Tutor
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.identity import APP_ID
from hinge_tutor.lessons.course import load_lesson
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.languages import ENGLISH
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.progress import Place

# The first frame is on screen by then, and nobody has begun to play.
SETTLED_MS = 500
# In the user's cache: what the texts said that the last start read.
READ_TEXTS = "texts.json"
STYLE = "Fusion"


def application() -> QApplication:
    """The one application: Fusion in our own colors, our own typeface."""
    made = QApplication.instance()
    if made is None:
        # By its name among the arguments: a style that Python is handed is described to it in full.
        if os.name == "nt":
            from hinge_tutor.app.taskbar import own_place_in_the_taskbar

            own_place_in_the_taskbar()
        made = QApplication([*(sys.argv[:1] or [""]), "-style", STYLE])
    else:
        assert isinstance(made, QApplication)
        made.setStyle(STYLE)
    made.setApplicationName("hinge-tutor")
    made.setApplicationDisplayName(tr("Hinge Tutor"))
    # By this a desktop finds our entry, and with it name and icon.
    made.setDesktopFileName(APP_ID)
    made.setWindowIcon(program_icon())
    paint.load_fonts()
    font = made.font()
    font.setFamily(paint.FONT_FAMILY)
    made.setFont(font)
    return made


def open_session(
    memory: Memory,
    language: str = ENGLISH,
    now: Callable[[], float] = time.monotonic,
) -> Session:
    """A session on the course; what could not be read is said in its status line."""
    course = read_course(language)
    complaints = [*memory.complaints, *course.complaints]
    if memory.settings.packs:
        # Who has none does not wait for what reads them.
        from hinge_tutor.app.packs import reopened

        packs, troubles = reopened(memory)
        course.lessons.follow(packs)
        complaints += troubles
    session = Session(course.lessons, course.words, solve, memory, now)
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


def run(asked: Asked) -> int:
    """Opens the window and returns the exit code when it is closed."""
    remembered.recall(shelf.user_cache() / READ_TEXTS)
    app = application()
    # What is said of settings that cannot be read is said as the system speaks.
    speak(language_of(Settings()))
    memory = Memory(shelf.user_data())
    if memory.first_time and system_prefers_stillness():
        memory.settings = replace(memory.settings, reduced_motion=True)
    if asked.theme is not None:
        memory.set_for_now(replace(memory.settings, theme=asked.theme))
    if asked.language is not None:
        memory.set_for_now(replace(memory.settings, language=asked.language))
    language = language_of(memory.settings)
    # With a pack, lesson and step are those of the pack.
    if asked.pack is None and asked.lesson is not None:
        memory.place = Place(load_lesson(asked.lesson, language).id, asked.step or 1)
    elif asked.pack is None and asked.step:
        memory.place = replace(memory.place, step=asked.step, build=1)
    speak(language)
    session = open_session(memory, language)
    if asked.pack is not None:
        from hinge_tutor.app.packs import show_pack

        show_pack(session, asked.pack, asked.lesson or "", asked.step or 1)
    ended = HardEnd(shelf.user_data())
    if said := ended.told():
        session.say(" ".join(part for part in (session.notice, said) if part))
    ended.watch()
    tutor = Tutor(session, shelf.user_data())
    threading.excepthook = tutor.on_thread_broke
    tutor.window.show()
    if asked.present:
        tutor.window.present(False)
    elif not memory.settings.health_note_read:
        # Nothing moves behind the note; afterwards the lesson begins as it does every time.
        session.timeline.play(False)
        tutor.window.desk.health_note()
    # However the program ends; closing the window has then been before it.
    app.aboutToQuit.connect(session.end)
    QTimer.singleShot(SETTLED_MS, settle)
    QTimer.singleShot(SETTLED_MS, tutor.watch_files)
    try:
        with closing_the_window():
            return app.exec()
    finally:
        ended.end()
        # Whoever closes the window at once has not seen it settle.
        remembered.keep()


def settle() -> None:
    """Keep what the start has read, and look for garbage again, but not through what lives until
    the end: shorter pauses later.
    """
    from hinge_tutor.app.errand import sweep_given

    remembered.keep()
    sweep_given()
    gc.collect()
    gc.freeze()
    gc.enable()
