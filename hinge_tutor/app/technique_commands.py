"""The command that opens the technique map, and closes it again."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_tutor.app.command import Command
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import asked
from hinge_tutor.app.session import Session


def technique_commands(session: Session, learn: LearnView) -> Iterator[Command]:
    """The map stays away while a question is open, since it might hold the answer."""

    def switch() -> None:
        if not learn.close_technique():
            learn.open_technique()

    def open_() -> bool:
        return learn.isVisible() and not session.pending

    yield Command(
        "technique_map",
        tr("&Show"),
        tr("Technique map"),
        ("Ctrl+M",),
        switch,
        open_,
        lambda: learn.shows_technique,
        asked(session),
    )
