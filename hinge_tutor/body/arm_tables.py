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


class ArmTables:
    """The arms of some heads over one coordinate, from `low` on by `step`; all equally long."""

    def __init__(
        self, rows: Sequence[tuple[int, Sequence[float]]], low: float, step: float
    ) -> None:
        self.heads = np.array([number for number, _ in rows])
        pieces = [monotone_pieces(np.array(arms), step) for _, arms in rows]
        self._pieces = np.stack(pieces, axis=-1)
        self._low, self._step = low, step
        self._high = low + step * len(self._pieces)
        whole = np.einsum(
            "pnh,n->ph", self._pieces, np.array([step ** (n + 1) / (n + 1) for n in range(4)])
        )
        self._start = np.zeros(whole.shape)
        np.cumsum(whole[:-1], axis=0, out=self._start[1:])
        self._start -= self._from_low(np.zeros(1))[1]

    def read(self, q: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Arm and its integral from 0 (N, heads) at an angle (N,)."""
        within = np.clip(q, self._low, self._high)
        arm, integral = self._from_low(within)
        return arm, integral + arm * (q - within)[:, None]

    def _from_low(self, within: FloatArray) -> tuple[FloatArray, FloatArray]:
        along = (within - self._low) / self._step
        number = np.minimum(along.astype(np.int64), len(self._pieces) - 1)
        x = (within - self._low - number * self._step)[:, None]
        a, b, c, d = np.moveaxis(self._pieces[number], 1, 0)
        arm = a + x * (b + x * (c + x * d))
        return arm, self._start[number] + x * (a + x * (b / 2 + x * (c / 3 + x * d / 4)))


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
