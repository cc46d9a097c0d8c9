"""Why something cannot be done now, in a sentence each; empty where that is not the reason."""

from __future__ import annotations

from collections.abc import Callable

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.session import Session

Reason = Callable[[], str]


def first(*reasons: Reason) -> Reason:
    """The first of several reasons that holds."""

    def said() -> str:
        return next((sentence for reason in reasons if (sentence := reason())), "")

    return said


def asked(session: Session) -> Reason:
    """A question that this might answer."""

    def said() -> str:
        return tr("A question is open; it waits for an answer.") if session.pending else ""

    return said


def closed(session: Session) -> Reason:
    """A question, the end of the lesson, or somebody else who leads."""

    def said() -> str:
        if session.finished:
            return tr("The lesson has ended; a page of it has to be open.")
        if session.guide is not None and not session.pending:
            return tr("What is open beside the stage has to be closed first.")
        return asked(session)()

    return said


def nobody(session: Session) -> Reason:
    """Nobody on the stage."""

    def said() -> str:
        return "" if session.figures else tr("There is nobody on the stage now.")

    return said


def recorded(session: Session) -> Reason:
    """Somebody's own motion, which no text says and no other process knows."""

    def said() -> str:
        words = tr("This was recorded. Copy its picture, or save its curves as a table.")
        return words if session.plan.recorded else ""

    return said


def alone(session: Session) -> Reason:
    """No two figures to compare or arrange."""

    def said() -> str:
        two = tr("This needs two figures on the stage.")
        hidden = tr("One figure stands alone; show all of them first.")
        if len(session.figures) < 2:
            return two
        return hidden if len(session.shown) < 2 else ""

    return said


def presenting(session: Session) -> Reason:
    """An audience, which sees another page."""

    def said() -> str:
        return tr("The presentation has to be ended first.") if session.audience else ""

    return said


def held(session: Session) -> Reason:
    """Figures that stand still until an answer is kept."""

    def said() -> str:
        still = session.timeline.held and session.pending
        return tr("The figures stand still until the question is answered.") if still else ""

    return said


def unless(holds: Callable[[], bool], sentence: str) -> Reason:
    """A sentence that is true as long as something does not hold."""
    return lambda: "" if holds() else sentence
