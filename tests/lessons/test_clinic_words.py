"""What the fault clinic asks and says of a round."""

from __future__ import annotations

import pytest

from hinge_tutor.lessons.clinic import Round
from hinge_tutor.lessons.clinic_words import (
    ended_in_words,
    faults_told,
    figures_told,
    repair_told,
)
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.words import words

ROUND = Round(
    (
        Cast("a", "hip-hinge"),
        Cast("b", "hip-hinge", faults=(("knees-first", 0.8),)),
        Cast("c", "hip-hinge"),
    ),
    1,
    "knees-first",
    ("craned-neck", "leaning-back", "knees-first"),
)
OTHER = "The neck bends back to let the eyes look ahead."
SIGHT = "The knees bend while the hips still wait."


def test_the_figures_are_the_choices() -> None:
    asked = figures_told(ROUND, None, False, words())
    assert asked.choices == ("Figure A", "Figure B", "Figure C")
    assert (asked.right, asked.reason) == (1, "")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [(1, "Yes. It is figure B."), (0, "It is figure B."), (None, "It is figure B.")],
)
def test_only_who_chose_the_figure_hears_a_yes(chosen: int | None, said: str) -> None:
    assert figures_told(ROUND, chosen, True, words()).reason == said


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (2, f"Yes. {SIGHT}"),
        (None, SIGHT),
        (0, f"“Craned neck” looks like this: {OTHER} Here: {SIGHT}"),
    ],
)
def test_another_fault_is_told_by_what_it_would_look_like(chosen: int | None, said: str) -> None:
    asked = faults_told(ROUND, chosen, True, words())
    assert asked.prompt == "What does figure B do otherwise?"
    assert asked.choices == ("Craned neck", "Leaning back", "Knees first")
    assert asked.reason == said
    assert faults_told(ROUND, chosen, False, words()).reason == ""


def test_the_cue_that_repairs_it_comes_with_what_follows_from_it() -> None:
    assert repair_told(ROUND, words()) == (
        "Knees and hips come forward before the hips go back. What repairs it: Close a drawer "
        "behind you with your hips before anything else moves."
    )


def test_a_sitting_ends_kindly_also_where_nothing_was_done() -> None:
    values = {"number": 3, "rounds": 3, "figures": 2, "faults": 1}
    assert ended_in_words(3, values, words()).startswith(
        "Figures found: 2 of 3. Faults named: 1 of 3."
    )
    assert ended_in_words(0, {**values, "rounds": 0}, words()) == "Come back whenever you like."
