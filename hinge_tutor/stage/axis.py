"""The axes of a plot: figures' samples on one shared clock, round ticks, and places of values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray, IntArray
from hinge_tutor.motion.shared_clock import Course, SharedClock, shared_clock

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# Ticks stand at one of these times a power of ten, the next larger one where there is no room.
ROUND = (1.0, 2.0, 5.0, 10.0)
# A curve keeps this share of its panel free above and below.
AIR = 0.06
# Two moments of the clock, or s, closer than this are one.
SAME_T = 1e-9


@dataclass(frozen=True, eq=False)
class Clocked:
    """A figure's samples on the shared clock: t (K,), 0 to 1, and its own times (K,), s.

    Times past the end of a take are those of its next round.
    """

    t: FloatArray
    time_s: FloatArray

    def runs(self, values: FloatArray) -> list[IntArray]:
        """The places (K,) in runs that can be drawn through: finite, and without a jump in time.

        A figure jumps where it has other phases than the leader of the clock, or another order.
        """
        jumps = (np.diff(self.t) < SAME_T) & (np.abs(np.diff(self.time_s)) > SAME_T)
        finite = np.isfinite(values)
        parts = np.split(np.arange(len(self.t)), np.flatnonzero(jumps | np.diff(finite)) + 1)
        return [part for part in parts if len(part) > 1 and finite[part[0]]]

    def read(self, own_s: FloatArray, values: FloatArray) -> FloatArray:
        """A curve over the take's samples, read at these times (K,)."""
        end = own_s[-1]
        found: FloatArray = np.interp(
            np.where(self.time_s > end, self.time_s - end, self.time_s), own_s, values
        )
        return found


def clocked(
    repetitions: Sequence[Repetition], clock: SharedClock | None = None
) -> tuple[Clocked, ...]:
    """Every sample of each repetition at the shared clock's t, and the clock's own knots.

    Without a clock they share it by phase. A figure that waits stands at one time of its own over a
    stretch of the clock; what it has no phase for comes at no moment.
    """
    takes = [each.take for each in repetitions]
    return tuple(
        on_course(course, np.asarray(take.time_s))
        for take, course in zip(takes, (clock or shared_clock(takes)).courses, strict=True)
    )


def on_course(course: Course, samples: FloatArray) -> Clocked:
    """A take's samples on its course, stretch by stretch; between two its time may jump."""
    t: list[float] = []
    own: list[float] = []
    rounds = np.concatenate([samples, samples[1:] + samples[-1]])
    knots = list(zip(course.knots, course.times_s, strict=True))
    for (t0, own0), (t1, own1) in pairwise(knots):
        inside: list[float] = []
        if t1 - t0 > SAME_T and own1 - own0 > SAME_T:
            inside = rounds[(rounds > own0) & (rounds < own1)].tolist()
        t += [t0, *(t0 + (each - own0) / (own1 - own0) * (t1 - t0) for each in inside), t1]
        own += [own0, *inside, own1]
    return Clocked(np.array(t), np.array(own))


def clock_at(course: Course, time_s: float, whole_s: float) -> float:
    """The shared clock's t at which a take of `whole_s` is at a time of its own, or nearest to it.

    Where a take goes round, its time may come in its next round.
    """
    knots = list(zip(course.knots, course.times_s, strict=True))
    for time in (time_s, time_s + whole_s):
        for (t0, own0), (t1, own1) in pairwise(knots):
            if own0 <= time <= own1 and t1 - t0 > SAME_T and own1 - own0 > SAME_T:
                return t0 + (time - own0) / (own1 - own0) * (t1 - t0)
    return min(knots, key=lambda knot: abs(knot[1] - time_s))[0]


@dataclass(frozen=True)
class Scale:
    """Values from `low` to `high` between two places, mm."""

    low: float
    high: float
    start: float
    stop: float

    def at(self, value: float) -> float:
        """Where a value lies, mm."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.stop - self.start)

    def value(self, place: float) -> float:
        """The value at a place."""
        return self.low + (place - self.start) / (self.stop - self.start) * (self.high - self.low)


def scale_of(low: float, high: float, start: float, stop: float) -> Scale:
    """The scale that holds zero and values from `low` to `high`, with air beyond them."""
    low, high = min(low, 0.0), max(high, 0.0)
    # What never moves still has a place.
    high = high if high > low else low + 1.0
    air = AIR * (high - low)
    return Scale(low - (air if low < 0.0 else 0.0), high + air, start, stop)


def ticks(scale: Scale, apart_mm: float) -> tuple[float, ...]:
    """Round values on the scale, at least `apart_mm` apart; beside zero one at least, if closer."""
    per_mm = (scale.high - scale.low) / abs(scale.stop - scale.start)
    farthest = max(scale.high, -scale.low) / (1 + AIR)
    step = _round(per_mm * apart_mm)
    if step > farthest:
        # Between two round values lies a factor of 2.5 at most.
        found = (_round(share * farthest) for share in (1.0, 0.5, 0.4))
        step = next(each for each in found if each <= farthest * (1 + 1e-9))
    first, last = math.ceil(scale.low / step - 1e-9), math.floor(scale.high / step + 1e-9)
    return tuple(step * number for number in range(first, last + 1))


def _round(wanted: float) -> float:
    """The next round value that is not smaller."""
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(power * each for each in ROUND if power * each >= wanted * (1 - 1e-9))
