"""The hips in the frontal plane: what they ask for, what the floor adds, and that it balances."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscle_lengths import adduction_arms, lengths_and_arms
from hinge_tutor.body.muscles import columns, heads, size
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics import sides
from hinge_tutor.mechanics.dynamics import Loads, loads
from hinge_tutor.mechanics.efforts import efforts
from hinge_tutor.mechanics.frontal import sideways
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load, Take

NAMES = [head.name for head in heads()]


def standing() -> Take:
    return still(body("default"), {})


def carried_by(take: Take, near: float) -> Loads:
    """The loads of a take with this share of the ground's force on the near foot."""
    found = loads(take)
    share = {"foot_near": 2 * near, "foot_far": 2 * (1 - near)}
    return replace(
        found,
        external=tuple(
            replace(force, force_N=frozen(force.force_N * share[force.on]))
            if force.kind == "support"
            else force
            for force in found.external
        ),
    )


def test_feet_under_the_hips_ask_for_nothing() -> None:
    for hip in sideways(standing(), loads(standing())):
        assert hip.asked_Nm == pytest.approx(0.0)


def test_a_leg_that_stands_alone_holds_the_pelvis_up() -> None:
    near, far = sideways(standing(), carried_by(standing(), 1.0))
    # 75 kg · 9.81 = 735.75 N less the leg's own weight, 14.94 kg · 9.81 = 146.6 N, at 77.3 mm:
    # 589.2 · .0773 = 45.5 N·m of abduction.
    leg = sum(part.mass_kg for part in body("default").segments if part.name in LEG_PARTS)
    by_hand = -(735.75 - leg * 9.81) * 0.0773
    assert near.asked_Nm[0] == pytest.approx(by_hand, abs=0.01)
    assert by_hand == pytest.approx(-45.5, abs=1.0)
    assert far.asked_Nm[0] == 0.0
    # Nothing to press against: the floor adds nothing.
    assert near.floor_Nm[0] == pytest.approx(0.0)


LEG_PARTS = ("thigh_near", "shank_near", "foot_near", "toes_near")


def test_the_demand_grows_with_the_share_of_the_load() -> None:
    asked = [
        -float(sideways(standing(), carried_by(standing(), share))[0].asked_Nm[0])
        for share in (0.3, 0.5, 0.6, 0.8, 1.0)
    ]
    assert asked[:2] == [0.0, 0.0]
    assert asked[2] < asked[3] < asked[4]
    assert asked[2] > 0.0


def test_two_feet_press_as_hard_as_they_do_not_slip() -> None:
    take = still(body("default"), {"hip_flexion": 1.9, "knee_flexion": 2.0}, load=Load(20.0))
    near, far = sideways(take, loads(take))
    thigh, shank = take.pose.point("hip_near")[0], take.pose.point("knee_near")[0]
    along = (shank - thigh) / np.linalg.norm(shank - thigh)
    reach = float((loads(take).cop_m[0] - thigh) @ along)
    # .8 of half of 95 kg · 9.81.
    assert near.floor_Nm[0] == pytest.approx(0.8 * 95 * 9.81 / 2 * reach, rel=1e-6)
    assert far.floor_Nm == pytest.approx(near.floor_Nm)


@pytest.mark.parametrize(("movement", "kg"), [("squat", 0.0), ("squat", 40.0), ("hip-hinge", 20.0)])
def test_muscles_and_floor_balance_each_hip_sideways(movement: str, kg: float) -> None:
    """Σ r_add a F is what is asked for, less what the floor holds, which is within its bounds."""
    take = solve(load_movement(movement), body("default"), load=Load(kg))
    solution = sides.solve(take, loads(take))
    side, activation = solution.sides[0], solution.activation[0]
    arms = adduction_arms(take.q[:, columns(take.body, "near")[0]]) * size(take.body)
    given: FloatArray = (arms * side.force_N * activation).sum(axis=1)
    floor = side.moments[:, sides.ADDUCTION, -1]
    left = solution.reserve_Nm[0][:, sides.ADDUCTION]
    assert (np.abs(given + left) <= np.abs(floor) + 1e-6).all()
    assert np.abs(left).max() < 1e-3


def test_on_one_leg_the_muscles_that_abduct_work() -> None:
    take = standing()
    both, alone = (efforts(take, carried_by(take, share)) for share in (0.5, 1.0))
    for name in ("gluteus_medius_middle_near", "gluteus_minimus_anterior_near"):
        number = both.muscles.index(name)
        assert both.activation[0, number] < 0.06
        assert alone.activation[0, number] > 0.1
    assert alone.adduction_reserve_Nm["hip_near"] == pytest.approx(0.0, abs=1e-3)


def test_what_the_hips_lack_sideways_counts_as_too_heavy() -> None:
    take = still(body("strength=50%,mass=50"), {}, load=Load(200.0))
    found = efforts(take, carried_by(take, 1.0))
    assert found.adduction_reserve_Nm["hip_near"][0] < -1.0
    assert found.lacking_Nm["hip_near"] > 1.0


def test_in_deep_flexion_the_adductors_extend_the_hip() -> None:
    """Adductor longus flexes a straight hip and extends a deeply bent one (Neumann 2010)."""
    arms = lengths_and_arms(np.array([[h, 0, 0, 0, 0, 0, 0] for h in (0.0, 1.9)]))[1]
    for name in ("adductor_longus", "adductor_brevis"):
        flexion = arms[0][:, NAMES.index(name)]
        assert flexion[0] > 0.02
        assert flexion[1] < -0.02
