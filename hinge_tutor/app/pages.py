"""Turning pages: on, back, to the end, and to the beginning again."""

from __future__ import annotations

from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session


def turn_on(session: Session) -> None:
    """A page on; after the last build of a lesson its end, and from there the next lesson.

    Whoever presents goes on without answering or repairing, and shows first what comes of it. After
    what disproves an answer comes the build itself.
    """
    led = lifted(session) or _led(session, forward=True)
    if led or session.show_build() or session.repair_all() or session.tell_answer():
        return
    # Whoever has dragged something and goes on has guessed.
    session.keep_guess()
    after = session.route.after(session.spot)
    if after is not None and (session.finished or after.lesson == session.spot.lesson):
        session.go(after)
    elif not session.finished:
        session.finish()


def turn_back(session: Session) -> None:
    """A page back."""
    if not lifted(session) and not _led(session, forward=False):
        session.go(session.spot if session.finished else session.route.before(session.spot))


def can_turn(session: Session, forward: bool) -> bool:
    """Whether there is a page in this direction, or a blank screen to lift."""
    if session.blank:
        return True
    if session.guide is not None:
        return session.guide.can_turn(forward)
    if forward:
        return not session.finished or session.route.lesson_after(session.spot) is not None
    return session.finished or session.route.before(session.spot) is not None


def _led(session: Session, forward: bool) -> bool:
    """Whether somebody else leads, who has turned a page of theirs where there is one."""
    guide = session.guide
    if guide is None:
        return False
    if guide.can_turn(forward):
        guide.turn(forward)
    return True


def lifted(session: Session) -> bool:
    """Behind a blank screen nobody would see a page turn: the screen alone is lifted."""
    blank = bool(session.blank)
    if blank:
        session.set_blank("")
    return blank


def start_again(session: Session) -> None:
    """The lesson from its first build, unanswered."""
    session.unanswer()
    session.go(Spot(session.spot.lesson, 0, 0))
