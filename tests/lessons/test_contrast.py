"""The program says what two figures differ in, from what the lesson set."""

from __future__ import annotations

import pytest

from hinge_tutor.lessons.contrast import differing, sentence
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.words import words

HINGE, SQUAT = Cast("hip-hinge", "hip-hinge"), Cast("squat", "squat")
LOADED, LONG = Cast("loaded", "hip-hinge", load_kg=20), Cast("long", "hip-hinge", "femur=+8%")


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (HINGE, HINGE, ()),
        (HINGE, SQUAT, ("movement",)),
        (HINGE, LOADED, ("load",)),
        (HINGE, LONG, ("body",)),
        (SQUAT, LOADED, ("movement", "load")),
    ],
)
def test_figures_differ_in_movement_body_or_load(
    one: Cast, other: Cast, names: tuple[str, ...]
) -> None:
    assert differing(one, other) == names


@pytest.mark.parametrize(
    ("cast", "asked", "said"),
    [
        ((HINGE, SQUAT), True, "The only difference: how the body folds."),
        ((HINGE, SQUAT), False, ""),
        ((HINGE,), True, ""),
        ((SQUAT, LOADED), True, "Differences: how the body folds, what the hands hold."),
        ((HINGE, HINGE), True, "Nothing differs."),
    ],
)
def test_the_difference_is_one_sentence(cast: tuple[Cast, ...], asked: bool, said: str) -> None:
    assert sentence(StagePlan(cast, difference=asked), words()) == said
