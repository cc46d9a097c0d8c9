"""What a body cannot do is said in words beside it."""

from __future__ import annotations

from hinge_tutor.app.limit_words import limits_in_words
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.take import Load


def test_nothing_is_said_of_what_can_be_done() -> None:
    assert limits_in_words(perform("hip-hinge", body("default")), words()) == ""
    light = perform("hip-hinge", body("default"), load=Load(10.0))
    assert limits_in_words(light, words()) == ""


def test_a_load_that_is_too_heavy_is_called_so() -> None:
    heavy = perform("hip-hinge", body("default"), load=Load(300.0))
    assert "Too heavy for this body" in limits_in_words(heavy, words())


def test_a_pose_out_of_reach_and_a_load_too_heavy_are_both_said() -> None:
    both = perform("squat", body("ankle=10,strength=20%"), load=Load(5.0))
    said = limits_in_words(both, words())
    assert both.take.reason is not None
    assert said.startswith(words().reason(both.take.reason))
    assert "Too heavy for this body" in said
