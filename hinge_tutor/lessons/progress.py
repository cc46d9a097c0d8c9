"""What somebody has done of the course, and how what two windows know of it becomes one.

`merge` is commutative, associative and idempotent: sets are united, of two stamped values one
always wins over the other, and counters are kept apart for each run that counts. So in whatever
order and however often windows and files are merged, the same comes out, and nothing that one of
them knows is lost. Only forgetting everything wins over all that was known before it.

Steps and builds are numbers that count from 1: their names are words, which each language has for
itself. Stamps are milliseconds since 1970. Days are calendar days where the learner is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from hinge_tutor.lessons.lesson import Lesson

# A build of a lesson: its step and itself.
Where = tuple[int, int]
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, order=True)
class Place:
    """A place in the course; steps and builds count from 1."""

    lesson: str = ""
    step: int = 1
    build: int = 1

    def valid(self) -> bool:
        """Whether it can be a place at all."""
        return self.step >= 1 and self.build >= 1


@dataclass(frozen=True, order=True)
class Answer:
    """The first answer that was given to a question."""

    at_ms: int
    right: bool


@dataclass(frozen=True, order=True)
class Recalled:
    """A recall card as it was put back last: its box, counting from 1, and the day it is due."""

    at_ms: int
    box: int
    due: date


@dataclass(frozen=True, order=True)
class Tally:
    """How many rounds of the clinic were played in one run of the program, and how many right."""

    rounds: int = 0
    right: int = 0


@dataclass(frozen=True)
class LessonProgress:
    """What was done of one lesson; `cards` are the states of its recall cards by their ids."""

    seen: frozenset[Where] = frozenset()
    finished: date | None = None
    answers: Mapping[Where, Answer] = field(default_factory=dict)
    cards: Mapping[str, Recalled] = field(default_factory=dict)


NOTHING = LessonProgress()


@dataclass(frozen=True)
class Progress:
    """What was done of the course; `forgotten` counts how often all of it was forgotten.

    `placed_ms` is the stamp of the place, `lessons` go by their ids, `clinic` by the run that
    counted.
    """

    place: Place = Place()
    placed_ms: int = 0
    lessons: Mapping[str, LessonProgress] = field(default_factory=dict)
    clinic: Mapping[str, Tally] = field(default_factory=dict)
    forgotten: int = 0

    def of(self, lesson: str) -> LessonProgress:
        """What was done of a lesson."""
        return self.lessons.get(lesson, NOTHING)

    @property
    def rounds(self) -> Tally:
        """All rounds of the clinic together."""
        tallies = self.clinic.values()
        return Tally(sum(each.rounds for each in tallies), sum(each.right for each in tallies))

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    def at(self, place: Place, now_ms: int) -> Progress:
        """Somebody went to a place. A clock that was set back cannot make that the older one."""
        if place == self.place:
            return self
        return replace(self, place=place, placed_ms=max(now_ms, self.placed_ms + 1))

    def with_seen(self, lesson: str, step: int, build: int) -> Progress:
        """A build was seen."""
        done = self.of(lesson)
        return self._with(lesson, replace(done, seen=done.seen | {(step, build)}))

    def with_finished(self, lesson: str, today: date) -> Progress:
        """A lesson was finished; the first time counts."""
        done = self.of(lesson)
        return self._with(lesson, replace(done, finished=done.finished or today))

    def with_answer(self, lesson: str, step: int, build: int, right: bool, now_ms: int) -> Progress:
        """A question was answered, which the build `build` asks; the first answer counts."""
        done, where = self.of(lesson), (step, build)
        if where in done.answers:
            return self
        given = Answer(now_ms, right)
        return self._with(lesson, replace(done, answers={**done.answers, where: given}))

    def with_card(self, lesson: str, card: str, box: int, due: date, now_ms: int) -> Progress:
        """A recall card was put into a box."""
        done = self.of(lesson)
        before = done.cards.get(card)
        stamp = now_ms if before is None else max(now_ms, before.at_ms + 1)
        put = Recalled(stamp, box, due)
        return self._with(lesson, replace(done, cards={**done.cards, card: put}))

    def with_round(self, run: str, right: bool) -> Progress:
        """A round of the clinic was played in a run of the program."""
        before = self.clinic.get(run, Tally())
        now = Tally(before.rounds + 1, before.right + right)
        return replace(self, clinic={**self.clinic, run: now})

    def forget(self) -> Progress:
        """Nothing was done, and no other window may say otherwise."""
        return Progress(forgotten=self.forgotten + 1)

    def _with(self, lesson: str, done: LessonProgress) -> Progress:
        return replace(self, lessons={**self.lessons, lesson: done})


def merge(one: Progress, other: Progress) -> Progress:
    """What both know together; the place is the one that was gone to later."""
    if one.forgotten != other.forgotten:
        return max(one, other, key=lambda each: each.forgotten)
    placed_ms, place = max((each.placed_ms, each.place) for each in (one, other))
    return Progress(
        place=place,
        placed_ms=placed_ms,
        lessons=_united(one.lessons, other.lessons, _merged),
        clinic=_united(one.clinic, other.clinic, max),
        forgotten=one.forgotten,
    )


def _merged(one: LessonProgress, other: LessonProgress) -> LessonProgress:
    days = [each.finished for each in (one, other) if each.finished is not None]
    return LessonProgress(
        seen=one.seen | other.seen,
        finished=min(days, default=None),
        answers=_united(one.answers, other.answers, min),
        cards=_united(one.cards, other.cards, max),
    )


def _united(
    one: Mapping[Key, Value], other: Mapping[Key, Value], both: Callable[[Value, Value], Value]
) -> dict[Key, Value]:
    """What stands in either; `both` makes one value of the two where it stands in both."""
    found = {**one, **other}
    return {
        key: both(one[key], other[key]) if key in one and key in other else value
        for key, value in found.items()
    }


def builds_seen(progress: Progress, lesson: Lesson) -> int:
    """How many of a lesson's builds were seen; it may have lost some since it was rewritten."""
    builds = {
        (at_step, at_build)
        for at_step, step in enumerate(lesson.steps, start=1)
        for at_build in range(1, len(step.builds) + 1)
    }
    return len(builds & progress.of(lesson.id).seen)
