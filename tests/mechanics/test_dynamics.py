"""Inverse dynamics: each equation of its header on a body small enough to work by hand."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, Segment, link
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.mechanics.dynamics import inverse, loads
from hinge_tutor.motion.balance import pressure
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load

# Worked by hand to all digits; what is left is rounding.
EXACT = 1e-12
# Statically the pressure is under the mass; the pose is solved to about a nanometer.
COP_M = 1e-6


def toy() -> Body:
    """A trunk of 10 kg, 0.1 m ahead of the hip, two 1 kg feet 1 m below, two 0.5 kg hands ahead."""
    segments = [Segment("pelvis", None, "root", "root_pitch", -1, (0, 0), 10.0, (0.1, 0.0), 2.0)]
    for side in ("near", "far"):
        ankle = f"ankle_dorsiflexion_{side}"
        wrist = f"wrist_flexion_{side}"
        segments += [
            Segment(f"foot_{side}", "pelvis", f"ankle_{side}", ankle, 1, (0, -1), 1.0, (0, 0), 0.1),
            Segment(
                f"hand_{side}", "pelvis", f"wrist_{side}", wrist, 1, (0.5, 0), 0.5, (0, 0), 0.0
            ),
        ]
    return Body(
        specification=body("default").specification,
        segments=tuple(segments),
        coordinates=("root_x", "root_y", *(segment.coordinate for segment in segments)),
        joints=tuple(segment.joint for segment in segments[1:]),
        lengths_m={},
        landmarks={f"hand_{side}": (f"hand_{side}", (0.0, 0.0)) for side in ("near", "far")},
        limits=body("default").limits,
        linkage=link(segments),
    )


def moment(**values: float) -> FloatArray:
    """One sample of the toy's coordinates; the hip is 1 m above the ground."""
    person = toy()
    row = np.zeros((1, len(person.coordinates)))
    for name, value in values.items():
        row[0, person.index(name)] = value
    return row


STANDING = moment(root_y=1.0)
REST = moment()


def test_standing_the_feet_carry_the_weight_under_the_center_of_mass() -> None:
    found = inverse(toy(), STANDING, REST, REST)
    # Weight (10 + 2 · 1 + 2 · 0.5) · 9.81 = 127.53 N, half on each foot.
    near, far = found.external
    assert near.force_N == pytest.approx(np.array([[0.0, 63.765]]), abs=EXACT)
    assert far.force_N == pytest.approx(near.force_N)
    # (10 · 0.1 + 1 · 0.5) / 13 = 0.115384615...
    assert found.cop_m == pytest.approx(np.array([[1.5 / 13.0, 0.0]]), abs=EXACT)
    # Each ankle holds its foot's force: 63.765 · 1.5 / 13 = 7.3575 toward plantarflexion.
    assert found.net_moment_Nm["ankle_near"] == pytest.approx([7.3575], abs=EXACT)


def test_a_held_load_adds_its_weight_at_the_grips() -> None:
    found = inverse(toy(), STANDING, REST, REST, Load(4.0))
    loaded = {applied.name: applied for applied in found.external}
    # 4 kg / 2 · 9.81 = 19.62 N down on each hand, at (0.5, 1).
    assert loaded["load_near"].force_N == pytest.approx(np.array([[0.0, -19.62]]), abs=EXACT)
    assert loaded["load_near"].point_m == pytest.approx(np.array([[0.5, 1.0]]), abs=EXACT)
    # (1.5 + 4 · 0.5) / 17.
    assert found.cop_m[0, 0] == pytest.approx(3.5 / 17.0, abs=EXACT)


def test_a_load_that_is_thrown_up_pulls_with_its_inertia() -> None:
    found = inverse(toy(), STANDING, REST, moment(root_y=2.0), Load(4.0))
    loaded = {applied.name: applied for applied in found.external}
    # -2 · (2 + 9.81).
    assert loaded["load_far"].force_N[0, 1] == pytest.approx(-23.62, abs=EXACT)
    # (13 + 4) · (2 + 9.81) / 2.
    assert loaded["ground_near"].force_N[0, 1] == pytest.approx(100.385, abs=EXACT)


def test_tipping_forward_faster_and_faster_needs_what_the_equations_say() -> None:
    found = inverse(toy(), STANDING, REST, moment(root_pitch=1.0))
    # φ'' = -1, so a = -i z: trunk (0, -0.1), hands (0, -0.5), feet at -i: (-1, 0).
    # F_x = 2 · 1 · (-1) = -2; F_y = 127.53 - 10 · 0.1 - 2 · 0.5 · 0.5 = 126.03.
    near = found.external[0]
    assert near.force_N == pytest.approx(np.array([[-1.0, 63.015]]), abs=EXACT)
    # About the hip, the counter-clockwise moment that is needed:
    # trunk 0.1 · 10 · (9.81 - 0.1) - 2; hands 0.5 · 1 · (9.81 - 0.5); feet 1 · 2 · (-1) - 0.2.
    about_hip = 0.1 * 10 * 9.71 - 2 + 0.5 * 9.31 - 2 - 0.2
    # The ground gives x · 126.03 + 1 · (-2).
    assert found.cop_m[0, 0] == pytest.approx((about_hip + 2) / 126.03, abs=EXACT)


def test_turning_fast_pulls_inward() -> None:
    found = inverse(toy(), STANDING, moment(root_pitch=2.0), REST)
    # a = -φ'² z = -4 z: trunk (-0.4, 0), hands (-2, 0), feet (0, 4).
    # F_x = -4 - 2 · 0.5 · 2 = -6, F_y = 127.53 + 2 · 4 = 135.53.
    total = sum(applied.force_N[0] for applied in found.external)
    assert total == pytest.approx(np.array([-6.0, 135.53]), abs=EXACT)


def test_without_contact_no_foot_carries_and_the_rest_is_said() -> None:
    falling = inverse(toy(), STANDING, REST, moment(root_y=-GRAVITY_M_S2, root_pitch=1.0))
    # φ'' = -1 as above, without weight: F_x = -2, F_y = -10 · 0.1 - 2 · 0.5 · 0.5 = -1.5.
    assert not any(force.force_N.any() or force.moment_Nm.any() for force in falling.supports)
    assert falling.cop_m == pytest.approx(np.zeros((1, 2)), abs=EXACT)
    assert falling.unsupported_N == pytest.approx(np.array([[-2.0, -1.5]]), abs=EXACT)
    # About the hip: trunk -0.1 - 2, hands -0.25, feet -2 - 0.2.
    assert falling.unsupported_Nm == pytest.approx([-4.55], abs=EXACT)
    unsupported = falling.external[-1]
    assert (unsupported.name, unsupported.on) == ("unsupported", "pelvis")
    assert unsupported.point_m == pytest.approx(np.array([[0.0, 1.0]]), abs=EXACT)


@pytest.mark.parametrize("kg", [0.0, 20.0])
@pytest.mark.parametrize("specification", ["default", "sex=female,height=1.60,mass=58"])
@pytest.mark.parametrize("knee_deg", [0.0, 18.0, 60.0])
def test_a_still_body_presses_under_its_center_of_mass(
    knee_deg: float, specification: str, kg: float
) -> None:
    knee = np.radians(knee_deg)
    take = still(
        body(specification), {"knee_flexion": knee, "hip_flexion": 1.5 * knee}, load=Load(kg)
    )
    assert loads(take).cop_m[0, 0] == pytest.approx(take.com_m[0, 0], abs=COP_M)


@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
def test_the_pressure_stays_in_the_functional_base(movement: str) -> None:
    take = solve(load_movement(movement), body("default"))
    low, high = take.body.base_x_m
    center = loads(take).cop_m[:, 0]
    assert low <= center.min()
    assert center.max() <= high


@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
def test_momentum_and_the_ground_s_force_give_one_center_of_pressure(movement: str) -> None:
    """Balance in time and inverse dynamics work it out apart from each other."""
    take = solve(load_movement(movement), body("default"), load=Load(20.0))
    assert pressure(take).center_x_m == pytest.approx(loads(take).cop_m[:, 0], abs=EXACT)


def test_twice_the_mass_and_load_needs_twice_the_moments() -> None:
    light, heavy = body("mass=50"), body("mass=100")
    pose = {"hip_flexion": 1.2, "knee_flexion": 0.4}
    once = loads(still(light, pose, load=Load(10.0))).net_moment_Nm
    twice = loads(still(heavy, pose, load=Load(20.0))).net_moment_Nm
    assert once["hip_near"][0] > 10.0
    for joint, net in once.items():
        assert twice[joint] == pytest.approx(2 * net, abs=1e-8)


def test_a_very_slow_repetition_needs_what_its_poses_need() -> None:
    take = solve(load_movement("hip-hinge"), body("default"))
    rest = np.zeros_like(take.q)
    still_ones = inverse(take.body, take.q, rest, rest).net_moment_Nm
    # A thousand times slower: velocities / 1000, accelerations / 1000².
    slow = inverse(take.body, take.q, take.qd / 1e3, take.qdd / 1e6).net_moment_Nm
    fast = loads(take).net_moment_Nm
    assert np.abs(slow["hip_near"] - still_ones["hip_near"]).max() < 1e-3
    assert np.abs(fast["hip_near"] - still_ones["hip_near"]).max() > 1.0
