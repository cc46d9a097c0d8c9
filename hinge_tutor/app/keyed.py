"""The commands of a window with the keys that somebody chose for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from hinge_tutor.app.command import Bound, Command, Commands, Lines, always
from hinge_tutor.app.session import Session

# Commands that put something else in the place of a client's photo, and forget it.
LEAVING = ("train", "present", "present_here", "recall", "clinic", "technique_map")


def keyed(
    session: Session, commands: Iterable[Command], may_leave: Callable[[], bool] = always
) -> Commands:
    """What is wrong with the choice is said in the status line, after what is said there already.

    `may_leave` tells whether what stands in the lesson's place may go, or says what would be lost.

    Keys that are chosen later count at once.
    """
    asking = (_asking(each, may_leave) if each.id in LEAVING else each for each in commands)
    made = Commands(asking, lambda: session.settings.keys, _bound)
    if made.all and made.problems:
        session.say(" ".join(part for part in (session.notice, *made.problems) if part))
    return made


def _asking(command: Command, may_leave: Callable[[], bool]) -> Command:
    """The same, once nothing is lost by it or that was said."""

    def run() -> None:
        if may_leave():
            command.run()

    return replace(command, run=run)


def _bound(usual: tuple[Command, ...], lines: Lines) -> Bound:
    """Most people choose no keys, and need not wait for what reads them."""
    from hinge_tutor.app.bound_keys import bound

    return bound(usual, lines)
