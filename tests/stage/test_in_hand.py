"""While somebody drags, the stage keeps its room and texts stand for the moment alone."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons.words import words
from hinge_tutor.stage import scene
from hinge_tutor.stage.actors import needed
from hinge_tutor.stage.options import LAYERS, Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.shapes import Label

NAMES = Options(frozenset({"muscles", "labels"}))
IN_HAND = Options(NAMES.layers, in_hand=True)
# What floating point adds to a box, mm.
HAIR_MM = 1e-6


@pytest.fixture(scope="module")
def three() -> tuple[Repetition, ...]:
    return tuple(perform(name, body("default")) for name in ("hip-hinge", "squat", "forward-bend"))


def texts(picture: Picture) -> list[Label]:
    return [shape for shape in picture.shapes if isinstance(shape, Label)]


@pytest.mark.parametrize("t", [0.0, 0.3, 0.55, 0.8, 1.0])
def test_in_hand_the_same_muscles_are_named_and_no_two_names_collide(
    three: tuple[Repetition, ...], t: float
) -> None:
    plan = Plan(1280, 720, words())
    settled, held = (scene.picture(three, plan, options, t) for options in (NAMES, IN_HAND))
    assert {label.name for label in texts(held)} >= {label.name for label in texts(settled)}
    boxes = [label.box for label in texts(held) if label.layer == "labels"]
    for number, (left, bottom, right, top) in enumerate(boxes):
        for x, y, r, u in boxes[:number]:
            apart = left >= r - HAIR_MM or x >= right - HAIR_MM
            assert apart or bottom >= u - HAIR_MM or y >= top - HAIR_MM


def test_in_hand_every_layer_can_be_drawn_at_both_ends(three: tuple[Repetition, ...]) -> None:
    options = Options(frozenset(LAYERS), in_hand=True)
    plan = Plan(1024, 640, words())
    assert all(scene.picture(three, plan, options, t).shapes for t in (0.0, 1.0))


def test_room_that_is_kept_keeps_the_scale_for_a_smaller_body() -> None:
    tall = [perform("hip-hinge", body("height=1.90"))]
    small = [perform("hip-hinge", body("height=1.50"))]
    room = needed(tall)
    free, kept = Plan(800, 600, words()), Plan(800, 600, words(), room=room)

    def wide(plan: Plan, cast: list[Repetition]) -> float:
        return scene.picture(cast, plan, NAMES, 0.5).width

    # A picture's width in mm is what a window shows of the world.
    assert wide(kept, small) == pytest.approx(wide(free, tall))
    assert wide(free, small) < wide(kept, small)
