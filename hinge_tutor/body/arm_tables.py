"""Moment arms as tables over one joint angle, with their exact integrals.

Between nodes x = 0 and x = step an arm is a cubic (Fritsch and Carlson 1980) that is monotone:
    r = a + b x + c x² + d x³,   a, a' the arms at its ends, s = (a' - a) / step their slope
    b, b' tangents at its ends: 2 s s⁻ / (s + s⁻) of the slopes on both sides, 0 at a turning point
    c = (3 s - 2 b - b') / step,   d = (b + b' - 2 s) / step²
    ∫ r dq = Σ whole pieces + a x + b x²/2 + c x³/3 + d x⁴/4, counted from q = 0
Outside the nodes an arm keeps its edge value and the integral goes on with it. Units: m, rad.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import FloatArray

# An arm is a cubic of the distance, its integral has one power more.
POWERS = 5


class ArmTables:
    """The arms of some heads over one coordinate, from `low` on by `step`; all equally long."""

    def __init__(
        self, rows: Sequence[tuple[int, Sequence[float]]], low: float, step: float
    ) -> None:
        self.heads = np.array([number for number, _ in rows])
        pieces = np.stack([monotone_pieces(np.array(arms), step) for _, arms in rows], axis=-1)
        self._low, self._step = low, step
        self._high = low + step * len(pieces)
        arm = np.concatenate([pieces, np.zeros_like(pieces[:, :1])], axis=1)
        integral = np.zeros_like(arm)
        over = np.arange(1, POWERS)
        integral[:, 1:] = pieces / over[:, None]
        integral[1:, 0] = (integral[:, 1:] * step ** over[:, None]).sum(axis=1)[:-1].cumsum(axis=0)
        # What reads arms, and integrals, off the powers of the distance in every piece.
        self._arms = arm.reshape(-1, len(rows))
        integral[:, 0] -= self._powers(np.zeros(1)) @ integral.reshape(-1, len(rows))
        self._both = np.hstack([self._arms, integral.reshape(-1, len(rows))])

    def arms(self, q: FloatArray) -> FloatArray:
        """Arms (N, heads) at an angle (N,)."""
        found: FloatArray = self._powers(self._within(q)) @ self._arms
        return found

    def read(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Arm and its integral from 0 (N, heads) at an angle (N,)."""
        within = self._within(q)
        arm, integral = np.split(self._powers(within) @ self._both, 2, axis=1)
        return arm, integral + arm * (q - within)[:, None]

    def _within(self, q: FloatArray) -> FloatArray:
        return np.minimum(np.maximum(q, self._low), self._high)

    def _powers(self, within: FloatArray) -> FloatArray:
        """1, x, … x⁴ in the columns of each angle's own piece, 0 in all others (N, 5 pieces)."""
        along = (within - self._low) / self._step
        pieces = len(self._arms) // POWERS
        number = np.minimum(along.astype(np.intp), pieces - 1)
        x = within - self._low - number * self._step
        found = np.zeros((len(x), pieces, POWERS))
        found[np.arange(len(x)), number] = np.stack([np.ones_like(x), x, x**2, x**3, x**4], axis=1)
        return found.reshape(len(x), -1)


def monotone_pieces(values: FloatArray, step: float) -> FloatArray:
    """Cubics (P, 4), in powers of the distance from each piece's start, monotone between nodes."""
    slope = np.diff(values) / step
    product = slope[:-1] * slope[1:]
    safe = np.where(product > 0, slope[:-1] + slope[1:], 1.0)
    # The harmonic mean keeps each piece between its two nodes; a turning point gets slope 0.
    inner = np.where(product > 0, 2 * product / safe, 0.0)
    tangent = np.concatenate([slope[:1], inner, slope[-1:]])
    b, after = tangent[:-1], tangent[1:]
    c = (3 * slope - 2 * b - after) / step
    d = (b + after - 2 * slope) / step**2
    pieces: FloatArray = np.stack([values[:-1], b, c, d], axis=-1)
    return pieces
