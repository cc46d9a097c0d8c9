"""Commands for what people take home: a page, a lesson for their own class, their own data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import closed, first, nobody, presenting, recorded, unless
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.desk import Desk
    from hinge_tutor.app.errands import Errands


def takehome_commands(session: Session, desk: Desk, errands: Errands) -> Iterator[Command]:
    """What makes files is imported by who first asks for one."""
    menu = tr("Sh&are")

    def handout() -> None:
        session.timeline.play(False)
        desk.handout(errands.start)

    def shown() -> bool:
        # A question keeps what each figure does to itself.
        lent = session.guide is not None and session.guide.lends
        free = (session.open or lent) and not session.plan.lettered
        return free and bool(session.repetitions) and not session.audience

    def bundle() -> None:
        from hinge_tutor.app.takehome_files import make_bundle

        make_bundle(session, errands.start)

    def save_mine() -> None:
        from hinge_tutor.app.takehome_files import save_my_data

        save_my_data(session, errands.start)

    def bring_mine() -> None:
        from hinge_tutor.app.takehome_files import bring_my_data_in

        bring_my_data_in(session)

    def kept() -> bool:
        return session.memory.folder is not None and not session.audience

    def in_course() -> bool:
        # A child finds a lesson of the course by its name, one of a pack it does not.
        return not session.in_pack and bool(session.lesson.file) and not session.audience

    hidden = unless(lambda: not session.plan.lettered, tr("It would tell who does what."))
    why = first(closed(session), nobody(session), recorded(session), hidden)
    yield Command("handout", menu, tr("Hand-out…"), ("Ctrl+P",), handout, shown, reason=why)
    pack = unless(lambda: not session.in_pack, tr("This lesson is one of a pack."))
    why = first(pack, presenting(session))
    yield Command("bundle", menu, tr("Teacher’s bundle…"), (), bundle, in_course, reason=why)
    nowhere = unless(lambda: session.memory.folder is not None, tr("Nothing is kept in this run."))
    why = first(presenting(session), nowhere)
    yield Command("save_mine", menu, tr("Save all my data…"), (), save_mine, kept, reason=why)
    yield Command("bring_mine", menu, tr("Bring my data in…"), (), bring_mine, kept, reason=why)
