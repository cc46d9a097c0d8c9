"""What makes each drill what it is: what bends first, what stays, what pulls, on unlike bodies."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform

BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")
DRILLS = (
    "hip-hinge-stretch-first",
    "weighted-hinge",
    "banded-hello",
    "jefferson-curl",
    "athletic-position",
)
# A knee that bends by less counts as straight.
STRAIGHT_DEG = 8.0
# The muscles can give what is asked for: their moments miss it by less than this, N·m.
HONEST_NM = 1.0
# A joint is on its way when it has come this share of it.
ON_ITS_WAY = 0.05
# From the top: what curls first.
CURL = (
    "neck_flexion",
    "thoracic_upper_flexion",
    "thoracic_lower_flexion",
    "l1l2_flexion",
    "l3l4_flexion",
    "l5s1_flexion",
    "hip_flexion_near",
)


@cache
def done(movement: str, specification: str = "default") -> Repetition:
    return perform(movement, body(specification))


def way(repetition: Repetition, name: str, phase: str) -> tuple[FloatArray, FloatArray]:
    """The times of a phase, and the share of its way that a coordinate has come at each."""
    take = repetition.take
    here = take.during((phase,))
    angle = take.q[here, take.body.index(name)]
    return take.time_s[here], (angle - angle[0]) / (angle[-1] - angle[0])


def begins_s(repetition: Repetition, name: str, phase: str) -> float:
    time_s, share = way(repetition, name, phase)
    return float(time_s[np.argmax(share > ON_ITS_WAY)])


def ends_s(repetition: Repetition, name: str, phase: str) -> float:
    time_s, share = way(repetition, name, phase)
    return float(time_s[np.argmax(share > 1.0 - ON_ITS_WAY)])


@pytest.mark.parametrize("specification", BODIES)
@pytest.mark.parametrize("movement", DRILLS)
def test_every_body_can_do_every_drill(movement: str, specification: str) -> None:
    repetition = done(movement, specification)
    assert repetition.take.status == "ok"
    assert np.nanmin(np.asarray(repetition.measures["base_margin_cm"])) > 0.0


@pytest.mark.parametrize("movement", DRILLS)
def test_the_default_body_is_strong_enough(movement: str) -> None:
    reserves = done(movement).efforts.reserve_Nm
    assert max(float(np.abs(row).max()) for row in reserves.values()) < HONEST_NM


@pytest.mark.parametrize("specification", BODIES)
def test_stretch_first_bows_over_straight_knees(specification: str) -> None:
    repetition = done("hip-hinge-stretch-first", specification)
    bowing = repetition.take.during(("bow", "stretch"))
    knee = np.asarray(repetition.measures["knee_flexion_deg"])
    assert knee[bowing].max() < STRAIGHT_DEG
    assert knee[repetition.take.index_at(repetition.take.turn_s)] > 2 * STRAIGHT_DEG


@pytest.mark.parametrize("specification", [each for each in BODIES if each != "supple"])
def test_the_bow_ends_where_the_hamstrings_stop(specification: str) -> None:
    repetition = done("hip-hinge-stretch-first", specification)
    reserve = np.asarray(repetition.measures["hamstring_reserve_deg"])
    assert np.abs(reserve[repetition.take.during(("stretch",))]).max() < 0.5


@pytest.mark.parametrize("specification", BODIES)
def test_the_trunk_stays_down_while_the_knees_soften(specification: str) -> None:
    repetition = done("hip-hinge-stretch-first", specification)
    softening = repetition.take.during(("descent", "turn", "straighten"))
    lean = np.asarray(repetition.measures["thorax_lean_deg"])[softening]
    assert np.ptp(lean) < 5.0


def test_the_plate_hinge_sends_the_hips_before_the_knees() -> None:
    descent = "descent"
    hip = begins_s(done("weighted-hinge"), "hip_flexion_near", descent)
    knee = begins_s(done("weighted-hinge"), "knee_flexion_near", descent)
    assert knee - hip > 0.5


def test_the_hello_bands_pull_grows_all_the_way_up() -> None:
    repetition = done("banded-hello")
    take = repetition.take
    up = take.during(("ascent",))
    (near,) = (pull for pull in take.pulls if pull.name.endswith("_near"))
    assert isinstance(near.to, str)
    length = np.hypot(*(take.pose.point(near.on) - take.pose.point(near.to)).T)
    pull_N = near.tension(length)[up]
    # From the bottom on it is taut, and from there to the top it more than doubles.
    assert pull_N[0] > 0.0
    assert (np.diff(pull_N) > 0.0).all()
    assert pull_N[-1] > 2 * pull_N[0]


def test_the_curl_goes_from_the_neck_down_and_the_hips_go_last() -> None:
    begun = [begins_s(done("jefferson-curl"), name, "descent") for name in CURL]
    ended = [ends_s(done("jefferson-curl"), name, "descent") for name in CURL]
    assert begun == sorted(begun)
    assert len(set(begun)) == len(CURL)
    assert ended == sorted(ended)


def test_the_curl_comes_up_in_reverse() -> None:
    begun = [begins_s(done("jefferson-curl"), name, "ascent") for name in CURL]
    ended = [ends_s(done("jefferson-curl"), name, "ascent") for name in CURL]
    assert begun == sorted(begun, reverse=True)
    assert len(set(begun)) == len(CURL)
    assert ended == sorted(ended, reverse=True)


@pytest.mark.parametrize("specification", BODIES)
def test_the_curl_keeps_its_knees_straight_on_a_block(specification: str) -> None:
    repetition = done("jefferson-curl", specification)
    assert np.asarray(repetition.measures["knee_flexion_deg"]).max() < STRAIGHT_DEG
    heel = repetition.take.pose.point("heel_near")[:, 1]
    assert heel.min() == pytest.approx(0.3, abs=1e-3)


def test_the_ready_position_is_held() -> None:
    take = done("athletic-position").take
    held = take.during(("turn",))
    assert np.ptp(take.q[held], axis=0).max() < 1e-6
    (turn,) = (span for span in take.spans if span.phase == "turn")
    assert turn.to_s - turn.from_s == pytest.approx(3.0)
