"""Numbers read off a body's coordinates as equations, and how they are joined and reduced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from hinge_tutor.body.arrays import FloatArray


class Equations(Protocol):
    """R numbers read off a body's coordinates, with their first and second derivatives."""

    def __len__(self) -> int: ...

    def value(self, q: FloatArray) -> FloatArray:
        """The numbers (…, R) at coordinates (…, C)."""

    def gradient(self, q: FloatArray) -> FloatArray:
        """∂number/∂q (…, R, C) at coordinates (…, C)."""

    def curvature(self, q: FloatArray, shares: FloatArray) -> FloatArray:
        """Σ share · ∂²number/∂q² (C, C) at coordinates (C,), for shares (R,)."""

    def both(self, other: Equations) -> Equations:
        """These followed by others."""

    def linear(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """`value` and `gradient` at once."""

    def bent(self, q: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """`value`, `gradient` and `curvature` at once, at coordinates (C,)."""

    def over(self, expand: FloatArray) -> Equations:
        """The same numbers over unknowns u (U,), of which the coordinates are E u, E (C, U)."""


@dataclass(frozen=True, eq=False)
class Joined:
    """Equations of two kinds, one after the other."""

    first: Equations
    second: Equations

    def __len__(self) -> int:
        return len(self.first) + len(self.second)

    def value(self, q: FloatArray) -> FloatArray:
        """The numbers (…, R) at coordinates (…, C)."""
        return np.concatenate([self.first.value(q), self.second.value(q)], axis=-1)

    def gradient(self, q: FloatArray) -> FloatArray:
        """∂number/∂q (…, R, C) at coordinates (…, C)."""
        return np.concatenate([self.first.gradient(q), self.second.gradient(q)], axis=-2)

    def curvature(self, q: FloatArray, shares: FloatArray) -> FloatArray:
        """Σ share · ∂²number/∂q² (C, C) at coordinates (C,), for shares (R,)."""
        apart = len(self.first)
        return self.first.curvature(q, shares[:apart]) + self.second.curvature(q, shares[apart:])

    def both(self, other: Equations) -> Equations:
        """These followed by others."""
        return Joined(self, other)

    def linear(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """`value` and `gradient` at once."""
        (value, gradient), (value_2, gradient_2) = self.first.linear(q), self.second.linear(q)
        return (
            np.concatenate([value, value_2], axis=-1),
            np.concatenate([gradient, gradient_2], axis=-2),
        )

    def bent(self, q: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """`value`, `gradient` and `curvature` at once."""
        apart = len(self.first)
        value, gradient, curvature = self.first.bent(q, shares[:apart])
        value_2, gradient_2, curvature_2 = self.second.bent(q, shares[apart:])
        return (
            np.concatenate([value, value_2]),
            np.concatenate([gradient, gradient_2]),
            curvature + curvature_2,
        )

    def over(self, expand: FloatArray) -> Equations:
        """The same numbers over unknowns."""
        return Joined(self.first.over(expand), self.second.over(expand))


@dataclass(frozen=True, eq=False)
class Over:
    """Equations over unknowns u, of which the coordinates are E u."""

    equations: Equations
    expand: FloatArray

    def __len__(self) -> int:
        return len(self.equations)

    def value(self, q: FloatArray) -> FloatArray:
        """The numbers (…, R) at unknowns (…, U)."""
        return self.equations.value(q @ self.expand.T)

    def gradient(self, q: FloatArray) -> FloatArray:
        """∂number/∂u (…, R, U) at unknowns (…, U)."""
        return applied(self.equations.gradient(q @ self.expand.T), self.expand)

    def curvature(self, q: FloatArray, shares: FloatArray) -> FloatArray:
        """Σ share · ∂²number/∂u² (U, U) at unknowns (U,), for shares (R,)."""
        bent: FloatArray = self.equations.curvature(self.expand @ q, shares)
        return self.expand.T @ bent @ self.expand

    def both(self, other: Equations) -> Equations:
        """These followed by others over the same unknowns."""
        return Joined(self, other)

    def linear(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """`value` and `gradient` at once."""
        value, gradient = self.equations.linear(q @ self.expand.T)
        return value, applied(gradient, self.expand)

    def bent(self, q: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """`value`, `gradient` and `curvature` at once."""
        return (*self.linear(q), self.curvature(q, shares))

    def over(self, expand: FloatArray) -> Equations:
        """The same numbers over unknowns of these unknowns."""
        return Over(self.equations, self.expand @ expand)


def applied(rows: FloatArray, matrix: FloatArray) -> FloatArray:
    """Rows (…, R, A) times a matrix (A, B), as one product instead of one for each moment."""
    flat = rows.reshape(-1, rows.shape[-1]) @ matrix
    found: FloatArray = flat.reshape(*rows.shape[:-1], matrix.shape[1])
    return found
