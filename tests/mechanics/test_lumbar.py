"""The load on the lowest disc: each equation on a case worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import SIDE, heads, strengths
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.mechanics.lumbar import compression_and_shear, extensor_strength, force_across
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load

EXACT = 1e-9
PELVIS_AND_LEGS = ("pelvis", "thigh", "shank", "foot", "toes")
DEFAULT = body("default")
NOTHING, ONE = np.zeros(1), np.ones(1)
# Mass above L5/S1: 75 - 8.38 - 2 · (10.62 + 3.25 + 1.03) = 36.83 kg.
ABOVE_KG = sum(
    segment.mass_kg for segment in DEFAULT.segments if not segment.name.startswith(PELVIS_AND_LEGS)
)


def test_standing_still_the_joint_carries_what_lies_above() -> None:
    assert pytest.approx(36.83, abs=0.01) == ABOVE_KG
    take = still(DEFAULT, {})
    assert force_across(take, ()) == pytest.approx([1j * ABOVE_KG * 9.81], abs=EXACT)


def test_weight_is_split_by_the_tilt_of_the_disc() -> None:
    take = still(DEFAULT, {"hip_flexion": 0.5, "knee_flexion": 0.3})
    tilt = math.radians(34.0) + float(take.q[0, 2])
    compression, shear = compression_and_shear(take, (), NOTHING, NOTHING, ONE)
    assert compression[0] == pytest.approx(ABOVE_KG * 9.81 * math.cos(tilt))
    assert shear[0] == pytest.approx(ABOVE_KG * 9.81 * math.sin(tilt))


def test_muscles_and_tissue_press_along_the_normal() -> None:
    take = still(DEFAULT, {})
    weight, shear = compression_and_shear(take, (), NOTHING, NOTHING, ONE)
    moment, arm = np.array([-120.0]), np.array([0.04])
    pressed, sheared = compression_and_shear(take, (), np.array([1000.0]), moment, arm)
    # 1000 N of muscle and 120 / 0.04 = 3000 N of tissue, whichever way its moment turns.
    assert pressed - weight == pytest.approx([4000.0])
    assert sheared == pytest.approx(shear)


def test_a_held_load_is_carried_too() -> None:
    take = still(DEFAULT, {}, load=Load(20.0))
    across = force_across(take, loads(take).external)
    assert across == pytest.approx([1j * (ABOVE_KG + 20.0) * 9.81], abs=EXACT)


def test_moving_the_force_is_the_rate_of_momentum_above() -> None:
    take = solve(load_movement("squat"), DEFAULT)
    above = [n for n, s in enumerate(DEFAULT.segments) if not s.name.startswith(PELVIS_AND_LEGS)]
    mass = DEFAULT.linkage.mass_kg[above]
    center = take.pose.segment_centers[:, above]
    momentum = np.gradient((center * mass[:, None]).sum(axis=1), take.time_s, axis=0)
    force = np.gradient(momentum, take.time_s, axis=0)
    across = force_across(take, ())
    # Two numerical derivatives of samples 60 ms apart: good to a tenth of the force's own swing.
    swing = float(np.ptp(across.imag))
    assert swing > 20.0
    assert np.abs(force[5:-5, 1] + mass.sum() * 9.81 - across.imag[5:-5]).max() < 0.1 * swing


def test_the_back_extensors_strength_by_hand() -> None:
    q = np.zeros((1, len(SIDE)))
    _, arms = lengths_and_arms(q)
    force, moment = extensor_strength(arms, strengths(DEFAULT))
    # Half of 4829 + 2262 + 1287 + 1426 N cross L5/S1, with 34.1, 43.6, 60.6 and 48.2 mm.
    assert force[0] == pytest.approx((4829 + 2262 + 1287 + 1426) / 2, rel=1e-3)
    by_hand = (4829 * 34.1 + 2262 * 43.6 + 1287 * 60.6 + 1426 * 48.2) / 2000
    assert moment[0] == pytest.approx(by_hand, rel=1e-3)
    assert any(head.group == "back_extensors" and not head.crossing[0] for head in heads())
