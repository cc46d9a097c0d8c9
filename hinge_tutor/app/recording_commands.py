"""The command that opens a recorded motion, and closes it again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.command import Command
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import closed, first, presenting
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_place import TrainPlace


def recording_commands(
    session: Session, learn: LearnView, train: TrainPlace, window: QWidget
) -> Iterator[Command]:
    """What reads recordings is imported by who first asks for one."""

    def switch() -> None:
        if learn.recording_waits:
            train.close()
            learn.open_recording()
        elif not learn.close_recording():
            from hinge_tutor.app.recordings import ask_recording

            file = ask_recording(session, window)
            if file is not None:
                train.close()
                learn.open_recording(file)

    def possible() -> bool:
        free = learn.shows_recording or session.open or (train.shown and train.training.over_open)
        return free and not session.audience

    def over_question() -> str:
        waits = train.shown and not train.training.over_open
        return tr("A recording needs a page of the lesson that asks nothing.") if waits else ""

    yield Command(
        "recording",
        tr("Clien&t"),
        tr("A recorded motion…"),
        ("Ctrl+Shift+R",),
        switch,
        possible,
        lambda: learn.shows_recording,
        first(presenting(session), over_question, closed(session)),
    )
