"""What touches a body carries it: each equation of the header on a block worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.mechanics.contacts import FRICTION
from hinge_tutor.mechanics.dynamics import Loads, inverse, loads
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.supports import Support
from hinge_tutor.motion.take import Load
from tests.mechanics.bodies import block, on_block, still

# Worked by hand to all digits; what is left is rounding.
EXACT = 1e-9
WEIGHT_N = 98.1
FEET = {"left": (-0.5, 0.0), "right": (0.5, 0.0)}


def forces(found: Loads) -> dict[str, list[float]]:
    return {force.name: force.force_N[0].tolist() for force in found.supports}


def at_rest(person: Body, *supports: Support, **rates: float) -> Loads:
    q, qd, qdd = still()
    for name, value in rates.items():
        qdd[0, person.index(name)] = value
    return inverse(person, q, qd, qdd, supports=supports)


def test_two_points_divide_the_weight_by_their_levers() -> None:
    found = at_rest(block(0.1, **FEET), on_block("left", "left"), on_block("right", "right"))
    # N_r + N_l = 98.1 and 0.5 (N_r - N_l) = 98.1 · 0.1, so 49.05 ± 9.81.
    assert forces(found)["right"] == pytest.approx([0.0, 58.86], abs=EXACT)
    assert forces(found)["left"] == pytest.approx([0.0, 39.24], abs=EXACT)
    assert found.cop_m == pytest.approx(np.array([[0.1, 0.0]]), abs=EXACT)
    assert not found.unsupported_N.any()
    assert not found.unsupported_Nm.any()


def test_a_span_takes_what_costs_less_than_to_lean() -> None:
    spans = {"a": (-0.6, 0.0), "b": (-0.4, 0.0), "c": (0.4, 0.0), "d": (0.6, 0.0)}
    found = at_rest(block(0.1, **spans), on_block("left", "a", "b"), on_block("right", "c", "d"))
    # N = 49.05 ± δ and M on each: δ + 2 M = 9.81; least δ² + (1/36) (M/0.1)², the same for both.
    # So 2 δ = κ and 2 M / 0.36 = 2 κ: δ = 0.5 κ, M = 0.36 κ, κ = 9.81 / 1.22.
    multiplier = 9.81 / 1.22
    more, moment = 0.5 * multiplier, 0.36 * multiplier
    assert forces(found)["right"] == pytest.approx([0.0, 49.05 + more], abs=EXACT)
    right = next(force for force in found.supports if force.name == "right")
    assert right.point_m[0, 0] == pytest.approx(0.5 + moment / (49.05 + more), abs=EXACT)


@pytest.mark.parametrize("share", [0.5, 0.8])
def test_shares_are_kept_where_the_weight_is_over_them(share: float) -> None:
    left = on_block("left", "left", share=share)
    right = on_block("right", "right", share=1.0 - share)
    # The center of mass at share · (-0.5) + (1 - share) · 0.5.
    found = at_rest(block(0.5 - share, **FEET), left, right)
    assert forces(found)["left"] == pytest.approx([0.0, share * WEIGHT_N], abs=EXACT)


def test_what_slides_is_shared_as_what_presses() -> None:
    left, right = on_block("left", "left", share=0.8), on_block("right", "right", share=0.2)
    found = at_rest(block(-0.3, **FEET), left, right, root_x=1.0)
    # 10 kg · 1 m/s² ahead: 8 N and 2 N.
    assert forces(found)["left"] == pytest.approx([8.0, 78.48], abs=EXACT)
    assert forces(found)["right"] == pytest.approx([2.0, 19.62], abs=EXACT)


def test_nothing_pulls() -> None:
    found = at_rest(block(0.7, **FEET), on_block("left", "left"), on_block("right", "right"))
    # Beyond the right point: it carries all, and 98.1 · (0.7 - 0.5) = 19.62 clockwise are lacking.
    assert forces(found) == {"left": [0.0, 0.0], "right": pytest.approx([0.0, WEIGHT_N], abs=1e-5)}
    assert found.unsupported_N == pytest.approx(np.zeros((1, 2)), abs=1e-5)
    # The motion needs as much counter-clockwise as gravity turns clockwise.
    assert found.unsupported_Nm == pytest.approx([19.62], abs=1e-5)


def test_the_pressure_stays_in_its_places() -> None:
    span = {"heel": (-0.1, 0.0), "toe": (0.1, 0.0)}
    found = at_rest(block(0.15, **span), on_block("foot", "heel", "toe"))
    assert found.supports[0].point_m == pytest.approx(np.array([[0.1, 0.0]]), abs=EXACT)
    # 98.1 · (0.15 - 0.1).
    assert found.unsupported_Nm == pytest.approx([4.905], abs=1e-5)
    assert found.external[-1].name == "unsupported"


def test_nothing_slips() -> None:
    found = at_rest(block(0.0, foot=(0.0, 0.0)), on_block("foot", "foot"), root_x=8.829)
    # 10 · 8.829 = 88.29 N are needed, 0.8 · 98.1 = 78.48 N hold.
    assert pytest.approx(0.8) == FRICTION
    assert forces(found)["foot"] == pytest.approx([78.48, WEIGHT_N], abs=2e-3)
    assert found.unsupported_N == pytest.approx(np.array([[9.81, 0.0]]), abs=2e-3)


def test_a_slope_carries_along_itself_too() -> None:
    # A slope of 30 degrees that rises ahead pushes up and back.
    slope = on_block("foot", "foot", normal=math.radians(120.0))
    found = at_rest(block(0.0, foot=(0.0, 0.0)), slope)
    # N = 98.1 cos 30 and T = 98.1 sin 30, tan 30 = .58 < .8: together straight up.
    assert forces(found)["foot"] == pytest.approx([0.0, WEIGHT_N], abs=EXACT)
    steep = on_block("foot", "foot", normal=math.radians(135.0))
    # tan 45 > .8: it slips.
    assert at_rest(block(0.0, foot=(0.0, 0.0)), steep).unsupported_N.any()


def test_what_faces_the_weight_less_is_meant_to_carry_less() -> None:
    slope = Support("right", "pelvis", ("right",), (FEET["right"],), 0.5, math.radians(120.0))
    # Facing 1 and cos 30 = .8660: parts 1 / 1.8660 and .8660 / 1.8660 of the weight, straight up,
    # where the mass lies over them: -0.5 · .5359 + 0.5 · .4641.
    whole = 1.0 + math.cos(math.radians(30.0))
    center = 0.5 * (math.cos(math.radians(30.0)) - 1.0) / whole
    found = at_rest(block(center, **FEET), on_block("left", "left"), slope)
    assert forces(found)["left"] == pytest.approx([0.0, WEIGHT_N / whole], abs=1e-6)


def test_points_at_one_place_cannot_hold_a_turn() -> None:
    """Two supports that are one point: what is singular is said, not divided by."""
    place = {"left": (0.0, 0.0), "right": (0.0, 0.0)}
    found = at_rest(block(0.1, **place), on_block("left", "left"), on_block("right", "right"))
    assert forces(found)["left"] == pytest.approx([0.0, 49.05], abs=1e-4)
    # 98.1 · 0.1.
    assert found.unsupported_Nm == pytest.approx([9.81], abs=1e-4)


def test_a_wall_pushes_only_when_the_foot_cannot() -> None:
    wall = Support("wall", "pelvis", ("hand",), ((0.5, 1.0),), 0.0, math.pi)
    foot = on_block("foot", "heel", "toe", share=1.0)
    places = {"heel": (-0.1, 0.0), "toe": (0.1, 0.0), "hand": (0.5, 1.0)}
    upright = at_rest(block(0.0, **places), foot, wall)
    assert forces(upright)["wall"] == pytest.approx([0.0, 0.0], abs=EXACT)
    # 0.1 m beyond the toe, 9.81 N·m are lacking about it: the wall, 1 m high and 0.4 m ahead of the
    # toe, gives N + 0.4 T. Least N² + (T / 0.8)²: N = κ, T = 0.64 · 0.4 κ, so that
    # (1 + 0.64 · 0.16) κ = 9.81. The foot gives way a thousand times as easily and hardly counts.
    leaning = at_rest(block(0.2, **places), foot, wall)
    back, up = forces(leaning)["wall"]
    multiplier = 9.81 / (1.0 + 0.64 * 0.4**2)
    assert -back == pytest.approx(multiplier, rel=3e-3)
    assert up == pytest.approx(0.64 * 0.4 * multiplier, rel=3e-3)
    assert forces(leaning)["foot"] == pytest.approx([-back, WEIGHT_N - up], abs=EXACT)
    assert leaning.supports[0].point_m[0, 0] == pytest.approx(0.1, abs=EXACT)


def test_in_flight_nothing_touches() -> None:
    supports = (on_block("left", "left"), on_block("right", "right"))
    flying = at_rest(block(0.0, **FEET), *supports, root_y=-9.81)
    assert forces(flying) == {"left": [0.0, 0.0], "right": [0.0, 0.0]}
    assert "unsupported" not in [force.name for force in flying.external]
    # The last rule: without contact the center of pressure is under the hips.
    assert flying.cop_m.tolist() == [[0.0, 0.0]]


def test_what_does_not_touch_carries_nothing() -> None:
    q, qd, qdd = still()
    left, right = on_block("left", "left"), on_block("right", "right")
    one = np.array([[False, True]])
    found = inverse(block(0.5, **FEET), q, qd, qdd, supports=(left, right), touching=one)
    assert forces(found) == {"left": [0.0, 0.0], "right": pytest.approx([0.0, WEIGHT_N], abs=1e-9)}
    none = np.zeros((1, 2), dtype=np.bool_)
    falling = inverse(block(0.5, **FEET), q, qd, qdd, supports=(left, right), touching=none)
    assert forces(falling) == {"left": [0.0, 0.0], "right": [0.0, 0.0]}
    # Nothing carries 98.1 N, which act at 0.5 m.
    assert falling.unsupported_N == pytest.approx(np.array([[0.0, WEIGHT_N]]), abs=EXACT)
    assert falling.unsupported_Nm == pytest.approx([49.05], abs=EXACT)


def test_a_bench_lies_higher_than_the_floor() -> None:
    bench = Support("bench", "pelvis", ("back",), ((-0.5, 0.4),))
    found = at_rest(block(0.0, back=(-0.5, 0.4), foot=(0.5, 0.0)), bench, on_block("f", "foot"))
    assert forces(found)["bench"] == pytest.approx([0.0, 49.05], abs=EXACT)
    # Half the weight at 0.4 m, half at 0.
    assert found.cop_m == pytest.approx(np.array([[0.0, 0.2]]), abs=EXACT)


@pytest.mark.parametrize("kg", [0.0, 20.0])
@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
def test_two_feet_side_by_side_carry_half_each_at_one_place(movement: str, kg: float) -> None:
    take = solve(load_movement(movement), body("default"), load=Load(kg))
    named, plain = loads(take), inverse(take.body, take.q, take.qd, take.qdd, take.load)
    assert [force.name for force in named.external] == [force.name for force in plain.external]
    assert named.cop_m == pytest.approx(plain.cop_m, abs=EXACT)
    for one, other in zip(named.external, plain.external, strict=True):
        assert one.force_N == pytest.approx(other.force_N, abs=EXACT)
        assert one.point_m == pytest.approx(other.point_m, abs=EXACT)
    for joint, net in named.net_moment_Nm.items():
        assert net == pytest.approx(plain.net_moment_Nm[joint], abs=EXACT)
