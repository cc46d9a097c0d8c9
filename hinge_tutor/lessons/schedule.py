"""When a recall card is asked again: one, three and seven days, by the calendar where one is.

A card of a finished lesson is first due the day after. Known, it goes on to the next box: three
days, then seven. There it stays and comes back every seven days: what keeps something is to recall
it once more, after some nights and with some effort (spaced retrieval, g ≈ .74, Latimier 2021). A
card that left the deck would begin to be forgotten on that day, and a course of some dozen cards
asks for a few of them a day. What was not known goes back to the first box and is due tomorrow; in
the same sitting it is asked again at the end, which no longer counts: who has just read the answer
recalls nothing.

A clock that was set back does no harm: no card waits longer than its box says, a day for travelers
aside; one that would was put back under another clock and is due now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hinge_tutor.lessons.lesson import Card, Lesson
from hinge_tutor.lessons.progress import Progress
from hinge_tutor.lessons.readings import Readings

# Days until a card of each box is due again.
INTERVALS_DAYS = (1, 3, 7)
FIRST_BOX = 1
TRAVEL_DAYS = 1


@dataclass(frozen=True)
class Due:
    """A card and the lesson that it belongs to: a card's id is its lesson's own."""

    lesson: Lesson
    card: Card

    @property
    def key(self) -> tuple[str, str]:
        return self.lesson.id, self.card.id


def put_back(box: int, knew: bool, today: date) -> tuple[int, date]:
    """The box a card goes into, and the day it is due, after it was asked from `box`."""
    box = min(box + 1, len(INTERVALS_DAYS)) if knew else FIRST_BOX
    return box, today + timedelta(days=INTERVALS_DAYS[box - 1])


def box_of(progress: Progress, lesson: str, card: str) -> int:
    """The box a card is in; one that was never asked waits in the first."""
    put = progress.of(lesson).cards.get(card)
    return FIRST_BOX if put is None else min(put.box, len(INTERVALS_DAYS))


def due(progress: Progress, lessons: Readings, today: date) -> tuple[Due, ...]:
    """Every card to be asked today, lessons mixed; the order hangs on the day and the cards."""
    found = [each for each, day in _all(progress, lessons, today) if day <= today]
    return _mixed(sorted(found, key=lambda each: _lot(each, today)))


def next_day(progress: Progress, lessons: Readings, today: date) -> date | None:
    """The next day after today on which a card is due; None where no lesson has any."""
    days = [day for _, day in _all(progress, lessons, today) if day > today]
    return min(days, default=None)


def _all(progress: Progress, lessons: Readings, today: date) -> Iterator[tuple[Due, date]]:
    """Every card of a finished lesson with its day; only such lessons are read."""
    for place, id_ in enumerate(lessons.ids):
        done = progress.of(id_)
        if done.finished is None:
            continue
        lesson = lessons[place]
        for card in lesson.cards:
            box, put = box_of(progress, id_, card.id), done.cards.get(card.id)
            wait = timedelta(days=INTERVALS_DAYS[box - 1])
            day = done.finished + wait if put is None else put.due
            if day - today > wait + timedelta(days=TRAVEL_DAYS):
                day = today
            yield Due(lesson, card), day


def _lot(each: Due, today: date) -> bytes:
    """Something that orders cards otherwise on every day, and the same on one day."""
    return hashlib.sha256("\n".join((today.isoformat(), *each.key)).encode()).digest()


def _mixed(drawn: Sequence[Due]) -> tuple[Due, ...]:
    """The cards as drawn, but two of one lesson after each other only where no others are left.

    The next one is of the lesson with the most cards left, so that they do not gather at the end.
    """
    waiting: dict[str, list[Due]] = {}
    for each in drawn:
        waiting.setdefault(each.lesson.id, []).append(each)
    mixed: list[Due] = []
    while waiting:
        last = mixed[-1].lesson.id if mixed else ""
        others = [id_ for id_ in waiting if id_ != last] or list(waiting)
        id_ = max(others, key=lambda id_: len(waiting[id_]))
        mixed.append(waiting[id_].pop(0))
        if not waiting[id_]:
            del waiting[id_]
    return tuple(mixed)
