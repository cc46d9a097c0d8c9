"""Small lessons with recall cards, for tests of the deck."""

from __future__ import annotations

from hinge_tutor.lessons.lesson import Card, Lesson
from hinge_tutor.lessons.readings import Readings

# What is said of cards on the day they are first heard of.
FIRST = (
    "Cards ask again what a lesson taught: the day after you finish it, three days later, "
    "then every week."
)
TOMORROW = (
    "Next cards tomorrow. They ask again what a lesson taught: the day after it, three days later, "
    "then every week."
)


def lesson(id_: str, *cards: str) -> Lesson:
    """A lesson with nothing but cards."""
    made = tuple(Card(card, f"{card}?", f"{card}.", "step") for card in cards)
    return Lesson(id_, 1, id_.title(), 5, "hip-hinge", "", (), (), f"{id_}.md", cards=made)


def course(**cards: str) -> Readings:
    """A course: for each lesson the letters that name its cards."""
    return Readings.of([lesson(id_, *letters) for id_, letters in cards.items()])
