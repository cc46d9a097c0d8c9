"""Efforts of whole takes: they balance every joint, have their shape, and mirror."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import LUMBAR, SIDE, columns, heads, size, strengths
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics import sides
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.mechanics.efforts import LEVELS, WORK_MODES, Efforts, efforts
from hinge_tutor.mechanics.forces import capacity
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.spline import Spline
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load, Take

MOVEMENTS = ("hip-hinge", "squat", "forward-bend")
AT_THE_SHOULDER = [
    number
    for number, head in enumerate(heads())
    if any(term.first == SIDE.index("shoulder") for term in head.terms)
]
# Every joint's equation is met to the solver's tolerance, a billionth of the largest moment.
BALANCE_NM = 1e-6
# Solved as one side or as two, the answer is the same to the solver's softness in λ.
MIRROR = 1e-4


def done(movement: str, kg: float = 0.0, specification: str = "default") -> tuple[Take, Efforts]:
    take = solve(load_movement(movement), body(specification), load=Load(kg))
    return take, efforts(take, loads(take))


def given_by_muscles(take: Take, found: Efforts) -> dict[str, FloatArray]:
    """Extension moment of all active muscles at every joint, worked out again from lengths.

    The shoulder's muscles count where they are in the equations.
    """
    total: dict[str, FloatArray] = {}
    solved = sides.solve(take, loads(take))
    for number, side in enumerate(("near", "far")):
        at = list(columns(take.body, side))
        length, arms = lengths_and_arms(take.q[:, at])
        rate = -np.einsum("jnm,nj->nm", arms, take.qd[:, at])
        force = capacity(length, rate).active * strengths(take.body)
        force *= np.split(found.activation, 2, axis=1)[number]
        force[:, AT_THE_SHOULDER] *= solved.sides[number].pulls[:, None]
        for row, joint in enumerate(SIDE):
            name = joint if joint in LUMBAR else f"{joint}_{side}"
            moment = -(size(take.body) * arms[row] * force).sum(axis=1)
            total[name] = total.get(name, np.zeros(len(moment))) + moment
    return total


@pytest.mark.parametrize("kg", [0.0, 20.0, 120.0])
@pytest.mark.parametrize("movement", MOVEMENTS)
def test_tissue_muscles_and_reserve_balance_every_joint(movement: str, kg: float) -> None:
    take, found = done(movement, kg)
    net = loads(take).net_moment_Nm
    pulls = sides.solve(take, loads(take)).sides[0].pulls
    for joint, active in given_by_muscles(take, found).items():
        tissue = found.passive_moment_Nm.get(joint, np.zeros(len(active)))
        rest = net[joint] - tissue - active - found.reserve_Nm[joint]
        asked = pulls if joint.startswith("shoulder") else np.ones_like(pulls)
        assert np.abs(rest[asked]).max(initial=0.0) < BALANCE_NM, joint


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_efforts_have_their_shape_and_bounds(movement: str) -> None:
    take, found = done(movement, 10.0)
    count = len(take.time_s)
    assert found.activation.shape == (count, len(found.muscles)) == (count, 2 * len(heads()))
    assert found.effort.shape == found.level.shape == found.work_mode.shape == (count, 20)
    assert found.group_length.shape == (count, len(found.groups))
    assert np.isfinite(found.group_length).all()
    assert found.effort.min() >= 0.01 - 1e-12
    assert found.effort.max() <= 1.0
    assert 0 <= found.level.min() <= found.level.max() < len(LEVELS)
    assert 0 <= found.work_mode.min() <= found.work_mode.max() < len(WORK_MODES)
    for array in (found.activation, found.effort, found.group_length, found.l5s1_compression_N):
        assert not array.flags.writeable


def test_a_group_s_effort_is_the_strength_weighted_mean_of_its_heads() -> None:
    _, found = done("hip-hinge")
    weights = {
        "gastrocnemius_medial_near": 3116.0,
        "gastrocnemius_lateral_near": 1575.0,
        "soleus_near": 6195.0,
    }
    by_hand = sum(
        found.activation[:, found.muscles.index(name)] * weight for name, weight in weights.items()
    ) / sum(weights.values())
    assert found.effort[:, found.groups.index("calf_near")] == pytest.approx(by_hand)


def test_one_side_mirrored_is_what_both_sides_solved_at_once_give(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take, mirrored = done("hip-hinge", 20.0)
    monkeypatch.setattr(sides, "_mirrored", lambda *_: False)
    both = efforts(take, loads(take))
    assert both.activation == pytest.approx(mirrored.activation, abs=MIRROR)
    assert both.l5s1_compression_N == pytest.approx(mirrored.l5s1_compression_N, abs=1.0)


def test_the_leg_that_bends_alone_works_alone() -> None:
    legs = {"hip_flexion_near": 0.6, "knee_flexion_near": 1.0}
    take = still(body("default"), legs)
    found = efforts(take, loads(take))
    near, far = (found.groups.index(f"quadriceps_{side}") for side in ("near", "far"))
    assert abs(found.effort[0, near] - found.effort[0, far]) > 0.01


def test_lats_are_computed_only_where_a_load_pulls_the_arm_forward() -> None:
    take, found = done("hip-hinge", 40.0)
    net = loads(take).net_moment_Nm["shoulder_near"]
    lats = found.effort[:, found.groups.index("lats_near")]
    assert lats[net > 1.0].min() > 0.011
    assert lats[net < 0.0].max() == pytest.approx(0.01)
    assert (found.bracing["latissimus"] & (net > 1.0)).sum() == 0
    assert done("hip-hinge")[1].effort[:, found.groups.index("lats_near")].max() < 0.0101


def test_a_load_that_is_too_heavy_is_an_honest_reserve() -> None:
    _, found = done("hip-hinge", 200.0)
    assert max(np.abs(reserve).max() for reserve in found.reserve_Nm.values()) > 1.0
    assert found.activation.max() == 1.0


def test_weaker_bodies_work_harder() -> None:
    groups = [0, 2, 4]
    for group in groups:
        weak = done("hip-hinge", 0.0, "strength=60%")[1].effort[:, group].max()
        assert weak > 1.2 * done("hip-hinge")[1].effort[:, group].max()


def test_a_still_pose_works_as_a_very_slow_one_does() -> None:
    take, _ = done("hip-hinge")
    # Ten thousand times slower: accelerations become 1e-8 of what they were.
    spline = take.spline
    slowly = Spline(frozen(1e4 * spline.time_s), spline.value, frozen(1e-8 * spline.second))
    slow = replace(take, spline=slowly)
    assert slow.duration_s == pytest.approx(1e4 * take.duration_s)
    found = efforts(slow, loads(slow))
    assert set(np.unique(found.work_mode)) <= {0, 1, 2}


angles = st.floats(0.0, 1.0)


@settings(max_examples=40)
@given(
    hip=angles,
    knee=angles,
    lumbar=angles,
    kg=st.floats(0.0, 150.0),
    who=st.sampled_from(["default", "sex=female,height=1.5,mass=45", "height=2.1,mass=150"]),
)
def test_any_pose_of_any_body_has_finite_bounded_efforts(
    hip: float, knee: float, lumbar: float, kg: float, who: str
) -> None:
    pose = {"hip_flexion": 2.2 * hip, "knee_flexion": 2.2 * knee, "lumbar_flexion": 0.9 * lumbar}
    take = still(body(who), pose, load=Load(kg))
    found = efforts(take, loads(take))
    for array in (found.activation, found.effort, found.group_length, found.l5s1_shear_N):
        assert np.isfinite(array).all()
    assert 0.01 - 1e-12 <= found.activation.min() <= found.activation.max() <= 1.0
    assert found.l5s1_compression_N.min() > 0.0


def test_anatomical_groups_are_parts_of_the_groups_of_the_analysis() -> None:
    _, found = done("squat", 10.0)
    by_name = found.anatomical
    assert len(by_name.groups) == 28
    assert by_name.effort.shape == by_name.level.shape == by_name.length.shape
    # Quadriceps = (9594 vasti + 2192 rectus femoris) / 11786.
    vasti, rectus = (
        by_name.effort[:, by_name.groups.index(f"{name}_near")]
        for name in ("vasti", "rectus_femoris")
    )
    together = (9594 * vasti + 2192 * rectus) / 11786
    assert found.effort[:, found.groups.index("quadriceps_near")] == pytest.approx(together)
    for name in ("soleus_far", "rectus_abdominis_near"):
        alone = found.activation[:, found.muscles.index(name)]
        assert by_name.effort[:, by_name.groups.index(name)] == pytest.approx(alone)


def test_the_silent_erectors_are_stretched_as_their_group_is() -> None:
    take = still(body("default"), {"lumbar_flexion": np.radians(55), "hip_flexion": np.radians(69)})
    found = efforts(take, loads(take)).anatomical
    for name in ("erector_spinae_near", "multifidus_near"):
        assert WORK_MODES[found.work_mode[0, found.groups.index(name)]] == "stretched"
