"""Commands that let joints be dragged, and give a figure its motion back."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.posing import Posing


def pose_commands(posing: Posing) -> Iterator[Command]:
    """Editing on and off, and the posed figure's motion again."""
    menu = tr("&Show")
    yield Command(
        "edit_pose",
        menu,
        tr("Edit the pose"),
        ("Ctrl+J",),
        lambda: posing.switch(not posing.on),
        posing.possible,
        lambda: posing.on,
    )
    yield Command(
        "move_again",
        menu,
        tr("Let the posed figure move again"),
        (),
        posing.move_again,
        posing.is_held,
    )
