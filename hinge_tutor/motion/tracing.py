"""The motion through solved samples: one spline, or one between each two flights with those."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.motion.course import Course
from hinge_tutor.motion.path import within
from hinge_tutor.motion.spline import Joined, Spline, clamped
from hinge_tutor.motion.take import Span
from hinge_tutor.motion.walking import Stations


def traced(
    course: Course, found: Stations, spans: Sequence[Span], time_s: FloatArray, q: FloatArray
) -> Spline:
    """The spline through coordinates `q` (N, C); in the air the flight itself.

    The moment of take-off has the accelerations of the push, that of landing those of the flight.
    """
    if not found.flights:
        return clamped(time_s, q)
    from hinge_tutor.motion.flight import airborne
    from hinge_tutor.motion.momentum import parts

    expand = course.unknowns.expand
    whole = parts(course.body, course.load)
    value, slope, second = (np.array(q) for _ in range(3))
    rest = np.zeros(q.shape[1])
    landed, arriving = 0, rest
    for number, flight in sorted(found.flights.items()):
        inside = np.flatnonzero(within(spans[number], time_s))
        air, leave = inside[1:], int(inside[0])
        ground = slice(landed, leave + 1)
        stretch = clamped(time_s[ground], q[ground], arriving, expand @ flight.rates[0])
        _join(slope, second, ground, stretch, expand @ flight.rates[0])
        value[air], slope[air], second[air] = airborne(
            flight, whole, expand, time_s[air] - time_s[leave]
        )
        landed, arriving = int(inside[-1]), expand @ flight.rates[1]
    ground = slice(landed, len(q))
    _join(slope, second, ground, clamped(time_s[ground], q[ground], arriving), rest)
    return Joined(time_s, frozen(value), frozen(second), frozen(slope))


def _join(
    slope: FloatArray, second: FloatArray, ground: slice, stretch: Spline, last: FloatArray
) -> None:
    """Writes a stretch on the ground; where a flight ends before it, that has the first moment."""
    after = slice(ground.start + 1 if ground.start else 0, ground.stop)
    skipped = after.start - ground.start
    slope[after] = stretch.first[skipped:]
    slope[ground.stop - 1] = last
    second[after] = stretch.second[skipped:]
