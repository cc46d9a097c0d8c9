"""A dragged joint: the body follows, stands, keeps its limits, and never leaps."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.bending import bend, joints, range_of
from hinge_tutor.motion.dragging import MOST_TURN, THERE_M, Drag, grasp
from hinge_tutor.motion.handles import HANDLES, handles
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.posing import Ground, ground
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take, common_center
from hinge_tutor.motion.unknowns import absolute_row

CONTACT_M = 1e-6
LIMIT_RAD = 1e-5
# What a joint may turn more than is asked: rounding, and the pelvis, which is no joint.
HAIR_RAD = 1e-6
# At the end of its reach a place may be given up by as much (m) for joints that then cost less.
GIVEN_BACK_M = 5e-3
BODIES = ("default", "default-woman", "long-thighed", "small", "tall", "stiff")
# A moment of every kind of ground: standing, folded, split, on one leg at a wall, on hands and
# knees with a band, on a bench, with a bar on the back and in the hands.
MOMENTS = (
    ("hip-hinge", "set_up"),
    ("hip-hinge", "turn"),
    ("squat", "descent"),
    ("forward-bend", "turn"),
    ("good-morning", "descent"),
    ("deadlift", "pull"),
    ("lunge", "descent"),
    ("leg-swing", "descent"),
    ("hip-distraction", "turn"),
    ("leg-curl", "descent"),
)
WAYS = tuple(complex(math.cos(a), math.sin(a)) for a in np.arange(8) * math.pi / 4)


@cache
def take(movement: str, person: str) -> Take:
    return solve(load_movement(movement), body(person))


def there(movement: str, phase: str, person: str = "default") -> tuple[Ground, np.ndarray]:
    one = take(movement, person)
    time_s = next(span.to_s for span in one.spans if span.phase == phase)
    return ground(one, phase), one.at(time_s).q


def stands(drag: Drag) -> None:
    """Every contact in its place, the weight over what carries, every limit kept."""
    place, q = drag.place, drag.q
    assert np.isfinite(q).all()
    pose = Pose(place.take.body, q)
    for foot in place.footings:
        for name, axis, value in foot.held():
            assert abs(pose.point(name)["xy".index(axis)] - value) < CONTACT_M, name
    low, high = place.base_x_m
    assert low - CONTACT_M <= place.weight_x(q) <= high + CONTACT_M
    for bound in place.take.body.limits.bounds:
        value = sum(w * q[place.take.body.index(name)] for name, w in bound.terms.items())
        assert value <= bound.limit + LIMIT_RAD, bound.name


@pytest.mark.parametrize(
    "person", [BODIES[0], *(pytest.param(each, marks=pytest.mark.slow) for each in BODIES[1:])]
)
@pytest.mark.parametrize(("movement", "phase"), MOMENTS)
def test_wherever_a_joint_is_dragged_the_body_stands_and_follows_without_a_leap(
    movement: str, phase: str, person: str
) -> None:
    place, q = there(movement, phase, person)
    found = handles(place)
    assert found
    for number, name in enumerate(found):
        start = grasp(place, q, name)
        # Each handle another two ways: one within reach, one as far as nobody gets.
        for turn, far in ((number, 0.06), (number + 3, 1.5)):
            drag, way = start, WAYS[turn % len(WAYS)]
            for share in (0.25, 0.5, 0.75, 1.0):
                to = complex(*start.at_m) + share * far * way
                moved = drag.to(to.real, to.imag)
                stands(moved)
                joints = np.abs(moved.u - drag.u)[3:]
                assert joints.max() <= MOST_TURN + HAIR_RAD
                missed = [abs(complex(*each.at_m) - to) for each in (drag, moved)]
                assert missed[1] <= missed[0] + GIVEN_BACK_M
                drag = moved


@pytest.mark.parametrize("name", [handle.name for handle in HANDLES if handle.name != "ankle"])
def test_a_place_within_reach_is_reached(name: str) -> None:
    place, q = there("squat", "descent")
    if name not in handles(place):
        assert name == "toes"
        return
    start = grasp(place, q, name)
    x, y = start.at_m
    # Up and back is where every joint of a squat can go, a knee only around its ankle.
    to = (x - 0.02, y + (0.0 if name == "knee" else 0.02))
    ended = start.settled(*to)
    # The knee's way is an arc: a centimeter and more to the side of what was asked.
    assert math.dist(ended.at_m, to) < (0.015 if name == "knee" else 2 * THERE_M)
    stands(ended)


@pytest.mark.parametrize("name", ["hip", "shoulder", "hand", "knee", "head"])
def test_the_pose_comes_back_with_the_pointer(name: str) -> None:
    place, q = there("hip-hinge", "turn")
    start = grasp(place, q, name)
    x, y = start.at_m
    away = start
    for step in range(1, 6):
        away = away.to(x - 0.02 * step, y + 0.01 * step)
    back = away.settled(x, y)
    np.testing.assert_allclose(back.q, start.q, atol=math.radians(0.2))


def test_a_hip_that_goes_back_takes_the_trunk_forward_since_the_weight_stays() -> None:
    place, q = there("hip-hinge", "set_up")
    start = grasp(place, q, "hip")
    x, y = start.at_m
    ended = start.settled(x - 0.12, y - 0.02)
    one, other = Pose(place.take.body, start.q), Pose(place.take.body, ended.q)
    assert other.value("hip_flexion") > one.value("hip_flexion") + math.radians(30)
    assert other.point("c7")[0] > one.point("c7")[0]
    load = place.take.load
    assert common_center(other, load)[0] == pytest.approx(common_center(one, load)[0], abs=1e-6)


def test_a_straight_leg_bends_when_the_hip_is_pressed_down_along_it() -> None:
    place, q = there("hip-hinge", "set_up")
    start = grasp(place, q, "hip")
    x, y = start.at_m
    ended = start.settled(x, y - 0.05)
    assert math.dist(ended.at_m, (x, y - 0.05)) < 2 * THERE_M
    assert Pose(place.take.body, ended.q).value("knee_flexion") > math.radians(20)


def test_no_other_pose_that_stands_comes_nearer_to_a_place_beyond_reach() -> None:
    """Poses found from many others by dragging their own way there are no nearer."""
    place, q = there("hip-hinge", "turn")
    far = (1.6, 1.0)
    ended = grasp(place, q, "hand").settled(*far)
    missed = math.dist(ended.at_m, far)
    for share in (0.0, 0.3, 0.5, 0.7):
        other = place.take.at(share * place.take.duration_s).q
        assert missed <= math.dist(grasp(place, other, "hand").settled(*far).at_m, far) + 0.01


@pytest.mark.parametrize(
    ("movement", "name", "flat"),
    [("hip-distraction", "hip", "wrist_flexion"), ("lunge", "knee_far", "toe_extension_far")],
)
def test_over_a_hand_or_toes_that_lie_flat_the_body_turns(
    movement: str, name: str, flat: str
) -> None:
    """Held fast, their joint would hold the whole limb: the hips on hands would go 6 cm."""
    place, q = there(movement, "set_up")
    one = place.take
    truth = one.at(next(span.to_s for span in one.spans if span.phase == "descent"))
    start = grasp(place, q, name)
    to = tuple(map(float, truth.point(start.landmark)))
    assert math.dist(start.at_m, to) > 0.2
    ended = start.settled(*to)
    assert math.dist(ended.at_m, to) < 2 * THERE_M
    stands(ended)
    turned = Pose(one.body, ended.q).value(flat) - Pose(one.body, start.q).value(flat)
    assert abs(float(turned)) > math.radians(5)


def test_what_touches_cannot_be_dragged() -> None:
    assert not {"ankle", "toes"} & set(handles(there("squat", "descent")[0]))
    kneeling = handles(there("hip-distraction", "turn")[0])
    assert "hip" in kneeling
    assert not {"knee", "hand"} & set(kneeling)


def test_sides_that_move_apart_are_dragged_apart() -> None:
    swing = handles(there("leg-swing", "descent")[0])
    assert {"knee_near", "ankle_near", "toes_near", "hip"} <= set(swing)
    assert "ankle_far" not in swing
    place, q = there("leg-swing", "descent")
    start = grasp(place, q, "ankle_near")
    x, y = start.at_m
    ended = start.settled(x, y + 0.05)
    one, other = Pose(place.take.body, start.q), Pose(place.take.body, ended.q)
    np.testing.assert_allclose(one.point("ankle_far"), other.point("ankle_far"), atol=1e-6)
    assert other.point("ankle_near")[1] > one.point("ankle_near")[1] + 0.04


@pytest.mark.parametrize(("movement", "phase"), MOMENTS)
def test_a_slider_bends_one_joint_and_the_rest_stands(movement: str, phase: str) -> None:
    place, q = there(movement, phase)
    for joint in joints(place.take.movement.symmetric):
        low, high = range_of(place.take.body, joint)
        taken = bend(place, q, joint)
        before = float(Pose(place.take.body, taken.q).q @ coordinate(place, joint))
        for share in (0.0, 0.3, 0.7, 1.0):
            asked = low + share * (high - low)
            found = taken.to(asked)
            stands(grasp(place, found.q, next(iter(handles(place)))))
            value = float(found.q @ coordinate(place, joint))
            # It comes nearer, or no pose that stands has it nearer.
            assert abs(value - asked) <= abs(before - asked) + 1e-3, joint


def coordinate(place: Ground, joint: str) -> np.ndarray:
    return np.asarray(absolute_row(place.take.body, joint))


def test_an_angle_within_reach_is_met() -> None:
    place, q = there("hip-hinge", "turn")
    for joint, degrees in (("knee_flexion", 40.0), ("lumbar_flexion", 20.0), ("neck_flexion", 10)):
        found = bend(place, q, joint).to(math.radians(degrees))
        value = math.degrees(float(found.q @ coordinate(place, joint)))
        assert value == pytest.approx(degrees, abs=0.2)
