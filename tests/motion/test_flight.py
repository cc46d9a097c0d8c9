"""A hop: free fall of the common center, constant momentum, clean take-off and landing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_PITCH
from hinge_tutor.body.skeleton import body
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.balance import base, pressure
from hinge_tutor.motion.course import course
from hinge_tutor.motion.easing import climb, way
from hinge_tutor.motion.flight import Flight
from hinge_tutor.motion.momentum import parts
from hinge_tutor.motion.movement import read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.spline import Joined
from hinge_tutor.motion.stations import stations
from hinge_tutor.motion.take import Load, Take
from tests.motion.small_movements import assert_keeps_its_promises, small, text_of

RISE_M = 0.15
LOADS = (0.0, 10.0)


def hop(load: float = 0.0) -> Take:
    return solve(small("hop"), body("default"), load=Load(load))


def flying(take: Take) -> slice:
    """The samples in the air, and that of take-off before them."""
    numbers = np.flatnonzero(take.during(("flight",)))
    return slice(int(numbers[0]) - 1, int(numbers[-1]) + 1)


@pytest.mark.parametrize("load", LOADS)
def test_nothing_but_gravity_acts_in_the_air(load: float) -> None:
    take = hop(load)
    assert take.status == "ok"
    assert_keeps_its_promises(take)
    air = take.during(("flight",))
    outside = pressure(take)
    assert np.abs(outside.weight_N + outside.lifting_N)[air].max() < 1e-9
    assert np.abs(outside.still_Nm + outside.moving_Nm)[air].max() < 1e-9
    momentum, _ = parts(take.body, take.load).turning(take.q[flying(take)], take.qd[flying(take)])
    assert np.ptp(momentum) < 1e-6


@pytest.mark.parametrize("load", LOADS)
def test_the_apex_is_as_high_as_the_speed_of_take_off_says(load: float) -> None:
    take = hop(load)
    here = flying(take)
    start, end = take.time_s[here][0], take.time_s[here][-1]
    height = [float(take.com_at(t)[1]) for t in np.linspace(start, end, 400)]
    assert max(height) - height[0] == pytest.approx(RISE_M, rel=1e-3)
    # v from the coordinates' own velocities, v²/2g = .15 m: v = √(2 · 9.81 · .15) = 1.7155 m/s.
    step = 1e-4
    speed = float(take.com_at(start + step)[1] - take.com_at(start - step)[1]) / (2 * step)
    assert speed == pytest.approx(1.7155, rel=5e-3)
    assert speed**2 / (2 * GRAVITY_M_S2) == pytest.approx(RISE_M, rel=1e-2)


def test_the_ground_carries_until_take_off_and_from_landing_on() -> None:
    take = hop()
    outside = pressure(take)
    force = np.asarray(outside.weight_N + outside.lifting_N)
    on_ground = ~take.during(("flight",))
    # What a plan of the push leaves to rounding is far below a newton.
    assert (force[on_ground] > -1e-3).all()
    # It fades to nothing as the feet leave, and has pushed with more than twice the weight.
    assert force[flying(take).start] < 0.05 * outside.weight_N
    assert 2 < force.max() / outside.weight_N < 4
    assert (base(take).known == on_ground).all()


def test_feet_are_in_the_air_only_while_nothing_touches() -> None:
    take = hop()
    toes = take.pose.point("ball_near")[:, 1]
    middle = (flying(take).start + flying(take).stop) // 2
    assert toes[middle] > 0.1
    assert np.abs(toes[~take.during(("flight",))]).max() < 1e-6


def test_the_knees_are_tucked_half_way() -> None:
    take = hop()
    here = flying(take)
    knee = np.degrees(take.q[here, take.body.index("knee_flexion_near")])
    assert knee[len(knee) // 2] == pytest.approx(60, abs=2)


def test_coordinates_and_their_rates_belong_together() -> None:
    take = hop()
    assert isinstance(take.spline, Joined)
    fine = 1e-5
    for number in range(1, len(take.time_s) - 1, 3):
        t = float(take.time_s[number])
        slope = (take.spline.at(t + fine) - take.spline.at(t - fine)) / (2 * fine)
        assert slope == pytest.approx(take.qd[number], abs=5e-2)
    # Positions from speeds: between two samples in the air, by Simpson's rule with the middle.
    here = flying(take)
    q, rate = take.q[here], take.qd[here]
    h = np.diff(take.time_s[here])[:, None]
    trapezoid = h * (rate[1:] + rate[:-1]) / 2 - h**2 * np.diff(take.qdd[here], axis=0) / 12
    # The take-off sample has the push's acceleration, so that one step is left out.
    assert np.abs((np.diff(q, axis=0) - trapezoid)[1:]).max() < 1e-4


def test_a_rise_that_the_legs_cannot_give_is_lowered_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "hop.toml"
    file.write_text(text_of("hop").replace("rise_m = 0.15", "rise_m = 0.9"), encoding="utf-8")
    take = solve(read_movement(file), body("default"))
    assert take.reason is not None
    assert take.reason.code == "rise_too_high"
    assert 0 < float(take.reason.values["reached_cm"]) < 90
    assert "rise" in words().reason(take.reason)
    assert_keeps_its_promises(take)


def test_a_course_that_ends_at_a_speed() -> None:
    # From 1 to 3 in 2 s, arriving with 2 per second: w = 2 · 2 / 2 = 2, p(½) = ⅛ (2 - ½) = 3/16,
    # 1 + 2 · 3/16 = 1.375.
    ends = np.array([1.0]), np.array([3.0])
    moved = np.array([0.0]), np.array([4.0])
    tau = np.array([[0.0], [0.5], [1.0]])
    assert way(tau, ends, moved)[:, 0] == pytest.approx([1, 1.375, 3])
    # Run backward: from 3 to 1, leaving with -2 per second.
    back = way(1 - tau, (ends[1], ends[0]), (-moved[1], moved[0]))[:, 0]
    assert back == pytest.approx([1, 1.375, 3])


def test_the_height_of_a_push() -> None:
    # H = .4 m, v = 2 m/s, T = .4 s: V = .8, G = 9.81 · .16 = 1.5696;
    # y = (4 - 3.2 - .7848) τ³ + (-6 + 5.6 + 1.5696) τ⁴ + (2.4 - 2.4 - .7848) τ⁵
    # y(½) = .0152/8 + 1.1696/16 - .7848/32 = .0019 + .0731 - .024525 = .050475
    assert climb(np.array([0.5, 1.0]), 0.4, 2.0, 0.4) == pytest.approx([0.050475, 0.4])
    h = 1e-4
    y = climb(np.array([1 - 2 * h, 1 - h, 1.0]), 0.4, 2.0, 0.4)
    assert (y[2] - y[1]) / (0.4 * h) == pytest.approx(2.0, rel=1e-2)
    assert (y[2] - 2 * y[1] + y[0]) / (0.4 * h) ** 2 == pytest.approx(-GRAVITY_M_S2, rel=1e-2)


def test_a_take_off_keeps_the_feet_moves_the_center_and_turns_as_asked() -> None:
    made, hop_file = body("default"), small("hop")
    one = course(hop_file, made, Load(0.0, "hands"))
    found = stations(one, hop_file.phases, None)
    (flown,) = found.flights.values()
    expand = one.unknowns.expand
    for ground, u, rate in zip(
        (found.stances[2], found.stances[4]), flown.ends, flown.rates, strict=True
    ):
        moved = ground.rows.gradient(expand @ u) @ expand @ rate
        # The feet stay; the last row is the center's x, which a hop on the spot does not move.
        assert moved == pytest.approx(np.zeros(len(ground.rows)), abs=1e-6)
        turned = parts(made, one.load).turning_rows(expand @ u) @ expand @ rate
        assert turned == pytest.approx(flown.momentum, abs=1e-6)
    # Up with √(2 · 9.81 · .15) = 1.7155 m/s.
    assert flown.velocity.imag == pytest.approx(1.71552, abs=1e-5)


def test_a_stretch_between_two_knots_by_their_values_and_slopes() -> None:
    # y from 0 to 1 in 1 s with slopes 0 and 2: at ½, 1 · ¼ · 2 + (0 - 2 · ¼ · ½) = ½ - ¼ = ¼.
    line = Joined(
        np.array([0.0, 1.0]),
        np.array([[0.0], [1.0]]),
        np.zeros((2, 1)),
        np.array([[0.0], [2.0]]),
    )
    assert line.at(0.5) == pytest.approx([0.25])


def test_a_joint_s_path_in_the_air() -> None:
    # T = .4 s, from 1 to 2, leaving with 4 per second, t0 = .1 s, nothing else: at t = .025 s
    # f = .025 (¾)³ = .010547; τ = 1/16, s = 10/4096 - 15/65536 + 6/1048576 = .0022182.
    one = np.array([1.0])
    path = Flight(
        seconds=0.4,
        push_s=0.3,
        landing_s=0.3,
        climbs_m=(0.2, 0.2),
        rates=(4 * one, 0 * one),
        ends=(one, 2 * one),
        tuck=0 * one,
        stops_s=(0.1 * one, 0.1 * one),
        momentum=0.0,
        center=1j,
        velocity=2j,
    )
    u, rate, _ = path.joints(np.array([0.0, 0.025, 0.4]))
    assert u[:, 0] == pytest.approx([1, 1 + 0.0022182 + 4 * 0.010546875, 2], abs=1e-6)
    assert rate[[0, 2], 0] == pytest.approx([4, 0], abs=1e-12)
    # The common center: 1 m up, 2 m/s up, after .1 s at 1 + .2 - 9.81 · .01 / 2 = 1.15095 m.
    assert path.parabola(np.array([0.1]))[0][0].imag == pytest.approx(1.15095)


def test_momentum_and_inertia_of_a_rigid_turn() -> None:
    # All joints still, the whole body turning clockwise with 2 rad/s: L = -2 J.
    made = body("default")
    whole = parts(made, Load(10.0, "hands"))
    q = np.zeros((1, len(made.coordinates)))
    rate = np.zeros_like(q)
    rate[0, ROOT_PITCH] = 2.0
    momentum, inertia = whole.turning(q, rate)
    assert momentum == pytest.approx(-2 * inertia)
    assert whole.turning_rows(q[0])[ROOT_PITCH] == pytest.approx(-inertia[0])
    # J from the parts: Σ m |z - c|² + I, the load as a point in each hand.
    centers = [made.linkage.com @ np.ones(len(made.segments))]
    centers += [np.array([made.places[f"hand_{side}"].sum()]) for side in ("near", "far")]
    z = np.concatenate(centers)
    mass = np.append(made.linkage.mass_kg, [5.0, 5.0])
    c = (mass @ z) / mass.sum()
    expected = mass @ np.abs(z - c) ** 2 + made.linkage.inertia_kgm2.sum()
    assert inertia[0] == pytest.approx(expected)


def test_a_tempo_of_nothing_beside_a_flight_drops_no_phase() -> None:
    """What is beside a flight has its seconds from the rise, whatever tempo is asked for."""
    still_there = solve(small("hop"), body("default"), tempo=(1.0, 0.0, 1.0, 0.0))
    assert {"flight", "landing"} <= {span.phase for span in still_there.spans}
    assert np.isfinite(still_there.q).all()


def test_a_course_with_a_speed_at_both_ends_worked_by_hand() -> None:
    # From 1 to 3 with u T = 2 and v T = 4. Half-way: 1 + 2 · ¼ · 2 + 2 · ½ · ¼ - 4 · ¼ · ½ = 1.75.
    ends = (np.array([1.0]), np.array([3.0]))
    moved = (np.array([2.0]), np.array([4.0]))
    tau = np.array([[0.0], [0.5], [1.0]])
    assert way(tau, ends, moved)[:, 0] == pytest.approx([1.0, 1.75, 3.0])
    # Its slopes at the ends are what was asked for.
    step = 1e-6
    first, last = np.array([[0.0], [step]]), np.array([[1.0 - step], [1.0]])
    for pair, speed in ((first, 2.0), (last, 4.0)):
        assert np.diff(way(pair, ends, moved)[:, 0])[0] / step == pytest.approx(speed, abs=1e-4)
