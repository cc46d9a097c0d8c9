"""The moments of the shared clock at which labels are settled: close together where much moves.

Between two of them a label goes straight. So they stand where each takes up an equal part of the
motion, and where phases end, since rules begin and end to judge there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import FloatArray, IntArray
from hinge_tutor.motion.shared_clock import Course, SharedClock

# Where motion is looked at, and how far, mm, something goes between two knots; a hinge goes 1.5 m
# each way. Long motions have no more than MOST, or settling them would be felt.
LOOKS, STEP_MM, MOST = 181, 90.0, 56
# Two moments closer than this, of the clock's whole, are one.
SAME = 1e-4


def knots(
    clock: SharedClock, moving: Sequence[tuple[Course, FloatArray, FloatArray]]
) -> FloatArray:
    """Moments 0…1 (K,), the first 0 and the last 1.

    `moving` are each figure's course on the clock, times of its own (N,), s, and how far something
    of it has gone by then, mm.
    """
    looks = np.linspace(0.0, 1.0, LOOKS)
    moved = np.zeros(LOOKS - 1)
    for course, times, gone in moving:
        moved = np.maximum(moved, np.abs(np.diff(np.interp(course.over(looks), times, gone))))
    way = np.concatenate([[0.0], moved.cumsum()])
    count = int(np.clip(np.ceil(way[-1] / STEP_MM), 2, MOST))
    even = np.interp(np.linspace(0.0, way[-1], count), way, looks)
    ends = [span.to_s / clock.duration_s for span in clock.spans] if clock.duration_s else []
    # `np.unique` would load a part of numpy that nothing else needs, 25 ms at the first picture.
    every = np.sort(np.concatenate([even, ends, [0.0, 1.0]]))
    kept: FloatArray = every[np.concatenate([[True], np.diff(every) > SAME])]
    kept[-1] = 1.0
    return kept


def between(times: FloatArray, wanted: FloatArray) -> tuple[IntArray, FloatArray]:
    """For moments (K,) the last of some times before each, and the share of the way to the next.

    A single time is its own neighbor.
    """
    if len(times) == 1:
        return np.full(wanted.shape, -1), np.zeros(wanted.shape)
    before = np.clip(np.searchsorted(times, wanted, side="right") - 1, 0, len(times) - 2)
    share = (wanted - times[before]) / (times[before + 1] - times[before])
    return before, np.clip(share, 0.0, 1.0)
