"""Places and sums of places as equations in a body's coordinates, many moments at once.

A row reads one number off the body: the x or y of root · r + K e (letters: `body/linkage.py`),
with r = 1 for a place in the ground frame and 0 for a difference of two places. As y is the x of
what is turned back by a right angle, every row is the real part of k e, with k = K or -i K:
    value       Σ (Re k cos φ - Im k sin φ)  + the root's own columns · q
    gradient   -Σ (Re k sin φ + Im k cos φ) A + the root's own columns
    curvature  -Σ (Re k cos φ - Im k sin φ) Aᵀ A
both of the first two being linear in cos φ and sin φ: one product gives them for all moments.
Over unknowns u with q = E u they are the same with A E in place of A. Unit: m.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import ROOT_X, ROOT_Y
from hinge_tutor.body.places import GRIPS
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.equations import Equations, Joined


@dataclass(frozen=True, eq=False)
class Rows:
    """R equations of one body: `matrix` K (R, S), `rooted` r (R,), `vertical` (R,) for y.

    Over the coordinates q, or over unknowns u with q = `expand` u where that is given.
    """

    body: Body
    matrix: ComplexArray
    rooted: FloatArray
    vertical: FloatArray
    expand: FloatArray | None = None

    def __len__(self) -> int:
        return len(self.rooted)

    @cached_property
    def _turn(self) -> FloatArray:
        """A, or A E (S, C)."""
        turn = self.body.linkage.turn
        return turn if self.expand is None else turn @ self.expand

    @cached_property
    def _root(self) -> FloatArray:
        """The root's own columns (R, C)."""
        along = np.zeros((len(self), self.body.linkage.turn.shape[1]))
        along[:, ROOT_X] = self.rooted * (1.0 - self.vertical)
        along[:, ROOT_Y] = self.rooted * self.vertical
        return along if self.expand is None else along @ self.expand

    @cached_property
    def _reads(self) -> FloatArray:
        """What reads values off cos φ and sin φ: Re k and -Im k (2 S, R)."""
        x, y = self.matrix.real, self.matrix.imag
        up = self.vertical[:, None] == 1.0
        return np.concatenate([np.where(up, y, x), np.where(up, x, -y)], axis=1).T

    @cached_property
    def _slopes(self) -> FloatArray:
        """What reads gradients off cos φ and sin φ: -Im k A and -Re k A (2 S, R C)."""
        count = len(self._turn)
        slopes = np.empty((2, count, len(self), self._turn.shape[1]))
        np.multiply(self._reads[count:, :, None], self._turn[:, None, :], out=slopes[0])
        np.multiply(-self._reads[:count, :, None], self._turn[:, None, :], out=slopes[1])
        return slopes.reshape(2 * count, -1)

    def _turned(self, q: FloatArray) -> FloatArray:
        """Cosines, then sines, of φ of every segment (…, 2 S)."""
        angles = q @ self._turn.T
        return np.concatenate([np.cos(angles), np.sin(angles)], axis=-1)

    def value(self, q: FloatArray) -> FloatArray:
        """The rows' numbers (…, R) at coordinates (…, C)."""
        found: FloatArray = self._turned(q) @ self._reads + q @ self._root.T
        return found

    def gradient(self, q: FloatArray) -> FloatArray:
        """∂row/∂q (…, R, C) at coordinates (…, C)."""
        return self._gradient(self._turned(q))

    def linear(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """`value` and `gradient` at once."""
        turned = self._turned(q)
        return turned @ self._reads + q @ self._root.T, self._gradient(turned)

    def _gradient(self, turned: FloatArray) -> FloatArray:
        slopes: FloatArray = turned @ self._slopes
        slopes = slopes.reshape(*turned.shape[:-1], *self._root.shape)
        slopes += self._root
        return slopes

    def curvature(self, q: FloatArray, shares: FloatArray) -> FloatArray:
        """Σ share · ∂²row/∂q² (C, C) at coordinates (C,), for shares (R,) of the rows."""
        return self._curvature(self._turned(q), shares)

    def bent(self, q: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """`value`, `gradient` and `curvature` at once."""
        turned = self._turned(q)
        value = turned @ self._reads + q @ self._root.T
        return value, self._gradient(turned), self._curvature(turned, shares)

    def _curvature(self, turned: FloatArray, shares: FloatArray) -> FloatArray:
        along, across = (turned * (self._reads @ shares)).reshape(2, -1)
        second: FloatArray = -(self._turn.T * (along + across)) @ self._turn
        return second

    def both(self, other: Equations) -> Equations:
        """These rows followed by others of the same body."""
        if not isinstance(other, Rows) or other.expand is not self.expand:
            return Joined(self, other)
        return Rows(
            self.body,
            np.vstack([self.matrix, other.matrix]),
            np.concatenate([self.rooted, other.rooted]),
            np.concatenate([self.vertical, other.vertical]),
            self.expand,
        )

    def over(self, expand: FloatArray) -> Rows:
        """The same rows over unknowns."""
        return replace(self, expand=expand if self.expand is None else self.expand @ expand)


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
