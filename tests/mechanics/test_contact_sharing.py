"""Sharing among supports: the nearest part by hand, and nothing that carries as much costs less."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.mechanics.contact_sharing import PRESSURE_WEIGHT, Problem, nearest, share

EXACT = 1e-9


@pytest.mark.parametrize(
    ("given_part", "expected"),
    [
        # Inside: as it is.
        ([2.0, 1.0, -1.5], [2.0, 1.0, -1.5]),
        # Slips only: (1 + 3) / 2.
        ([1.0, -3.0, 0.0], [2.0, -2.0, 0.0]),
        # Beyond its places only: (1 + 4/36) / (1 + 1/36) = 40 / 37.
        ([1.0, 0.0, 4.0], [40.0 / 37.0, 0.0, 40.0 / 37.0]),
        # Both: (1 + 3 + 4/36) / (2 + 1/36) = 148 / 73.
        ([1.0, 3.0, -4.0], [148.0 / 73.0, 148.0 / 73.0, -148.0 / 73.0]),
        # It would have to pull: -5 + 1 + 1/36 < 0.
        ([-5.0, 1.0, 1.0], [0.0, 0.0, 0.0]),
        # It would have to pull, but what slides presses it on: (-1 + 3) / 2.
        ([-1.0, 3.0, 0.0], [1.0, 1.0, 0.0]),
    ],
)
def test_the_nearest_part_by_hand(given_part: list[float], expected: list[float]) -> None:
    assert pytest.approx(1.0 / 36.0) == PRESSURE_WEIGHT
    assert nearest(np.array(given_part)) == pytest.approx(np.array(expected), abs=EXACT)


def test_two_points_by_hand() -> None:
    """Points at -1 and 1 m, meant to carry half each of 1; the weight lies 0.2 m ahead."""
    wrench = np.zeros((1, 3, 2, 3))
    for number, x in enumerate((-1.0, 1.0)):
        # Columns: N up, T along x; a force up at x turns by x.
        wrench[0, :, number, 0] = [0.0, 1.0, x]
        wrench[0, :, number, 1] = [1.0, 0.0, 0.0]
    meant = np.array([[[0.5, 0.0, 0.0], [0.5, 0.0, 0.0]]])
    problem = Problem(
        np.array([[0.0, 1.0, 0.2]]), wrench.reshape(1, 3, 6), meant, np.full((1, 2, 3), 0.5)
    )
    # -N_1 + N_2 = 0.2.
    assert share(problem)[0, :, 0] == pytest.approx([0.4, 0.6], abs=EXACT)


def problem_of(seed: int, supports: int) -> tuple[Problem, FloatArray]:
    """Supports on floors and walls, and parts (N, K, 3) of theirs that carry what is asked."""
    rng = np.random.default_rng(seed)
    count = 8
    facing = np.where(rng.random(supports) < 0.7, np.pi / 2, rng.uniform(0.0, 2 * np.pi, supports))
    normal = np.exp(1j * facing)
    middle = rng.normal(scale=0.4, size=supports) + 1j * rng.uniform(0.0, 0.8, supports)
    wrench = np.zeros((count, 3, supports, 3))
    for column, direction in enumerate((normal, -0.8j * normal)):
        wrench[:, 0, :, column] = direction.real
        wrench[:, 1, :, column] = direction.imag
        wrench[:, 2, :, column] = (np.conj(middle) * direction).imag
    wrench[:, 2, :, 2] = rng.uniform(0.0, 0.2, supports)
    parts = nearest(rng.normal(size=(count, supports, 3)) * [0.3, 0.4, 0.4] + [0.4, 0.0, 0.0])
    whole = wrench.reshape(count, 3, -1)
    shares = rng.dirichlet(np.full(supports, 3.0))
    ease = np.broadcast_to(
        shares[:, None] * [1.0, 1.0, 1.0 / PRESSURE_WEIGHT], (count, supports, 3)
    )
    meant = np.zeros_like(parts)
    meant[..., 0] = shares
    return Problem((whole @ parts.reshape(count, -1, 1))[..., 0], whole, meant, ease), parts


# The slope is known to what its Newton steps leave over.
STEEP = 1e-5


@settings(max_examples=40, deadline=None)
@given(seed=some.integers(0, 10_000), supports=some.integers(1, 6))
def test_what_can_be_carried_is_and_no_other_way_costs_less(seed: int, supports: int) -> None:
    problem, other = problem_of(seed, supports)
    found = share(problem)
    assert (found[..., 0] >= 0.0).all()
    assert (np.abs(found[..., 1:]) <= found[..., :1] * (1.0 + EXACT)).all()
    assert problem.given(found) == pytest.approx(problem.asked, abs=1e-6)
    assert (cost(problem, found) <= cost(problem, other) + 1e-6).all()
    # At the least cost no step toward any other way that carries the same makes it cheaper.
    slope = (found - problem.meant) / problem.ease
    assert ((slope * (other - found)).sum(axis=(1, 2)) >= -STEEP).all()


def cost(problem: Problem, parts: FloatArray) -> FloatArray:
    """What is minimized, (N,)."""
    found: FloatArray = ((parts - problem.meant) ** 2 / problem.ease).sum(axis=(1, 2)) / 2.0
    return found
