"""What is said of an answer once it is told: how far off, the belief behind it, the reason."""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.app.session import Session
from hinge_tutor.lessons.by_hand import Drag
from hinge_tutor.lessons.lesson import Question


@dataclass(frozen=True)
class Told:
    """Sentences for who answered, or for who did not; each empty where there is nothing to say.

    `good`: what is told is right, and nothing else was answered, or that is disproved by now.
    `again`: something else was, and what disproves it can be shown once more.
    """

    reason: str = ""
    thought: str = ""
    measured: str = ""
    good: bool = True
    again: bool = False

    @property
    def sentences(self) -> str:
        """All of them in their order."""
        return " ".join(said for said in (self.measured, self.thought, self.reason) if said)


NOTHING = Told()


def told(session: Session, asked: Question | Drag) -> Told:
    """What a build that explains says of the answer given; the right one alone hears a Yes."""
    if isinstance(asked, Question):
        return _choice(session, asked)
    return _guess(session, asked)


def _choice(session: Session, question: Question) -> Told:
    answer, right = session.answer, question.choices[question.right]
    if answer is None:
        return Told(right.explanation)
    if answer == question.right:
        return Told(f"{session.words.question('yes')} {right.explanation}")
    if session.settled:
        return Told(right.explanation, again=True)
    chosen = question.choices[answer]
    thought = session.words.thought(chosen.misconception)
    return Told(chosen.explanation, thought, good=False, again=True)


def _guess(session: Session, drag: Drag) -> Told:
    verdict, words = session.verdict, session.words
    if verdict is None:
        return Told(drag.explanation)
    from hinge_tutor.lessons.guess_words import off_in_words

    measured = off_in_words(verdict, words)
    if verdict.met:
        return Told(f"{words.question('yes')} {drag.explanation}", measured=measured)
    miss = next((m for m in drag.misses if verdict.miss and m.where == verdict.miss.where), None)
    if miss is None:
        return Told(drag.explanation, measured=measured, good=False, again=True)
    thought = words.thought(miss.misconception)
    return Told(miss.explanation, thought, measured, good=False, again=True)
