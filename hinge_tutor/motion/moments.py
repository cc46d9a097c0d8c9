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
from hinge_tutor.motion.equations import Equations, Joined, Over
from hinge_tutor.motion.pulls import SHORTEST_M, Pull
from hinge_tutor.motion.rows import Rows

# Lines that carried more than this much of the weight would leave too little to stand on.
MOST_LIFTED = 0.9
UP = np.array([0.0, 1.0])


@dataclass(frozen=True, eq=False)
class _Line:
    """A line to a fixed end: K of its place (S,), the end Z, what pulls, and how many times."""

    place: ComplexArray
    end: complex
    pull: Pull
    times: int

    def tension(self, length: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """φ = T / L with its first and second derivative over L (…)."""
        pull = self.pull
        force = self.times * pull.tension(length)
        if pull.stack_kg > 0.0:
            return force / length, -force / length**2, 2.0 * force / length**3
        bent = self.times * pull.stiffness_N_m * pull.rest_length_m * (force > 0.0) / length**2
        return force / length, bent, -2.0 * bent / length


@dataclass(frozen=True, eq=False)
class _Seen:
    """A line at some coordinates: d (…, 2), its length L (…), and φ, φ' and φ'' there (…)."""

    d: FloatArray
    length: FloatArray
    per: FloatArray
    slope: FloatArray
    bend: FloatArray


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
        turning, lifted = self._sums(self._seen(q))
        found: FloatArray = (self.center.value(q)[..., 0] * self.weight_N - turning) / lifted
        return found[..., None]

    def center_x(self, q: FloatArray, point_x_m: FloatArray) -> FloatArray:
        """Where the center of mass (…) has to be for p to be there (…), m."""
        turning, lifted = self._sums(self._seen(q))
        found: FloatArray = (point_x_m * lifted + turning) / self.weight_N
        return found

    def gradient(self, q: FloatArray) -> FloatArray:
        """∂p/∂q (…, 1, C): with p = n / w, (∂n - p ∂w) / w."""
        seen = self._seen(q)
        turning, lifted = self._sums(seen)
        p = (self.center.value(q)[..., 0] * self.weight_N - turning) / lifted
        e = 1j * np.exp(1j * (q @ self.body.linkage.turn.T))
        # ∂d = -∂place: a pull that turns less where its place moves ahead moves p ahead.
        push = [by_moment - p[..., None] * by_lift for by_moment, by_lift in self._slopes(seen)]
        per = self.weight_N * (e * self.center.matrix[0]).real
        for line, each in zip(self.lines, push, strict=True):
            per = per + (e * line.place * np.conj(each[..., 0] + 1j * each[..., 1])[..., None]).real
        found: FloatArray = per @ self.body.linkage.turn
        found[..., ROOT_X] += self.weight_N + sum(each[..., 0] for each in push)
        found[..., ROOT_Y] += sum(each[..., 1] for each in push)
        return (found / lifted[..., None])[..., None, :]

    def curvature(self, q: FloatArray, shares: FloatArray) -> FloatArray:
        """Share · ∂²p/∂q² (C, C): (∂²n - p ∂²w - ∂w ∂pᵀ - ∂p ∂wᵀ) / w."""
        seen = self._seen(q)
        turning, lifted = self._sums(seen)
        p = float(self.center.value(q)[0] * self.weight_N - turning) / float(lifted)
        first = self.gradient(q)[0]
        second = self.weight_N * self.center.curvature(q, np.ones(1))
        weight = np.zeros_like(first)
        for line, at, (by_moment, by_lift) in zip(
            self.lines, seen, self._slopes(seen), strict=True
        ):
            place = Rows(self.body, np.array([line.place] * 2), np.ones(2), np.array([0.0, 1.0]))
            moved = place.gradient(q)
            weight = weight + by_lift @ moved
            second = second - moved.T @ self._bend(line, at, p) @ moved
            second = second + place.curvature(q, by_moment - p * by_lift)
        second = second - np.outer(weight, first) - np.outer(first, weight)
        found: FloatArray = float(shares[0]) * second / float(lifted)
        return found

    def both(self, other: Equations) -> Equations:
        """The point p followed by other numbers."""
        return Joined(self, other)

    def linear(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """`value` and `gradient` at once."""
        return self.value(q), self.gradient(q)

    def bent(self, q: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """`value`, `gradient` and `curvature` at once."""
        return (*self.linear(q), self.curvature(q, shares))

    def over(self, expand: FloatArray) -> Equations:
        """The point p over unknowns."""
        return Over(self, expand)

    def _seen(self, q: FloatArray) -> list[_Seen]:
        """Every line at coordinates (…, C)."""
        directions = np.exp(1j * (q @ self.body.linkage.turn.T))
        root = q[..., ROOT_X] + 1j * q[..., ROOT_Y]
        found = []
        for line in self.lines:
            d = line.end - root - directions @ line.place
            length = np.maximum(np.abs(d), SHORTEST_M)
            found.append(_Seen(np.stack([d.real, d.imag], axis=-1), length, *line.tension(length)))
        return found

    def _across(self, line: _Line) -> FloatArray:
        return np.array([-(line.end.imag - self.height_m), line.end.real])

    def _sums(self, seen: Sequence[_Seen]) -> tuple[FloatArray, FloatArray]:
        """Σ c (…) and M g - Σ T u_y (…)."""
        turning: FloatArray = np.zeros(())
        lifted: FloatArray = np.full((), self.weight_N)
        for line, at in zip(self.lines, seen, strict=True):
            turning = turning + at.per * (at.d @ self._across(line))
            lifted = lifted - at.per * at.d[..., 1]
        return turning, np.maximum(lifted, (1.0 - MOST_LIFTED) * self.weight_N)

    def _slopes(self, seen: Sequence[_Seen]) -> list[tuple[FloatArray, FloatArray]]:
        """∂c/∂d and ∂(T u_y)/∂d (…, 2) of each line."""
        found = []
        for line, at in zip(self.lines, seen, strict=True):
            across, unit = self._across(line), at.d / at.length[..., None]
            by_moment = (at.slope * (at.d @ across))[..., None] * unit
            by_lift = (at.slope * at.d[..., 1])[..., None] * unit
            per = at.per[..., None]
            found.append((by_moment + per * across, by_lift + per * UP))
        return found

    def _bend(self, line: _Line, at: _Seen, p: float) -> FloatArray:
        """∂²(c - p T u_y)/∂d² (2, 2)."""
        unit = at.d / at.length
        across = self._across(line) - p * UP
        along = np.outer(unit, unit)
        lever = float(at.d @ across)
        found: FloatArray = (at.bend * along + at.slope * (np.eye(2) - along) / at.length) * lever
        return found + at.slope * (np.outer(unit, across) + np.outer(across, unit))


def balance(
    center: Rows,
    weight_N: float,
    height_m: float,
    pulls: Sequence[Pull],
    symmetric: bool = False,
) -> Equations:
    """The equation that keeps a body over a point: of its center of mass, or of all moments.

    Where both sides move alike, a line of the far side is one more of the near side.
    """
    fixed = [pull for pull in pulls if not isinstance(pull.to, str)]
    if not fixed:
        return center
    alike: dict[str, list[Pull]] = {}
    for pull in fixed:
        plain = pull.name.removesuffix("_near").removesuffix("_far")
        alike.setdefault(plain if symmetric else pull.name, []).append(pull)
    lines = [
        _Line(center.body.places[twins[0].on], twins[0].line(center.body)[2], twins[0], len(twins))
        for twins in alike.values()
    ]
    return Balance(center, weight_N, height_m, tuple(lines))


def weight_N(body: Body, load_kg: float) -> float:
    """The weight of a body with its load, N."""
    return GRAVITY_M_S2 * (float(body.linkage.mass_kg.sum()) + load_kg)
