"""A pose of a movement stands still on what carries it, as near to the asked one as can be."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.dragging import grasp
from hinge_tutor.motion.handles import handles
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.pose_angles import SHARED_RAD, angles_of, check_angles, radians
from hinge_tutor.motion.posing import Ground, PoseError, ground, held
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Take

# A pose told with two decimals of a degree is another one by a fifth of a millimeter at a meter.
ROUNDED_M, ROUNDED_DEG = 5e-4, 0.02
CONTACT_M = 1e-6


def place(movement: str, phase: str, person: str = "default") -> Ground:
    return ground(solve(load_movement(movement), body(person)), phase)


def off_m(take: Take) -> float:
    """How far what touches is from its place."""
    points = take.pose.points(tuple(contact.point for contact in take.contacts))[0]
    return float(np.abs(points - [contact.target_m for contact in take.contacts]).max())


@pytest.mark.parametrize(
    ("movement", "phase"),
    [
        ("hip-hinge", "turn"),
        ("squat", "descent"),
        ("jefferson-curl", "turn"),
        ("deadlift", "pull"),
        ("lunge", "descent"),
        ("leg-swing", "descent"),
        ("hip-distraction", "turn"),
        ("banded-hello", "turn"),
        ("leg-curl", "descent"),
        ("sprint-start", "knee_up"),
    ],
)
def test_the_angles_of_a_moment_bring_it_back(movement: str, phase: str) -> None:
    there = place(movement, phase)
    time_s = next(span.to_s for span in there.take.spans if span.phase == phase)
    before = there.take.at(time_s)
    one = held(there, radians(angles_of(before.body, before.q, there.take.movement.symmetric)))
    assert one.status == "ok"
    assert one.duration_s == 0.0
    assert one.phase == (phase,)
    assert off_m(one) < CONTACT_M
    np.testing.assert_allclose(one.pose.point("vertex")[0], before.point("vertex"), atol=0.01)
    names = tuple(touch.name for touch in load_movement(movement).touching(phase))
    assert tuple(support.name for support in one.supports) == names


def test_a_pose_without_ankles_finds_its_balance_as_the_command_line_does() -> None:
    given = {"hip_flexion": math.radians(78), "knee_flexion": math.radians(18)}
    one = held(place("hip-hinge", "turn"), given)
    same = still(body("default"), given)
    np.testing.assert_allclose(one.q, same.q, atol=1e-3)
    assert one.com_m[0, 0] == pytest.approx(same.com_target_x_m[0], abs=1e-5)


def test_a_weight_over_the_toes_stays_there() -> None:
    there = place("hip-hinge", "turn")
    turn = there.take.at(there.take.turn_s)
    leaning = dict(angles_of(turn.body, turn.q, True))
    leaning["ankle_dorsiflexion"] += 2.0
    one = held(there, radians(tuple(leaning.items())))
    assert one.status == "ok"
    assert one.com_m[0, 0] > there.take.com_m[there.take.index_at(there.take.turn_s), 0] + 0.01


def test_a_pose_that_would_fall_comes_to_the_edge_and_says_which_angle_changed() -> None:
    one = held(place("hip-hinge", "turn"), {"ankle_dorsiflexion": math.radians(30)})
    low, high = one.body.base_x_m
    assert low <= one.com_m[0, 0] <= high
    assert one.status == "nearest"
    assert one.reason is not None
    assert one.reason.code == "pose_changed"


def test_no_angle_passes_a_limit_of_the_body() -> None:
    one = held(place("squat", "descent", "stiff"), {"knee_flexion": 3.0})
    for bound in one.body.limits.bounds:
        value = sum(weight * one.pose.value(name)[0] for name, weight in bound.terms.items())
        assert value <= bound.limit + 1e-6


def test_nobody_stands_in_the_air() -> None:
    with pytest.raises(PoseError, match="Nothing carries the body in flight"):
        place("vertical-jump", "flight")


@pytest.mark.parametrize(
    ("angles", "said"),
    [
        ((("hip_bend", 3.0),), "no 'hip_bend'"),
        ((("root_x", 3.0),), "no 'root_x'"),
        ((("hip_flexion_near", 3.0),), "no 'hip_flexion_near'"),
        ((("lumbar_flexion", 3.0), ("l5s1_flexion", 1.0)), "twice"),
        ((("hip_flexion", math.nan),), "-180 to 180"),
        ((("hip_flexion", 1e9),), "-180 to 180"),
    ],
)
def test_a_pose_that_cannot_be_read_is_refused_with_a_sentence(
    angles: tuple[tuple[str, float], ...], said: str
) -> None:
    with pytest.raises(PoseError, match=said):
        check_angles(angles, symmetric=True)


def test_spines_bent_in_one_place_are_told_joint_by_joint() -> None:
    curl = place("jefferson-curl", "descent")
    middle = curl.take.at(curl.take.turn_s / 2)
    names = [name for name, _ in angles_of(middle.body, middle.q, True)]
    assert "lumbar_flexion" not in names or "thoracic_flexion" not in names
    hinge = place("hip-hinge", "turn").take.at(3.0)
    assert len(angles_of(hinge.body, hinge.q, True)) == 11


@pytest.mark.parametrize(
    ("movement", "phase"),
    [("leg-curl", "descent"), ("hip-distraction", "turn"), ("squat", "descent")],
)
def test_what_a_hand_has_done_is_found_again_by_its_angles(movement: str, phase: str) -> None:
    """To what the joints of a spine may differ from their usual shares."""
    there = place(movement, phase)
    time_s = next(span.to_s for span in there.take.spans if span.phase == phase)
    for name in handles(there):
        start = grasp(there, there.take.at(time_s).q, name)
        x, y = start.at_m
        drag = start.to(x - 0.03, y + 0.02)
        told = angles_of(there.take.body, drag.q, there.take.movement.symmetric)
        one = held(there, radians(told))
        assert one.status == "ok", name
        np.testing.assert_allclose(one.q[0, 3:], drag.q[3:], atol=SHARED_RAD + 0.002)
