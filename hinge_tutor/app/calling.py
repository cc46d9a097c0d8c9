"""What the figures on the stage are called now: everywhere the same, and never more than may be."""

from __future__ import annotations

from hinge_tutor.app.session import Session
from hinge_tutor.lessons.figure_names import named
from hinge_tutor.lessons.hidden_names import hidden_names, lettered
from hinge_tutor.lessons.names_apart import names_apart


def called(session: Session, short: bool = False) -> tuple[str, ...]:
    """The names of all figures, in the scene's own order; letters where those are hidden."""
    if session.plan.lettered:
        return hidden_names(session.repetitions, session.words, session.veiled, short)
    if short:
        return tuple(named(each, session.words, short) for each in session.repetitions)
    return names_apart(session.repetitions, session.words)


def spoken(session: Session) -> tuple[str, ...]:
    """The same inside sentences and for those who only hear it: `Figure A` instead of `A`."""
    if session.veiled:
        return tuple(lettered(number, session.words) for number in range(len(session.figures)))
    return called(session)
