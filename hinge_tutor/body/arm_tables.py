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

from hinge_tutor.body.arrays import FloatArray, IntArray


class ArmTables:
    """The arms of some heads over one coordinate, from `low` on by `step`; all equally long."""

    def __init__(
        self, rows: Sequence[tuple[int, Sequence[float]]], low: float, step: float
    ) -> None:
        self.heads = np.array([number for number, _ in rows])
        # One array (pieces, heads) for each power of the distance.
        pieces = np.stack([monotone_pieces(np.array(arms), step) for _, arms in rows], axis=-1)
        self._powers = np.ascontiguousarray(pieces.swapaxes(0, 1))
        self._low, self._step = low, step
        self._high = low + step * len(pieces)
        whole = sum(c * step ** (n + 1) / (n + 1) for n, c in enumerate(self._powers))
        self._start = np.zeros(self._powers.shape[1:])
        np.cumsum(whole[:-1], axis=0, out=self._start[1:])
        number, x, powers = self._piece(np.zeros(1))
        self._start -= self._start[number] + _integral(x, *powers)

    def arms(self, q: FloatArray) -> FloatArray:
        """Arms (N, heads) at an angle (N,)."""
        _, x, powers = self._piece(np.clip(q, self._low, self._high))
        return _cubic(x, *powers)

    def read(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Arm and its integral from 0 (N, heads) at an angle (N,)."""
        within = np.clip(q, self._low, self._high)
        number, x, powers = self._piece(within)
        arm = _cubic(x, *powers)
        return arm, self._start[number] + _integral(x, *powers) + arm * (q - within)[:, None]

    def _piece(self, within: FloatArray) -> tuple[IntArray, FloatArray, FloatArray]:
        """The piece of each angle (N,), how far into it that lies (N, 1), its powers' factors."""
        along = (within - self._low) / self._step
        number = np.minimum(along.astype(np.intp), len(self._start) - 1)
        x = (within - self._low - number * self._step)[:, None]
        return number, x, self._powers[:, number]


def _cubic(x: FloatArray, a: FloatArray, b: FloatArray, c: FloatArray, d: FloatArray) -> FloatArray:
    arm: FloatArray = a + x * (b + x * (c + x * d))
    return arm


def _integral(
    x: FloatArray, a: FloatArray, b: FloatArray, c: FloatArray, d: FloatArray
) -> FloatArray:
    found: FloatArray = x * (a + x * (b / 2 + x * (c / 3 + x * d / 4)))
    return found


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
