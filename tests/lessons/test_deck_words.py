"""The deck says how many cards are left and when the next ones come."""

from __future__ import annotations

from datetime import date

import pytest

from hinge_tutor.lessons.deck_words import counted, next_in_words
from hinge_tutor.lessons.words import words
from tests.lessons.decks import FIRST, TOMORROW

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, FIRST),
        (date(2026, 3, 3), TOMORROW),
        (date(2026, 3, 4), "Next cards on Wednesday."),
        (date(2026, 3, 5), "Next cards on Thursday."),
        (date(2026, 3, 8), "Next cards on Sunday."),
        (date(2026, 3, 9), "Next cards in a week."),
    ],
)
def test_the_next_cards_are_told_by_the_day(day: date | None, said: str) -> None:
    assert next_in_words(day, MONDAY, words()) == said


def test_one_card_has_a_sentence_of_its_own() -> None:
    assert counted("left", 1, words()) == "The last card"
    assert counted("left", 2, words()) == "2 cards left"
