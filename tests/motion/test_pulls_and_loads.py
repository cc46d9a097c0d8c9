"""Bands, cables and loads in movements: balance of moments, places of loads, swinging arms."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.at_rest import at_rest
from hinge_tutor.motion.balance import base, pressure, slowing_needed
from hinge_tutor.motion.course import course
from hinge_tutor.motion.moments import Balance, balance
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.pull_rows import leg_length
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.rows import balance_row
from hinge_tutor.motion.stance import footing
from hinge_tutor.motion.take import Load, Take
from tests.motion.small_movements import assert_keeps_its_promises, small

ROUNDING = 1e-6
BODIES = ("default", "femur=+8%,torso=-7%", "height=1.3,mass=30")


@pytest.mark.parametrize("text", BODIES)
def test_against_a_forward_cable_the_moments_cancel_about_the_foot(text: str) -> None:
    take = solve(small("cable-hinge"), body(text))
    assert_keeps_its_promises(take)
    at, weight = take.pose, GRAVITY_M_S2 * take.body.mass_kg
    point = take.body.com_target_x_m
    turning = weight * (take.com_m[:, 0] - point)
    for pull in take.pulls:
        place = at.point(pull.on)
        line = np.array(pull.to) - place
        force = 4.0 * GRAVITY_M_S2 * line / np.hypot(*line.T)[:, None]
        turning -= (place[:, 0] - point) * force[:, 1] - place[:, 1] * force[:, 0]
    assert np.abs(turning).max() < 1e-4


def test_a_forward_cable_makes_the_body_stand_further_back() -> None:
    pulled = solve(small("cable-hinge"), body("default"))
    assert (pulled.com_m[:, 0] < pulled.body.com_target_x_m - 0.05).all()
    still = at_rest(pulled)
    assert pressure(still).center_x_m == pytest.approx(pulled.body.com_target_x_m, abs=ROUNDING)


def test_a_band_between_hands_and_feet_turns_nothing() -> None:
    take = solve(small("band-under-feet"), body("default"))
    assert [(pull.on, pull.to) for pull in take.pulls] == [
        ("hand_near", "ball_near"),
        ("hand_far", "ball_far"),
    ]
    assert take.pulls[0].rest_length_m == pytest.approx(0.45 * leg_length(take.body))
    assert take.com_m[:, 0] == pytest.approx(take.body.com_target_x_m, abs=ROUNDING)


def test_the_balance_of_moments_has_exact_derivatives() -> None:
    made = body("default")
    rng = np.random.default_rng(1)
    for name in ("cable-hinge", "hip-band-behind"):
        movement = small(name)
        one = course(movement, made, Load(10.0, "back"))
        row = one.stance([footing(made, touch) for touch in movement.supports]).balance
        assert isinstance(row, Balance)
        q = rng.normal(0.0, 0.3, len(made.coordinates))
        q[1] += 0.9
        step, steps = 1e-6, np.eye(len(q)) * 1e-6
        slope = [(row.value(q + h) - row.value(q - h))[0] / (2 * step) for h in steps]
        assert row.gradient(q)[0] == pytest.approx(np.array(slope), abs=1e-8)
        bend = [(row.gradient(q + h) - row.gradient(q - h))[0] / (2 * step) for h in steps]
        assert row.curvature(q, np.array([2.0])) == pytest.approx(2 * np.array(bend), abs=1e-7)


def test_the_point_about_which_all_moments_cancel_by_hand() -> None:
    # Standing on the zero pose with the hand at (x, y), a cable of 2 kg to 3 m ahead at the same
    # height: F = 19.62 N forward. p = (x_c M g + y F) / (M g): moving it forward by y F / (M g).
    made = body("default")
    q = np.zeros(len(made.coordinates))
    q[1] = 0.93
    center = balance_row(made, 0.0)
    grip = complex(made.places["hand_near"].sum())
    hand, far = 0.93 + grip.imag, grip.real + 3.0
    weight = GRAVITY_M_S2 * made.mass_kg
    row = balance(center, weight, 0.0, [Pull("cable", "hand_near", (far, hand), stack_kg=2.0)])
    ahead = hand * 2.0 * GRAVITY_M_S2 / weight
    assert row.value(q)[0] == pytest.approx(center.value(q)[0] + ahead)
    # On a block of .3 m the lever is .3 m shorter.
    row = balance(center, weight, 0.3, [Pull("cable", "hand_near", (far, hand), stack_kg=2.0)])
    assert row.value(q)[0] == pytest.approx(
        center.value(q)[0] + (hand - 0.3) * 2.0 * GRAVITY_M_S2 / weight
    )
    # A line straight up takes its force off the ground as well: p = x_c M g - x F over M g - F.
    over = (far - 3.0, hand + 1.0)
    row = balance(center, weight, 0.0, [Pull("cable", "hand_near", over, stack_kg=2.0)])
    lifted = 2.0 * GRAVITY_M_S2
    expected = (center.value(q)[0] * weight - over[0] * lifted) / (weight - lifted)
    assert row.value(q)[0] == pytest.approx(expected)


def test_a_tempo_counts_what_a_band_pulls() -> None:
    take = solve(small("hip-band-behind"), body("default"))
    under, center = base(take), pressure(at_rest(take)).center_x_m
    assert under.known.all()
    near, far = (0.15 * leg_length(take.body) * side for side in (1, -1))
    kept = 0.7 * near + 0.3 * far + take.body.com_target_x_m
    assert center == pytest.approx(kept, abs=ROUNDING)
    assert slowing_needed(take) < 1


@pytest.mark.parametrize("name", ["cable-hinge", "hip-band-behind", "swinging-arms", "hip-thrust"])
def test_momentum_and_the_forces_of_supports_give_one_center_of_pressure(name: str) -> None:
    take = solve(small(name), body("default"), load=Load(5.0))
    # With feet and bench at different heights, what pushes up is only known to what rubs.
    close = 1e-6 if name != "hip-thrust" else 0.05
    assert pressure(take).center_x_m == pytest.approx(loads(take).cop_m[:, 0], abs=close)


def hips_at_turn(take: Take) -> float:
    return float(take.at(take.turn_s).point("mid_hip")[0])


def test_a_load_sits_where_the_movement_has_it_unless_the_caller_says() -> None:
    plate = solve(small("band-under-feet"), body("default"), load=Load(20.0))
    assert plate.load == Load(20.0, "plate")
    assert plate.load.landmarks == ("mid_back",)
    assert_keeps_its_promises(plate)
    back = solve(small("band-under-feet"), body("default"), load=Load(20.0, "back"))
    assert back.load.at == "back"
    assert solve(load_movement("hip-hinge"), body("default"), load=Load(20.0)).load.at == "hands"


@pytest.mark.parametrize("at", ["hands", "back", "front", "plate", "hips", "near_hand", "ankles"])
def test_a_load_anywhere_is_balanced(at: str) -> None:
    take = solve(load_movement("hip-hinge"), body("default"), load=Load(30.0, at))
    assert_keeps_its_promises(take)
    assert take.com_m[:, 0] == pytest.approx(take.com_target_x_m, abs=ROUNDING)


def test_a_load_higher_on_the_trunk_sends_the_hips_further_back() -> None:
    hinge, made = load_movement("hip-hinge"), body("default")
    empty, back = (hips_at_turn(solve(hinge, made, load=Load(kg, "back"))) for kg in (0.0, 30.0))
    assert back < empty - 0.02


def test_weights_swing_with_the_arms() -> None:
    take = solve(small("swinging-arms"), body("default"), load=Load(4.0))
    assert_keeps_its_promises(take)
    arm = np.degrees(take.pose.angle("upper_arm_near"))
    assert arm.min() == pytest.approx(-35, abs=1)
    assert arm.max() == pytest.approx(70, abs=1)
    shoulder = take.body.index("shoulder_flexion_near")
    assert np.abs(take.qd[:, shoulder]).max() > math.radians(150)
    low, high = base(take).low_x_m, base(take).high_x_m
    center = pressure(take).center_x_m
    assert (low <= center).all()
    assert (center <= high).all()
