"""Every kind of support on every body: contacts hold, balance is kept, nothing blows up."""

from __future__ import annotations

import math
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import body
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.balance import base, pressure
from hinge_tutor.motion.kinds import KINDS, WALL_RAD
from hinge_tutor.motion.movement import read_movement
from hinge_tutor.motion.pull_rows import leg_length
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.stance import AHEAD_OF_BALL
from hinge_tutor.motion.supports import FLOOR_RAD
from hinge_tutor.motion.take import Take
from tests.motion.small_movements import (
    MILLIMETER,
    NAMES,
    assert_keeps_its_promises,
    small,
    text_of,
)

BODIES = ("default", "femur=+8%,torso=-7%", "height=1.3,mass=30")
ROUNDING = 1e-6


def changed(tmp_path: Path, name: str, old: str, new: str) -> Take:
    """The take of a fixture with one line changed, on the default body."""
    text = text_of(name)
    assert old in text
    file = tmp_path / f"{name}.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return solve(read_movement(file), body("default"))


@pytest.mark.parametrize("text", BODIES)
@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_support_holds_on_every_body(name: str, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        take = solve(small(name), body(text))
    assert_keeps_its_promises(take)
    assert take.status == "ok"


def test_every_kind_is_proved_on_one_of_the_small_movements() -> None:
    assert {touch.kind for name in NAMES for touch in small(name).supports} == set(KINDS)


def test_segments_keep_their_lengths_between_samples() -> None:
    take = solve(small("split-lunge"), body("default"))
    for moment in np.linspace(0.0, take.duration_s, 50):
        at = take.at(float(moment))
        thigh = np.hypot(*(at.point("knee_far") - at.point("hip_far")))
        assert thigh == pytest.approx(take.body.lengths_m["thigh"])


@pytest.mark.parametrize("name", ["split-lunge", "all-fours", "wall-leg-swing", "prone-curl"])
def test_contacts_hold_between_the_samples_too(name: str) -> None:
    take = solve(small(name), body("default"))
    for moment in np.linspace(0.0, take.duration_s, 397):
        for contact in take.contacts:
            off = take.at(float(moment)).point(contact.point) - np.array(contact.target_m)
            assert np.abs(off).max() < MILLIMETER, contact.point


def test_supports_have_the_names_segments_and_normals_that_others_read() -> None:
    found = {
        name: {one.name: (one.on, one.normal) for one in solve(small(name), body()).supports}
        for name in ("split-lunge", "all-fours", "prone-curl", "wall-leg-swing", "hop")
    }
    assert found["split-lunge"] == {
        "ground_near": ("foot_near", FLOOR_RAD),
        "ground_far": ("toes_far", FLOOR_RAD),
    }
    assert found["all-fours"]["palm_far"] == ("hand_far", FLOOR_RAD)
    assert found["prone-curl"]["bench_hips"] == ("pelvis", FLOOR_RAD)
    assert found["wall-leg-swing"]["wall_near"] == ("hand_near", WALL_RAD)
    # A foot that is flat in some phases and on its ball in others has two rows, two names.
    assert list(found["hop"]) == ["ground_near", "ground_far", "ground_near_2", "ground_far_2"]


def test_a_split_stance_scales_with_the_leg() -> None:
    for text in BODIES:
        take = solve(small("split-lunge"), body(text))
        near, far = take.pose.point("ankle_near"), take.pose.point("ball_far")
        assert near[:, 0] == pytest.approx(0.45 * leg_length(take.body), abs=ROUNDING)
        ball = take.body.segment("toes_near").joint_in_parent_m[0]
        assert far[:, 0] == pytest.approx(-0.45 * leg_length(take.body) + ball, abs=ROUNDING)
        # The far heel is up.
        assert (take.pose.point("heel_far")[:, 1] > 0.02).all()


def test_the_weight_is_over_the_feet_by_their_shares() -> None:
    take = solve(small("split-lunge"), body("default"))
    made = take.body
    leg = leg_length(made)
    ball = made.segment("toes_near").joint_in_parent_m[0]
    toes = made.landmarks["toe_tip_near"][1][0]
    near = 0.45 * leg + made.com_target_x_m
    far = -0.45 * leg + ball + AHEAD_OF_BALL * toes
    assert take.com_m[:, 0] == pytest.approx(0.6 * near + 0.4 * far, abs=ROUNDING)


def test_on_one_foot_the_weight_is_over_that_foot() -> None:
    take = solve(small("wall-leg-swing"), body("default"))
    assert take.com_m[:, 0] == pytest.approx(take.body.com_target_x_m, abs=ROUNDING)


def test_a_foot_is_lifted_only_when_the_weight_has_left_it() -> None:
    take = solve(small("step-up"), body("default"))
    lifted = np.flatnonzero(take.pose.point("ball_far")[:, 1] > 0.01)
    assert len(lifted) > 10
    assert {take.phase[number] for number in lifted} <= {"descent", "turn", "ascent"}
    assert take.com_m[lifted, 0] == pytest.approx(take.body.com_target_x_m, abs=ROUNDING)
    # On both feet before, it stands between them.
    assert take.com_m[0, 0] < take.body.com_target_x_m - 0.02


def test_hands_stay_where_the_first_pose_puts_them_and_the_hips_rock_back() -> None:
    take = solve(small("all-fours"), body("default"))
    palm = take.pose.point("palm_heel_near")
    assert np.ptp(palm, axis=0) == pytest.approx([0, 0], abs=ROUNDING)
    assert palm[0, 1] == pytest.approx(0, abs=ROUNDING)
    hips = take.pose.point("mid_hip")[:, 0]
    assert hips[0] - hips.min() > 0.1


def test_on_hands_and_knees_the_weight_lies_between_what_carries_it() -> None:
    take = solve(small("all-fours"), body("default"))
    under, center = base(take), pressure(take).center_x_m
    assert under.known.all()
    assert (under.low_x_m < center).all()
    assert (center < under.high_x_m).all()


def test_hands_that_come_down_later_lie_where_they_first_touch() -> None:
    take = solve(small("hands-down"), body("default"))
    palm = take.pose.point("palm_heel_near")
    down = take.during(("turn",))
    assert np.ptp(palm[down], axis=0) == pytest.approx([0, 0], abs=ROUNDING)
    assert palm[down, 1] == pytest.approx(0, abs=ROUNDING)
    assert (palm[~down, 1] > -MILLIMETER).all()
    assert palm[0, 1] > 0.5


def test_a_wall_may_stand_where_the_hand_finds_it(tmp_path: Path) -> None:
    take = changed(tmp_path, "wall-leg-swing", "ahead = 0.6\n", "")
    assert_keeps_its_promises(take)
    (wall, _) = (support for support in take.supports if support.name.startswith("wall"))
    assert wall.targets_m[0] == pytest.approx(tuple(take.pose.point("hand_near")[0]))


def test_weight_kept_at_a_place_of_its_own() -> None:
    take = solve(small("tall-kneeling"), body("default"))
    assert take.com_m[:, 0] == pytest.approx(-0.06 * leg_length(take.body), abs=ROUNDING)


def test_a_kneeling_body_that_would_tip_says_so(tmp_path: Path) -> None:
    take = changed(tmp_path, "tall-kneeling", "weight_ahead = -0.06\n", "")
    assert take.reason is not None
    assert take.reason.code == "tips_over"
    assert 1 < float(take.reason.values["off_cm"]) < 30
    assert "tip" in words().reason(take.reason)


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("split-lunge", "ahead = 0.45", "ahead = 1.6", "stance_too_long"),
        ("wall-leg-swing", "ahead = 0.6", "ahead = 2.0", "wall_too_far"),
        ("all-fours", 'kind = "palm"', 'kind = "palm"\nheight_m = 2.0', "stance_impossible"),
    ],
)
def test_a_stance_that_this_body_cannot_take_is_the_widest_it_can_with_the_reason(
    tmp_path: Path, name: str, old: str, new: str, code: str
) -> None:
    take = changed(tmp_path, name, old, new)
    assert take.reason is not None
    assert take.reason.code == code
    assert words().reason(take.reason)
    assert_keeps_its_promises(take)
    if code != "stance_impossible":
        assert float(take.reason.values["reached_cm"]) > 20
        assert float(take.reason.values["reached_cm"]) < float(take.reason.values["asked_cm"])


def test_straight_legs_in_a_split_stance_neither_warn_nor_blow_up(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        take = changed(tmp_path, "split-hinge", "knee_flexion_near_deg = 15", "")
    assert_keeps_its_promises(take)
    assert np.abs(take.qdd[:, 2:]).max() < 100


def test_sided_onsets_and_targets_move_one_side_only() -> None:
    take = solve(small("split-hinge"), body("default"))
    near, far = (take.q[:, take.body.index(f"knee_flexion_{side}")] for side in ("near", "far"))
    assert not np.allclose(near, far, atol=math.radians(1))


@settings(max_examples=20)
@given(
    name=some.sampled_from(("split-lunge", "all-fours", "hip-band-behind")),
    height=some.floats(1.3, 2.2),
    mass=some.floats(30, 200),
    femur=some.floats(-12, 12),
    torso=some.floats(-12, 12),
    ankle=some.floats(5, 50),
    hamstrings=some.floats(40, 120),
    sex=some.sampled_from(("male", "female")),
)
def test_any_body_keeps_its_contacts(
    name: str,
    height: float,
    mass: float,
    femur: float,
    torso: float,
    ankle: float,
    hamstrings: float,
    sex: str,
) -> None:
    take = solve(
        small(name),
        body(
            f"sex={sex},height={height:.3f},mass={mass:.2f},femur={femur:.1f}%,torso={torso:.1f}%,"
            f"ankle={ankle:.1f},hamstrings={hamstrings:.1f}"
        ),
    )
    assert_keeps_its_promises(take)
    if take.reason is not None:
        assert words().reason(take.reason)


@pytest.mark.parametrize("name", ["split-hinge", "wall-leg-swing", "step-up"])
def test_standing_is_on_both_feet_side_by_side_whatever_a_movement_starts_from(name: str) -> None:
    take = solve(small(name), body("default"))
    stood = Pose(take.body, take.standing)
    assert stood.point("heel_near") == pytest.approx(stood.point("heel_far"), abs=1e-6)
    assert stood.point("heel_near")[1] == pytest.approx(0.0, abs=1e-6)
