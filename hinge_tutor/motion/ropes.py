"""Straight arms as ropes: a pendulum on a shoulder that moves, stopped by the body behind it.

With θ the arm's angle from hanging, counter-clockwise, c = Σ m K the first moment of the arm and of
what it holds about the shoulder, J = Σ m |K|² + Σ I, and a the shoulder's acceleration:
    M(θ, θ'') = Im(conj(c e^{iθ}) (a + i g)) + J θ''        what has to act at the shoulder
An arm behind the body's line lies against it: there the trunk turns it along, θ = stop - lean, and
    M ≥ 0                                                   the body pushes, it never pulls
It leaves where M falls to nothing, and from there on M = 0, up to where it rests: θ' = 0. Solved by
the fourth-order Runge-Kutta rule. Units: m, rad, s, kg m². Frame: x forward, y up.
"""

from __future__ import annotations

import cmath
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.motion.turning import Turning

# The rule's step; the angle after a second then errs by less than a millionth of a radian.
STEP_S = 0.01
# An arm that still rises after this long, or passes this angle, does not come to rest in front.
LONGEST_S = 2.0
OVERHEAD_RAD = 2.6
# An arm that hardly brakes (rad/s²) at the end of a step is at rest there: no division by nothing.
LEAST_BRAKING = 1e-9


@dataclass(frozen=True)
class Arm:
    """First moment c (kg m, the arm hanging), inertia J about the shoulder, and mass."""

    first: complex
    inertia_kgm2: float
    mass_kg: float

    def second(self, angle: float, pivot: complex) -> float:
        """θ'' of the free arm, rad/s²."""
        lever = self.first * cmath.exp(1j * angle)
        moment = (lever.conjugate() * (pivot + 1j * GRAVITY_M_S2)).imag
        return -moment / self.inertia_kgm2


@dataclass(frozen=True, eq=False)
class Swung:
    """A free arm's angles (K,) and rates at times (K,), from where it leaves to its rest."""

    time_s: FloatArray
    angle: FloatArray
    rate: FloatArray

    @property
    def rest_s(self) -> float:
        """When it rests."""
        return float(self.time_s[-1])

    def at(self, time_s: FloatArray) -> FloatArray:
        """Its angles at some times (N,) since it left: cubic between its steps."""
        t, h = self.time_s, np.diff(self.time_s)
        i = np.clip(np.searchsorted(t, time_s, side="right") - 1, 0, len(h) - 1)
        s = np.clip((time_s - t[i]) / h[i], 0.0, 1.0)
        found: FloatArray = (
            self.angle[i] * (1.0 + 2.0 * s) * (1.0 - s) ** 2
            + self.angle[i + 1] * s**2 * (3.0 - 2.0 * s)
            + h[i] * s * (1.0 - s) * (self.rate[i] * (1.0 - s) - self.rate[i + 1] * s)
        )
        return found


def arm(row: Turning) -> Arm:
    """The straight arm whose moment about the shoulder a row reads."""
    hanging = row.lever.sum(axis=1)
    inertia = float((np.abs(hanging) ** 2) @ row.mass_kg + row.inertia_kgm2.sum())
    return Arm(complex(hanging @ row.mass_kg), inertia, float(row.mass_kg.sum()))


def swung(
    of: Arm, start: tuple[float, float, float], time_s: FloatArray, pivot: ComplexArray
) -> Swung | None:
    """A free arm from (time, angle, rate) on, its shoulder's acceleration known at times (N,).

    After those the shoulder is still. None where the arm does not come to rest in front.
    """
    t, angle, rate = start
    times, angles, rates = [t], [angle], [rate]

    def at(moment: float) -> complex:
        return complex(np.interp(moment, time_s, pivot, right=0.0))

    while rate > 0.0 or len(times) == 1:
        h, begin, middle, end = STEP_S, at(t), at(t + STEP_S / 2), at(t + STEP_S)
        k1 = of.second(angle, begin)
        k2 = of.second(angle + h / 2 * rate, middle)
        k3 = of.second(angle + h / 2 * rate + h**2 / 4 * k1, middle)
        k4 = of.second(angle + h * rate + h**2 / 2 * k2, end)
        after = rate + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        if after <= 0.0:
            # The last part of a step, in which it comes to rest with the acceleration it has.
            h = rate / max(-k1, LEAST_BRAKING)
            angle, after = angle + rate * h / 2, 0.0
        else:
            angle += h * rate + h**2 / 6 * (k1 + k2 + k3)
        t, rate = t + h, after
        times.append(t)
        angles.append(angle)
        rates.append(rate)
        if t - start[0] > LONGEST_S or angle > OVERHEAD_RAD:
            return None
    if times[-1] == times[0]:
        return None
    return Swung(np.array(times), np.array(angles), np.array(rates))
