"""Commands that open a lesson pack, lead back to the course, and close a pack."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import unless
from hinge_tutor.app.session import Session


def pack_commands(session: Session, window: QWidget) -> Iterator[Command]:
    """What reads packs is imported by who first asks for one."""
    menu = tr("&Lesson")

    def choose() -> None:
        from hinge_tutor.app.packs import choose_pack

        choose_pack(session, window)

    def leave() -> None:
        from hinge_tutor.app.packs import leave_pack

        leave_pack(session)

    def close() -> None:
        from hinge_tutor.app.packs import close_pack

        close_pack(session)

    def inside() -> bool:
        return session.in_pack

    yield Command("open_pack", menu, tr("Open a lesson pack…"), ("Ctrl+Shift+O",), choose)
    why = unless(inside, tr("This lesson is one of the course."))
    yield Command("leave_pack", menu, tr("Back to the course"), (), leave, inside, reason=why)
    yield Command("close_pack", menu, tr("Close this lesson pack"), (), close, inside, reason=why)
