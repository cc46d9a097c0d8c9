"""One clamped cubic spline through samples, whose derivatives are velocity and acceleration.

Between knots t_i, t_{i+1} = t_i + h with values y and second derivatives m:
    y(t) = (m_i b³ + m_{i+1} a³) / 6h + (y_i / h - m_i h / 6) b + (y_{i+1} / h - m_{i+1} h / 6) a
    with a = t - t_i, b = t_{i+1} - t;
m solves the tridiagonal system of continuous first derivatives, with y' = 0 at both ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray


@dataclass(frozen=True, eq=False)
class Spline:
    """Values (N, C) at knots (N,) in s, with the second derivatives (N, C) there."""

    time_s: FloatArray
    value: FloatArray
    second: FloatArray

    @property
    def first(self) -> FloatArray:
        """First derivatives at the knots (N, C)."""
        h = np.diff(self.time_s)[:, None]
        y, m = self.value, self.second
        ahead = (y[1:] - y[:-1]) / h - h * (2.0 * m[:-1] + m[1:]) / 6.0
        return np.vstack([ahead, np.zeros((1, y.shape[1]))])

    def at(self, time_s: float) -> FloatArray:
        """Values (C,) at a moment, held at the ends."""
        t = min(max(time_s, float(self.time_s[0])), float(self.time_s[-1]))
        i = int(np.searchsorted(self.time_s, t, side="right")) - 1
        i = min(i, len(self.time_s) - 2)
        h = float(self.time_s[i + 1] - self.time_s[i])
        a, b = t - float(self.time_s[i]), float(self.time_s[i + 1]) - t
        y0, y1, m0, m1 = self.value[i], self.value[i + 1], self.second[i], self.second[i + 1]
        found: FloatArray = (
            (m0 * b**3 + m1 * a**3) / (6.0 * h)
            + (y0 / h - m0 * h / 6.0) * b
            + (y1 / h - m1 * h / 6.0) * a
        )
        return found


def clamped(time_s: FloatArray, value: FloatArray) -> Spline:
    """The spline through `value` (N, C) at `time_s` (N,), at rest at both ends."""
    slope = np.diff(value, axis=0) / np.diff(time_s)[:, None]
    at_rest = np.zeros((1, value.shape[1]))
    right = 6.0 * (np.vstack([slope, at_rest]) - np.vstack([at_rest, slope]))
    return Spline(time_s, value, _inverse(time_s.tobytes()) @ right)


@lru_cache(maxsize=32)
def _inverse(knots: bytes) -> FloatArray:
    """Inverse of the tridiagonal matrix; a grid of samples is used again and again."""
    h = np.diff(np.frombuffer(knots))
    diagonal = 2.0 * (np.append(h, 0.0) + np.append(0.0, h))
    return np.linalg.inv(np.diag(diagonal) + np.diag(h, 1) + np.diag(h, -1))
