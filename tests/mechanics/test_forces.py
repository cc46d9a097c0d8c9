"""Fiber and tendon: each equation of the header on a case worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscles import heads
from hinge_tutor.mechanics.forces import (
    active_curve,
    capacity,
    equilibrium,
    force_velocity,
    passive_curve,
    tendon_strain,
)

BY_HAND = 1e-9
# Linear reading of 160 nodes over 1.4 optimal lengths: h²/8 · f'' = (1.4/159)²/8 · 4.4 = 4e-5,
# and as much again where the passive curve begins.
TABLE = 2e-4
NAMES = [head.name for head in heads()]


def head(name: str) -> int:
    return NAMES.index(name)


def test_the_active_curve_is_a_gaussian() -> None:
    # exp(-0.3² / 0.45) = exp(-0.2).
    assert active_curve(1.3) == pytest.approx(math.exp(-0.2), abs=BY_HAND)
    assert active_curve(1.0) == pytest.approx(1.0)


def test_the_passive_curve_is_a_parabola_from_its_start() -> None:
    # ((1.4 - 1 - 0.1) / (0.7 - 0.1))² = 0.25.
    assert passive_curve(1.4, (0.1, 0.7)) == pytest.approx(0.25, abs=BY_HAND)
    assert passive_curve(1.05, (0.1, 0.7)) == 0.0
    assert passive_curve(1.9, (0.0, 0.0)) == 0.0


def test_the_tendon_strains_by_the_inverse_of_its_exponential() -> None:
    assert tendon_strain(1.0) == pytest.approx(0.049, abs=BY_HAND)
    # f = (exp(3 · 0.5) - 1) / (exp(3) - 1) at half of the strain: 3.48169 / 19.08554 = 0.182426.
    assert tendon_strain(0.18242552380635635) == pytest.approx(0.0245, abs=BY_HAND)


def test_force_velocity_follows_hill() -> None:
    # (1 - 0.25) / (1 + 0.25 / 0.25) = 0.375.
    assert force_velocity(-0.25) == pytest.approx(0.375, abs=BY_HAND)
    # c = (1 + 4) / 0.4 = 12.5; (1 + 1.4 · 12.5 · 0.08) / (1 + 12.5 · 0.08) = 2.4 / 2 = 1.2.
    assert force_velocity(0.08) == pytest.approx(1.2, abs=BY_HAND)
    assert force_velocity(0.0) == 1.0
    assert force_velocity(-1.5) == 0.0


def test_force_velocity_has_one_slope_at_rest() -> None:
    step = 1e-6
    behind, ahead = force_velocity([-step, step])
    assert (1.0 - behind) / step == pytest.approx((ahead - 1.0) / step, rel=1e-3)


def test_fiber_and_tendon_are_in_equilibrium() -> None:
    soleus = heads()[head("soleus")]
    length, force = equilibrium(soleus, np.array([1.1]), 1.0)
    cosine = math.sqrt(1 - (math.sin(math.radians(21.9)) / 1.1) ** 2)
    # (0.1 - 0.040) / (0.766 - 0.040) = 0.0826446; squared 0.00683013.
    by_hand = (math.exp(-0.01 / 0.45) + (0.06 / 0.726) ** 2) * cosine
    assert force[0] == pytest.approx(by_hand, abs=BY_HAND)
    strain = 0.049 * math.log(1 + by_hand * (math.exp(3) - 1)) / 3
    assert length[0] == pytest.approx(0.28135 * (1 + strain) + 0.044 * 1.1 * cosine, abs=BY_HAND)


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_a_muscle_has_one_force_at_each_length(number: int) -> None:
    """A tendon so soft that length fell while the fiber grew would have no table."""
    for activation in (0.0, 1.0):
        length, _ = equilibrium(heads()[number], np.linspace(0.5, 1.9, 500), activation)
        assert (np.diff(length) > 0).all()


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_the_tables_say_what_the_equilibrium_says(number: int) -> None:
    muscle = heads()[number]
    x = np.linspace(0.7, 1.6, 60)
    relaxed_at, relaxed = equilibrium(muscle, x, 0.0)
    tense_at, tense = equilibrium(muscle, x, 1.0)
    inside = tense_at <= equilibrium(muscle, np.array([1.9]), 0.0)[0][0]
    assert capacity_of(number, relaxed_at)[0] == pytest.approx(relaxed, abs=TABLE)
    passive, active = capacity_of(number, tense_at[inside])
    assert passive + active == pytest.approx(tense[inside], abs=TABLE)


def capacity_of(number: int, lengths: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Passive and active force of one head at lengths (K,), not moving."""
    given = np.tile([muscle.length_at_zero_m for muscle in heads()], (len(lengths), 1))
    given[:, number] = lengths
    found = capacity(given, np.zeros_like(given))
    return found.passive[:, number], found.active[:, number]


def test_fiber_velocity_is_the_muscle_s_rate_over_its_fiber() -> None:
    length = np.array([[muscle.length_at_zero_m for muscle in heads()]])
    found = capacity(length, np.full_like(length, 0.1))
    # 0.1 m/s · cos 14.5° / 0.117 m = 0.827477 optimal lengths per second.
    by_hand = 0.1 * math.cos(math.radians(14.5)) / 0.117
    assert found.velocity[0, head("vastus_lateralis")] == pytest.approx(by_hand, abs=BY_HAND)


def test_an_active_muscle_stretches_its_tendon_and_has_a_shorter_fiber() -> None:
    length = np.array([[muscle.length_at_zero_m for muscle in heads()]])
    found = capacity(length, np.zeros_like(length))
    soleus = head("soleus")
    assert found.fiber(np.ones_like(length))[0, soleus] < found.fiber(0 * length)[0, soleus] - 0.1
