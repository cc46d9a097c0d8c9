"""Commands that turn the dial of the fault that a figure shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.dial import Dial


def fault_commands(session: Session) -> Iterator[Command]:
    """Off and on, more and less; nothing while a prediction is open that it could give away."""
    menu = tr("&Show")

    def possible() -> bool:
        return session.dial is not None and not session.pending

    def turn(changed: Callable[[Dial], Dial]) -> Callable[[], None]:
        def run() -> None:
            if session.dial is not None:
                session.turn_dial(changed(session.dial))

        return run

    yield Command(
        "fault",
        menu,
        tr("Fault"),
        ("E",),
        turn(Dial.switched),
        possible,
        lambda: session.dial is not None and session.dial.share > 0.0,
    )
    for id_, words, key, up in (
        ("more_fault", tr("More of the fault"), "Shift+Up", True),
        ("less_fault", tr("Less of the fault"), "Shift+Down", False),
    ):
        yield Command(id_, menu, words, (key,), turn(partial(Dial.turned, up=up)), possible)
