"""Which muscles share the moments: the least Σ volume · a² that balances every joint.

    minimize  ½ Σ V a² + Σ s² / (2 ε)   subject to  G a + s = b,  low ≤ a ≤ high
V volume, a activation, b the moments asked for, G each muscle's moment at full activation, s the
reserves: what the muscles cannot give. ε is small, so a reserve stays near zero until a joint's
muscles are exhausted. In the multipliers λ (one per equation) the solution is
    a(λ) = clip(Gᵀλ / V, low, high),   s = ε λ,   R(λ) = b - G a(λ) - ε λ = 0
solved by Newton's method for all samples at once:
    (G D Gᵀ + ε 1) Δλ = R,   D = 1/V where a is not at a bound, else 0
R is the gradient of a concave function W(λ), so along a step W rises at the rate Δλᵀ R. A step
after which that rate is clearly negative went too far; it is cut where W is highest. As muscles
change evenly along a step from one bound to the other, that rate falls at
    c(t) = ε Δλᵀ Δλ + Σ V d²,   d = Gᵀ Δλ / V,   over those that are between their bounds at t
which changes only where one reaches or leaves a bound.
Units: V, G, b, s, ε in N·m; λ without unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen

# A muscle of a standing person is never quite silent; the usual floor of published solvers.
LEAST_ACTIVATION = 0.01
MOST_ACTIVATION = 1.0
# Reserve in N·m for one unit of λ. λ is near 1 where muscles suffice, so less than a thousandth of
# a newton meter is left over; much smaller makes exhausted joints badly conditioned.
SOFTNESS_NM = 1e-4
# The equations are met to this share of the largest moment asked for (or of 1 N·m).
TOLERANCE = 1e-9
# Where muscles are exhausted λ grows a millionfold, and what is rounded away of λ times G V⁻¹ Gᵀ of
# the free muscles is left over: a few times the smallest difference of two numbers near 1.
_ROUNDED = 8.0 * float(np.finfo(np.float64).eps)
# After so many steps they may go round in a circle: from then on none may go too far at all, and
# what is rounded away is no longer asked for.
_PATIENCE = 40
# Four to fourteen steps settle a movement. Where so many do not, too few muscles are free for the
# equations to be told apart, and reserves may be softer: so many times as soft, up to the last.
_STEPS = 100
_SOFTER, _SOFTEST_NM = 10.0, 1.0
# A full step is kept unless W falls at its end at more than this share of its first rise.
_OVERSHOOT = 0.5
# Settled samples are left behind where fewer than this share of all are unsettled: taking only
# some of them along is a copy of all their moments.
_FEW = 0.7
# Every so many samples are solved first, where there are at least so many strides of them.
_STRIDE = 8
_WORTH = 3


Pair = tuple[FloatArray, FloatArray]


@dataclass(frozen=True, eq=False)
class Shares:
    """Activation (N, M) and reserve (N, R): moment that no muscle gives, N·m."""

    activation: FloatArray
    reserve_Nm: FloatArray


@dataclass(frozen=True, eq=False)
class _Problem:
    """G (N, R, M), b (N, R), V (M,), the bounds and ε."""

    moments: FloatArray
    asked: FloatArray
    volume: FloatArray
    low: float
    high: float
    softness_Nm: float = SOFTNESS_NM

    def only(self, rows: BoolArray) -> _Problem:
        moments, asked = self.moments[rows], self.asked[rows]
        return _Problem(moments, asked, self.volume, self.low, self.high, self.softness_Nm)

    def rounding(self, free: BoolArray, multiplier: FloatArray) -> FloatArray:
        """What the residual cannot tell from nothing (N,)."""
        squares = (self.moments**2 @ (free / self.volume)[:, :, None])[..., 0]
        found: FloatArray = _ROUNDED * squares.max(axis=1) * np.abs(multiplier).max(axis=1)
        return found

    def pull(self, multiplier: FloatArray) -> FloatArray:
        """Gᵀλ / V (N, M)."""
        pulled: FloatArray = (multiplier[:, None, :] @ self.moments)[:, 0]
        return pulled / self.volume

    def residual(self, multiplier: FloatArray, activation: FloatArray) -> FloatArray:
        """R (N, R)."""
        given: FloatArray = (self.moments @ activation[:, :, None])[..., 0]
        return self.asked - given - self.softness_Nm * multiplier

    def step(self, free: BoolArray, right: FloatArray) -> FloatArray:
        """Δλ (N, R)."""
        weighted = self.moments * (free / self.volume)[:, None, :]
        curvature = weighted @ self.moments.swapaxes(1, 2)
        diagonal = np.arange(curvature.shape[-1])
        curvature[:, diagonal, diagonal] += self.softness_Nm
        return np.asarray(np.linalg.solve(curvature, right[..., None])[..., 0], dtype=np.float64)

    def within(self, wanted: FloatArray) -> FloatArray:
        """Activation (N, M) at its bounds where more or less is wanted."""
        return np.minimum(np.maximum(wanted, self.low), self.high)

    def length(
        self, wanted: FloatArray, change: FloatArray, step: FloatArray, first: FloatArray
    ) -> FloatArray:
        """How much of each step to take (N,), 0 to 1, so that W is highest along it.

        A step changes what is wanted of muscles (N, M) by `change`; `first` (N,) is the rate at
        which W rises where it begins.
        """
        moved = np.where(change == 0.0, np.inf, change)
        low, high = (self.low - wanted) / moved, (self.high - wanted) / moved
        bend, one = self.volume * change**2, np.ones((len(step), 1))
        ends = np.hstack([0.0 * one, np.minimum(low, high), np.maximum(low, high)])
        bends = np.hstack([self.softness_Nm * (step**2).sum(axis=1)[:, None], bend, -bend])
        ends = np.minimum(np.maximum(ends, 0.0), 1.0)
        row = np.arange(len(step))
        order = row[:, None], ends.argsort(axis=1, kind="stable")
        at = np.hstack([ends[order], one])
        # How fast the rate falls from each place on where a muscle reaches or leaves a bound.
        falls = bends[order].cumsum(axis=1)
        rates = first[:, None] - (falls * (at[:, 1:] - at[:, :-1])).cumsum(axis=1)
        piece = (rates <= 0.0).argmax(axis=1)
        rate, fall, end = rates[row, piece], falls[row, piece], at[row, piece + 1]
        passed = rate <= 0.0
        back = np.divide(rate, fall, out=np.zeros_like(rate), where=passed)
        return np.where(passed, end + back, 1.0)


def share(
    moments: FloatArray,
    asked: FloatArray,
    volume: FloatArray,
    low: float = LEAST_ACTIVATION,
    high: float = MOST_ACTIVATION,
) -> Shares:
    """Share the moments asked for (N, R) over muscles with moments (N, R, M), volumes (M,).

    Samples in the order of time are solved soonest: some first, the others from what lies between.
    """
    problem = _Problem(moments, asked, volume, low, high)
    count = len(asked)
    if count < _WORTH * _STRIDE:
        _, activation = _settle(problem)
    else:
        some = np.append(np.arange(0, count - 1, _STRIDE), count - 1)
        known, _ = _settle(_Problem(moments[some], asked[some], volume, low, high))
        _, activation = _settle(problem, _between(some, known, count))
    reserve = asked - (moments @ activation[:, :, None])[..., 0]
    return Shares(frozen(activation), frozen(reserve))


def _between(some: npt.NDArray[np.intp], known: FloatArray, count: int) -> FloatArray:
    """Multipliers (N, R) read linearly between those known for some samples."""
    at = np.arange(count)
    return np.stack([np.interp(at, some, row) for row in known.T], axis=1)


def _settle(problem: _Problem, multiplier: FloatArray | None = None) -> Pair:
    """Multipliers (N, R) and activations (N, M) by Newton's method from a first guess."""
    if multiplier is None:
        # Only those work whose moments turn the way that is asked for, and of these, and others,
        # only those that this would not ask to push.
        multiplier = problem.step(problem.pull(problem.asked) > 0.0, problem.asked)
        multiplier = problem.step(problem.pull(multiplier) > 0.0, problem.asked)
    settled, activation = np.array(multiplier), np.empty(problem.moments[:, 0].shape)
    tolerance = TOLERANCE * np.maximum(np.abs(problem.asked).max(axis=1), 1.0)
    rows: npt.NDArray[np.intp] = np.arange(len(multiplier))
    wanted = problem.pull(multiplier)
    active = problem.within(wanted)
    residual = problem.residual(multiplier, active)
    for number in range(_STEPS):
        late = number > _PATIENCE
        near = tolerance[rows]
        if late:
            near = near + problem.rounding(active == wanted, multiplier)
        unsolved = np.abs(residual).max(axis=1) > near
        activation[rows], settled[rows] = active, multiplier
        if not unsolved.any():
            return settled, activation
        if unsolved.sum() < _FEW * len(unsolved):
            problem, rows = problem.only(unsolved), rows[unsolved]
            multiplier, residual = multiplier[unsolved], residual[unsolved]
            active, wanted = active[unsolved], wanted[unsolved]
            unsolved = unsolved[unsolved]
        step = problem.step(active == wanted, residual)
        further = multiplier + step
        rise, begun = (step * residual).sum(axis=1), wanted
        wanted = problem.pull(further)
        active = problem.within(wanted)
        residual = problem.residual(further, active)
        overshoot = 0.0 if late else _OVERSHOOT
        far = unsolved & ((step * residual).sum(axis=1) < -overshoot * rise)
        if far.any():
            cut = np.ones(len(step))
            change = wanted[far] - begun[far]
            cut[far] = problem.length(begun[far], change, step[far], rise[far])
            further = multiplier + cut[:, None] * step
            wanted = problem.pull(further)
            active = problem.within(wanted)
            residual = problem.residual(further, active)
        multiplier = further
    if problem.softness_Nm >= _SOFTEST_NM:
        raise AssertionError("recruitment did not settle")
    left = rows[unsolved]
    softer = replace(problem.only(unsolved), softness_Nm=_SOFTER * problem.softness_Nm)
    settled[left], activation[left] = _settle(softer)
    return settled, activation
