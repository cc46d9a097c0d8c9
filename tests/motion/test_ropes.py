"""Arms as ropes: a pendulum whose pivot moves."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.ropes import Arm, arm, swung
from hinge_tutor.motion.take import Load
from hinge_tutor.motion.turning import about_shoulder

# One kilogram on a meter of rope without weight: c = -i, J = 1.
SIMPLE = Arm(-1j, 1.0, 1.0)
STILL = np.zeros(2), np.zeros(2, dtype=np.complex128)


def test_a_pendulum_falls_back_with_its_weight() -> None:
    # Level, θ = 90°: the whole weight turns it, θ'' = -g. At 30° half of it: -4.905.
    assert SIMPLE.second(math.pi / 2, 0j) == pytest.approx(-9.81)
    assert SIMPLE.second(math.pi / 6, 0j) == pytest.approx(-4.905)
    # Hanging, its pivot pushed forward with 3 m/s²: left behind with 3 rad/s².
    assert SIMPLE.second(0.0, 3 + 0j) == pytest.approx(-3.0)
    # In free fall nothing turns it.
    assert SIMPLE.second(1.0, -9.81j) == pytest.approx(0.0)


def test_a_pendulum_rises_as_high_as_its_speed_says() -> None:
    # From below with ω: ω² / 2 = g (1 - cos θ); for 60°, ω = √9.81 = 3.13209 rad/s.
    found = swung(SIMPLE, (0.0, 0.0, math.sqrt(9.81)), *STILL)
    assert found is not None
    assert math.degrees(found.angle[-1]) == pytest.approx(60, abs=0.01)
    assert found.rate[-1] == 0.0
    # A quarter of its period: 2 π √(l/g) / 4 · (1 + θ²/16 + 11 θ⁴/3072 + …), θ = 1.0472 rad,
    # = .50152 · (1 + .06854 + .00431 + .0003) = .53822 s.
    assert found.rest_s == pytest.approx(0.5382, abs=1e-3)
    assert found.at(np.array([found.rest_s]))[0] == pytest.approx(found.angle[-1])


def test_it_comes_up_in_front_as_high_as_it_began_behind() -> None:
    found = swung(SIMPLE, (0.2, -1.0, 0.0), *STILL)
    assert found is not None
    assert found.angle[-1] == pytest.approx(1.0, abs=1e-4)


def test_an_arm_that_goes_over_the_head_does_not_rest_in_front() -> None:
    # ω² / 2 > 2 g: over the top, from 6.27 rad/s on.
    assert swung(SIMPLE, (0.0, 0.0, 6.5), *STILL) is None


def test_an_arm_that_hangs_still_does_not_swing() -> None:
    assert swung(SIMPLE, (0.0, 0.1, 0.0), *STILL) is None


def test_a_weight_in_the_hand_is_part_of_the_arm() -> None:
    made = body("default")
    bare, held = (arm(about_shoulder(made, Load(kg, "hands"), "near")) for kg in (0.0, 16.0))
    grip = abs(complex(*made.landmarks["hand_near"][1]))
    reach = made.lengths_m["upper_arm"] + made.lengths_m["forearm"] + grip
    # Half of 16 kg at the end of the arm.
    assert held.first - bare.first == pytest.approx(-8j * reach, rel=1e-6)
    assert held.inertia_kgm2 - bare.inertia_kgm2 == pytest.approx(8 * reach**2, rel=1e-6)
    assert held.mass_kg - bare.mass_kg == pytest.approx(8)
