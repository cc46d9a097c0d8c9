"""Balance of a body that bands or cables pull: the point about which all moments cancel.

With M g the weight at x_c, lines k with tension T_k along u_k = d_k / L_k toward a fixed end Z_k,
and the ground at height h, the point p on the ground about which nothing turns the body is
    p = (x_c M g - Σ c_k) / (M g - Σ T_k u_k,y)
    c_k = φ_k(L_k) ℓ_k,   φ = T / L,   ℓ = (Z_x - 0) d_y - (Z_y - h) d_x      moment about (0, h)
so (x_c - p) M g = Σ ((z - P) × F)_z with P = (p, h), because the pull acts along its line.
    ∂c/∂d = φ' ℓ u + φ Z⊥,   Z⊥ = (-(Z_y - h), Z_x)
    ∂²c/∂d² = (φ'' u uᵀ + φ' (1 - u uᵀ) / L) ℓ + φ' (u Z⊥ᵀ + Z⊥ uᵀ)
    band    φ' = k L0 / L²,  φ'' = -2 k L0 / L³         cable   φ' = -T / L²,  φ'' = 2 T / L³
The vertical pull φ d_y is the same with Z⊥ = (0, 1). A line between two places of the body turns
nothing. Units: m, N, N·m. Frame: x forward, y up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.pulls import SHORTEST_M, Pull
from hinge_tutor.motion.rows import Equations, Joined, Rows

# Lines that carried more than this much of the weight would leave too little to stand on.
MOST_LIFTED = 0.9


@dataclass(frozen=True, eq=False)
class _Line:
    """One line to a fixed end: K of its place (S,), the end Z, and what pulls."""

    place: ComplexArray
    end: complex
    pull: Pull

    def tension(self, length: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """φ = T / L with its first and second derivative over L (…)."""
        pull = self.pull
        force = pull.tension(length)
        if pull.stack_kg > 0.0:
            return force / length, -force / length**2, 2.0 * force / length**3
        bent = pull.stiffness_N_m * pull.rest_length_m * (force > 0.0) / length**2
        return force / length, bent, -2.0 * bent / length


@dataclass(frozen=True, eq=False)
class Balance:
    """One equation: the point p (m) under a body with a load that lines pull.

    `center` reads x_c, `weight_N` is M g with the load, `height_m` is h.
    """

    center: Rows
    weight_N: float
    height_m: float
    lines: tuple[_Line, ...]

    def __len__(self) -> int:
        return 1

    @property
    def body(self) -> Body:
        """The body that is pulled."""
        return self.center.body

    def value(self, q: FloatArray) -> FloatArray:
        """The point p (…, 1)."""
        turning, lifted, _ = self._sums(q)
        found: FloatArray = (self.center.value(q)[..., 0] * self.weight_N - turning) / lifted
        return found[..., None]

    def center_x(self, q: FloatArray, point_x_m: FloatArray) -> FloatArray:
        """Where the center of mass (…) has to be for p to be there (…), m."""
        turning, lifted, _ = self._sums(q)
        found: FloatArray = (point_x_m * lifted + turning) / self.weight_N
        return found

    def gradient(self, q: FloatArray) -> FloatArray:
        """∂p/∂q (…, 1, C): with p = n / w, (∂n - p ∂w) / w."""
        turning, lifted, slopes = self._sums(q)
        p = (self.center.value(q)[..., 0] * self.weight_N - turning) / lifted
        up = self.center.gradient(q)[..., 0, :] * self.weight_N
        for moved, by_moment, by_lift in slopes:
            up = up - _dot(by_moment, moved) + p[..., None] * _dot(by_lift, moved)
        found: FloatArray = up / lifted[..., None]
        return found[..., None, :]

    def curvature(self, q: FloatArray, shares: FloatArray) -> FloatArray:
        """Share · ∂²p/∂q² (C, C): (∂²n - p ∂²w - ∂w ∂pᵀ - ∂p ∂wᵀ) / w."""
        turning, lifted, slopes = self._sums(q)
        p = float(self.center.value(q)[0] * self.weight_N - turning) / float(lifted)
        first = self.gradient(q)[0]
        second = self.weight_N * self.center.curvature(q, np.ones(1))
        weight = np.zeros_like(first)
        for line, (moved, by_moment, by_lift) in zip(self.lines, slopes, strict=True):
            weight = weight - _dot(by_lift, moved)
            flat = by_moment - p * by_lift
            second = second - moved.T @ self._bend(line, q, p) @ moved
            second = second - self._reach(line).curvature(q, -flat)
        second = second - np.outer(weight, first) - np.outer(first, weight)
        found: FloatArray = float(shares[0]) * second / float(lifted)
        return found

    def both(self, other: Equations) -> Equations:
        """The point p followed by other numbers."""
        return Joined(self, other)

    def _reach(self, line: _Line) -> Rows:
        """X and y of a line's place."""
        return Rows(self.body, np.array([line.place] * 2), np.ones(2), np.array([0.0, 1.0]))

    def _d(self, line: _Line, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """D (…, 2) from the place to the end, and its length (…)."""
        directions = np.exp(1j * (q @ self.body.linkage.turn.T))
        at = directions @ line.place + q[..., ROOT_X] + 1j * q[..., ROOT_Y]
        d = line.end - at
        return np.stack([d.real, d.imag], axis=-1), np.maximum(np.abs(d), SHORTEST_M)

    def _across(self, line: _Line) -> FloatArray:
        return np.array([-(line.end.imag - self.height_m), line.end.real])

    def _sums(
        self, q: FloatArray
    ) -> tuple[FloatArray, FloatArray, list[tuple[FloatArray, FloatArray, FloatArray]]]:
        """Σ c (…), M g - Σ T u_y (…), and per line ∂d/∂q (…, 2, C), ∂c/∂d and ∂(T u_y)/∂d."""
        turning = np.zeros(q.shape[:-1])
        lifted = np.full(q.shape[:-1], self.weight_N)
        slopes = []
        for line in self.lines:
            d, length = self._d(line, q)
            per, slope, _ = line.tension(length)
            across = self._across(line)
            lever = d @ across
            unit = d / length[..., None]
            turning = turning + per * lever
            lifted = lifted - per * d[..., 1]
            by_moment = (slope * lever)[..., None] * unit + per[..., None] * across
            by_lift = (slope * d[..., 1])[..., None] * unit + per[..., None] * np.array([0.0, 1.0])
            slopes.append((-self._reach(line).gradient(q), by_moment, by_lift))
        return turning, np.maximum(lifted, (1.0 - MOST_LIFTED) * self.weight_N), slopes

    def _bend(self, line: _Line, q: FloatArray, p: float) -> FloatArray:
        """∂²(c - p T u_y)/∂d² (2, 2)."""
        d, length = self._d(line, q)
        _, slope, bend = line.tension(length)
        unit = d / length
        across = self._across(line) - p * np.array([0.0, 1.0])
        lever = float(d @ across)
        along = np.outer(unit, unit)
        found: FloatArray = (bend * along + slope * (np.eye(2) - along) / length) * lever
        return found + slope * (np.outer(unit, across) + np.outer(across, unit))


def balance(center: Rows, weight_N: float, height_m: float, pulls: Sequence[Pull]) -> Equations:
    """The equation that keeps a body over a point: of its center of mass, or of all moments."""
    fixed = [pull for pull in pulls if not isinstance(pull.to, str)]
    if not fixed:
        return center
    lines = tuple(_line(center.body, pull) for pull in fixed)
    return Balance(center, weight_N, height_m, lines)


def _line(body: Body, pull: Pull) -> _Line:
    _, _, end = pull.line(body)
    return _Line(body.places[pull.on], end, pull)


def weight_N(body: Body, load_kg: float) -> float:
    """The weight of a body with its load, N."""
    return GRAVITY_M_S2 * (float(body.linkage.mass_kg.sum()) + load_kg)


def _dot(per: FloatArray, moved: FloatArray) -> FloatArray:
    found: FloatArray = np.einsum("...d,...dc->...c", per, moved)
    return found
