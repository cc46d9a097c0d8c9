"""Take-off and landing: the rates of joints that throw a body up and catch it again.

At the ends of a flight the rates u' keep the feet in place, move the common center with v and turn
the body with L:
    J_feet u' = 0,   ∂c/∂u u' = v,   ∂L/∂u' u' = L
and are the nearest, by the movement's weights W, to going straight on from the pose before (to the
pose after): with A the rows above and n that direction, u' = n + W⁻¹ Aᵀ (A W⁻¹ Aᵀ)⁺ (b - A n).
A push lasts twice its climb over its speed, as when the force on the ground rises and falls evenly
(`easing.py`). L is found so that the body turns into its landing pose (`flight.py`).
Units: m, rad, s. Frame: x forward, y up.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT, ROOT_PITCH
from hinge_tutor.motion.course import Course
from hinge_tutor.motion.flight import Flight, pitches
from hinge_tutor.motion.momentum import Parts, parts
from hinge_tutor.motion.rows import Rows
from hinge_tutor.motion.stance import Stance
from hinge_tutor.motion.targets import stiffness

# Knees and ankles of good jumpers reach 16 rad/s (Bobbert and van Ingen Schenau 1988, J Biomech
# 21:249); faster rates mean a take-off from legs that are already straight.
FASTEST_RAD_S = 20.0
# Muscles stop a joint after take-off within a tenth of a second: at a quarter of t0 of `flight.py`,
# where f is largest.
STOPPING_S, QUICKEST_STOP_S = 0.3, 0.03
# f of `flight.py` is largest at t0 / 4, where it is (1/4) (3/4)³ t0.
LARGEST_OVERSHOOT = 27 / 256
# L is found by secants; the pitch depends on it almost linearly.
MOST_TRIES, CLOSE_RAD = 12, 1e-10
WAYS_PER_SPEED = 2.0
# A push shorter than this is none; one longer than this is no push.
PUSH_S = (0.1, 2.0)
# Who pushes over less than this does not jump.
LEAST_CLIMB_M = 0.02
# What the rates may miss, m/s: rounding.
MISSED = 1e-6


@dataclass(frozen=True, eq=False)
class _End:
    """One end of a flight: what the feet stand on, the pose there, the way from there or on.

    `side` is 1 at take-off and -1 at landing.
    """

    course: Course
    whole: Parts
    ground: Stance
    u: FloatArray
    way: FloatArray
    side: float

    def rates(self, velocity: complex, momentum: float) -> FloatArray:
        """The rates u' (U,) with that velocity of the center and that momentum."""
        expand = self.course.unknowns.expand
        q = expand @ self.u
        feet = self.ground.rows.gradient(q)
        feet = feet[:-1] if self.ground.balanced else feet
        rows = np.vstack([feet, self._center(q), self.whole.turning_rows(q)]) @ expand
        wanted = np.append(np.zeros(len(feet)), [velocity.real, velocity.imag, momentum])
        climb = float(rows[-2] @ self.way)
        onward = self.way * (velocity.imag / climb if climb * velocity.imag > 0.0 else 0.0)
        ease = 1.0 / stiffness(self.course.unknowns, self.course.movement.weights)
        normal = (rows * ease) @ rows.T
        lacking = np.linalg.lstsq(normal, wanted - rows @ onward, rcond=1e-12)[0]
        found: FloatArray = onward + ease * (rows.T @ lacking)
        return found

    def misses(self, rate: FloatArray, velocity: complex) -> bool:
        """Whether rates do not give that velocity, or are faster than joints are."""
        expand = self.course.unknowns.expand
        got = self._center(expand @ self.u) @ (expand @ rate)
        off = float(np.abs(got - np.array([velocity.real, velocity.imag])).max())
        return off > MISSED or float(np.abs(rate[len(ROOT) :]).max()) > FASTEST_RAD_S

    def climb_m(self) -> float:
        """How far the push lifts the center, or the landing lets it down again."""
        beside = self.u - self.side * self.way
        return self.center(self.u).imag - self.center(beside).imag

    def seconds(self, velocity: complex) -> float:
        """How long the push before, or the landing after, takes."""
        short, long = PUSH_S
        return min(max(WAYS_PER_SPEED * self.climb_m() / abs(velocity.imag), short), long)

    def stops(self, rate: FloatArray) -> FloatArray:
        """How soon each joint stops (U,), s, so that it stays in its range."""
        bounds = self.course.bounds
        stop = np.full(len(self.u), STOPPING_S)
        room = bounds.limits - bounds.rows @ self.u
        toward = bounds.rows * rate
        for number in range(len(room)):
            for column in np.flatnonzero(toward[number] > 0.0):
                most = max(float(room[number]), 0.0)
                stop[column] = min(stop[column], most / toward[number, column] / LARGEST_OVERSHOOT)
        slowest: FloatArray = np.maximum(stop, QUICKEST_STOP_S)
        return slowest

    def center(self, u: FloatArray) -> complex:
        """The common center of mass at unknowns u (U,)."""
        q = self.course.unknowns.expand @ u
        e = np.exp(1j * (self.course.body.linkage.turn @ q))
        return complex(q[0] + 1j * q[1] + self.whole.center @ e)

    def _center(self, q: FloatArray) -> FloatArray:
        """∂c/∂q (2, C)."""
        row = self.whole.center
        rows = Rows(self.course.body, np.array([row, row]), np.ones(2), np.array([0.0, 1.0]))
        found: FloatArray = rows.gradient(q)
        return found


def flight(
    course: Course,
    grounds: tuple[Stance, Stance],
    poses: tuple[FloatArray, FloatArray, FloatArray, FloatArray],
    tuck: FloatArray | None,
    rise_m: float,
) -> Flight | None:
    """The flight with that rise between the poses before, at take-off, at landing and after.

    None where the legs cannot give it, or the landing lies higher than the rise.
    """
    whole = parts(course.body, course.load)
    crouch, leave, touch, after = poses
    push = _End(course, whole, grounds[0], leave, leave - crouch, 1.0)
    landing = _End(course, whole, grounds[1], touch, after - touch, -1.0)
    c0, c1 = push.center(leave), landing.center(touch)
    up = math.sqrt(2.0 * GRAVITY_M_S2 * rise_m)
    left = up**2 - 2.0 * GRAVITY_M_S2 * (c1 - c0).imag
    if left <= 0.0 or min(push.climb_m(), landing.climb_m()) < LEAST_CLIMB_M:
        return None
    seconds = (up + math.sqrt(left)) / GRAVITY_M_S2
    velocity = complex((c1 - c0).real / seconds, up)
    down = velocity - 1j * GRAVITY_M_S2 * seconds
    still = push.rates(velocity, 0.0), landing.rates(down, 0.0)
    stops = push.stops(still[0]), landing.stops(-still[1])

    def with_momentum(momentum: float) -> Flight:
        rates = push.rates(velocity, momentum), landing.rates(down, momentum)
        plain = Flight(
            seconds=seconds,
            push_s=push.seconds(velocity),
            landing_s=landing.seconds(down),
            climbs_m=(push.climb_m(), landing.climb_m()),
            rates=rates,
            ends=(leave, touch),
            tuck=np.zeros_like(leave),
            stops_s=(np.minimum(stops[0], seconds), np.minimum(stops[1], seconds)),
            momentum=momentum,
            center=c0,
            velocity=velocity,
        )
        if tuck is None:
            return plain
        beyond = tuck - plain.joints(np.array([seconds / 2]))[0][0]
        beyond[: ROOT_PITCH + 1] = 0.0
        return replace(plain, tuck=beyond)

    found = _landing_upright(with_momentum, whole, course.unknowns.expand)
    if found is None or push.misses(found.rates[0], velocity):
        return None
    return None if landing.misses(found.rates[1], down) else found


def _landing_upright(
    with_momentum: Callable[[float], Flight], whole: Parts, expand: FloatArray
) -> Flight | None:
    """The flight whose momentum turns the body into its landing pose."""

    def missed(momentum: float) -> tuple[Flight, float]:
        flown = with_momentum(momentum)
        pitch = float(pitches(flown, whole, expand, np.array([flown.seconds]))[0])
        return flown, pitch - float((expand @ flown.ends[1])[ROOT_PITCH])

    before, (_, off_before) = 0.0, missed(0.0)
    now = 1.0
    for _ in range(MOST_TRIES):
        flown, off = missed(now)
        if abs(off) < CLOSE_RAD:
            return flown
        if off == off_before or not math.isfinite(off):
            return None
        before, now, off_before = now, now - off * (now - before) / (off - off_before), off
    return None
