"""The recall deck: asks card by card, shows the moment that answers it, and puts the card back.

A question stands alone: the stage is empty, so that nothing on it answers. Page keys and Enter
show the answer, and then go on without claiming anything: the card comes once more, then tomorrow.
A presenter's remote has no other key, and who only ever presses that one still comes to an end. To
ask for a known card again costs seconds, to count an unknown one as known costs the memory of it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.leading import Leading
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.aloud import sentences
from hinge_tutor.lessons.deck_words import counted, next_in_words
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.schedule import INTERVALS_DAYS, Due, box_of, due, next_day, put_back
from hinge_tutor.lessons.sitting import Sitting

KNEW, NOT_YET = 1, 2
NOBODY = StagePlan(())


class Deck(Leading, QObject):
    """One sitting after the other; `changed` says that another card, its answer or the end shows.

    `left` says that somebody goes on from the end, or has gone to another place in the course.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sitting = Sitting(())
        # How many cards there were at the beginning.
        self.count = 0
        # Whether the answer shows.
        self.told = False
        session.step_changed.connect(self.on_step_changed)

    @property
    def card(self) -> Due | None:
        """The card that is asked, or whose answer shows; None at the end."""
        return self.sitting.card

    @property
    def ask(self) -> str:
        return self._filled(self.card.card.ask) if self.card else ""

    @property
    def answer(self) -> str:
        return self._filled(self.card.card.answer) if self.card else ""

    @property
    def days_if_known(self) -> int:
        """After how many days the card comes back if it is known now."""
        if self.card is None:
            return INTERVALS_DAYS[0]
        box, _ = put_back(box_of(self._session.progress, *self.card.key), True, self._session.today)
        return INTERVALS_DAYS[box - 1]

    # ── opening and closing ──────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """A sitting with all cards that are due now."""
        session = self._session
        cards = due(session.progress, session.route.lessons, session.today)
        self.sitting, self.count = Sitting(cards), len(cards)
        self._lead()
        self._show(told=False)

    def _go(self) -> None:
        self.left.emit()

    # ── on ───────────────────────────────────────────────────────────────────────────────────────

    @property
    def heard(self) -> str:
        """The question or its answer; in the end, when there will be cards again."""
        if self.card is None:
            return sentences((self.ended, *self.ending))
        return sentences((self.answer if self.told else self.ask,))

    @property
    def ended(self) -> str:
        """That all are done, or that there are none today."""
        return self._session.words.deck("done" if self.count else "none")

    @property
    def ending(self) -> tuple[str, ...]:
        """How many there were, and when the next ones come."""
        session, words = self._session, self._session.words
        day = next_day(session.progress, session.route.lessons, session.today)
        done = (counted("done_all", self.count, words),) if self.count else ()
        return (*done, next_in_words(day, session.today, words))

    @property
    def choices(self) -> int:
        return NOT_YET if self.told else 0

    def can_turn(self, forward: bool) -> bool:
        return forward or self.told

    def turn(self, forward: bool) -> None:
        """On to the answer, the next card, and out at the end; back to the question."""
        if not forward:
            self._show(told=False)
        elif self.card is None:
            self.left.emit()
        elif not self.told:
            self._show(told=True)
        else:
            self._put_back(False)
            self._go_on(self.sitting.passed())

    def choose(self, number: int) -> None:
        """`KNEW` or `NOT_YET`, once the answer shows."""
        if self.told and self.card is not None:
            self._put_back(number == KNEW)
            self._go_on(self.sitting.answered(number == KNEW))

    def _put_back(self, knew: bool) -> None:
        """The first answer of a sitting counts."""
        if self.card is not None and not self.sitting.repeats:
            lesson, card = self.card.key
            box = box_of(self._session.progress, lesson, card)
            self._session.note_card(lesson, card, *put_back(box, knew, self._session.today))

    def _go_on(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self._show(told=False)

    def _show(self, told: bool) -> None:
        self.told = told
        self.changed.emit()
        # Also where it is what the lesson has on the stage now, it is not that build.
        self._session.try_out(replace(self._moment) if told else NOBODY)

    @property
    def _moment(self) -> StagePlan:
        """What the card's lesson has on the stage at the moment that answers it."""
        lesson, card = (self.card.lesson, self.card.card) if self.card else (None, None)
        at = lesson.moment(card.shows) if lesson is not None and card is not None else None
        if lesson is None or at is None:
            return NOBODY
        stage = lesson.steps[at[0]].builds[at[1]].stage
        # Nobody waits for the moment that a film stops at; played again, it stops there.
        return replace(stage, play="still", at=stage.stop_at) if stage.stop_at else stage

    def _filled(self, text: str) -> str:
        return self._session.fill(text, self._session.solve(self._moment))
