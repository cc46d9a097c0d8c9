"""Asks where a teacher's bundle or one's own data goes or comes from, and has it done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from hinge_tutor.app.errand import Order
from hinge_tutor.app.file_dialogs import ask_file, ask_target, documents
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.own_data import ENDING
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import here_and_now
from hinge_tutor.app.store import reason


def make_bundle(session: Session, start: Callable[[Order], bool]) -> None:
    """The bundle of the open lesson, in a folder of its own inside the one that is chosen."""
    session.timeline.play(False)
    chosen = QFileDialog.getExistingDirectory(
        QApplication.activeWindow(), tr("Where should the lesson’s folder go?"), str(documents())
    )
    if chosen:
        start(bundle_order(session, Path(chosen)))


def bundle_order(session: Session, inside: Path) -> Order:
    """The command line that makes it."""
    lesson, language = session.lesson.id, session.words.language
    target = inside / f"hinge-tutor-{lesson}"
    return Order(("bundle", lesson, "--out", str(target), "--language", language), target)


def save_my_data(session: Session, start: Callable[[Order], bool]) -> None:
    """Asks for a file, and has everything of the user's put into it."""
    session.timeline.play(False)
    name = f"hinge-tutor-data-{session.today.isoformat()}.zip"
    path = ask_target(
        QApplication.activeWindow(),
        tr("Save my settings, my progress and my client cards"),
        documents() / name,
        ENDING,
        _kinds(),
    )
    if path is None:
        return
    try:
        # What has happened since something was last kept belongs to it.
        session.memory.keep_progress()
    except OSError as problem:
        _cannot(session, problem)
        return
    folder = str(session.memory.folder)
    start(Order(("data", "--out", str(path), "--folder", folder), path))


def bring_my_data_in(session: Session) -> None:
    """Asks for such a file and merges it with what is here; says what has come of it."""
    session.timeline.play(False)
    path = ask_file(
        QApplication.activeWindow(),
        tr("Bring in settings, progress and client cards"),
        documents(),
        _kinds(),
    )
    folder = session.memory.folder
    if path is None or folder is None:
        return
    from hinge_tutor.app.own_data_file import DataError
    from hinge_tutor.app.own_data_in import bring_in

    try:
        session.memory.keep_progress()
        arrived = bring_in(folder, path, here_and_now())
        settings = session.memory.catch_up()
    except DataError as refusal:
        session.say(str(refusal))
        return
    except OSError as problem:
        _cannot(session, problem)
        return
    session.change_settings(settings)
    words = tr("Your data is here. Client cards: %1.")
    if arrived.backup is not None:
        words = tr("Your data is here. Client cards: %1. What was here before is kept in %2.")
    session.say(words.replace("%2", str(arrived.backup)).replace("%1", str(arrived.cards)))


def _cannot(session: Session, problem: OSError) -> None:
    words = tr("Nothing was brought in or saved: %1.")
    session.say(words.replace("%1", reason(problem)))


def _kinds() -> str:
    return tr("My data (*%1)").replace("%1", ENDING)
