"""Flight: from a take-off velocity over a parabola to the landing, with constant momentum.

With the common center at c0 when the feet leave and at c1 when they touch again, rise h:
    v_y = √(2 g h),   c1_y = c0_y + v_y T - g T² / 2,   v_x = (c1_x - c0_x) / T
The joints leave and arrive with rates u0', u1' (`take_off.py`). In the air a joint's path is
    u = u0 + s(τ) (u1 - u0) + u0' f(t; t0) - u1' f(T - t; t1) + b(τ) tuck
    f(t; t0) = t (1 - t / t0)³ for t < t0, else 0       largest at t0 / 4: .105 t0
    b(τ) = 64 τ³ (1 - τ)³                               1 half way, at rest at both ends
with t0 so short that no joint runs out of its range. Units: m, rad, s. Frame: x forward, y up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_PITCH
from hinge_tutor.motion.easing import ease
from hinge_tutor.motion.momentum import Parts

# The pitch is summed over so many steps of the flight; Simpson's rule errs below a microradian.
STEPS = 64


@dataclass(frozen=True, eq=False)
class Flight:
    """One flight: its seconds and those of the push before and the landing after it.

    `climbs_m` is how far those two lift and lower the center; `ends` and `rates` are u and u' (U,)
    at take-off and landing, `stops_s` (U,) t0 there, `tuck` (U,) what is added half-way; `momentum`
    is L, `center` and `velocity` those of the common center at take-off.
    """

    seconds: float
    push_s: float
    landing_s: float
    climbs_m: tuple[float, float]
    rates: tuple[FloatArray, FloatArray]
    ends: tuple[FloatArray, FloatArray]
    tuck: FloatArray
    stops_s: tuple[FloatArray, FloatArray]
    momentum: float
    center: complex
    velocity: complex

    def joints(self, time_s: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """U, u' and u'' (N, U) at times since take-off (N,); the root's columns mean nothing."""
        t = time_s[:, None]
        tau = t / self.seconds
        (first, last), (leaving, arriving) = self.ends, self.rates
        way, per = last - first, 1.0 / self.seconds
        s = ease(tau)
        s1 = per * 30.0 * tau**2 * (1.0 - tau) ** 2
        s2 = per**2 * 60.0 * tau * (1.0 - tau) * (1.0 - 2.0 * tau)
        f, f1, f2 = _fading(t, self.stops_s[0])
        g, g1, g2 = _fading(self.seconds - t, self.stops_s[1])
        hump = tau * (1.0 - tau)
        b, b1 = 64.0 * hump**3, 192.0 * per * hump**2 * (1.0 - 2.0 * tau)
        b2 = per**2 * (384.0 * hump * (1.0 - 2.0 * tau) ** 2 - 384.0 * hump**2)
        u = first + s * way + f * leaving - g * arriving + b * self.tuck
        rate = s1 * way + f1 * leaving + g1 * arriving + b1 * self.tuck
        second = s2 * way + f2 * leaving - g2 * arriving + b2 * self.tuck
        return u, rate, second

    def parabola(self, time_s: FloatArray) -> tuple[ComplexArray, ComplexArray]:
        """The common center and its velocity (N,) at times since take-off."""
        fall = 1j * GRAVITY_M_S2
        at: ComplexArray = self.center + self.velocity * time_s - fall * time_s**2 / 2
        speed: ComplexArray = self.velocity - fall * time_s.astype(np.complex128)
        return at, speed


def _fading(t: FloatArray, stop_s: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """f(t; t0) with its derivatives (N, U)."""
    left = np.maximum(1.0 - t / stop_s, 0.0)
    return (
        t * left**3,
        left**3 - 3.0 * t / stop_s * left**2,
        -6.0 / stop_s * left**2 + 6.0 * t / stop_s**2 * left,
    )


def airborne(
    flight: Flight, whole: Parts, expand: FloatArray, time_s: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Q, q' and q'' (N, C) at times since take-off (N,), where nothing but gravity acts."""
    motion = tuple(array @ expand.T for array in flight.joints(time_s))
    motion[0][:, ROOT_PITCH] = pitches(flight, whole, expand, time_s)
    return whole.flying((motion[0], motion[1], motion[2]), flight.parabola(time_s), flight.momentum)


def pitches(flight: Flight, whole: Parts, expand: FloatArray, time_s: FloatArray) -> FloatArray:
    """The root's pitch (N,) at times since take-off: pitch' summed by Simpson's rule."""
    knots = np.linspace(0.0, flight.seconds, 2 * STEPS + 1)
    speed = _pitch_rate(flight, whole, expand, knots)
    each = (knots[2] - knots[0]) / 6.0 * (speed[:-2:2] + 4.0 * speed[1:-1:2] + speed[2::2])
    summed = np.append(0.0, np.cumsum(each))
    start = float((expand @ flight.ends[0])[ROOT_PITCH])
    # From the knot before, Simpson's rule once more over what remains.
    step = knots[2] - knots[0]
    before = np.minimum((time_s / step).astype(np.intp), STEPS)
    rest = time_s - before * step
    half = _pitch_rate(flight, whole, expand, before * step + rest / 2)
    full = _pitch_rate(flight, whole, expand, time_s)
    found: FloatArray = start + summed[before] + rest / 6.0 * (speed[2 * before] + 4 * half + full)
    return found


def _pitch_rate(flight: Flight, whole: Parts, expand: FloatArray, time_s: FloatArray) -> FloatArray:
    u, rate, _ = flight.joints(time_s)
    turned, inertia = whole.turning(u @ expand.T, _without_root(rate @ expand.T))
    found: FloatArray = (turned - flight.momentum) / inertia
    return found


def _without_root(rate: FloatArray) -> FloatArray:
    joints = rate.copy()
    joints[:, : ROOT_PITCH + 1] = 0.0
    return joints
