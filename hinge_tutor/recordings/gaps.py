"""Moments at which a marker was not seen: short ones are filled and marked, long ones stay open.

A gap of a track between the samples a and b, b - a ≤ LONGEST_S, becomes the cubic through the two
nearest values on each side (through fewer near an end of the track).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, IntArray

# A slow fold moves by a tenth of its way in a quarter of a second; a cubic follows that closely.
LONGEST_S = 0.25
# Times of a file are rounded to milliseconds; a frame later than this was left out.
_LATE = 1.5


@dataclass(frozen=True, eq=False)
class Even:
    """Markers at even times: `xyz` (N, M, 3), NaN where lost; `filled` (N, M) where guessed."""

    time_s: FloatArray
    rate_hz: float
    xyz: FloatArray
    filled: BoolArray

    @property
    def lost(self) -> BoolArray:
        """Where a marker (N, M) was neither seen nor filled."""
        found: BoolArray = np.asarray(np.isnan(self.xyz).any(axis=2))
        return found


def evenly(time_s: FloatArray, xyz: FloatArray) -> tuple[FloatArray, FloatArray, float]:
    """Times, positions and rate with a row for every frame, NaN for those that are missing."""
    steps = np.diff(time_s)
    step = float(np.median(steps))
    if steps.max() <= _LATE * step:
        rate = (len(time_s) - 1) / float(time_s[-1] - time_s[0])
        return time_s, xyz, rate
    rows = np.rint((time_s - time_s[0]) / step).astype(np.intp)
    whole = np.full((int(rows[-1]) + 1, *xyz.shape[1:]), np.nan)
    whole[rows] = xyz
    return time_s[0] + step * np.arange(len(whole)), whole, 1.0 / step


def fill(time_s: FloatArray, rate_hz: float, xyz: FloatArray) -> Even:
    """Fills what is short; a track that is lost for longer keeps its gap."""
    found, filled = np.array(xyz), np.zeros(xyz.shape[:2], dtype=bool)
    longest = int(LONGEST_S * rate_hz)
    for marker in range(xyz.shape[1]):
        seen = ~np.isnan(xyz[:, marker]).any(axis=1)
        at = np.flatnonzero(seen)
        for before, after in pairwise(at.tolist()):
            if 1 < after - before <= longest + 1:
                gap = slice(before + 1, after)
                found[gap, marker] = _cubic(found[:, marker], at, before, after)
                filled[gap, marker] = True
    return Even(time_s, rate_hz, found, filled)


def _cubic(track: FloatArray, seen: IntArray, before: int, after: int) -> FloatArray:
    """The cubic (Lagrange) through the nearest values of a track (N, 3) on both sides of a gap."""
    reach = after - before
    # Not the very next sample: noise between neighbors would tip the curve.
    earlier, later = seen[seen <= before - reach][-1:], seen[seen >= after + reach][:1]
    near = sorted({before, after, *earlier.tolist(), *later.tolist()})
    wanted = np.arange(before + 1, after, dtype=np.float64)
    total = np.zeros((len(wanted), 3))
    for one in near:
        weight = np.ones(len(wanted))
        for other in near:
            if other != one:
                weight *= (wanted - other) / (one - other)
        total += weight[:, None] * track[one]
    return total
