"""Scenes, moments and sizes are read as they are documented, or refused in one sentence."""

from __future__ import annotations

import re

import pytest

from hinge_tutor.body.specification import BodyError
from hinge_tutor.cli.command import UsageError
from hinge_tutor.cli.scene_text import parse_moment, parse_scene, parse_size
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.movement import UnknownMovement


def test_a_scene_is_figures_with_bodies_and_loads() -> None:
    plan = parse_scene("hip-hinge@femur=+8%,torso=-7%*20 | squat | forward-bend*5", ("muscles",))
    assert [(cast.movement, cast.body, cast.load_kg) for cast in plan.movements] == [
        ("hip-hinge", "femur=+8%,torso=-7%", 20.0),
        ("squat", "default", None),
        ("forward-bend", "default", 5.0),
    ]
    assert plan.layers == ("muscles",)
    assert len({cast.name for cast in plan.movements}) == 3


def test_one_movement_may_stand_there_twice() -> None:
    plan = parse_scene("squat|squat@tall", ())
    assert len({cast.name for cast in plan.movements}) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("hip-hnige", UnknownMovement),
        ("hip-hinge@giant", BodyError),
        ("hip-hinge@", UsageError),
        ("hip-hinge*", UsageError),
        ("hip-hinge*heavy", UsageError),
        ("", UsageError),
        ("squat|", UsageError),
        ("squat|squat|squat|squat", UsageError),
    ],
)
def test_a_wrong_scene_is_refused(text: str, problem: type[Exception]) -> None:
    with pytest.raises(problem) as caught:
        parse_scene(text, ())
    assert "\n" not in str(caught.value)


def test_a_moment_is_a_share_or_a_phase() -> None:
    assert parse_moment("0.25") == 0.25
    assert parse_moment("turn") == "turn"
    for wrong in ("1.5", "nan", "trun", ""):
        with pytest.raises(UsageError):
            parse_moment(wrong)


def test_a_size_is_two_numbers_of_pixels() -> None:
    assert parse_size("1600x1000") == (1600, 1000)
    for wrong in ("1600", "x", "0x10", "1e9x1e9", "640.5x480", "axb"):
        with pytest.raises(UsageError):
            parse_size(wrong)


def test_a_scene_says_faults_with_their_percentages() -> None:
    plan = parse_scene("hip-hinge+rounded-back=60+leaning-back@tall*20|squat+heels-up", ())
    first, second = plan.movements
    assert first.faults == (("rounded-back", 0.6), ("leaning-back", 1.0))
    assert (first.movement, first.body, first.load_kg) == ("hip-hinge", "tall", 20.0)
    assert second.faults == (("heels-up", 1.0),)


def test_a_load_may_have_a_place_of_its_own() -> None:
    held, high = parse_scene("squat*20|squat@tall*30:back", ()).movements
    assert (held.load_kg, held.load_at) == (20.0, "")
    assert (high.load_kg, high.load_at, high.body) == (30.0, "back", "tall")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("squat*20:", "not of the form"),
        ("squat*:back", "not of the form"),
        ("squat*20:bakc", 'did you mean "back"?'),
        ("hip-hinge+", "not of the form"),
        ("hip-hinge++", "not of the form"),
        ("hip-hinge+rounded-back+", "not of the form"),
        ("hip-hinge+roundet-back", 'did you mean "rounded-back"?'),
        ("hip-hinge+rounded-back=much", "a percentage from 0 to 100"),
        ("hip-hinge+rounded-back=nan", "a percentage from 0 to 100"),
        ("hip-hinge+rounded-back=101", "a percentage from 0 to 100"),
        ("hip-hinge+rounded-back+rounded-back=3", "given twice"),
        ("hip-hinge+heels-up", "does not belong to hip-hinge; it is of: squat"),
    ],
)
def test_a_fault_that_cannot_be_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises((UsageError, FaultError), match=re.escape(said)):
        parse_scene(text, ())
