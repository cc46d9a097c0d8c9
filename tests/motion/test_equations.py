"""The equations in the headers of the motion modules, each on a case worked by hand."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.motion import correction, keypose, quadratic
from hinge_tutor.motion.balance import Pressure
from hinge_tutor.motion.easing import ease
from hinge_tutor.motion.equations import Equations
from hinge_tutor.motion.keypose import Bounds, Problem
from hinge_tutor.motion.rows import Rows, difference_row, landmark_rows
from hinge_tutor.motion.spline import clamped
from hinge_tutor.motion.unknowns import Unknowns

ROUNDING = 1e-12
# Where an answer is reached in steps, they end at a hundred-millionth.
REACHED = 1e-7


class Sums(Rows):
    """Rows that are weighted sums of five unknowns, to be worked by hand: weights (R, 5)."""

    weights: FloatArray

    def value(self, q: FloatArray) -> FloatArray:
        """The sums (…, R)."""
        total: FloatArray = q @ self.weights.T
        return total

    def gradient(self, q: FloatArray) -> FloatArray:
        """The weights (…, R, 5)."""
        return np.broadcast_to(self.weights, (*q.shape[:-1], *self.weights.shape)).copy()

    def linear(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Both."""
        return self.value(q), self.gradient(q)

    def curvature(self, q: FloatArray, shares: FloatArray) -> FloatArray:
        """None: sums do not bend."""
        flat: FloatArray = 0.0 * shares.sum() * np.outer(q, q)
        return flat

    def bent(self, q: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """All three."""
        return self.value(q), self.gradient(q), self.curvature(q, shares)

    def over(self, expand: FloatArray) -> Sums:
        """Sums of other unknowns."""
        return sums(*(self.weights @ expand))

    def both(self, other: Equations) -> Equations:
        """These sums and others."""
        assert isinstance(other, Sums)
        return sums(*self.weights, *other.weights)


def sums(*weights: npt.ArrayLike) -> Sums:
    count = len(weights)
    rows = Sums(
        body("default"), np.zeros((count, 1), dtype=np.complex128), np.zeros(count), np.zeros(count)
    )
    object.__setattr__(rows, "weights", np.array(weights, dtype=np.float64))
    return rows


# Three unknowns for the root and two joints.
FIVE = Unknowns(body("default"), ("root_x", "root_y", "root_pitch", "one", "two"), np.eye(5))
NO_BOUNDS = Bounds(np.zeros((0, 5)), np.zeros(0), (), ())


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


def test_a_correction_is_the_least_weighted_change() -> None:
    # Row c = one + 2 two, kept to 0, from one = 0.1, two = 0.1: c = 0.3. Weights 1 and 4:
    # J W⁻¹ Jᵀ = 1/1 + 4/4 = 2, Δ = -(1/1, 2/4) · 0.3 / 2 = (-0.15, -0.075).
    start = np.array([[0.0, 0.0, 0.0, 0.1, 0.1]])
    weights = np.array([1.0, 1.0, 1.0, 1.0, 4.0])
    found = correction.onto(FIVE, start, sums([0, 0, 0, 1, 2]), np.zeros(1), weights, NO_BOUNDS)
    assert found[0, 3:] == pytest.approx([0.1 - 0.15, 0.1 - 0.075], abs=REACHED)


def test_a_limit_that_a_correction_passes_is_held() -> None:
    # As above, but one ≥ -0.02 (written -one ≤ 0.02): then two alone brings the row to 0,
    # -0.02 + 2 two = 0, two = 0.01.
    held = Bounds(np.array([[0.0, 0, 0, -1, 0]]), np.array([0.02]), ("one",), (False,))
    start = np.array([[0.0, 0.0, 0.0, 0.1, 0.1]])
    weights = np.array([1.0, 1.0, 1.0, 1.0, 4.0])
    found = correction.onto(FIVE, start, sums([0, 0, 0, 1, 2]), np.zeros(1), weights, held)
    assert found[0, 3:] == pytest.approx([-0.02, 0.01], abs=2e-6)


def test_a_key_pose_shares_what_it_gives_up_by_its_weights() -> None:
    # min 1 · one² + 3 · two²  subject to  one + two = 0.4: one = 3 two, so 0.3 and 0.1.
    problem = Problem(
        unknowns=FIVE,
        targets=np.eye(5),
        values=np.zeros(5),
        slide=np.zeros(5),
        weights=np.array([1.0, 1.0, 1.0, 1.0, 3.0]),
        exact=sums([0, 0, 0, 1, 1]),
        exact_values=np.array([0.4]),
        goals=None,
        goal_values=np.zeros(0),
        bounds=NO_BOUNDS,
    )
    found = keypose.find(problem, np.zeros(5))
    assert found.stands
    assert found.u[3:] == pytest.approx([0.3, 0.1], abs=REACHED)


def test_a_sliding_key_pose_finds_how_far_along_the_way_its_goal_is() -> None:
    # Targets slide from (0, 0) to (0.2, 0.4); the row one + two = 0.3 is met half-way.
    problem = Problem(
        unknowns=FIVE,
        targets=np.eye(5),
        values=np.array([0.0, 0.0, 0.0, 0.2, 0.4]),
        slide=np.array([0.0, 0.0, 0.0, 0.2, 0.4]),
        weights=np.ones(5),
        exact=sums([1, 0, 0, 0, 0]),
        exact_values=np.zeros(1),
        goals=sums([0, 0, 0, 1, 1]),
        goal_values=np.array([0.3]),
        bounds=NO_BOUNDS,
    )
    found = keypose.find(problem, np.zeros(5))
    assert found.meets_goals
    assert found.u[3:] == pytest.approx([0.1, 0.2], abs=REACHED)


def test_rows_over_unknowns_read_as_over_the_coordinates_these_make() -> None:
    # Values, gradients and curvatures of x, y and a difference, with q = E u: G E and Eᵀ C E.
    someone = body("default")
    count = len(someone.coordinates)
    expand = np.random.default_rng(1).normal(size=(count, 6))
    u, shares = np.linspace(-0.1, 0.1, 6), np.array([2.0, -1.0, 0.5])
    places = landmark_rows(someone, [("hand_near", "x"), ("heel_far", "y")])
    rows = places.both(difference_row(someone, "mid_hip", "knee_near"))
    q = expand @ u
    value, gradient, bent = rows.over(expand).bent(u, shares)
    assert value == pytest.approx(rows.value(q), abs=ROUNDING)
    assert gradient == pytest.approx(rows.gradient(q) @ expand, abs=ROUNDING)
    assert bent == pytest.approx(expand.T @ rows.curvature(q, shares) @ expand, abs=1e-10)
    # A thousandth of a hundredth along each unknown, both ways, differs as the gradient says.
    step = 1e-5 * np.eye(6)
    over = rows.over(expand)
    slope = (over.value(u + step) - over.value(u - step)) / 2e-5
    assert pytest.approx(gradient, abs=1e-7) == slope.T
