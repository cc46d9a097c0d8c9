"""How far a phase has come, from its time: the smoothest start and stop.

s(τ) = 10 τ³ - 15 τ⁴ + 6 τ⁵ for 0 ≤ τ ≤ 1: the minimum-jerk profile. s, s' and s'' vanish at the
start; s', s'' vanish at the end, where s = 1.
Source: Flash and Hogan 1985, J Neurosci 5:1688.

A course from a to b in T seconds that ends at speed v (a take-off), at rest at its start:
    a + (b - a) p(τ),  p = τ³ (4 - w + (w - 3) τ),  w = v T / (b - a):  p' = w at the end
so that its value is a + 4 Δ τ³ - 3 Δ τ⁴ + v T (τ⁴ - τ³); one that starts with a speed is the same
run backward. With w = 2 the acceleration vanishes at the end. One with a speed u at its start and v
at its end is the cubic that has both:
    a + Δ τ² (3 - 2 τ) + u T τ (1 - τ)² - v T τ² (1 - τ)

The height of a body that pushes itself up by H in T seconds, from rest to the speed v at which it
flies, where nothing but gravity g acts on it any more, with V = v T and G = g T²:
    y(τ) = (10 H - 4 V - G / 2) τ³ + (-15 H + 7 V + G) τ⁴ + (6 H - 3 V - G / 2) τ⁵
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2


def ease(tau: FloatArray, window: tuple[float, float] = (0.0, 1.0)) -> FloatArray:
    """Share of the way (…) at phase fraction `tau` (…), moving only inside `window`."""
    start, end = window
    t = np.clip((tau - start) / (end - start), 0.0, 1.0)
    eased: FloatArray = t**3 * (10.0 + t * (6.0 * t - 15.0))
    return eased


def way(
    tau: FloatArray, ends: tuple[FloatArray, FloatArray], moved: tuple[FloatArray, FloatArray]
) -> FloatArray:
    """A course (N, U) at phase fractions `tau` (N, U) from a to b, the two `ends` (U,).

    `moved` (U,) are the speeds at start and end times the seconds of the course.
    """
    (a, b), (leaving, arriving) = ends, moved
    back = 1.0 - tau
    found: FloatArray = a + ease(tau) * (b - a)
    run = arriving != 0.0
    if run.any():
        ending = a + (b - a) * tau**3 * (4.0 - 3.0 * tau) + arriving * tau**3 * (tau - 1.0)
        found = np.where(run, ending, found)
    begun = leaving != 0.0
    if begun.any():
        starting = b - (b - a) * back**3 * (4.0 - 3.0 * back) - leaving * back**3 * (back - 1.0)
        found = np.where(begun & ~run, starting, found)
        rest = a + (b - a) * tau**2 * (3.0 - 2.0 * tau)
        rest = rest + leaving * tau * back**2 - arriving * tau**2 * back
        found = np.where(begun & run, rest, found)
    return found


def climb(tau: FloatArray, height_m: float, speed_m_s: float, seconds: float) -> FloatArray:
    """The height y (N,) of a push at phase fractions `tau` (N,), m."""
    moved, fall = speed_m_s * seconds, GRAVITY_M_S2 * seconds**2
    third = 10.0 * height_m - 4.0 * moved - fall / 2
    fourth = -15.0 * height_m + 7.0 * moved + fall
    fifth = 6.0 * height_m - 3.0 * moved - fall / 2
    found: FloatArray = tau**3 * (third + tau * (fourth + tau * fifth))
    return found
