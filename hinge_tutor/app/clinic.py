"""The fault clinic: who has a fault, which one, and what repairs it; round after round.

Page keys and Enter go on without claiming anything: they tell who it is, then what it is, then
begin the next round. A presenter's remote has no other key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.clinic_work import ClinicWork
from hinge_tutor.app.leading import Leading
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.aloud import numbered, sentences
from hinge_tutor.lessons.clinic import Round
from hinge_tutor.lessons.clinic_words import (
    ended_in_words,
    faults_told,
    figures_told,
    repair_told,
)

# What is asked, or shows: the round is made; who it is; what it is; the answer; the sitting's end.
WAITS, WHICH, WHAT, TOLD, ENDED = "waits", "which", "what", "told", "ended"


@dataclass(frozen=True)
class Score:
    """A sitting: rounds that were answered, figures found, faults named."""

    rounds: int = 0
    figures: int = 0
    faults: int = 0


@dataclass(frozen=True)
class HandedOver:
    """A sitting that goes on in another window."""

    stage: str
    round: Round | None
    score: Score
    figure: int | None
    fault: int | None


class Clinic(Leading, QObject):
    """One sitting after the other; `changed` says that something else is asked or shows.

    `left` says that somebody goes on from the end, or has gone to another place in the course.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, session: Session, chance: Random | None = None, parent: QObject | None = None
    ) -> None:
        """`chance` draws the rounds."""
        super().__init__(parent)
        self._session = session
        self.work = ClinicWork(chance or Random(), self)
        self.work.made.connect(self.on_made)
        self.stage = WAITS
        self.round: Round | None = None
        self.score = Score()
        # The choices that were made in this round, None for none.
        self.figure: int | None = None
        self.fault: int | None = None
        session.step_changed.connect(self.on_step_changed)

    @property
    def number(self) -> int:
        """The round that is on, counting from 1."""
        return self.score.rounds + (0 if self.stage in (TOLD, ENDED) else 1)

    # ── opening and closing ──────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """A sitting, from its first round."""
        self._lead()
        self.score = Score()
        self._next()

    def put_down(self) -> HandedOver | None:
        """What another window needs to go on; None where nobody sits here."""
        if not self.leads:
            return None
        return HandedOver(self.stage, self.round, self.score, self.figure, self.fault)

    def take_up(self, handed: HandedOver) -> None:
        """Goes on with the sitting of another window."""
        self.stage, self.round, self.score = handed.stage, handed.round, handed.score
        self.figure, self.fault = handed.figure, handed.fault
        if self.round is not None:
            self._session.try_out(self.round.plan)
        self.changed.emit()

    def set_seen(self, seen: bool) -> None:
        """Nothing is made while nobody sees it."""
        self.work.set_seen(seen)

    def _go(self) -> None:
        self.left.emit()

    # ── on ───────────────────────────────────────────────────────────────────────────────────────

    @property
    def veiled(self) -> bool:
        return self.stage in (WAITS, WHICH, WHAT)

    @property
    def picks(self) -> bool:
        return self.stage == WHICH

    @property
    def values(self) -> Mapping[str, int]:
        """What the words of a round and of a sitting may name."""
        score = self.score
        told = {"rounds": score.rounds, "figures": score.figures, "faults": score.faults}
        return {"number": self.number, **told}

    @property
    def heard(self) -> str:
        """The question with its choices, after the answer to the one before it; or how it ended."""
        words, asked = self._session.words, self.round
        if self.stage == ENDED:
            ended = ended_in_words(self.score.rounds, self.values, words)
            return sentences((words.clinic("ended"), ended))
        if asked is None or self.stage == WAITS:
            return self.work.problem or words.clinic("making")
        figures = figures_told(asked, self.figure, self.stage != WHICH, words)
        if self.stage == WHICH:
            return sentences((figures.prompt, *numbered(figures.choices)))
        faults = faults_told(asked, self.fault, self.stage == TOLD, words)
        if self.stage == WHAT:
            return sentences((figures.reason, faults.prompt, *numbered(faults.choices)))
        named = faults.choices[faults.right]
        return sentences((named, faults.reason, repair_told(asked, words)))

    @property
    def choices(self) -> int:
        if self.round is None or self.stage not in (WHICH, WHAT):
            return 0
        return len(self.round.casts if self.stage == WHICH else self.round.choices)

    def can_turn(self, forward: bool) -> bool:
        return forward and self.stage != WAITS

    def turn(self, forward: bool) -> None:
        """On to the answer, the next round, and out at the end."""
        if not forward or self.stage == WAITS:
            return
        if self.stage == ENDED:
            self.left.emit()
        elif self.stage == TOLD:
            self._next()
        else:
            self._answered(None)

    def choose(self, number: int) -> None:
        """A figure, then a fault, counting from 1."""
        if 1 <= number <= self.choices:
            self._answered(number - 1)

    def _answered(self, choice: int | None) -> None:
        """The answer shows; what was chosen counts, if anything was."""
        asked = self.round
        if asked is None:
            return
        if self.stage == WHICH:
            self.figure, self.stage = choice, WHAT
        else:
            self.fault, self.stage = choice, TOLD
            self._count(asked)
            self._session.show_found()
        self.changed.emit()
        # The frame around a figure, and the hand that points at one, go.
        self._session.set_options(self._session.options)

    def _count(self, asked: Round) -> None:
        score = self.score
        self.score = Score(
            score.rounds + 1,
            score.figures + (self.figure == asked.faulty),
            score.faults + (self.fault == asked.right),
        )

    def beside(self) -> None:
        """The person who had the fault, without and with it."""
        if self.round is not None and self.stage == TOLD:
            self._session.try_out(self.round.beside)

    def finish(self) -> None:
        """Enough for today."""
        self.stage = ENDED
        self.changed.emit()

    def _next(self) -> None:
        """Another round, as soon as it is made."""
        self.round = self.work.take()
        self.figure = self.fault = None
        self.stage = WAITS if self.round is None else WHICH
        self.work.prepare()
        self.changed.emit()
        if self.round is not None:
            self._session.try_out(replace(self.round.plan))

    def on_made(self) -> None:
        """A round is there for whoever waits for it, or it is known why there is none."""
        if self.leads and self.stage == WAITS:
            if self.work.problem:
                self.changed.emit()
            else:
                self._next()
