"""A recorded motion in the window: chosen in a file dialog; nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.file_dialogs import ask_file, documents, without_trace
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session
from hinge_tutor.recordings.c3d_points import can_read_c3d

ENDINGS = ("*.trc", "*.mot", "*.sto")
C3D = "*.c3d"


def opens(ending: str) -> bool:
    """Whether such files are recordings; that C3D cannot be read is said of the file."""
    return f"*{ending}" in (*ENDINGS, C3D)


def ask_recording(session: Session, window: QWidget) -> Path | None:
    """Asks for a recording's file; where C3D cannot be read, the dialog says so."""
    session.timeline.play(False)
    readable = can_read_c3d()
    kinds = " ".join((*ENDINGS, C3D) if readable else ENDINGS)
    title = tr("Open a recorded motion")
    if not readable:
        title = tr("Open a recorded motion (C3D needs hinge-tutor[recordings])")
    shown = tr("Recorded motions (%1)").replace("%1", kinds)
    with without_trace():
        return ask_file(window, title, documents(), shown)
