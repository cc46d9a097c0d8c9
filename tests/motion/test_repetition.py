"""Solved movements stand, keep their lengths and limits, and look like what they are called."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hinge_tutor.body.kinematics import row_of
from hinge_tutor.body.limits import GROUPED
from hinge_tutor.body.skeleton import body
from hinge_tutor.body.specification import presets
from hinge_tutor.motion.balance import base, pressure
from hinge_tutor.motion.movement import Movement, load_movement, movements
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load, Take

# Promised: contacts and center of mass within a millimeter at every sample.
MILLIMETER = 1e-3
# Promised: limits within half a degree between key poses.
BETWEEN = math.radians(0.5)
# Key poses are solved to rounding.
EXACT = 1e-6

# Movements that both sides do alike, standing on nothing but feet.
ON_TWO_FEET = [
    name
    for name in movements()
    if load_movement(name).symmetric and all(t.of.foot for t in load_movement(name).supports)
]

BODIES = (*presets(), "height=1.3,mass=30", "height=2.2,mass=200", "hamstrings=30", "ankle=15")


def _held(name: str) -> bool:
    """Whether a goal leads the near grip, which then leads the far one only where both are one."""
    poses = load_movement(name).poses.values()
    return any(goal.startswith("hand") for pose in poses for goal in pose.goals)


def take(
    movement: str, text: str = "default", load: float = 0.0, hand_height_m: float | None = None
) -> Take:

    return solve(load_movement(movement), body(text), load=Load(load), hand_height_m=hand_height_m)


def degrees_at_turn(one: Take, coordinate: str) -> float:
    return math.degrees(float(one.at(one.turn_s).q @ row_of(one.body, coordinate)))


@pytest.mark.parametrize("text", BODIES)
@pytest.mark.parametrize("movement", movements())
def test_contacts_balance_and_limits_hold_at_every_sample(movement: str, text: str) -> None:
    one = take(movement, text)
    for contact in one.contacts:
        off = np.abs(one.pose.point(contact.point) - np.array(contact.target_m))
        assert off[one.during(contact.phases)].max() < MILLIMETER, contact.point
    assert np.abs(one.com_m[:, 0] - one.com_target_x_m).max() < MILLIMETER
    for bound in one.body.limits.bounds:
        total = sum(weight * one.q[:, one.body.index(c)] for c, weight in bound.terms.items())
        assert np.max(total) < bound.limit + BETWEEN, bound.name
    under = base(one)
    center = pressure(one, under).center_x_m[under.known]
    assert (under.low_x_m[under.known] <= center).all()
    assert (center <= under.high_x_m[under.known]).all()


@pytest.mark.parametrize("movement", movements())
def test_contacts_hold_between_the_samples_too(movement: str) -> None:
    one = take(movement)
    for moment in np.linspace(0, one.duration_s, 997):
        at = one.at(float(moment))
        for contact in one.contacts:
            off = np.abs(at.point(contact.point) - np.array(contact.target_m)).max()
            touching = not contact.phases or one.phase_at(float(moment)) in contact.phases
            assert off < MILLIMETER or not touching, contact.point


def test_the_hinge_sends_the_hips_back_and_hardly_down_with_upright_shins() -> None:
    one = take("hip-hinge")
    hip = one.pose.point("mid_hip")
    assert one.status == "ok"
    assert hip[0, 0] - hip[:, 0].min() >= 0.15
    assert hip[0, 1] - hip[:, 1].min() <= 0.12
    shin = np.degrees(-one.pose.angle("shank_near"))
    assert np.abs(shin).max() <= 8
    lumbar = np.degrees(one.q @ row_of(one.body, "lumbar_flexion"))
    assert np.abs(lumbar - lumbar[0]).max() <= 5
    assert 75 <= degrees_at_turn(one, "hip_flexion") <= 95
    assert 15 <= degrees_at_turn(one, "knee_flexion") <= 25


def test_the_hinge_stops_where_the_hamstrings_of_this_body_stop_it() -> None:
    for stretch in (60, 68, 75):
        one = take("hip-hinge", f"hamstrings={stretch}")
        knee = degrees_at_turn(one, "knee_flexion")
        assert degrees_at_turn(one, "hip_flexion") == pytest.approx(stretch + 0.74 * knee, abs=0.01)


def test_the_squat_drops_to_parallel() -> None:
    one = take("squat")
    hip, knee = (one.at(one.turn_s).point(name) for name in ("mid_hip", "knee_near"))
    assert one.status == "ok"
    assert hip[1] == pytest.approx(knee[1], abs=EXACT)
    start = one.at(0.0).point("mid_hip")
    assert start[1] - hip[1] >= 0.25
    assert 25 <= degrees_at_turn(one, "ankle_dorsiflexion") <= 35
    assert 115 <= degrees_at_turn(one, "knee_flexion") <= 125
    assert 105 <= degrees_at_turn(one, "hip_flexion") <= 130
    assert 10 <= degrees_at_turn(one, "lumbar_flexion") <= 20


def test_the_bend_folds_the_lower_back_with_straight_knees() -> None:
    one = take("forward-bend")
    assert one.status == "ok"
    assert 40 <= degrees_at_turn(one, "lumbar_flexion") <= 55
    assert 45 <= degrees_at_turn(one, "hip_flexion") <= 70
    assert degrees_at_turn(one, "knee_flexion") < 8


def test_long_thighs_lean_more_in_the_squat_by_themselves() -> None:
    def lean(one: Take) -> float:
        return math.degrees(-float(one.at(one.turn_s).angle("upper_thorax")))

    assert lean(take("squat", "femur=+8%,torso=-7%")) > lean(take("squat")) + 5


@pytest.mark.parametrize("movement", ["forward-bend", "hip-hinge", "squat"])
@pytest.mark.parametrize("height", [0.45, 0.5, 0.6])
def test_a_movement_stops_at_the_hand_height_it_is_asked_for(movement: str, height: float) -> None:
    one = take(movement, hand_height_m=height)
    if one.status == "ok":
        assert one.hand_height_m == pytest.approx(height, abs=EXACT)
    else:
        # Only the hinge has its own limit above the lowest of these heights.
        assert movement == "hip-hinge"
        assert height == 0.45
        assert one.reason is not None
        assert one.reason.values["limit"] == "hamstrings"


@pytest.mark.parametrize("ankle", [0, 10, 15, 20])
def test_a_stiff_ankle_cannot_reach_parallel_and_is_named_as_the_limit(ankle: int) -> None:
    one = take("squat", f"ankle={ankle}")
    assert one.status == "nearest"
    assert one.reason is not None
    assert one.reason.values["limit"] == "ankle_dorsiflexion"
    assert one.reason.values["limit_deg"] == pytest.approx(ankle)
    hip, knee = (one.at(one.turn_s).point(name) for name in ("mid_hip", "knee_near"))
    assert hip[1] > knee[1]
    # The nearest pose is still a squat: the knees bend clearly.
    assert degrees_at_turn(one, "knee_flexion") > 30


def test_a_height_that_no_body_reaches_gives_the_nearest_pose_that_stands() -> None:
    one = take("forward-bend", "height=1.3,mass=30", hand_height_m=2.5)
    assert one.status == "nearest"
    assert one.reason is not None
    assert np.abs(one.com_m[:, 0] - one.com_target_x_m).max() < MILLIMETER


def test_a_tempo_that_would_throw_the_body_over_gives_the_shortest_that_stands() -> None:
    hasty = solve(load_movement("hip-hinge"), body("default"), tempo=(0.15, 0.0, 0.15, 0.0))
    assert hasty.reason is not None
    assert hasty.reason.code == "tempo_throws_over"
    assert hasty.duration_s == pytest.approx(hasty.reason.values["shortest_s"])
    low, high = hasty.body.base_x_m
    center = pressure(hasty).center_x_m
    assert low <= center.min()
    assert center.max() <= high
    # Shortest: one of the two edges is touched, as far as a five-hundredth in time allows.
    assert min(center.min() - low, high - center.max()) < 1e-3


def test_only_what_moves_is_slowed_and_the_tempo_found_is_done_as_asked() -> None:
    bend, made = load_movement("forward-bend"), body("default")
    hasty = solve(bend, made, tempo=(0.2, 0.5, 0.1, 1.0))
    seconds = {span.phase: span.to_s - span.from_s for span in hasty.spans}
    pauses = {"set_up": 0.6, "brace": 0.9, "turn": 0.5, "lockout": 1.0, "breathe": 0.8}
    assert {name: seconds[name] for name in pauses} == pytest.approx(pauses)
    assert seconds["descent"] == pytest.approx(2 * seconds["ascent"])
    found = (seconds["descent"], 0.5, seconds["ascent"], 1.0)
    assert solve(bend, made, tempo=found).status == "ok"
    down, bottom, up, top = found
    assert solve(bend, made, tempo=(0.98 * down, bottom, 0.98 * up, top)).status == "nearest"


def test_a_held_load_keeps_the_common_center_over_the_foot() -> None:
    one = take("hip-hinge", load=40.0)
    assert np.abs(one.com_m[:, 0] - one.com_target_x_m).max() < MILLIMETER
    without = one.pose.center_of_mass[one.index_at(one.turn_s), 0]
    assert without < one.com_target_x_m[0] - 0.05


def test_a_squat_holds_its_load_with_hanging_arms() -> None:
    empty, loaded = take("squat"), take("squat", load=15.0)
    lifted = [
        math.degrees(float(each.at(each.turn_s).angle("upper_arm_near")))
        for each in (empty, loaded)
    ]
    assert lifted[0] > 60
    assert abs(lifted[1]) < 15


def test_the_body_is_at_rest_at_both_ends_and_moves_smoothly() -> None:
    one = take("squat")
    assert np.abs(one.qd[[0, -1]]).max() < 1e-9
    middle = (one.time_s[:-1] + one.time_s[1:]) / 2
    step = 1e-5
    for moment in middle[::10]:
        ahead, behind = one.spline.at(moment + step), one.spline.at(moment - step)
        index = int(np.searchsorted(one.time_s, moment))
        slope = (ahead - behind) / (2 * step)
        bracket = np.sort(one.qd[index - 1 : index + 1], axis=0)
        # A cubic's slope lies within the ends' slopes plus what its bend adds.
        slack = (
            0.25
            * np.ptp(one.time_s[index - 1 : index + 1])
            * np.abs(one.qdd[index - 1 : index + 1]).max(axis=0)
        )
        assert (slope >= bracket[0] - slack - 1e-6).all()
        assert (slope <= bracket[1] + slack + 1e-6).all()


def test_more_samples_are_the_same_movement() -> None:
    few = solve(load_movement("squat"), body("default"), samples=51)
    many = solve(load_movement("squat"), body("default"), samples=401)
    for moment in np.linspace(0, few.duration_s, 40):
        # A spline through a sample each 0.13 s follows the movement within a millimeter.
        apart = few.at(float(moment)).points(("mid_hip", "c7")) - many.at(float(moment)).points(
            ("mid_hip", "c7")
        )
        assert np.abs(apart).max() < MILLIMETER


# Both arms of a swing are one rope: it has no sides to solve apart.
@pytest.mark.parametrize(
    "movement",
    [name for name in ON_TWO_FEET if not _held(name) and not load_movement(name).swing],
)
def test_both_sides_solved_apart_move_like_both_sides_solved_as_one(movement: str) -> None:
    alike = load_movement(movement)
    one = solve(alike, body("default"))
    two = solve(replace(alike, symmetric=False), body("default"))
    assert two.status == "ok"
    # Two legs share one foot's weights, so the compromise differs by less than a degree; that of
    # the rates at take-off does, too, and a flight carries them on.
    close = math.radians(2 if alike.rise_m else 1)
    assert np.abs(two.q[:, 2:] - one.q[:, 2:]).max() < close
    near, far = (two.pose.point(f"knee_{side}") for side in ("near", "far"))
    assert near == pytest.approx(far, abs=EXACT)
    assert np.abs(two.com_m[:, 0] - two.com_target_x_m).max() < MILLIMETER


@settings(max_examples=25)
@given(
    movement=some.sampled_from(movements()),
    height=some.floats(1.3, 2.2),
    mass=some.floats(30, 200),
    femur=some.floats(-12, 12),
    torso=some.floats(-12, 12),
    ankle=some.floats(5, 50),
    hamstrings=some.floats(40, 120),
    load=some.floats(0, 60),
    sex=some.sampled_from(("male", "female")),
)
def test_any_body_gets_a_take_that_stands(
    movement: str,
    height: float,
    mass: float,
    femur: float,
    torso: float,
    ankle: float,
    hamstrings: float,
    load: float,
    sex: str,
) -> None:
    text = (
        f"sex={sex},height={height:.3f},mass={mass:.2f},femur={femur:.1f}%,torso={torso:.1f}%,"
        f"ankle={ankle:.1f},hamstrings={hamstrings:.1f}"
    )
    one = take(movement, text, load=load)
    assert np.isfinite(one.q).all()
    assert np.isfinite(one.qdd).all()
    assert np.abs(one.com_m[:, 0] - one.com_target_x_m).max() < MILLIMETER
    assert (one.status == "ok") == (one.reason is None)
    grouped = [row_of(one.body, name) for name in GROUPED]
    assert np.abs(one.q @ np.array(grouped).T).max() < math.pi


def test_where_the_weight_is_kept_does_not_depend_on_what_was_solved_before() -> None:
    """A movement that keeps its weight elsewhere begins there, whatever was solved first."""
    movement, person = load_movement("squat"), body("default")
    kept: dict[float, list[float]] = {}
    for order in ((0.02, 0.10), (0.10, 0.02)):
        for ahead in order:
            take = solve(replace(movement, weight_ahead=ahead), person)
            kept.setdefault(ahead, []).append(float(take.com_m[0, 0]))
    for starts in kept.values():
        assert starts[0] == pytest.approx(starts[1], abs=1e-9)
    assert kept[0.10][0] > kept[0.02][0] + 0.03


def _squat_without(*targets: str) -> Movement:
    movement = load_movement("squat")
    deep = movement.poses["deep"]
    kept = {name: value for name, value in deep.targets.items() if name not in targets}
    return replace(movement, poses={**movement.poses, "deep": replace(deep, targets=kept)})


def test_a_goal_is_met_from_a_pose_that_stands_even_from_poor_targets() -> None:
    take = solve(_squat_without("knee_flexion"), body("default"))
    assert take.status == "ok"
    assert degrees_at_turn(take, "knee_flexion") > 90


def test_a_way_that_no_small_steps_lead_along_is_not_shown_as_done() -> None:
    """A squat without its deep hip and knee folds the wrong way round."""
    take = solve(_squat_without("knee_flexion", "hip_flexion"), body("default"))
    assert take.status == "nearest"
    assert take.reason is not None
    # Not slowed down for ever, either.
    assert take.duration_s < 60.0


@pytest.mark.parametrize("specification", ["default", "long-thighed", "stiff", "small", "tall"])
@pytest.mark.parametrize("knee_deg", [0, 2, 4, 10])
def test_hands_come_down_as_far_over_straighter_knees(knee_deg: int, specification: str) -> None:
    """Less knee leaves the hips less room, so that the back gives what they cannot."""
    hinge, person = load_movement("hip-hinge"), body(specification)
    correct = solve(hinge, person)
    deep = hinge.poses["deep"]
    straighter = replace(deep, targets={**deep.targets, "knee_flexion": math.radians(knee_deg)})
    take = solve(
        replace(hinge, poses={**hinge.poses, "deep": straighter}),
        person,
        hand_height_m=correct.hand_height_m,
    )
    assert take.status == "ok"
    assert take.hand_height_m == pytest.approx(correct.hand_height_m, abs=1e-6)
    rounded = take.at(take.turn_s).value("lumbar_flexion")
    assert rounded > correct.at(correct.turn_s).value("lumbar_flexion") + math.radians(3)
    # The knees follow their target; how far they slide along is a matter of a few degrees.
    knee = take.at(take.turn_s).value("knee_flexion")
    assert abs(math.degrees(float(knee)) - knee_deg) < 3
