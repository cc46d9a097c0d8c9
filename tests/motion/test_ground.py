"""What makes each drill in a split, on one leg, on the knees or on a bench what it is."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform

BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")
EVERY_BODY = pytest.mark.parametrize("who", BODIES)
# What touches the floor with skin may press into it by less than a sole is thick, m.
SOLE_M = 0.003
LOWEST = tuple(
    f"{place}_{side}" for place in ("heel", "ball", "toe_tip") for side in ("near", "far")
)


@cache
def does(movement: str, who: str) -> Repetition:
    return perform(movement, body(who))


def over_time(movement: str, who: str, measure: str) -> FloatArray:
    return np.asarray(does(movement, who).measures[measure], dtype=np.float64)


def degrees(movement: str, who: str, coordinate: str) -> FloatArray:
    take = does(movement, who).take
    found: FloatArray = np.degrees(take.q[:, take.body.index(coordinate)])
    return found


def at_end(movement: str, who: str, phase: str) -> int:
    take = does(movement, who).take
    return take.index_at(next(span.to_s for span in take.spans if span.phase == phase))


@EVERY_BODY
@pytest.mark.parametrize(
    "movement",
    ["lunge", "leg-swing", "sprint-start", "banded-hinge", "split-hamstring-stretch"],
)
def test_no_foot_goes_through_the_floor(movement: str, who: str) -> None:
    points = does(movement, who).take.pose.points(LOWEST)
    assert points[..., 1].min() > -SOLE_M


@EVERY_BODY
def test_a_leg_curl_bends_the_knee_and_leaves_the_hip_alone(who: str) -> None:
    hip, knee = (degrees("leg-curl", who, f"{joint}_flexion_near") for joint in ("hip", "knee"))
    assert np.ptp(hip) < 3.0
    assert np.ptp(knee) > 90.0
    found = does("leg-curl", who).efforts
    most = {
        group: float(found.effort[:, found.groups.index(f"{group}_near")].max())
        for group in ("hamstrings", "glutes", "quadriceps", "adductor_magnus", "hip_flexors")
    }
    assert max(most, key=most.__getitem__) == "hamstrings"
    assert most["hamstrings"] > 2 * sorted(most.values())[-2]


@EVERY_BODY
def test_hands_and_knees_rock_the_hips_and_keep_the_spine(who: str) -> None:
    assert np.abs(over_time("hip-distraction", who, "lumbar_change_deg")).max() < 5.0
    hips = does("hip-distraction", who).take.pose.point("mid_hip")
    assert np.ptp(hips[:, 0]) > 0.15


@EVERY_BODY
def test_a_leg_swings_from_behind_to_ahead_under_a_still_pelvis(who: str) -> None:
    hip = degrees("leg-swing", who, "hip_flexion_near")
    assert hip.min() < -10.0
    assert hip.max() > 55.0
    assert np.ptp(degrees("leg-swing", who, "root_pitch")) < 8.0


@EVERY_BODY
def test_a_lunge_drops_the_hips_between_still_feet(who: str) -> None:
    take = does("lunge", who).take
    low = take.index_at(take.turn_s)
    hips = take.pose.point("mid_hip")
    ahead, behind = (take.pose.point(f"ball_{side}")[:, 0] for side in ("near", "far"))
    assert hips[0, 1] - hips[low, 1] > 0.2
    assert behind[low] < hips[low, 0] < ahead[low]
    assert max(np.ptp(ahead), np.ptp(behind)) < 1e-3
    assert 80.0 <= degrees("lunge", who, "knee_flexion_near")[low] <= 110.0


@EVERY_BODY
def test_a_banded_hinge_straightens_and_bends_the_front_knee_at_the_bottom(who: str) -> None:
    knee = degrees("banded-hinge", who, "knee_flexion_near")
    soft, straight, again = (
        knee[at_end("banded-hinge", who, phase)] for phase in ("turn", "straighten", "soften")
    )
    assert straight < soft - 8.0
    assert again > straight + 8.0
    assert np.abs(over_time("banded-hinge", who, "lumbar_change_deg")).max() < 5.0


@EVERY_BODY
def test_a_sprint_start_drives_the_hips_open(who: str) -> None:
    hip = degrees("sprint-start", who, "hip_flexion_near")
    crouched, pushed = (hip[at_end("sprint-start", who, phase)] for phase in ("descent", "ascent"))
    assert crouched > 70.0
    assert pushed < crouched - 40.0
