"""Places and sums of places as equations in a body's coordinates, many moments at once.

A row reads one number off the body: the x or y of root · r + K e (letters: `body/linkage.py`),
with r = 1 for a place in the ground frame and 0 for a difference of two places. Its gradient is
the real or imaginary part of i (K e) A, plus the root's own columns. Unit: m.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import ROOT_X, ROOT_Y
from hinge_tutor.body.places import GRIPS
from hinge_tutor.body.skeleton import Body


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


@dataclass(frozen=True, eq=False)
class Rows:
    """R equations of one body: `matrix` K (R, S), `rooted` r (R,), `vertical` (R,) for y."""

    body: Body
    matrix: ComplexArray
    rooted: FloatArray
    vertical: FloatArray

    def __len__(self) -> int:
        return len(self.rooted)

    def _directions(self, q: FloatArray) -> ComplexArray:
        """The directions e (…, S)."""
        turned: ComplexArray = np.exp(1j * (q @ self.body.linkage.turn.T))
        return turned

    def value(self, q: FloatArray) -> FloatArray:
        """The rows' numbers (…, R) at coordinates (…, C)."""
        return self._value(q, self._directions(q))

    def gradient(self, q: FloatArray) -> FloatArray:
        """∂row/∂q (…, R, C) at coordinates (…, C)."""
        return self._gradient(self._directions(q))

    def linear(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """`value` and `gradient` at once."""
        e = self._directions(q)
        return self._value(q, e), self._gradient(e)

    def _value(self, q: FloatArray, e: ComplexArray) -> FloatArray:
        z = e @ self.matrix.T
        x = z.real + self.rooted * q[..., ROOT_X, None]
        y = z.imag + self.rooted * q[..., ROOT_Y, None]
        found: FloatArray = np.where(self.vertical == 1.0, y, x)
        return found

    def _gradient(self, e: ComplexArray) -> FloatArray:
        moved = (1j * e)[..., None, :] * self.matrix
        part = np.where(self.vertical[:, None] == 1.0, moved.imag, moved.real)
        gradient = applied(part, self.body.linkage.turn)
        gradient[..., ROOT_X] += self.rooted * (1.0 - self.vertical)
        gradient[..., ROOT_Y] += self.rooted * self.vertical
        return gradient

    def curvature(self, q: FloatArray, shares: FloatArray) -> FloatArray:
        """Σ share · ∂²row/∂q² (C, C) at coordinates (C,), for shares (R,) of the rows."""
        turn = self.body.linkage.turn
        bent = -np.exp(1j * (turn @ q)) * self.matrix
        part = np.where(self.vertical[:, None] == 1.0, bent.imag, bent.real)
        second: FloatArray = (turn.T * (shares @ part)) @ turn
        return second

    def both(self, other: Equations) -> Equations:
        """These rows followed by others of the same body."""
        if not isinstance(other, Rows):
            return Joined(self, other)
        return Rows(
            self.body,
            np.vstack([self.matrix, other.matrix]),
            np.concatenate([self.rooted, other.rooted]),
            np.concatenate([self.vertical, other.vertical]),
        )


def applied(rows: FloatArray, matrix: FloatArray) -> FloatArray:
    """Rows (…, R, A) times a matrix (A, B), as one product instead of one for each moment."""
    flat = rows.reshape(-1, rows.shape[-1]) @ matrix
    found: FloatArray = flat.reshape(*rows.shape[:-1], matrix.shape[1])
    return found


def landmark_rows(body: Body, wanted: Sequence[tuple[str, str]]) -> Rows:
    """Rows that read `x` or `y` of landmarks: pairs of (landmark, axis)."""
    matrix = np.array([body.places[name] for name, _ in wanted], dtype=np.complex128)
    matrix = matrix.reshape(len(wanted), len(body.segments))
    vertical = np.array([1.0 if axis == "y" else 0.0 for _, axis in wanted])
    return Rows(body, matrix, np.ones(len(wanted)), vertical)


def difference_row(body: Body, upper: str, lower: str) -> Rows:
    """The height of one landmark above another."""
    return Rows(body, (body.places[upper] - body.places[lower])[None, :], np.zeros(1), np.ones(1))


@lru_cache(maxsize=64)
def balance_matrix(body: Body, load_kg: float, landmarks: tuple[str, ...] = GRIPS) -> ComplexArray:
    """K of the common center of mass (1, S) of the body and a load that landmarks share evenly."""
    at = np.mean([body.places[name] for name in landmarks], axis=0)
    mass = body.linkage.mass_kg.sum()
    matrix: ComplexArray = (mass * body.linkage.whole_com + load_kg * at) / (mass + load_kg)
    matrix.flags.writeable = False
    return matrix[None, :]


def balance_row(body: Body, load_kg: float, landmarks: tuple[str, ...] = GRIPS) -> Rows:
    """The x of the common center of mass."""
    return Rows(body, balance_matrix(body, load_kg, landmarks), np.ones(1), np.zeros(1))
