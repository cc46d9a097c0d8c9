"""The command that opens a recorded motion, and closes it again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.command import Command
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session


def recording_commands(session: Session, learn: LearnView, window: QWidget) -> Iterator[Command]:
    """What reads recordings is imported by who first asks for one."""

    def switch() -> None:
        if not learn.close_recording():
            from hinge_tutor.app.recordings import ask_recording

            file = ask_recording(session, window)
            if file is not None:
                learn.open_recording(file)

    def possible() -> bool:
        return learn.isVisible() and (learn.shows_recording or session.open)

    yield Command(
        "recording",
        tr("Clien&t"),
        tr("A recorded motion…"),
        ("Ctrl+Shift+R",),
        switch,
        possible,
        lambda: learn.shows_recording,
    )
