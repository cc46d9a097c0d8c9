"""Moments at which a marker was not seen: short ones are filled and marked, long ones stay open.

A gap of a track between the samples a and b, b - a ≤ LONGEST_S, becomes the cubic through the two
nearest values on each side (through fewer near an end of the track).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, IntArray
from hinge_tutor.recordings.motion import ENOUGH_HZ
from hinge_tutor.recordings.tracks import (
    FEWEST_FRAMES,
    FEWEST_HZ,
    MOST_FRAMES,
    MOST_HZ,
    RecordingError,
)

# A slow fold moves by a tenth of its way in a quarter of a second; a cubic follows that closely.
LONGEST_S = 0.25
# Times of a file are rounded: of frames later than this some were left out, and rates are so close.
_LATE, _ROUNDED_HZ = 1.5, 0.5


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


def evenly(name: str, time_s: FloatArray, xyz: FloatArray) -> tuple[FloatArray, FloatArray, float]:
    """Times, positions and rate with a row for every frame, NaN for those that are missing.

    Raises RecordingError for a rate that nobody records a fold at, and for more than MOST_FRAMES.
    """
    steps = np.diff(time_s)
    step, seconds = float(np.median(steps)), float(time_s[-1] - time_s[0])
    whole = steps.max() <= _LATE * step
    rate = (len(time_s) - 1) / seconds if whole else 1.0 / step
    if rate > MOST_HZ and steps.max() <= 1.0 / ENOUGH_HZ and seconds * ENOUGH_HZ >= FEWEST_FRAMES:
        return _spread_evenly(time_s, xyz)
    if rate < FEWEST_HZ:
        raise RecordingError("too_slow", name=name, rate=rate, fewest=FEWEST_HZ)
    if rate > MOST_HZ + _ROUNDED_HZ:
        raise RecordingError("too_fast", name=name, most=MOST_HZ)
    if whole:
        return time_s, xyz, rate
    if seconds * rate >= MOST_FRAMES:
        raise RecordingError("mostly_missing", name=name, seconds=seconds)
    rows = np.rint((time_s - time_s[0]) / step).astype(np.intp)
    spread = np.full((int(rows[-1]) + 1, *xyz.shape[1:]), np.nan)
    spread[rows] = xyz
    return time_s[0] + step * np.arange(len(spread)), spread, rate


def _spread_evenly(time_s: FloatArray, xyz: FloatArray) -> tuple[FloatArray, FloatArray, float]:
    """What a simulation wrote at every step of its solver, at even times."""
    count = int((time_s[-1] - time_s[0]) * MOST_HZ)
    even = time_s[0] + np.arange(count + 1) / MOST_HZ
    flat = xyz.reshape(len(xyz), -1)
    found = np.stack([np.interp(even, time_s, column) for column in flat.T], axis=1)
    return even, found.reshape(len(even), *xyz.shape[1:]), MOST_HZ


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


def too_long(lost: BoolArray, rate_hz: float) -> BoolArray:
    """Where (N,) something is lost for longer than LONGEST_S."""
    found = np.zeros(len(lost), dtype=bool)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], lost.astype(np.int8), [0]))))
    for first, after in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        found[first:after] = after - first > int(LONGEST_S * rate_hz)
    return found


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
