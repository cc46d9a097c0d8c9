"""Still poses balance with only the free coordinates, and match the reference body's rows."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load

EXACT = 1e-6


def rad(**degrees: float) -> dict[str, float]:
    return {name: math.radians(value) for name, value in degrees.items()}


def test_a_named_pose_stands_with_hanging_arms_and_only_the_ankle_moved() -> None:
    one = still(body("default"), rad(hip_flexion=78, knee_flexion=18, lumbar_flexion=4))
    assert one.status == "ok"
    assert one.com_m[0, 0] == pytest.approx(one.com_target_x_m[0], abs=EXACT)
    assert one.pose.angle("upper_arm_near")[0] == pytest.approx(0.0, abs=EXACT)
    assert one.pose.angle("foot_far")[0] == pytest.approx(0.0, abs=EXACT)
    for name, degrees in (("hip_flexion", 78), ("knee_flexion", 18), ("lumbar_flexion", 4)):
        assert math.degrees(one.pose.value(name)[0]) == pytest.approx(degrees)


@pytest.mark.parametrize(("ankle", "lean"), [(25, 57), (30, 45), (35, 35), (40, 27)])
def test_a_parallel_squat_leans_as_the_ankle_lets_it(ankle: float, lean: float) -> None:
    """Thigh level, lumbar 15°, arms 75° forward of vertical; published within 5°."""
    thorax = math.radians(40)
    for _ in range(30):
        given = rad(ankle_dorsiflexion=ankle, knee_flexion=90 + ankle, lumbar_flexion=15)
        given["shoulder_flexion"] = math.radians(75) + thorax
        one = still(body("default"), given, free=("hip_flexion",))
        thorax = -float(one.pose.angle("upper_thorax")[0])
    assert math.degrees(thorax) == pytest.approx(lean, abs=5)


def test_values_beyond_the_limits_are_kept_and_named() -> None:
    one = still(body("default"), rad(hip_flexion=100, knee_flexion=5))
    assert one.status == "nearest"
    assert one.reason is not None
    assert one.reason.code == "beyond_limits"
    assert one.reason.values["limit"] == "hamstrings_near"
    assert math.degrees(one.pose.value("hip_flexion")[0]) == pytest.approx(100)


def test_a_pose_that_cannot_balance_says_so_and_stays_finite() -> None:
    one = still(body("default"), rad(lumbar_flexion=40), free=("wrist_flexion",))
    assert one.reason is not None
    assert one.reason.code == "no_balance"
    assert np.isfinite(one.q).all()


def test_a_name_that_is_no_coordinate_is_refused() -> None:
    with pytest.raises(KeyError, match="elbow"):
        still(body("default"), {"elbow": 1.0})
    with pytest.raises(KeyError, match="tail"):
        still(body("default"), {}, free=("tail",))


def test_a_load_in_the_hands_shifts_the_body_back() -> None:
    pose = rad(hip_flexion=78, knee_flexion=18)
    empty, loaded = (still(body("default"), pose, load=Load(kg)) for kg in (0.0, 40.0))
    assert loaded.pose.center_of_mass[0, 0] < empty.pose.center_of_mass[0, 0]
    assert loaded.com_m[0, 0] == pytest.approx(empty.com_m[0, 0], abs=EXACT)


def test_a_still_pose_is_measured_from_this_body_standing() -> None:
    made = body("default")
    one = still(made, rad(hip_flexion=60, knee_flexion=20))
    upright = solve(load_movement("hip-hinge"), made)
    assert one.standing == pytest.approx(upright.standing, abs=1e-4)
    assert upright.q[0] == pytest.approx(upright.standing, abs=EXACT)
