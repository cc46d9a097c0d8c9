"""Places and sums of places as equations in a body's coordinates, many moments at once.

A row reads one number off the body: the x or y of root · r + K e (letters: `body/linkage.py`),
with r = 1 for a place in the ground frame and 0 for a difference of two places. Its gradient is
the real or imaginary part of i (K e) A, plus the root's own columns. Unit: m.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body


@dataclass(frozen=True, eq=False)
class Rows:
    """R equations of one body: `matrix` K (R, S), `rooted` r (R,), `vertical` (R,) for y."""

    body: Body
    matrix: ComplexArray
    rooted: FloatArray
    vertical: FloatArray

    def __len__(self) -> int:
        return len(self.rooted)

    def value(self, q: FloatArray) -> FloatArray:
        """The rows' numbers (…, R) at coordinates (…, C)."""
        directions = np.exp(1j * (q @ self.body.linkage.turn.T))
        z = directions @ self.matrix.T
        x = z.real + self.rooted * q[..., ROOT_X, None]
        y = z.imag + self.rooted * q[..., ROOT_Y, None]
        found: FloatArray = np.where(self.vertical == 1.0, y, x)
        return found

    def gradient(self, q: FloatArray) -> FloatArray:
        """∂row/∂q (…, R, C) at coordinates (…, C)."""
        turn = self.body.linkage.turn
        moved = 1j * np.exp(1j * (q @ turn.T))[..., None, :] * self.matrix
        part = np.where(self.vertical[:, None] == 1.0, moved.imag, moved.real)
        gradient: FloatArray = part @ turn
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

    def both(self, other: Rows) -> Rows:
        """These rows followed by others of the same body."""
        return Rows(
            self.body,
            np.vstack([self.matrix, other.matrix]),
            np.concatenate([self.rooted, other.rooted]),
            np.concatenate([self.vertical, other.vertical]),
        )


def landmark_rows(body: Body, wanted: Sequence[tuple[str, str]]) -> Rows:
    """Rows that read `x` or `y` of landmarks: pairs of (landmark, axis)."""
    matrix = np.array([body.places[name] for name, _ in wanted])
    vertical = np.array([1.0 if axis == "y" else 0.0 for _, axis in wanted])
    return Rows(body, matrix, np.ones(len(wanted)), vertical)


def difference_row(body: Body, upper: str, lower: str) -> Rows:
    """The height of one landmark above another."""
    return Rows(body, (body.places[upper] - body.places[lower])[None, :], np.zeros(1), np.ones(1))


def balance_matrix(body: Body, load_kg: float) -> ComplexArray:
    """K of the common center of mass (1, S) of the body and a load shared by the two hands."""
    hands = np.mean([body.places[f"hand_{side}"] for side in SIDES], axis=0)
    mass = body.linkage.mass_kg.sum()
    matrix: ComplexArray = (mass * body.linkage.whole_com + load_kg * hands) / (mass + load_kg)
    return matrix[None, :]


def balance_row(body: Body, load_kg: float) -> Rows:
    """The x of the common center of mass."""
    return Rows(body, balance_matrix(body, load_kg), np.ones(1), np.zeros(1))
