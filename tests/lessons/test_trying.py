"""Figures that somebody makes up stay figures that can be written, read and solved."""

from __future__ import annotations

import pytest

from hinge_tutor.body.specification import presets
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.scene_text import MOST_FIGURES, parse_scene, write_scene
from hinge_tutor.lessons.trying import (
    Scene,
    added,
    doing,
    faults_of,
    placed,
    places,
    removed,
    specified,
    with_body,
    with_entry,
    with_fault,
    with_load,
    with_sex,
    with_tempo,
)
from hinge_tutor.motion.movement import load_movement, movements

HINGE = Cast("hip-hinge", "hip-hinge")


def read_again(cast: Cast) -> Cast:
    """A figure as its text is read, under its own name."""
    (found,) = parse_scene(write_scene((cast,))).movements
    return Cast(cast.name, *(getattr(found, name) for name in list(vars(found))[1:]))


def test_figures_are_added_up_to_three_and_have_names_of_their_own() -> None:
    scene: Scene = (HINGE,)
    for _ in range(5):
        scene = added(scene, scene[-1])
    assert len(scene) == MOST_FIGURES
    assert len({cast.name for cast in scene}) == MOST_FIGURES
    assert [cast.movement for cast in scene] == ["hip-hinge"] * MOST_FIGURES


def test_a_name_that_was_given_is_not_given_again() -> None:
    scene = added(added((HINGE,), HINGE), HINGE)
    again = added(removed(scene, 1), HINGE)
    assert len({cast.name for cast in again}) == 3


def test_the_last_figure_stays() -> None:
    assert removed((HINGE,), 0) == (HINGE,)
    assert removed(added((HINGE,), Cast("x", "squat")), 0)[0].movement == "squat"


def test_a_figure_takes_the_place_of_another() -> None:
    squat = Cast("squat", "squat")
    assert placed((HINGE, HINGE, HINGE), 1, squat) == (HINGE, squat, HINGE)


def test_another_movement_keeps_what_it_can_have() -> None:
    set_ = Cast(
        "one",
        "hip-hinge",
        "tall",
        20.0,
        load_at="back",
        faults=(("rounded-back", 0.6), ("squatty-hinge", 0.3)),
        tempo=(5.0, 1.0, 1.0, 1.0),
        depth=0.8,
    )
    lifting = doing(set_, "deadlift")
    assert (lifting.body, lifting.load_kg, lifting.load_at) == ("tall", 20.0, "back")
    assert lifting.faults == (("rounded-back", 0.6),)
    assert (lifting.tempo, lifting.depth) == (None, 0.8)
    swinging = doing(set_, "kettlebell-swing")
    assert swinging.load_at == ""


@pytest.mark.parametrize("movement", movements())
def test_every_fault_and_place_that_is_offered_can_be_read(movement: str) -> None:
    cast = doing(HINGE, movement)
    for fault in faults_of(movement):
        assert read_again(with_fault(cast, fault, 0.5)).faults == ((fault, 0.5),)
    for place in places(load_movement(movement)):
        loaded = with_load(cast, 10.0, place)
        assert read_again(loaded) == loaded


@pytest.mark.parametrize("movement", ["hip-hinge", "deadlift", "lunge"])
def test_every_place_that_is_offered_can_be_solved(movement: str) -> None:
    for place in places(load_movement(movement)):
        cast = with_load(doing(HINGE, movement), 10.0, place)
        take = figures(StagePlan((cast,)))[cast.name].take
        assert take.load.at == place


def test_a_fault_at_nothing_is_none() -> None:
    wrong = with_fault(with_fault(HINGE, "craned-neck", 0.4), "rounded-back", 1.0)
    assert wrong.faults == (("rounded-back", 1.0), ("craned-neck", 0.4))
    assert with_fault(wrong, "rounded-back", 0.0).faults == (("craned-neck", 0.4),)


def test_no_load_is_nowhere() -> None:
    assert with_load(HINGE, 0.0, "back").load_at == ""
    assert with_load(HINGE, 0.0).load_kg == 0.0


def test_the_usual_tempo_is_no_setting() -> None:
    own = load_movement("hip-hinge").tempo
    assert with_tempo(HINGE, own).tempo is None
    assert with_tempo(HINGE, (4.0, *own[1:])).tempo == (4.0, *own[1:])


def test_an_entry_of_the_body_is_changed_within_what_bodies_are() -> None:
    tall = with_entry(with_entry(HINGE, "height", 1.9), "femur", 5.0)
    assert tall.body == "height=1.9,femur=5%"
    assert specified(with_entry(HINGE, "height", 99.0)).height_m == 2.2
    assert specified(with_sex(tall, "female")).sex == "female"
    assert with_entry(with_entry(HINGE, "height", 1.9), "height", 1.75).body == "default"


@pytest.mark.parametrize("name", presets())
def test_a_known_body_is_taken_as_it_is(name: str) -> None:
    known = Cast("x", "squat", name)
    again = with_body(HINGE, specified(known))
    one, other = specified(known), specified(again)
    assert (one.sex, one.height_m, one.mass_kg) == (other.sex, other.height_m, other.mass_kg)
    assert (one.femur_percent, one.ankle_deg) == (other.femur_percent, other.ankle_deg)
