"""Commands that take away what is on the stage: as a file, or as a picture over the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from hinge_tutor import paint
from hinge_tutor.app.command import Command
from hinge_tutor.app.errands import Errands
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import first, nobody, presenting, recorded, unless
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView

if TYPE_CHECKING:
    from hinge_tutor.app.desk import Desk

# A copied picture has so many dots for each of the stage's, so that it stays sharp in a slide.
SHARPER = 2


def export_commands(
    session: Session, stage: StageView, desk: Desk, errands: Errands
) -> Iterator[Command]:
    """What makes files is imported by who first asks for one."""
    menu = tr("Sh&are")

    def somebody() -> bool:
        return bool(session.repetitions) and not session.audience

    def told() -> bool:
        # The child that makes a file knows the scene's text only.
        return somebody() and not session.plan.recorded

    def export() -> None:
        session.timeline.play(False)
        desk.export(errands.start)

    def copy() -> None:
        from hinge_tutor.export.image import drawn

        picture = stage.painted
        if picture is None:
            return
        size = stage.width() * SHARPER, stage.height() * SHARPER
        palette = paint.load_palette(session.settings.theme)
        QGuiApplication.clipboard().setImage(drawn(picture, size, palette, session.options.camera))
        session.say(tr("The picture is copied; paste it wherever you like."))

    why = first(presenting(session), nobody(session))
    own = first(why, recorded(session))
    for id_, words, key, run, can, because in (
        ("export", tr("Save a picture or clip…"), "Ctrl+E", export, told, own),
        ("copy_picture", tr("Copy the picture"), "Ctrl+Shift+C", copy, somebody, why),
    ):
        yield Command(id_, menu, words, (key,), run, can, reason=because)
    yield Command(
        "stop_errand",
        menu,
        tr("Stop making the file"),
        (),
        errands.stop,
        lambda: errands.running,
        reason=unless(lambda: errands.running, tr("No file is being made.")),
    )
