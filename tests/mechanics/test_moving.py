"""A body in motion: each equation of the header, by hand and against differences in time."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.moving import moving
from tests.mechanics.bodies import block, still

EXACT = 1e-12


def test_a_turning_block_by_hand() -> None:
    person = block(0.5, corner=(1.0, 0.0))
    q, qd, qdd = still()
    q[0, :2], qd[0], qdd[0] = (3.0, 4.0), (1.0, 0.0, 2.0), (0.0, 1.0, 3.0)
    motion = moving(person, q, qd, qdd)
    row = person.places["corner"]
    # Pitch turns clockwise: φ' = -2, φ'' = -3, e = 1.
    assert motion.places(row[None, :])[0, 0] == pytest.approx(4.0 + 4.0j, abs=EXACT)
    # z' = 1 + i (-2) · 1.
    assert (motion.root_rate + motion.e_rate @ row)[0] == pytest.approx(1.0 - 2.0j, abs=EXACT)
    # z'' = i + (i (-3) - 4) · 1.
    assert motion.accelerations(row[None, :])[0, 0] == pytest.approx(-4.0 - 2.0j, abs=EXACT)
    # 2 kg · (-4 - 2 i + 9.81 i).
    assert motion.force_on(2.0, row)[0] == pytest.approx(-8.0 + 15.62j, abs=EXACT)


def test_what_moves_the_block_by_hand() -> None:
    q, qd, qdd = still()
    qd[0, 2], qdd[0] = 2.0, (0.0, 1.0, 3.0)
    needed = moving(block(0.5), q, qd, qdd).required()[0]
    # The center at 0.5: a = i + (-3 i - 4) · 0.5 = -2 - 0.5 i; f = 10 · (-2 + 9.31 i).
    # About the origin, clockwise: -(0.5 · 93.1) - 2 · (-3) = -40.55.
    assert needed == pytest.approx([-20.0, 93.1, -40.55], abs=EXACT)


def test_rates_are_those_of_places_in_time() -> None:
    person = body("default")
    rng = np.random.default_rng(8)
    start, rate, rate2 = rng.normal(scale=0.5, size=(3, len(person.coordinates)))
    step = 1e-4
    time = np.array([[-step], [0.0], [step]])
    q = start + rate * time + rate2 * time**2 / 2.0
    motion = moving(person, q, rate + rate2 * time, np.broadcast_to(rate2, q.shape))
    row = person.places["hand_near"]
    z = motion.places(row[None, :])[:, 0]
    speed = motion.root_rate + motion.e_rate @ row
    assert (z[2] - z[0]) / (2 * step) == pytest.approx(speed[1], abs=1e-6)
    assert (speed[2] - speed[0]) / (2 * step) == pytest.approx(
        motion.accelerations(row[None, :])[1, 0], abs=1e-6
    )
