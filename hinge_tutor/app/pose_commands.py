"""Commands that let joints be dragged, and give a figure its motion back."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.posing import Posing
from hinge_tutor.app.reasons import closed, first, nobody, unless
from hinge_tutor.app.session import Session


def pose_commands(session: Session, posing: Posing) -> Iterator[Command]:
    """Editing on and off, and the posed figure's motion again."""
    menu = tr("&Show")
    frozen = unless(lambda: not session.frozen, tr("The picture is frozen."))
    yield Command(
        "edit_pose",
        menu,
        tr("Edit the pose"),
        ("Ctrl+J",),
        lambda: posing.switch(not posing.on),
        posing.possible,
        lambda: posing.on,
        first(closed(session), nobody(session), frozen),
    )
    yield Command(
        "move_again",
        menu,
        tr("Let the posed figure move again"),
        (),
        posing.move_again,
        posing.is_held,
        reason=unless(posing.is_held, tr("No figure is held in a pose.")),
    )
