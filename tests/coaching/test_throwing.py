"""Period and heights of swings, height of a jump."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.throwing import throwing
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve


def test_a_swing_is_measured_from_rest_to_rest() -> None:
    take = solve(load_movement("kettlebell-swing"), body())
    found = throwing(take)
    assert found["swing_period_s"] == take.duration_s
    bell = take.pose.point("bell_near")[:, 1]
    assert found["load_top_cm"] == pytest.approx(100 * bell[0])
    assert bell.max() == pytest.approx(bell[-1])
    chest = take.pose.point("chest")[0, 1]
    assert found["load_above_chest_cm"] == pytest.approx(100 * (bell[0] - chest))


def test_a_jump_rises_as_far_as_its_file_asks() -> None:
    found = throwing(solve(load_movement("vertical-jump"), body()))
    # Between two samples, 17 ms apart, the top is up to g (8.5 ms)² / 2 = .35 mm higher.
    assert found == {"jump_height_cm": pytest.approx(20, abs=0.05)}


def test_nothing_is_thrown_in_a_hinge() -> None:
    assert throwing(solve(load_movement("hip-hinge"), body())) == {}
