"""How supports that push, and never pull, share what a body needs, for all moments at once.

A support's part is v = (N, T/μ, M/h) in N: normal force, tangential force T over the friction
coefficient μ, and the moment M = N s of a center of pressure at s from the middle of its places,
over half their span h. It stays in the cone |T/μ| ≤ N, |M/h| ≤ N. B (3, 3) turns v into a force
(x, y) and a moment, r is what no support can give, and
    min ½ Σ |v - v*|²_W / c + ½ r · E⁻¹ r        with Σ B v + r = R
v* what each is meant to carry, c its share, W = diag(1, 1, w) and E → 0. With multipliers ν (3,):
    v(ν) = P(v* + c W⁻¹ Bᵀ ν),   Σ B v(ν) + E ν = R,   H = Σ B J c W⁻¹ Bᵀ + E
P the nearest point of the cone, J its Jacobian. Without a bound in the way this is one step; with
some it is a Newton step over a piecewise linear function, damped, while E shrinks. In the end the
bounds in the way are known and E is dropped: r is then 0, or where that cannot be, a moment
first, a force along x next, and along y last. P of (n, a, b), from N - n = Σ w max(0, a - N), is
    N = max(0, n, (n + |a|)/2, (n + w|b|)/(1 + w), (n + |a| + w|b|)/(2 + w)),   a, b within ± N
Forces over the weight, moments over weight times stature, so that size does not matter; frame: x
forward, y up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray

# The pressure at the edge of its place counts as a sixth of a support's share taken from it: who
# rocks first presses elsewhere under hand and foot, then leans from one to the other.
PRESSURE_WEIGHT = 1.0 / 36.0
# E for a force along y, falling. A moment is left over before a force along x, and that before the
# weight itself: nobody presses harder on the ground than they weigh to slip less.
_SOFTENED = (1e-2, 1e-4, 1e-6, 1e-8, 1e-10)
_LEFT_OVER = np.array([10.0, 1.0, 100.0])
# The same order once E is dropped; rounding allows no wider steps.
_LEFT_OVER_EXACTLY = np.diag([1e-4, 1e-8, 1.0])
_FEW_STEPS, _MOST_STEPS, _MOST_HALVINGS = 6, 20, 12
_ENOUGH_RISE = 1e-4
# Rounding, over the weight: far above that of sums of a dozen products, far below what is felt.
ROUNDING = 1e-12
# A direction in which supports give less than this of what they give elsewhere is not carried.
_NOTHING = 1e-11


@dataclass(frozen=True, eq=False)
class Problem:
    """R (N, 3), every B side by side (N, 3, 3 K), v* and the diagonal of c W⁻¹ (N, K, 3)."""

    asked: FloatArray
    wrench: FloatArray
    meant: FloatArray
    ease: FloatArray

    def of(self, some: BoolArray) -> Problem:
        """The same for some moments only."""
        return Problem(self.asked[some], self.wrench[some], self.meant[some], self.ease[some])

    def unbound(self, nu: FloatArray) -> FloatArray:
        """v* + c W⁻¹ Bᵀ ν (N, K, 3)."""
        turned = (nu[:, None, :] @ self.wrench).reshape(self.ease.shape)
        found: FloatArray = self.meant + self.ease * turned
        return found

    def given(self, v: FloatArray) -> FloatArray:
        """Σ B v (N, 3)."""
        found: FloatArray = (self.wrench @ v.reshape(len(v), -1, 1))[..., 0]
        return found

    def stiffness(self, jacobian: FloatArray | None = None) -> FloatArray:
        """H (N, 3, 3) without E; J (N, K, 3, 3), or 1 where no bound is in the way."""
        count = len(self.ease)
        if jacobian is None:
            eased = self.wrench * self.ease.reshape(count, 1, -1)
        else:
            one_by_one = self.wrench.reshape(count, 3, -1, 3).transpose(0, 2, 1, 3)
            turned = one_by_one @ (jacobian * self.ease[:, :, None, :])
            eased = turned.transpose(0, 2, 1, 3).reshape(count, 3, -1)
        found: FloatArray = eased @ self.wrench.transpose(0, 2, 1)
        return found


def nearest(v: FloatArray) -> FloatArray:
    """P: the nearest parts (…, 3) that supports can give."""
    n, a, b, w = v[..., 0], np.abs(v[..., 1]), np.abs(v[..., 2]), PRESSURE_WEIGHT
    normal = np.maximum(np.maximum(n, 0.0), np.maximum((n + a) / 2.0, (n + w * b) / (1.0 + w)))
    normal = np.maximum(normal, (n + a + w * b) / (2.0 + w))
    found = np.empty_like(v)
    found[..., 0] = normal
    found[..., 1] = np.clip(v[..., 1], -normal, normal)
    found[..., 2] = np.clip(v[..., 2], -normal, normal)
    return found


def _jacobian(v: FloatArray, found: FloatArray) -> FloatArray:
    """J (…, 3, 3) of P at v, whose nearest is `found`."""
    normal = found[..., :1]
    held = np.sign(v[..., 1:]) * (np.abs(v[..., 1:]) > normal)
    weight = np.array([1.0, PRESSURE_WEIGHT])
    whole = 1.0 + (weight * np.abs(held)).sum(axis=-1, keepdims=True)
    row = np.concatenate([np.ones_like(normal), weight * held], axis=-1) / whole
    side = np.concatenate([np.ones_like(normal), held], axis=-1)
    free = np.concatenate([np.zeros_like(normal), held == 0.0], axis=-1)
    jacobian: FloatArray = side[..., :, None] * row[..., None, :]
    jacobian[..., range(3), range(3)] += free
    jacobian *= (normal > 0.0)[..., None]
    return jacobian


def share(problem: Problem) -> FloatArray:
    """What each support gives, v (N, K, 3), always inside its cone."""
    stiffness = problem.stiffness()
    diagonal = stiffness[:, 0, 0] * stiffness[:, 1, 1] * stiffness[:, 2, 2]
    regular = np.linalg.det(stiffness) > _NOTHING * np.maximum(diagonal, _NOTHING)
    if not regular.all():
        stiffness[~regular] = np.eye(3)
    asked = problem.asked - problem.given(problem.meant)
    nu = _solved(stiffness, asked)
    v = problem.unbound(nu)
    held = nearest(v)
    bound = ~regular | (np.abs(held - v).max(axis=(1, 2)) > ROUNDING)
    if bound.any():
        held[bound] = _bounded(problem.of(bound), nu[bound] * regular[bound, None])
    return held


def _bounded(problem: Problem, nu: FloatArray) -> FloatArray:
    """The same from a first ν (N, 3), for moments that have a bound in the way."""
    nu, going = _newton(problem, nu, _SOFTENED[-1], _FEW_STEPS)
    if going.any():
        rest, hard = np.zeros((int(going.sum()), 3)), problem.of(going)
        for soft in _SOFTENED:
            closer, missing = _newton(hard, rest, soft, _MOST_STEPS)
            rest = np.where(missing[:, None], rest, closer)
        nu[going] = rest
    v = problem.unbound(nu)
    held = nearest(v)
    exact = _without_softness(problem, _jacobian(v, held))
    inside = nearest(exact)
    right = np.abs(exact - inside).max(axis=(1, 2)) <= ROUNDING
    held[right] = inside[right]
    return held


def _newton(
    problem: Problem, nu: FloatArray, least: float, steps: int
) -> tuple[FloatArray, BoolArray]:
    """The multipliers ν (N, 3) with Σ B v(ν) + E ν = R, and which of them are not found."""
    soft = least * _LEFT_OVER
    found = nu.copy()
    open_ones = np.arange(len(nu))
    for _ in range(steps):
        v = problem.unbound(nu)
        held = nearest(v)
        slope = problem.asked - problem.given(held) - soft * nu
        # A large ν is a difference of large numbers: its rounding is in the slope.
        exact = ROUNDING * (1.0 + 1e-3 * np.abs(nu).max(axis=1))
        going = np.abs(slope).max(axis=1) > exact
        if not going.all():
            found[open_ones] = nu
            if not going.any():
                return found, np.zeros(len(found), dtype=np.bool_)
            open_ones, problem = open_ones[going], problem.of(going)
            nu, v, held, slope = (each[going] for each in (nu, v, held, slope))
        stiffness = problem.stiffness(_jacobian(v, held)) + np.diag(soft)
        step = _solved(stiffness, slope)
        nu = _risen(problem, nu, step, soft, (slope * step).sum(axis=1))
    found[open_ones] = nu
    missing = np.zeros(len(found), dtype=np.bool_)
    missing[open_ones] = True
    return found, missing


def _risen(
    problem: Problem, nu: FloatArray, step: FloatArray, soft: FloatArray, slope: FloatArray
) -> FloatArray:
    """The multipliers ν after as much of a step as makes the dual function rise."""
    before = _dual(problem, nu, soft)
    length = np.ones(len(nu))
    for _ in range(_MOST_HALVINGS):
        after = _dual(problem, nu + length[:, None] * step, soft)
        short = after < before + _ENOUGH_RISE * length * slope - ROUNDING * np.abs(before)
        if not short.any():
            break
        length[short] /= 2.0
    moved: FloatArray = nu + length[:, None] * step
    return moved


def _dual(problem: Problem, nu: FloatArray, soft: FloatArray) -> FloatArray:
    """The concave function (N,) whose slope is R - Σ B v(ν) - E ν."""
    held = nearest(problem.unbound(nu))
    away = held - problem.meant
    carrying = problem.ease > 0.0
    cost = np.divide(away**2, problem.ease, out=np.zeros_like(away), where=carrying)
    lacking = problem.asked - problem.given(held) - soft * nu / 2.0
    found: FloatArray = (nu * lacking).sum(axis=1) + cost.sum(axis=(1, 2)) / 2.0
    return found


def _without_softness(problem: Problem, jacobian: FloatArray) -> FloatArray:
    """The parts v (N, K, 3) on the same bounds with E dropped; what is left is a moment first."""
    start = (jacobian @ problem.meant[..., None])[..., 0]
    lacking = problem.asked - problem.given(start)
    strength, axes = np.linalg.eigh(problem.stiffness(jacobian))
    nothing = strength <= _NOTHING * np.maximum(strength[:, -1:], 1.0)
    # Of all r that leave nothing in the directions that are not carried, the one least forceful.
    blind = (axes * nothing[:, None, :]) @ axes.transpose(0, 2, 1)
    easy = _LEFT_OVER_EXACTLY
    apart = blind @ easy @ blind + (np.eye(3) - blind)
    spread = _solved(apart, (blind @ lacking[..., None])[..., 0])
    lacking = lacking - (easy @ blind @ spread[..., None])[..., 0]
    inverse = np.where(nothing, 0.0, 1.0 / np.where(nothing, 1.0, strength))
    along = (axes.transpose(0, 2, 1) @ lacking[..., None])[..., 0]
    nu = (axes @ (inverse * along)[..., None])[..., 0]
    turned = (nu[:, None, :] @ problem.wrench).reshape(problem.ease.shape)
    found: FloatArray = start + (jacobian @ (problem.ease * turned)[..., None])[..., 0]
    return found


def _solved(matrix: FloatArray, values: FloatArray) -> FloatArray:
    """The x (N, 3) of matrix (N, 3, 3) · x = values (N, 3)."""
    found = np.linalg.solve(matrix, values[..., None])[..., 0]
    return np.asarray(found, dtype=np.float64)
