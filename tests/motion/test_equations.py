"""The equations in the headers of the motion modules, each on a case worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion import quadratic
from hinge_tutor.motion.balance import Pressure
from hinge_tutor.motion.easing import ease
from hinge_tutor.motion.spline import clamped

ROUNDING = 1e-12


def test_easing_is_the_minimum_jerk_profile() -> None:
    # τ = ½: 10/8 - 15/16 + 6/32 = 1.25 - 0.9375 + 0.1875 = 0.5
    # τ = ¼: 10/64 - 15/256 + 6/1024 = 0.15625 - 0.05859375 + 0.005859375 = 0.103515625
    assert ease(np.array([0.0, 0.25, 0.5, 1.0])) == pytest.approx([0, 0.103515625, 0.5, 1])


def test_easing_starts_and_ends_without_speed_or_acceleration() -> None:
    h = 1e-4
    for end in (0.0, 1.0):
        near = ease(np.array([abs(end - h), end, abs(end - 2 * h)]))
        # s ≈ 10 τ³ near an end: one step of 1e-4 moves by 1e-11.
        assert abs(near[0] - near[1]) < 1.1 * 10 * h**3


def test_a_window_moves_only_inside_itself() -> None:
    assert ease(np.array([0.1, 0.2, 0.6, 0.9]), (0.2, 0.6)) == pytest.approx([0, 0, 1, 1])


def test_the_clamped_spline_of_three_knots() -> None:
    # y = 0, 1, 0 at t = 0, 1, 2 with y' = 0 at both ends. Rows, times 6/h:
    #   2 m0 + m1 = 6, m0 + 4 m1 + m2 = -12, m1 + 2 m2 = 6  →  m0 = 6, m1 = -6, m2 = 6.
    # y(½) = (6 + (-6)) (½)³/6 + (0 - 1)·½ + (1 + 1)·½ = 0 - ½ + 1 = ½.
    line = clamped(np.array([0.0, 1.0, 2.0]), np.array([[0.0], [1.0], [0.0]]))
    assert line.second[:, 0] == pytest.approx([6, -6, 6])
    assert line.at(0.5) == pytest.approx([0.5])
    assert line.first[:, 0] == pytest.approx([0, 0, 0], abs=ROUNDING)


def test_a_quadratic_program_with_one_active_bound() -> None:
    # min ½(x² + y²) - 3x - y  with  x + y = 2  and  x ≤ 1: without the bound x = 2, y = 0;
    # with it x = 1, y = 1.
    x, active, _ = quadratic.solve(
        np.eye(2),
        np.array([-3.0, -1.0]),
        (np.array([[1.0, 1.0]]), np.array([2.0])),
        (np.array([[1.0, 0.0]]), np.array([1.0])),
        [],
    )
    assert x == pytest.approx([1, 1])
    assert active == [0]


def test_a_bound_that_no_longer_pushes_is_dropped() -> None:
    x, active, _ = quadratic.solve(
        np.eye(1),
        np.array([0.0]),
        (np.zeros((0, 1)), np.zeros(0)),
        (np.array([[1.0]]), np.array([1.0])),
        [0],
    )
    assert x == pytest.approx([0])
    assert active == []


def test_the_center_of_pressure_and_the_slowing_it_asks_for() -> None:
    # 100 N at x = 0 (still 0 Nm); moving 12 Nm, no lift: p = 12/100 = 0.12 m. With the base
    # ending at 0.03 m, 12/s² = 0.03 · 100 gives s² = 4, s = 2.
    one = Pressure(np.array([0.0]), np.array([12.0]), 100.0, np.array([0.0]))
    assert one.center_x_m == pytest.approx([0.12])
    assert one.slowing_needed((-0.03, 0.03)) == pytest.approx(2.0)


def test_the_functional_base_runs_from_the_heel_pad_to_the_ball() -> None:
    # Foot of 258 · 1750/1741 = 259.334 mm: heel -.25, pad 10/260; ball .4808.
    low, high = body("default").base_x_m
    assert low == pytest.approx(0.259334 * (-0.25 + 10 / 260), abs=1e-6)
    assert high == pytest.approx(0.259334 * 0.4808, abs=1e-6)
