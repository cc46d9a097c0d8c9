"""One clamped cubic spline through samples, whose derivatives are velocity and acceleration.

Between knots t_i, t_{i+1} = t_i + h with values y and second derivatives m:
    y(t) = (m_i b³ + m_{i+1} a³) / 6h + (y_i / h - m_i h / 6) b + (y_{i+1} / h - m_{i+1} h / 6) a
    with a = t - t_i, b = t_{i+1} - t;
m solves the tridiagonal system of continuous first derivatives, with y' given at both ends (0
where nothing is said). A take that leaves the ground has one for each stretch between, joined with
equal velocities; there the derivatives at the knots are kept as they are, and between knots
    y(t) = y_i (1 + 2s)(1 - s)² + y_{i+1} s² (3 - 2s) + h (y'_i s (1 - s)² - y'_{i+1} s² (1 - s))
    with s = (t - t_i) / h.
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


@dataclass(frozen=True, eq=False)
class Joined(Spline):
    """Stretches of motion with their own velocities `slope` (N, C) and accelerations at knots."""

    slope: FloatArray

    @property
    def first(self) -> FloatArray:
        """First derivatives at the knots (N, C)."""
        return self.slope

    def at(self, time_s: float) -> FloatArray:
        """Values (C,) at a moment, held at the ends."""
        t = min(max(time_s, float(self.time_s[0])), float(self.time_s[-1]))
        i = min(int(np.searchsorted(self.time_s, t, side="right")) - 1, len(self.time_s) - 2)
        h = float(self.time_s[i + 1] - self.time_s[i])
        s = (t - float(self.time_s[i])) / h
        found: FloatArray = (
            self.value[i] * (1.0 + 2.0 * s) * (1.0 - s) ** 2
            + self.value[i + 1] * s**2 * (3.0 - 2.0 * s)
            + h * (self.slope[i] * s * (1.0 - s) ** 2 - self.slope[i + 1] * s**2 * (1.0 - s))
        )
        return found


def clamped(
    time_s: FloatArray,
    value: FloatArray,
    start: FloatArray | None = None,
    end: FloatArray | None = None,
) -> Spline:
    """The spline through `value` (N, C) at `time_s` (N,), at rest at ends without a slope (C,)."""
    slope = np.diff(value, axis=0) / np.diff(time_s)[:, None]
    rest = np.zeros(value.shape[1])
    first = rest if start is None else start
    last = rest if end is None else end
    right = 6.0 * (np.vstack([slope, last[None, :]]) - np.vstack([first[None, :], slope]))
    return Spline(time_s, value, _inverse(time_s.tobytes()) @ right)


@lru_cache(maxsize=32)
def _inverse(knots: bytes) -> FloatArray:
    """Inverse of the tridiagonal matrix; a grid of samples is used again and again."""
    h = np.diff(np.frombuffer(knots))
    diagonal = 2.0 * (np.append(h, 0.0) + np.append(0.0, h))
    return np.linalg.inv(np.diag(diagonal) + np.diag(h, 1) + np.diag(h, -1))
