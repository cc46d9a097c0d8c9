"""Path, distance and lever of what is carried: plane geometry by hand, then a take's points."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.angles import from_upright
from hinge_tutor.coaching.carrying import apart, carrying, path_width
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load


@pytest.mark.parametrize(
    ("point", "distance"),
    [
        ((0.3, 0.5), 0.3),  # beside the middle of an upright leg of 1 m
        ((0.3, 1.4), 0.5),  # .3 ahead of its end and .4 above it
        ((-0.3, -0.4), 0.5),
    ],
)
def test_the_distance_to_a_leg_ends_with_the_leg(
    point: tuple[float, float], distance: float
) -> None:
    hip, knee = np.array([[0.0, 1.0]]), np.array([[0.0, 0.0]])
    assert apart(np.array([point]), hip, knee) == pytest.approx([distance])


def test_an_arm_that_points_forward_and_down_is_at_45_degrees() -> None:
    shoulder, hand = np.array([0.0, 1.5]), np.array([0.5, 1.0])
    assert from_upright(shoulder - hand, -1) == pytest.approx(45.0)


def test_of_empty_hands_only_their_place_is_told() -> None:
    take = still(body(), {})
    found = carrying(take)
    assert found.keys() == {"hand_to_leg_cm", "hand_lever_cm"}
    ahead = take.pose.point("hand_near")[0, 0] - take.pose.point("l5s1")[0, 0]
    assert found["hand_lever_cm"] == pytest.approx([100 * ahead])


def test_the_lever_is_from_the_lowest_disc_to_the_load() -> None:
    take = still(body(), {"hip_flexion": 1.0}, load=Load(20.0, "back"))
    bar = take.pose.point("bar_high")[0, 0] - take.pose.point("l5s1")[0, 0]
    found = carrying(take)
    assert found["load_lever_cm"] == pytest.approx([100 * bar])
    assert "load_path_cm" not in found


def test_a_path_is_as_wide_as_its_ends_are_apart() -> None:
    take = solve(load_movement("hip-hinge"), body(), load=Load(20.0))
    found = carrying(take)
    x = take.pose.point("hand_near")[:, 0]
    assert path_width(found)["load_path_width_cm"] == pytest.approx(100 * (x.max() - x.min()))
    assert math.isclose(found["load_path_cm"][0], 0.0)
    assert path_width(carrying(still(body(), {}))) == {}
