"""What a lesson asks, by choices or by hand: cards that are made when the first build asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.app.told import NOTHING, told
from hinge_tutor.lessons.by_hand import Drag
from hinge_tutor.lessons.lesson import Question

if TYPE_CHECKING:
    from hinge_tutor.app.guess_card import GuessCard
    from hinge_tutor.app.guessing import Guessing
    from hinge_tutor.app.question_card import QuestionCard


class AskedCards:
    """A question stands last in the lesson's column, and first once it is explained."""

    def __init__(
        self, session: Session, guessing: Guessing, first: QVBoxLayout, last: QVBoxLayout
    ) -> None:
        self._session = session
        self._guessing = guessing
        self._first, self._last = first, last
        self._question: QuestionCard | None = None
        self._guess: GuessCard | None = None

    def made(self) -> tuple[QuestionCard | GuessCard, ...]:
        """The cards that there are by now."""
        return tuple(card for card in (self._question, self._guess) if card is not None)

    def laid_out(self) -> Iterator[QWidget]:
        """Every card after what it lays out inside itself, for whoever shares out heights."""
        for card in self.made():
            yield from card.layouts
            yield card

    def begin(self) -> None:
        """Somebody has come to where something is to be dragged: keys may do it."""
        if self._guess is not None and self._session.guessing:
            self._guess.begin()

    def asking(self) -> Iterator[QWidget]:
        """What is asked, each piece of it more important than the one before."""
        for card in self.made():
            if not card.isHidden():
                yield from card.asking

    def told(self) -> Iterator[QWidget]:
        """What is told of an answer, each piece of it more important than the one before."""
        for card in self.made():
            if not card.isHidden():
                yield from (card, card.told, *card.answered, card.told.reason)

    def show_asked(self, asked: Question | Drag | None, look: Look, tight: bool = False) -> None:
        """What is asked, and what is told of the answer; `tight`, there is little room for it."""
        session = self._session
        question = asked if isinstance(asked, Question) else None
        drag = asked if isinstance(asked, Drag) else None
        if question is not None and self._question is None:
            from hinge_tutor.app.question_card import QuestionCard

            self._question = QuestionCard(session.choose, session.show_again, session.words)
        if drag is not None and self._guess is None:
            from hinge_tutor.app.guess_card import GuessCard

            self._guess = GuessCard(session, self._guessing)
        for card in self.made():
            (self._first if session.explained else self._last).addWidget(card)
        if self._question is not None:
            kind, known = session.step.kind, session.explained
            answer = None if session.settled else session.answer
            said = told(session, question) if question is not None and known else NOTHING
            self._question.show_question(question, kind, answer, known, said, look, tight)
        if self._guess is not None:
            self._guess.show_drag(drag)
