"""Measures are read off a take: hand-worked poses, then the three shipped movements."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.fold import FOLDING
from hinge_tutor.coaching.measures import MEASURES, measures
from hinge_tutor.coaching.moments import at_phase, end_of, turn_index
from hinge_tutor.coaching.travel import beginning
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.course import upright
from hinge_tutor.motion.families import families
from hinge_tutor.motion.movement import STANDING, load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Take

ARRAYS = (
    "hip_back_m",
    "hip_down_m",
    "trunk_lean_deg",
    "thorax_lean_deg",
    "pelvis_pitch_deg",
    "lumbar_change_deg",
    "shin_angle_deg",
    "hip_flexion_deg",
    "knee_flexion_deg",
    "hand_height_m",
    "cop_foot_percent",
)


FLOOR = families()["floor_lifts"]
PLAIN = [
    name
    for name in families()["flat_feet"]
    if name not in FLOOR and upright(load_movement(name), STANDING)
]


@pytest.fixture(scope="module", params=PLAIN)
def take(request: pytest.FixtureRequest) -> Take:
    """Each shipped movement that begins in plain standing, by the default body."""
    return solve(load_movement(str(request.param)), body())


def measured(take: Take) -> dict[str, float | FloatArray]:
    return dict(measures(take, loads(take)))


def test_every_measure_is_finite_and_read_only(take: Take) -> None:
    for name, values in measured(take).items():
        assert name in MEASURES
        assert np.isfinite(values).all(), name
        if isinstance(values, np.ndarray):
            assert values.shape == take.time_s.shape, name
            assert not values.flags.writeable, name


def test_a_name_ends_with_its_unit(take: Take) -> None:
    for name in measured(take):
        assert name.rpartition("_")[2] in ("cm", "m", "s", "deg", "percent", "down"), name


@pytest.mark.parametrize("name", ARRAYS)
def test_what_changes_over_time_has_a_value_at_each_sample(take: Take, name: str) -> None:
    assert isinstance(measured(take)[name], np.ndarray)


@pytest.mark.parametrize(
    "name", ["hip_back_m", "hip_down_m", "trunk_lean_deg", "lumbar_change_deg"]
)
def test_what_counts_from_standing_starts_at_zero(take: Take, name: str) -> None:
    values = np.asarray(measured(take)[name])
    assert values[0] == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("movement", FLOOR)
def test_a_lift_from_the_floor_counts_from_standing_too(movement: str) -> None:
    found = measured(solve(load_movement(movement), body()))
    assert np.asarray(found["hip_down_m"])[0] > 0.1
    assert np.asarray(found["trunk_lean_deg"])[0] > 20.0
    assert found["hip_down_cm"] == pytest.approx(100 * np.max(found["hip_down_m"]))


def test_travels_in_centimeters_are_the_largest_in_meters(take: Take) -> None:
    found = measured(take)
    for name in ("hip_back", "hip_down"):
        assert found[f"{name}_cm"] == pytest.approx(100 * np.max(found[f"{name}_m"]), abs=1e-9)


def test_hips_travel_as_their_points_do(take: Take) -> None:
    found = measured(take)
    before, hip = beginning(take).point("mid_hip"), take.pose.point("mid_hip")
    turn = turn_index(take)
    assert np.asarray(found["hip_back_m"])[turn] == pytest.approx(before[0] - hip[turn, 0])
    assert np.asarray(found["hip_down_m"])[turn] == pytest.approx(before[1] - hip[turn, 1])


def test_the_shin_angle_is_the_ankle_angle_over_a_flat_foot(take: Take) -> None:
    found = measured(take)
    assert found["shin_angle_deg"] == pytest.approx(found["ankle_dorsiflexion_deg"], abs=0.05)


def test_shares_of_the_fold_sum_to_a_hundred(take: Take) -> None:
    found = measured(take)
    shares = [float(found[f"share_{joint}_percent"]) for joint in FOLDING]
    assert sum(shares) == pytest.approx(100.0)
    assert min(shares) >= 0.0


def test_shares_are_the_folds_over_their_sum() -> None:
    # Hinge: hip 90.6 - 0, knee 21.1 - 0, spine and ankle open: hip 90.6 / 111.7 = 81 %.
    found = measured(solve(load_movement("hip-hinge"), body()))
    turn = {
        name: float(
            np.asarray(found[f"{name}_deg"])[np.argmax(np.asarray(found["hip_flexion_deg"]))]
        )
        for name in ("hip_flexion", "knee_flexion", "spine_change")
    }
    whole = sum(max(0.0, fold) for fold in turn.values())
    assert found["share_hip_percent"] == pytest.approx(100 * turn["hip_flexion"] / whole, abs=0.2)
    assert found["share_ankle_percent"] == 0.0


def test_a_body_that_only_stands_has_no_shares() -> None:
    found = measured(still(body(), {}))
    assert [found[f"share_{joint}_percent"] for joint in FOLDING] == [0.0] * 4
    assert (found["hip_back_cm"], found["hip_down_cm"]) == (0.0, 0.0)


def test_thorax_lean_is_pitch_and_every_flexion_up_to_the_chest() -> None:
    found = measured(still(body(), {"hip_flexion": math.radians(60), "lumbar_flexion": 0.5}))
    pitch = float(np.asarray(found["pelvis_pitch_deg"])[0])
    lean = float(np.asarray(found["thorax_lean_deg"])[0])
    assert lean - pitch == pytest.approx(math.degrees(0.5))


def test_the_hamstring_limit_rises_by_three_quarters_of_a_degree_per_degree_of_knee() -> None:
    straight, soft = (
        measured(still(body(), {"hip_flexion": 1.0, "knee_flexion": math.radians(knee)}))
        for knee in (0, 20)
    )
    limits = [float(np.asarray(found["hamstring_limit_deg"])[0]) for found in (straight, soft)]
    assert limits[0] == pytest.approx(75.0)
    assert limits[1] == pytest.approx(75.0 + 0.74 * 20)


def test_hamstrings_lengthen_by_their_arms_over_the_fold() -> None:
    take = solve(load_movement("hip-hinge"), body())
    percent = np.asarray(measured(take)["hamstring_length_percent"])
    assert percent[0] == pytest.approx(100.0, abs=0.2)
    # Bending the knee by itself lets them go slack, folding the hip by itself stretches them.
    for joint, longer in (("hip_flexion", True), ("knee_flexion", False)):
        (alone,) = np.asarray(measured(still(body(), {joint: 0.5}))["hamstring_length_percent"])
        assert bool(alone > 100.0) is longer
    # They stay at their longest through the pause at the turn.
    assert percent[turn_index(take)] == pytest.approx(percent.max(), abs=0.5)


def test_the_pressure_of_a_still_body_is_under_its_center_of_mass() -> None:
    take = still(body(), {"hip_flexion": 1.2, "knee_flexion": 0.3})
    heel, tip = take.pose.point("heel_near")[0, 0], take.pose.point("toe_tip_near")[0, 0]
    under = 100 * (take.com_m[0, 0] - heel) / (tip - heel)
    assert np.asarray(measured(take)["cop_foot_percent"])[0] == pytest.approx(under, abs=1e-3)


def test_a_phase_without_duration_ends_where_the_one_before_ends() -> None:
    take = solve(load_movement("squat"), body())
    assert take.movement.tempo[1] == 0.0
    assert end_of(take, "turn") == end_of(take, "descent")
    knee = np.asarray(measured(take)["knee_flexion_deg"])
    assert at_phase(take, knee, "turn") == pytest.approx(knee.max(), abs=0.5)


def test_a_phase_that_the_movement_lacks_is_a_key_error() -> None:
    take = solve(load_movement("squat"), body())
    with pytest.raises(KeyError):
        end_of(take, "flight")


def test_a_single_value_is_the_same_at_every_phase() -> None:
    take = solve(load_movement("squat"), body())
    assert at_phase(take, 3.5, "turn") == at_phase(take, 3.5, "lockout") == 3.5
