"""Saves the curves of the figures on the stage as a table, where the user wants it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.file_dialogs import ask_target, documents
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session
from hinge_tutor.app.store import reason
from hinge_tutor.export.image import ExportError
from hinge_tutor.export.table import SUFFIX, save_csv


def save_data(session: Session, window: QWidget) -> None:
    """Asks for a file and writes it; says in the status line what came of it."""
    session.timeline.play(False)
    suggested = documents() / ("-".join((*session.figures, "data")) + SUFFIX)
    kinds = tr("Table with commas (*%1)").replace("%1", SUFFIX)
    path = ask_target(window, tr("Save the figures' data"), suggested, SUFFIX, kinds)
    if path is None:
        return
    try:
        save_csv(session.figures, path)
    except ExportError as problem:
        cause = problem.__cause__
        why = reason(cause) if isinstance(cause, OSError) else str(problem)
        words = tr("The data cannot be saved in %1: %2.")
        session.say(words.replace("%2", why).replace("%1", str(path)))
    else:
        session.say(tr("The data of the figures is in %1.").replace("%1", str(path)))
