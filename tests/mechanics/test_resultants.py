"""What turns a joint is one force along one line: its moment is the joint's, at rest and moving."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.mechanics.resultants import HIPS, Resultant, beyond, resultant
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load

# Sums of some hundred newtons in other orders: rounding alone.
EXACT_NM = 1e-9
JOINTS = (HIPS, "l5s1", "knee_near", "ankle_near")


def found(force: complex, moment: float, joint: complex = 0j) -> Resultant:
    return Resultant(*(np.array([value]) for value in (joint, force, moment, joint)))


def test_the_line_of_a_force_is_its_moment_away_from_the_joint() -> None:
    # 100 N down, turning clockwise with 30 N·m about (1, 2): 30 / 100 = .3 m ahead, at 1.3.
    one = found(-100j, -30.0, 1 + 2j)
    assert one.foot == pytest.approx(np.array([1.3 + 2j]))
    assert one.arm_m == pytest.approx(np.array([0.3]))


def test_any_point_of_the_line_gives_the_same_moment() -> None:
    one = found(60 - 80j, 25.0, 0.2 + 0.9j)
    for along in (-0.5, 0.0, 2.0):
        arm = one.foot + along * one.force - one.joint
        assert (np.conj(arm) * one.force).imag == pytest.approx(np.array([25.0]))


def test_a_force_that_is_none_has_no_line() -> None:
    assert not np.isfinite(found(0j, 5.0).arm_m).any()
    assert not np.isfinite(found(0j, 5.0).foot).any()


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("load_kg", [0.0, 20.0])
def test_arm_times_force_is_the_static_moment_of_a_still_pose(joint: str, load_kg: float) -> None:
    bent = {"hip_flexion": 1.2, "knee_flexion": 0.5, "lumbar_flexion": 0.3, "shoulder_flexion": 0.9}
    take = still(body("default"), bent, load=Load(load_kg))
    asked = loads(take)
    one = resultant(take, asked, joint)
    assert np.abs(one.force) * one.arm_m == pytest.approx(
        net(asked.net_moment_Nm, joint), abs=EXACT_NM
    )


def net(moments: object, joint: str) -> object:
    assert isinstance(moments, dict)
    both = moments["hip_near"] + moments["hip_far"] if joint == HIPS else moments[joint]
    return np.abs(both)


@pytest.mark.parametrize(
    "movement", ["kettlebell-swing", "leg-swing", "hip-distraction", "leg-curl", "vertical-jump"]
)
@pytest.mark.parametrize("joint", JOINTS)
def test_it_is_the_joints_moment_while_the_body_moves(joint: str, movement: str) -> None:
    repetition = perform(movement, body("default"))
    one = resultant(repetition.take, repetition.loads, joint)
    moment = net(repetition.loads.net_moment_Nm, joint)
    assert np.abs(one.moment_Nm) == pytest.approx(moment, abs=EXACT_NM)


def test_a_still_upper_body_pulls_down_with_its_weight_through_its_center() -> None:
    take = still(body("default"), {"hip_flexion": 1.0})
    one = resultant(take, loads(take), HIPS)
    who = take.body
    part = [not each.name.startswith(("thigh", "shank", "foot", "toes")) for each in who.segments]
    weight = 9.81 * sum(s.mass_kg for s, there in zip(who.segments, part, strict=True) if there)
    assert one.force == pytest.approx(np.array([-1j * weight]))
    assert one.foot.real == pytest.approx(one.center.real)


def test_beyond_a_knee_lie_shank_and_foot() -> None:
    who = body("default")
    names = [
        each.name
        for each, there in zip(who.segments, beyond(who, "knee_far"), strict=True)
        if there
    ]
    assert names == ["shank_far", "foot_far", "toes_far"]
