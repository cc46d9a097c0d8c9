"""Shares and places on the triangle are each other's way back; bands enclose what they say."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.coaching.technique import grid
from hinge_tutor.stage.bands import area, rim, triangles
from hinge_tutor.stage.triangle import triangle

STEPS = 12
ON = triangle(10.0, 20.0, 200.0, 300.0)
PLACES = ON.places(grid(STEPS))
# All of it: 200 · 200 · √3 / 4.
WHOLE = 17320.508


def enclosed(loops: tuple[np.ndarray, ...]) -> float:
    """What loops enclose, counter-clockwise positive: ½ Σ x dy - y dx."""
    return float(sum((np.conj(loop) * np.roll(loop, -1)).imag.sum() / 2 for loop in loops))


def test_the_largest_triangle_stands_in_the_middle_of_its_box() -> None:
    # 200 wide, so 173.2 high; of 300 in height 126.8 are left, half of them below.
    top, left, right = ON.corners
    assert (left.real, right.real) == pytest.approx((10.0, 210.0))
    assert left.imag == right.imag == pytest.approx(20.0 + (300.0 - 173.205) / 2)
    assert (top.real, top.imag - left.imag) == pytest.approx((110.0, 173.205))
    assert ON.side == pytest.approx(200.0)
    # In a low box the height decides: 100 / .866.
    assert triangle(0.0, 0.0, 500.0, 100.0).side == pytest.approx(115.47, abs=0.01)


def test_a_place_has_the_shares_that_lie_there() -> None:
    for shares in grid(5).tolist():
        assert ON.shares(ON.place(shares)) == pytest.approx(tuple(shares), abs=1e-12)
    center = ON.place((1 / 3, 1 / 3, 1 / 3))
    # As far from each side: a third of the height.
    assert ON.inset(center) == pytest.approx(173.205 / 3, abs=1e-3)


def test_a_place_outside_is_the_nearest_one_on_the_rim() -> None:
    top, left, right = ON.corners
    assert ON.shares(top + 50j) == pytest.approx((1.0, 0.0, 0.0))
    assert ON.shares(left - 30 - 30j) == pytest.approx((0.0, 1.0, 0.0))
    assert ON.shares((left + right) / 2 - 40j) == pytest.approx((0.0, 0.5, 0.5))
    assert ON.inset((left + right) / 2 - 40j) == pytest.approx(-40.0)
    outward = 25 * (right - top) / abs(right - top) * 1j
    assert ON.shares((top + right) / 2 + outward) == pytest.approx((0.5, 0.0, 0.5))


def test_small_triangles_fill_the_large_one_and_its_rim_goes_once_around() -> None:
    some = PLACES[triangles(STEPS)]
    each = (np.conj(some[:, 1] - some[:, 0]) * (some[:, 2] - some[:, 0])).imag / 2
    assert len(some) == STEPS**2
    assert each == pytest.approx(np.full(STEPS**2, WHOLE / STEPS**2), abs=1e-2)
    around = PLACES[list(rim(STEPS))]
    assert len(around) == 3 * STEPS
    assert enclosed((around,)) == pytest.approx(WHOLE, abs=1e-2)


def test_all_of_it_is_at_least_the_least() -> None:
    values = np.random.default_rng(3).normal(size=len(PLACES))
    found = area(STEPS, PLACES, values, float(values.min()))
    assert enclosed(found.loops) == pytest.approx(WHOLE, abs=1e-2)
    assert area(STEPS, PLACES, values, float(values.max()) + 1.0).loops == ()


def test_what_changes_evenly_is_parted_by_a_straight_line() -> None:
    # The share of the first corner is at least .25 in a triangle of three quarters of the side.
    found = area(STEPS, PLACES, grid(STEPS)[:, 0], 0.25)
    assert enclosed(found.loops) == pytest.approx(0.75**2 * WHOLE, abs=1e-2)
    height = ON.corners[1].imag + 0.25 * 200.0 * math.sqrt(3.0) / 2.0
    assert found.lines.imag == pytest.approx(np.full_like(found.lines.imag, height))
    lengths = np.abs(found.lines[:, 1] - found.lines[:, 0]).sum()
    assert lengths == pytest.approx(0.75 * 200.0)


def test_hills_and_hollows_close_into_loops_of_their_own() -> None:
    center = ON.place((1 / 3, 1 / 3, 1 / 3))
    near = np.abs(PLACES - center)
    hill = area(STEPS, PLACES, -near, -30.0)
    hollow = area(STEPS, PLACES, near, 30.0)
    assert len(hill.loops) == 1
    assert enclosed(hill.loops) == pytest.approx(math.pi * 30**2, rel=0.05)
    assert len(hollow.loops) == 2
    assert enclosed(hollow.loops) == pytest.approx(WHOLE - enclosed(hill.loops), abs=1e-2)


def test_what_is_high_and_what_is_low_are_all_of_it_whatever_the_values() -> None:
    values = np.random.default_rng(7).normal(size=len(PLACES))
    for least in np.linspace(-1.5, 1.5, 7):
        high = enclosed(area(STEPS, PLACES, values, least).loops)
        low = enclosed(area(STEPS, PLACES, -values, -least).loops)
        assert high + low == pytest.approx(WHOLE, abs=1e-2)
