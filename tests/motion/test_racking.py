"""A bar on the back or the front takes the hands, in every pose and for every body."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.racking import racked
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load

SQUAT = load_movement("squat")
BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")


@pytest.mark.parametrize(
    "load", [Load(0.0, "back"), Load(20.0, "hands"), Load(0.0, "front"), Load(20.0, "plate")]
)
def test_arms_stay_where_nothing_has_to_be_held_on_the_trunk(load: Load) -> None:
    assert racked(SQUAT, load) is SQUAT


def test_a_movement_that_says_nothing_of_it_is_the_same() -> None:
    lunge = load_movement("lunge")
    assert racked(lunge, Load(20.0, "back")) is lunge
    assert racked(lunge, Load(20.0, "front")) is lunge


@pytest.mark.parametrize("specification", BODIES)
@pytest.mark.parametrize("at", ["back", "low_back"])
def test_everybody_squats_with_a_bar_on_the_back_and_the_hands_at_the_shoulders(
    specification: str, at: str
) -> None:
    take = solve(SQUAT, body(specification), load=Load(10.0, at))
    assert take.status == "ok"
    hands = take.pose.point("hand_near") - take.pose.point("shoulder_near")
    # Bent arms: nowhere farther from the shoulder than half of one.
    arm_m = sum(take.body.lengths_m[part] for part in ("upper_arm", "forearm"))
    assert np.hypot(*hands.T).max() < arm_m / 2


@pytest.mark.parametrize("specification", BODIES)
def test_everybody_squats_with_a_bar_on_the_front_and_the_elbows_ahead(specification: str) -> None:
    take = solve(SQUAT, body(specification), load=Load(10.0, "front"))
    assert take.status == "ok"
    hands = take.pose.point("hand_near") - take.pose.point("bar_front")
    # An elbow bends 150 degrees at most, so that a flat arm ends some way before the bar.
    assert np.hypot(*hands.T).max() < sum(take.body.lengths_m[p] for p in ("upper_arm", "hand"))
    trunk = np.exp(1j * take.pose.angle("upper_thorax"))
    elbow = (take.pose.point("elbow_near") - take.pose.point("shoulder_near")) @ (1.0, 1.0j)
    assert ((elbow / trunk).real > 0.8 * take.body.lengths_m["upper_arm"]).all()


def test_with_a_hand_height_the_arms_reach_for_it() -> None:
    take = solve(SQUAT, body("default"), load=Load(10.0, "back"), hand_height_m=0.6)
    assert take.status == "ok"
    assert take.at(take.turn_s).point("hand_near")[1] == pytest.approx(0.6, abs=1e-6)
