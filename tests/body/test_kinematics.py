"""Poses keep the body whole, turn as the signs say, and agree with their own gradients."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import pose, q_from
from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.rows import balance_row, landmark_rows

MADE = body("default")
ROUNDING = 1e-12
# Central differences with 1e-6 steps are right to about 1e-9 for lengths near 1 m.
STEP, DIFFERENCE = 1e-6, 1e-8

coordinates = some.lists(
    some.floats(-2.5, 2.5), min_size=len(MADE.coordinates), max_size=len(MADE.coordinates)
).map(np.array)


@given(coordinates)
def test_every_segment_keeps_its_length_in_any_pose(q: FloatArray) -> None:
    at = pose(MADE, q)
    for one in MADE.segments[1:]:
        assert one.parent is not None
        parent, child = (at.origins[MADE.linkage.index[name]] for name in (one.parent, one.name))
        assert math.dist(parent, child) == pytest.approx(
            math.hypot(*one.joint_in_parent_m), abs=ROUNDING
        )


@given(coordinates)
def test_gradients_of_places_and_balance_are_their_differences(q: FloatArray) -> None:
    rows = landmark_rows(MADE, [("hand_near", "x"), ("vertex", "y"), ("ball_far", "y")]).both(
        balance_row(MADE, 20.0)
    )
    gradient = rows.gradient(q)
    for column in range(len(q)):
        step = np.zeros_like(q)
        step[column] = STEP
        difference = (rows.value(q + step) - rows.value(q - step)) / (2 * STEP)
        assert gradient[:, column] == pytest.approx(difference, abs=DIFFERENCE)


@given(coordinates)
def test_curvature_of_places_is_the_difference_of_gradients(q: FloatArray) -> None:
    rows = landmark_rows(MADE, [("hand_near", "x"), ("vertex", "y")])
    shares = np.array([2.0, -3.0])
    curvature = rows.curvature(q, shares)
    for column in range(3, len(q), 5):
        step = np.zeros_like(q)
        step[column] = STEP
        difference = shares @ (rows.gradient(q + step) - rows.gradient(q - step)) / (2 * STEP)
        assert curvature[column] == pytest.approx(difference, abs=10 * DIFFERENCE)


@pytest.mark.parametrize(
    ("coordinate", "point", "moves"),
    [
        ("root_pitch", "c7", (+1, -1)),
        ("hip_flexion", "knee_near", (+1, +1)),
        ("knee_flexion", "ankle_near", (-1, +1)),
        ("ankle_dorsiflexion", "toe_tip_near", (-1, +1)),
        ("toe_extension", "toe_tip_near", (-1, +1)),
        ("l5s1_flexion", "c7", (+1, -1)),
        ("neck_flexion", "vertex", (+1, -1)),
        ("shoulder_flexion", "hand_far", (+1, +1)),
        ("elbow_flexion", "wrist_near", (+1, +1)),
    ],
)
def test_a_positive_coordinate_moves_its_part_as_the_table_says(
    coordinate: str, point: str, moves: tuple[int, int]
) -> None:
    before = pose(MADE, q_from(MADE, {})).point(point)
    after = pose(MADE, q_from(MADE, {coordinate: math.radians(40)})).point(point)
    assert np.sign(after - before).tolist() == list(moves)


def test_a_grouped_coordinate_is_shared_over_its_joints() -> None:
    q = q_from(MADE, {"lumbar_flexion": 1.0})
    shared = [q[MADE.index(name)] for name in ("l5s1_flexion", "l3l4_flexion", "l1l2_flexion")]
    assert shared == pytest.approx([0.31, 0.435, 0.255])


def test_a_batch_of_poses_is_the_poses_one_by_one() -> None:
    many = np.linspace(-1, 1, 5 * len(MADE.coordinates)).reshape(5, -1)
    batch = pose(MADE, many)
    for number, q in enumerate(many):
        one = pose(MADE, q)
        assert batch.origins[number] == pytest.approx(one.origins, abs=ROUNDING)
        assert batch.point("hand_near")[number] == pytest.approx(one.point("hand_near"))
        assert batch.center_of_mass[number] == pytest.approx(one.center_of_mass)


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_pose_of_numbers_that_are_not_finite_is_refused(bad: float) -> None:
    q = np.zeros(len(MADE.coordinates))
    q[5] = bad
    with pytest.raises(ValueError, match="finite"):
        pose(MADE, q)
