"""Commands that turn the dial of the fault that a figure shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import closed, first, unless
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.dial import Dial


def fault_commands(session: Session, choose: Callable[[], None]) -> Iterator[Command]:
    """Off and on, more and less; nothing while a prediction is open that it could give away.

    Where nobody on the stage has a fault, `choose` offers one to try.
    """
    menu = tr("&Show")

    def open_() -> bool:
        return session.open

    def switch() -> None:
        if session.dial is None:
            choose()
        else:
            session.turn_dial(session.dial.switched())

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
        switch,
        open_,
        lambda: session.dial is not None and session.dial.share > 0.0,
        closed(session),
    )
    words, keys, why = tr("Try a fault…"), ("Ctrl+Shift+E",), closed(session)
    yield Command("try_fault", menu, words, keys, choose, open_, reason=why)
    dialed = unless(lambda: session.dial is not None, tr("Nobody on the stage has a fault."))
    why = first(closed(session), dialed)
    for id_, words, key, up in (
        ("more_fault", tr("More of the fault"), "Shift+Up", True),
        ("less_fault", tr("Less of the fault"), "Shift+Down", False),
    ):
        run = turn(partial(Dial.turned, up=up))
        yield Command(id_, menu, words, (key,), run, possible, reason=why)
