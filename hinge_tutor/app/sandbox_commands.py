"""Commands of the sandbox: open it, undo and redo, and scenes as text and files."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.command import Command
from hinge_tutor.app.drawer import Drawer
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.photo_paste import or_picture
from hinge_tutor.app.reasons import closed, first, nobody, recorded, unless
from hinge_tutor.app.session import Session


def sandbox_commands(session: Session, drawer: Drawer, window: QWidget) -> Iterator[Command]:
    """Nothing of it while a prediction is open that it could give away."""
    menu = tr("&Show")

    def possible() -> bool:
        return drawer.possible

    def somebody() -> bool:
        # No text says what somebody did.
        return bool(session.repetitions) and not session.pending and not session.plan.recorded

    def undo() -> None:
        drawer.sandbox.undo()

    def redo() -> None:
        drawer.sandbox.redo()

    def reset() -> None:
        drawer.sandbox.reset()

    def is_open() -> bool:
        return drawer.is_open

    why = first(closed(session), nobody(session))
    words = tr("Sandbox")
    yield Command("sandbox", menu, words, ("Ctrl+B",), drawer.toggle, possible, is_open, why)
    kept, undone = tr("There is nothing to take back."), tr("Nothing was taken back.")
    yield Command(
        "undo",
        menu,
        tr("Undo"),
        ("Ctrl+Z",),
        undo,
        lambda: drawer.known is not None and drawer.known.can_undo,
        reason=lambda: kept,
    )
    yield Command(
        "redo",
        menu,
        tr("Redo"),
        ("Ctrl+Shift+Z",),
        redo,
        lambda: drawer.known is not None and drawer.known.can_redo,
        reason=lambda: undone,
    )
    yield Command(
        "reset_scene",
        menu,
        tr("The figures of the lesson again"),
        (),
        reset,
        lambda: possible() and session.trying,
        reason=first(why, unless(lambda: session.trying, tr("They are there."))),
    )

    def copy() -> None:
        from hinge_tutor.app.scene_files import copy_scene

        copy_scene(session)

    def paste() -> None:
        from hinge_tutor.app.scene_files import paste_scene

        paste_scene(session, window)

    def save() -> None:
        from hinge_tutor.app.scene_files import save_scene

        save_scene(session, window)

    def open_() -> None:
        from hinge_tutor.app.scene_files import open_scene

        open_scene(session, window)

    for id_, words, key, run, can in (
        ("copy_scene", tr("Copy the scene as text"), "Ctrl+C", copy, somebody),
        ("paste_scene", tr("Paste a scene"), "Ctrl+V", paste, or_picture(possible)),
        ("save_scene", tr("Save the scene…"), "Ctrl+S", save, somebody),
        ("open_scene", tr("Open a scene…"), "Ctrl+O", open_, possible),
    ):
        because = first(why, recorded(session)) if can is somebody else why
        yield Command(id_, menu, words, (key,), run, can, reason=because)
