"""A stretch of motion brought onto what has to hold, all samples at once."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion import collocation
from hinge_tutor.motion.collocation import Hold
from hinge_tutor.motion.turning import Straight
from hinge_tutor.motion.unknowns import unknowns

FREE = unknowns(body("default"), symmetric=True)
TIME = np.linspace(0.0, 1.0, 21)
STILL = np.zeros(len(FREE.names))
NECK = FREE.names.index("neck_flexion")
ROOM = np.zeros(len(TIME)), np.zeros(len(TIME))


def neck() -> Straight:
    row = np.zeros((1, len(FREE.body.coordinates)))
    row[0, FREE.body.index("neck_flexion")] = 1.0
    return Straight(row)


def brought(hold: Hold, fixed: tuple[int, ...] = ()) -> collocation.Brought:
    still = np.isin(np.arange(len(TIME)), fixed)
    way = collocation.stretch(TIME, (STILL, STILL), still)
    start = np.zeros((len(TIME), len(FREE.names)))
    return collocation.onto(FREE, start, way, [hold], np.ones(len(STILL)), ROOM)


def test_a_held_sample_takes_its_neighbors_smoothly_along() -> None:
    found = brought(Hold(neck(), np.array([10]), np.array([[0.1]])))
    way = found.u[:, NECK]
    assert way[10] == pytest.approx(0.1)
    assert 0.05 < way[9] < 0.1
    assert way[9] == pytest.approx(way[11])
    assert found.missed < collocation.EXACT
    others = np.delete(found.u, NECK, axis=1)
    assert np.abs(others).max() < 1e-12


def test_a_fixed_sample_stays() -> None:
    found = brought(Hold(neck(), np.array([10]), np.array([[0.1]])), fixed=(0, 9, 20))
    assert found.u[[0, 9, 20], NECK] == pytest.approx([0, 0, 0])
    assert found.u[10, NECK] == pytest.approx(0.1)


@pytest.mark.parametrize(("most", "expected"), [(0.2, 0.0), (-0.1, -0.1)])
def test_a_bound_counts_only_where_it_is_passed(most: float, expected: float) -> None:
    found = brought(Hold(neck(), np.array([5]), np.array([[most]]), bound=True))
    assert found.u[5, NECK] == pytest.approx(expected, abs=1e-9)


def test_speeds_and_accelerations_are_linear_in_the_samples() -> None:
    way = collocation.stretch(TIME, (STILL, STILL), np.zeros(len(TIME), dtype=np.bool_))
    u = np.random.default_rng(2).normal(size=(len(TIME), len(STILL)))
    _, rate, second = way.motion(u)
    assert way.operators[1] @ u == pytest.approx(rate, abs=1e-9)
    assert way.operators[2] @ u == pytest.approx(second, abs=1e-7)
