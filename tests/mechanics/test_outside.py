"""Loads, bands and cables: each equation of the header worked by hand, and where forces act."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.linkage import Segment
from hinge_tutor.body.places import load_places
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.mechanics.dynamics import External, inverse
from hinge_tutor.mechanics.moving import moving
from hinge_tutor.mechanics.outside import carried, pulled
from hinge_tutor.motion.pulls import Pull, PullError
from hinge_tutor.motion.take import Load, LoadError
from tests.mechanics.bodies import Motion, any_motion, block, built, still

EXACT = 1e-12
PERSON = body("default")


def pull(person: Body, motion: Motion, one: Pull) -> list[External]:
    return list(pulled(moving(person, *motion), one))


def test_a_load_is_shared_evenly_and_pulls_with_weight_and_inertia() -> None:
    q, qd, qdd = still(len(PERSON.coordinates))
    qdd[0, :2] = 1.0, 2.0
    near, far = carried(moving(PERSON, q, qd, qdd), Load(20.0))
    # Each 10 kg: -10 · 1 and -10 · (2 + 9.81).
    assert near.force_N == pytest.approx(np.array([[-10.0, -118.1]]), abs=EXACT)
    assert far.force_N == pytest.approx(near.force_N, abs=EXACT)
    assert (near.name, far.name, near.on, near.kind) == (
        "load_near",
        "load_far",
        "hand_near",
        "load",
    )


def test_a_load_turns_with_its_segment() -> None:
    person = block(0.0, bar_high=(0.0, 0.5))
    q, qd, qdd = still()
    qd[0, 2], qdd[0, 2] = 2.0, 3.0
    (bar,) = carried(moving(person, q, qd, qdd), Load(4.0, "back"))
    # Pitch turns clockwise: φ' = -2, φ'' = -3; a = (i φ'' - φ'²) · 0.5 i = 1.5 - 2 i.
    assert bar.force_N == pytest.approx(np.array([[-4.0 * 1.5, -4.0 * (9.81 - 2.0)]]), abs=EXACT)
    assert bar.name == "load"


@pytest.mark.parametrize("at", load_places())
def test_a_load_acts_where_it_sits(at: str) -> None:
    rng = np.random.default_rng(3)
    q, qd, qdd = any_motion(PERSON, rng)
    load = Load(30.0, at)
    forces = list(carried(moving(PERSON, q, qd, qdd), load))
    assert len(forces) == len(load.landmarks)
    assert [force.on for force in forces] == [PERSON.landmarks[at][0] for at in load.landmarks]
    still_ones = list(carried(moving(PERSON, q, 0 * qd, 0 * qdd), load))
    total = sum(force.force_N for force in still_ones)
    assert total == pytest.approx(np.array([[0.0, -30.0 * 9.81]] * len(q)), abs=1e-9)


def test_a_band_to_a_fixed_place_by_hand() -> None:
    person = block(0.0, hand=(0.3, 0.4))
    band = Pull("band", "hand", (0.3, 1.4), stiffness_N_m=200.0, rest_length_m=0.7)
    (force,) = pull(person, still(), band)
    # 1 m long, 0.3 m stretched: 60 N straight up.
    assert force.force_N == pytest.approx(np.array([[0.0, 60.0]]), abs=EXACT)
    assert force.point_m == pytest.approx(np.array([[0.3, 0.4]]), abs=EXACT)
    assert (force.name, force.on, force.kind) == ("band", "pelvis", "pull")


def test_a_slack_band_does_not_push() -> None:
    person = block(0.0, hand=(0.0, 0.0))
    band = Pull("band", "hand", (0.0, 0.5), stiffness_N_m=200.0, rest_length_m=0.7)
    (force,) = pull(person, still(), band)
    assert not force.force_N.any()


def test_a_band_between_two_places_pulls_both_together() -> None:
    person = block(0.0, hand=(0.0, 1.0), foot=(0.0, 0.0))
    band = Pull("band", "hand", "foot", stiffness_N_m=100.0, rest_length_m=0.5)
    hand, foot = pull(person, still(), band)
    # 0.5 m stretched: 50 N.
    assert hand.force_N == pytest.approx(np.array([[0.0, -50.0]]), abs=EXACT)
    assert foot.force_N == pytest.approx(np.array([[0.0, 50.0]]), abs=EXACT)
    assert (foot.name, foot.point_m.tolist()) == ("band_end", [[0.0, 0.0]])


def test_a_cable_lifts_its_stack_faster_and_faster() -> None:
    person = block(0.0, hand=(0.0, 0.0))
    cable = Pull("cable", "hand", (3.0, 4.0), stack_kg=10.0)
    q, qd, qdd = still()
    qdd[0, 0] = -1.0
    (force,) = pull(person, (q, qd, qdd), cable)
    # u = (0.6, 0.8); d'' = +1 along x, so L'' = 0.6: T = 10 · (9.81 + 0.6) = 104.1 N.
    assert force.force_N == pytest.approx(np.array([[62.46, 83.28]]), abs=EXACT)
    # Across the line at 2 m/s: L' = 0, L'' = 2² / 5 = 0.8.
    qd[0, :2] = 2.0 * 0.8, -2.0 * 0.6
    (swung,) = pull(person, (q, qd, 0.0 * qdd), cable)
    assert np.linalg.norm(swung.force_N) == pytest.approx(10.0 * (9.81 + 0.8), abs=EXACT)


def test_a_cable_that_falls_behind_goes_slack() -> None:
    person = block(0.0, hand=(0.0, 0.0))
    q, qd, qdd = still()
    qdd[0, 1] = 20.0
    (force,) = pull(person, (q, qd, qdd), Pull("cable", "hand", (0.0, 2.0), stack_kg=10.0))
    assert not force.force_N.any()


def test_a_horizontal_cable_turns_the_hip_by_its_height_above_it() -> None:
    """A trunk on two thighs, one arm's length of lever: F times the difference of heights."""
    thighs = [
        Segment(f"foot_{side}", "pelvis", f"hip_{side}", f"hip_{side}", 1, (0, 0), 1.0, (0, 0), 0.1)
        for side in ("near", "far")
    ]
    trunk = Segment("pelvis", None, "root", "root_pitch", -1, (0, 0), 10.0, (0.0, 0.3), 2.0)
    person = built([trunk, *thighs], {"hand": ("pelvis", (0.2, 0.7))})
    q, qd, qdd = still(5)
    q[0, 1] = 1.0
    free = inverse(person, q, qd, qdd)
    cable = Pull("cable", "hand", (5.0, 1.7), stack_kg=8.0)
    held = inverse(person, q, qd, qdd, pulls=(cable,))
    # 8 · 9.81 = 78.48 N forward at 0.7 m above the hips: 54.936 N·m of extension, half on a side.
    for joint in ("hip_near", "hip_far"):
        more = held.net_moment_Nm[joint] - free.net_moment_Nm[joint]
        assert more == pytest.approx([54.936 / 2.0], abs=1e-9)
    # The feet push back, and the pressure goes ahead by 78.48 · 1.7 / (12 · 9.81).
    ground = sum(force.force_N for force in held.supports)
    assert ground == pytest.approx(np.array([[-78.48, 12.0 * 9.81]]), abs=1e-9)
    ahead = held.cop_m[0, 0] - free.cop_m[0, 0]
    assert ahead == pytest.approx(78.48 * 1.7 / (12.0 * 9.81), abs=1e-9)


def test_a_line_without_length_pulls_nowhere() -> None:
    person = block(0.0, hand=(0.0, 1.0), foot=(0.0, 1.0))
    for to in ("foot", (0.0, 1.0)):
        with pytest.raises(PullError, match="both ends of the line meet") as caught:
            pull(person, still(), Pull("band", "hand", to, stiffness_N_m=100.0))
        assert "\n" not in str(caught.value)


def test_what_cannot_be_is_said_in_one_sentence() -> None:
    for mass in (-5.0, math.nan, math.inf):
        with pytest.raises(LoadError, match="cannot be carried"):
            Load(mass)
    with pytest.raises(LoadError, match="no load sits at 'elbow'"):
        Load(5.0, "elbow")
    with pytest.raises(PullError, match="needs another end"):
        Pull("band", "hand_near", "", stiffness_N_m=100.0)
    q, qd, qdd = still(len(PERSON.coordinates))
    for wrong in (math.nan, math.inf):
        for number in range(3):
            rows = [q.copy(), qd.copy(), qdd.copy()]
            rows[number][0, 5] = wrong
            at, rate, rate2 = rows
            with pytest.raises(ValueError, match="finite") as caught:
                inverse(PERSON, at, rate, rate2)
            assert "\n" not in str(caught.value)
    with pytest.raises(ValueError, match="alike"):
        inverse(PERSON, q, qd[:, :4], qdd)
