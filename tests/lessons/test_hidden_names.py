"""Figures that hide something are called by letters, and later by letters and names."""

from __future__ import annotations

import pytest

from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.hidden_names import PLACES, asks_which, hidden_names, letter, lettered
from hinge_tutor.lessons.lesson import Cast, Choice, Question, StagePlan
from hinge_tutor.lessons.stage_block import MOST_FIGURES
from hinge_tutor.lessons.words import words

RIGHT = Cast("right", "hip-hinge")
ROUND = Cast("round", "hip-hinge", faults=(("rounded-back", 0.6),))


def test_there_is_a_letter_for_every_place_of_the_stage() -> None:
    assert len(PLACES) == MOST_FIGURES
    assert [letter(number, words()) for number in range(MOST_FIGURES)] == ["A", "B", "C"]
    assert lettered(1, words()) == "Figure B"


@pytest.mark.parametrize(
    ("veiled", "short", "wanted"),
    [
        (True, False, ("A", "B")),
        (True, True, ("A", "B")),
        (False, False, ("A · Hip hinge", "B · Hip hinge · rounded back 60\u00a0%")),
        (False, True, ("A · Hinge", "B · Hinge · rounded back 60\u00a0%")),
    ],
)
def test_names_tell_no_more_than_may_be_known(
    veiled: bool, short: bool, wanted: tuple[str, ...]
) -> None:
    shown = tuple(figures(StagePlan((RIGHT, ROUND))).values())
    assert hidden_names(shown, words(), veiled, short) == wanted


@pytest.mark.parametrize(
    ("texts", "figures", "which"),
    [
        (("Figure A", "Figure B"), 2, True),
        (("A", "B", "C"), 3, True),
        (("Figur A, links", "Figur B, rechts"), 2, True),
        (("Figure A", "Figure B"), 3, False),
        (("Figure B", "Figure A"), 2, False),
        (("A long back", "Bent knees"), 2, False),
        (("It rounds", "It leans back"), 2, False),
    ],
)
def test_a_question_asks_which_figure_where_its_choices_are_their_letters(
    texts: tuple[str, ...], figures: int, which: bool
) -> None:
    choices = tuple(Choice(text, number == 0, "") for number, text in enumerate(texts))
    assert asks_which(Question("Which?", choices), figures, words()) is which


def test_one_figure_alone_needs_no_letter() -> None:
    assert StagePlan((RIGHT, ROUND), hidden=True).lettered
    assert not StagePlan((RIGHT,), hidden=True).lettered
    assert not StagePlan((RIGHT, ROUND)).lettered
