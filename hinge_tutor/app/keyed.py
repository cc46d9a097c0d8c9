"""The commands of a window with the keys that somebody chose for them."""

from __future__ import annotations

from collections.abc import Iterable

from hinge_tutor.app.command import Bound, Command, Commands, Lines
from hinge_tutor.app.session import Session


def keyed(session: Session, commands: Iterable[Command]) -> Commands:
    """What is wrong with the choice is said in the status line, after what is said there already.

    Keys that are chosen later count at once.
    """
    made = Commands(commands, lambda: session.settings.keys, _bound)
    if made.all and made.problems:
        session.say(" ".join(part for part in (session.notice, *made.problems) if part))
    return made


def _bound(usual: tuple[Command, ...], lines: Lines) -> Bound:
    """Most people choose no keys, and need not wait for what reads them."""
    from hinge_tutor.app.bound_keys import bound

    return bound(usual, lines)
