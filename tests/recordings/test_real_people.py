"""What recordings of real people have and computed ones do not: legs that differ, angles that
tremble, walking, times that a solver chose.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import pytest

from hinge_tutor.recordings.recorded import Given, Recording, recording_of
from hinge_tutor.recordings.tracks import Angles
from tests.recordings import synthesis, writers
from tests.recordings.refusing import refused

RATE = 100.0
# How far the angles of markerless programs are off on average (Uhlrich et al. 2023).
OFF = 4.5 / 90.0
# Where the weight is, and so what these give, angles do not tell.
ANKLES = {"ankle_near", "ankle_far"}


@cache
def squat() -> Mapping[str, np.ndarray]:
    return writers.columns(synthesis.poses(synthesis.done("squat"), RATE))


def told(columns: Mapping[str, np.ndarray], time_s: np.ndarray | None = None) -> Recording:
    """What becomes of columns of angles, rad, at their times."""
    values = np.stack(list(columns.values()), axis=1)
    times = np.arange(len(values)) / RATE if time_s is None else time_s
    return recording_of("sample.mot", Angles("MOT", times, tuple(columns), values, False), Given())


def test_legs_that_bend_a_little_differently_both_carry() -> None:
    uneven = {**squat(), "hip_flexion_l": (1.0 + OFF) * squat()["hip_flexion_l"]}
    one = told(uneven).repetition(0)
    assert [support.name for support in one.take.supports] == ["ground_near", "ground_far"]
    assert set(one.efforts.lacking_Nm) <= ANKLES


def test_the_ground_is_not_asked_to_pull_because_angles_tremble() -> None:
    # Slower than the cutoff of the angles, so that no filter of theirs takes it away.
    turn = 2.0 * np.pi * 4.0 * np.arange(len(squat()["hip_flexion_r"])) / RATE
    trembling = {
        name: values + np.radians(1.0) * np.sin(turn + number)
        for number, (name, values) in enumerate(squat().items())
    }
    one = told(trembling).repetition(0)
    beyond = np.abs(one.loads.unsupported_Nm) > 1.0
    assert beyond.mean() <= 0.02
    assert set(one.efforts.lacking_Nm) <= ANKLES


def test_angles_alone_do_not_tell_where_the_weight_is() -> None:
    one = told(squat()).repetition(0)
    assert {"cop_foot_percent", "base_margin_cm"} <= one.silent


def test_walking_is_no_fold() -> None:
    stride = 2.0 * np.pi * np.arange(400) / RATE
    walking = {}
    for side, lag in (("r", 0.0), ("l", np.pi)):
        walking[f"hip_flexion_{side}"] = np.radians(12.0 + 22.0 * np.sin(stride + lag))
        # The knee of the leg that swings bends, the other one hardly.
        swing = np.maximum(np.sin(stride + lag + 1.0), 0.0)
        walking[f"knee_angle_{side}"] = np.radians(5.0 + 60.0 * swing**4)
    with refused("in turns, as in walking"):
        told({**walking, "pelvis_tilt": np.zeros(400)})


def test_a_solvers_own_times_are_made_even() -> None:
    even = np.arange(len(squat()["hip_flexion_r"])) / RATE
    random = np.random.default_rng(3)
    steps = random.uniform(1e-5, 1.5e-3, size=int(even[-1] / 7e-4))
    times = np.cumsum(steps)
    times = times[times < even[-1]]
    dense = {name: np.interp(times, even, values) for name, values in squat().items()}
    found, plain = told(dense, times), told(squat())
    assert found.motion.reading.rate_hz == pytest.approx(1000.0)
    depth = [float(each.motion.fold_deg.max()) for each in (found, plain)]
    assert depth[0] == pytest.approx(depth[1], abs=0.5)
