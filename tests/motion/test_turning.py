"""Moments and forces that a motion asks for, worked out by hand, and their derivatives."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.dynamics import inverse
from hinge_tutor.motion.take import Load
from hinge_tutor.motion.turning import (
    Asked,
    Motion,
    Straight,
    about_ground,
    about_shoulder,
    slipping,
)

BODY = body("default")
LOAD = Load(16.0, "bell")
WHERE = np.array([0.01, 0.04, 0.1])


def moved(seed: int = 0) -> Motion:
    random = np.random.default_rng(seed)
    shape = (3, len(BODY.coordinates))
    q, rate, second = (by * random.normal(size=shape) for by in (0.5, 1.0, 5.0))
    return q, rate, second


ROWS: dict[str, Asked] = {
    "ground": about_ground(BODY, LOAD, WHERE, 0.05),
    "shoulder": about_shoulder(BODY, LOAD, "near"),
    "slip": slipping(BODY, LOAD, 0.7),
    "straight": Straight(np.eye(len(BODY.coordinates))[3:5]),
}


@pytest.mark.parametrize("name", ROWS)
def test_derivatives_are_those_of_the_numbers(name: str) -> None:
    motion, step = moved(), 1e-6
    _, gradients = ROWS[name].read(motion)
    for part, gradient in enumerate(gradients):
        for column in range(len(BODY.coordinates)):
            beside: list[FloatArray] = []
            for way in (step, -step):
                near = [each.copy() for each in motion]
                near[part][:, column] += way
                beside.append(ROWS[name].read((near[0], near[1], near[2]))[0])
            slope = (beside[0] - beside[1]) / (2 * step)
            assert np.abs(slope - gradient[..., column]).max() < 1e-7


def test_a_shoulder_s_moment_is_that_of_inverse_dynamics() -> None:
    row = about_shoulder(BODY, LOAD, "near")
    motion = moved(1)
    moment = row.read(motion)[0][:, 0] * 9.81 * row.mass_kg.sum()
    net = inverse(BODY, *motion, LOAD).net_moment_Nm["shoulder_near"]
    # Net moments count extension positive, and an arm swings forward counter-clockwise.
    assert moment == pytest.approx(-net, abs=1e-9)


def test_a_standing_body_turns_about_its_own_line() -> None:
    # At rest M / (m g) = x of the center less the place, and the ground pushes straight up.
    still = np.zeros((3, len(BODY.coordinates)))
    q = still.copy()
    q[:, 1] = 0.9
    moment = ROWS["ground"].read((q, still, still))[0][:, 0]
    assert moment[0] - moment[2] == pytest.approx(0.09)
    # No force along x, the weight along y: F_x - .7 F_y = -F_x - .7 F_y = -.7 of the weight.
    assert ROWS["slip"].read((q, still, still))[0] == pytest.approx(np.full((3, 2), -0.7))


def test_a_body_thrown_sideways_slips() -> None:
    # x'' = 9.81 m/s² is one weight along x: 1 - .7 = .3 and -1 - .7 = -1.7.
    still = np.zeros((1, len(BODY.coordinates)))
    pushed = still.copy()
    pushed[:, 0] = 9.81
    assert ROWS["slip"].read((still, still, pushed))[0][0] == pytest.approx([0.3, -1.7])
