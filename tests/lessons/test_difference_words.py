"""The program says what figures differ in, and what of it is seen."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.difference import Consequence
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons.difference_words import caption, sight_in_words, told
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.take import Load


def figure(movement: str, specification: str = "default", **faults: float) -> Repetition:
    shares = {name.replace("_", "-"): share for name, share in faults.items()}
    return perform(movement, body(specification), faults=shares)


def test_one_difference_is_named_with_what_follows() -> None:
    said = told((figure("hip-hinge"), figure("squat")), words())
    first, second = said.split(". ")
    assert first == "The only difference: the movement, “Squat” instead of “Hip hinge”"
    assert second.startswith("So the hips drop ")
    assert second.endswith(" less far forward.")


def test_a_fault_is_named_by_what_it_sets() -> None:
    said = told((figure("hip-hinge"), figure("hip-hinge", squatty_hinge=1.0)), words())
    assert said.startswith(
        "The only difference: the knees bend 75° instead of 21° (“Squatty hinge”"
    )
    assert "knees" not in said.partition("So ")[2]


def test_a_fault_that_shows_elsewhere_names_the_phase() -> None:
    said = told((figure("hip-hinge"), figure("hip-hinge", leaning_back=1.0)), words())
    assert "So in “Stand tall” " in said


def test_what_nobody_sees_is_said_to_be_unseen() -> None:
    said = told((figure("hip-hinge"), figure("hip-hinge", no_brace=1.0)), words())
    assert said.startswith(
        "The only difference: how much of the brace is kept (“No brace”, 100\u00a0%"
    )
    assert said.endswith(words().difference("unseen"))


def test_several_differences_stand_beside_each_other() -> None:
    loaded = perform("hip-hinge", body("femur=+8%"), load=Load(20.0))
    said = told((figure("hip-hinge"), loaded), words())
    assert said.startswith(
        "Differences: how much longer than usual the thighs are, 8\u00a0% instead of 0\u00a0%; "
        "the load, 20\u00a0kg in the hands instead of no load."
    )


def test_the_same_figure_twice_differs_in_nothing() -> None:
    hinge = figure("hip-hinge")
    assert told((hinge, hinge), words()) == "Nothing differs."


def test_of_more_than_two_figures_the_names_of_what_differs_are_told() -> None:
    three = (figure("hip-hinge"), figure("squat"), figure("forward-bend"))
    assert told(three, words()) == "The only difference: the movement."


@pytest.mark.parametrize(
    "other",
    [
        figure("squat"),
        figure("hip-hinge", squatty_hinge=1.0),
        figure("hip-hinge", leaning_back=1.0),
        figure("hip-hinge", no_brace=1.0, rounded_back=0.6),
        figure("hip-hinge", "femur=+8%,torso=-7%,height=1.6"),
        figure("hip-hinge"),
    ],
    ids=lambda other: other.take.movement.id,
)
def test_a_caption_tells_as_much_as_there_is_room_for(other: Repetition) -> None:
    both = (figure("hip-hinge"), other)
    said = caption(both, words(), 120)
    assert 0 < len(said) <= 120
    assert said.endswith(".")
    assert "{" not in said
    # With room for all of it, all of it is told.
    assert caption(both, words(), 10_000) == told(both, words())


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_figures_differ_from_nobody(count: int) -> None:
    assert told((figure("hip-hinge"),) * count, words()) == ""


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Consequence("hip_down", 4.0, 18.2), "the hips drop 14\u00a0cm more"),
        (Consequence("hip_back", 23.0, 14.0), "the hips travel 9\u00a0cm less far back"),
        (Consequence("knee", 20.0, -0.2), "the knees bend 0° instead of 20°"),
        (Consequence("neck", -12.0, -45.0), "the neck bends 33° further back"),
        (Consequence("lower_back", 48.0, 15.0), "the lower back rounds 33° less"),
        (Consequence("upper_back", 3.0, -9.0), "the upper back bends 12° further back"),
    ],
)
def test_a_sight_is_told_in_its_own_words(found: Consequence, said: str) -> None:
    assert sight_in_words(found, words()) == said
