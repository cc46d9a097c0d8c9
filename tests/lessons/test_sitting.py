"""A sitting asks every card, and once more those that were not known."""

from __future__ import annotations

import pytest

from hinge_tutor.lessons.schedule import Due
from hinge_tutor.lessons.sitting import Sitting
from tests.lessons.decks import lesson

LESSON = lesson("hinge", *"abc")


def sitting() -> Sitting:
    return Sitting(tuple(Due(LESSON, card) for card in LESSON.cards))


# What is answered card by card: known, not yet, or only gone on; and which cards are asked.
RUNS = {
    "all known": ("kkk", "abc"),
    "one not yet": ("knkk", "abcb"),
    "one not yet, and not yet again": ("nkknk", "abcaa"),
    "only gone on": ("pppppp", "abcabc"),
    "gone on, then not yet": ("pkknp", "abcaa"),
}


@pytest.mark.parametrize(("answers", "cards"), RUNS.values(), ids=RUNS.keys())
def test_what_is_asked_hangs_on_what_was_known(answers: str, cards: str) -> None:
    now, asked = sitting(), ""
    for answer in answers:
        assert now.card is not None
        asked += now.card.card.id
        assert now.repeats == (asked.count(now.card.card.id) > 1)
        now = now.passed() if answer == "p" else now.answered(answer == "k")
    assert asked == cards
    assert now.card is None


def test_after_the_end_nothing_comes() -> None:
    assert Sitting(()).answered(False) == Sitting(()).passed() == Sitting(())
    assert not Sitting(()).repeats
