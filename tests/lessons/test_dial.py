"""A fault's dial goes by tenths, off and on, and names its figure."""

from __future__ import annotations

import pytest

from hinge_tutor.lessons.dial import Dial, dial_of
from hinge_tutor.lessons.figure_names import dial_in_words, figure_name
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.faults import changed
from hinge_tutor.motion.movement import load_movement

RIGHT = Cast("right", "hip-hinge")
WRONG = Cast("wrong", "hip-hinge", faults=(("rounded-back", 0.6), ("craned-neck", 0.4)))
DIAL = Dial(1, "rounded-back", 0.6, 0.6)


@pytest.mark.parametrize(
    ("cast", "dial"),
    [
        ((RIGHT,), None),
        ((), None),
        ((RIGHT, WRONG), DIAL),
        ((WRONG, RIGHT), Dial(0, "rounded-back", 0.6, 0.6)),
        (
            (RIGHT, Cast("off", "hip-hinge", faults=(("no-brace", 0.0),))),
            Dial(1, "no-brace", 0.0, 1.0),
        ),
    ],
)
def test_the_dial_is_that_of_the_last_figure_with_a_fault(
    cast: tuple[Cast, ...], dial: Dial | None
) -> None:
    assert dial_of(StagePlan(cast)) == dial


@pytest.mark.parametrize(
    ("share", "up", "then"),
    [
        (0.6, True, 0.7),
        (0.6, False, 0.5),
        (0.65, True, 0.7),
        (0.65, False, 0.6),
        (0.3, True, 0.4),
        (1.0, True, 1.0),
        (0.97, True, 1.0),
        (0.0, False, 0.0),
        (0.04, False, 0.0),
    ],
)
def test_one_turn_goes_to_the_next_tenth(share: float, up: bool, then: float) -> None:
    assert Dial(1, "rounded-back", share, share).turned(up).share == pytest.approx(then)


def test_it_goes_off_and_on_again_as_far_as_it_was() -> None:
    off = DIAL.turned(up=True).switched()
    assert off.share == 0.0
    assert off.switched().share == pytest.approx(0.7)


def test_turned_down_to_nothing_it_comes_on_at_the_last_share() -> None:
    low = Dial(1, "rounded-back", 0.1, 0.1).turned(up=False)
    assert low.share == 0.0
    assert low.switched().share == pytest.approx(0.1)


def test_only_its_own_fault_of_its_own_figure_changes() -> None:
    plan = DIAL.turned(up=True).turn(StagePlan((RIGHT, WRONG)))
    assert plan.movements[0] == RIGHT
    assert dict(plan.movements[1].faults) == {
        "rounded-back": pytest.approx(0.7),
        "craned-neck": 0.4,
    }


@pytest.mark.parametrize(
    ("shares", "short", "name"),
    [
        ({}, False, "Hip hinge"),
        ({"rounded-back": 0.0}, False, "Hip hinge"),
        ({"rounded-back": 0.6}, False, "Hip hinge · rounded back 60\u00a0%"),
        ({"rounded-back": 0.6}, True, "Hinge · rounded back 60\u00a0%"),
        (
            {"rounded-back": 0.6, "no-brace": 1.0},
            False,
            "Hip hinge · rounded back 60\u00a0% · no brace 100\u00a0%",
        ),
    ],
)
def test_a_figure_is_named_with_its_faults(
    shares: dict[str, float], short: bool, name: str
) -> None:
    assert figure_name(changed(load_movement("hip-hinge"), shares), words(), short) == name


def test_a_dial_says_what_it_turns() -> None:
    said = dial_in_words(DIAL, words())
    assert said == "Rounded back: 60\u00a0%. The dial turns how much the back rounds."
