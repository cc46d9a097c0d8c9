"""Plans how a body turns while it pushes itself off the ground, and while it lands.

The height of the common center is planned (`easing.py`); so is where the ground presses, which goes
evenly from where the weight is kept to where it is kept next. What is left, how trunk and arms turn
and how far the center sways, follows (`pressing.py`). At take-off and touch-down nothing presses,
so that F_x = 0. The ends of a stretch, and poses that are only held, stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, IntArray
from hinge_tutor.motion import collocation
from hinge_tutor.motion.collocation import Hold
from hinge_tutor.motion.course import Course
from hinge_tutor.motion.easing import ease
from hinge_tutor.motion.grounding import center_height, planned_height
from hinge_tutor.motion.path import within
from hinge_tutor.motion.pressing import ENOUGH, brought, forces, reach
from hinge_tutor.motion.stance import Stance
from hinge_tutor.motion.take import Span
from hinge_tutor.motion.turning import Placed, slipping
from hinge_tutor.motion.walking import Stations


@dataclass(frozen=True, eq=False)
class _Stretch:
    """The samples of one stretch on the ground: their times, which move, and which are free."""

    course: Course
    found: Stations
    spans: Sequence[Span]
    time_s: FloatArray
    moving: BoolArray
    free: BoolArray

    def holds(self) -> tuple[list[Hold], tuple[FloatArray, FloatArray]]:
        """What has to hold in each of its phases, and the room of the pressure (N,)."""
        holds: list[Hold] = []
        low, high = np.zeros(len(self.time_s)), np.zeros(len(self.time_s))
        for number, span in enumerate(self.spans):
            if number in self.found.flights:
                continue
            inside = within(span, self.time_s)
            # A boundary belongs to the phase that ends there.
            if number and number - 1 not in self.found.flights:
                inside &= self.time_s > span.from_s
            ground = self.found.stances[number]
            holds += self._places(number, ground, np.flatnonzero(inside & self.free))
            here = np.flatnonzero(inside & self.moving)
            if len(here):
                pressed = self._pressed(number, here)
                first, last = reach(self.course, ground)
                low[here], high[here] = first - pressed, last - pressed
                holds += forces(self.course, ground, here, pressed)
                holds += self._leaving(here[~self.free[here]])
        return holds, (low, high)

    def _places(self, number: int, ground: Stance, here: IntArray) -> list[Hold]:
        """The feet's places, and the height of the center where it is planned."""
        if not len(here):
            return []
        kept = np.tile(ground.values[: len(ground.held)], (len(here), 1))
        holds = [Hold(Placed(ground.held), here, kept)]
        height = planned_height(self.found, number, self.spans[number], self.time_s[here])
        if height is not None:
            holds.append(Hold(Placed(center_height(self.course)), here, height[:, None]))
        return holds

    def _leaving(self, here: IntArray) -> list[Hold]:
        """That nothing pushes along the ground where nothing presses on it."""
        if not len(here):
            return []
        slip = slipping(self.course.body, self.course.load, 0.0)
        return [Hold(slip, here, np.zeros((len(here), 2)), bound=True)]

    def _pressed(self, number: int, here: IntArray) -> FloatArray:
        """Where the ground is meant to press (K,), m."""
        span, (begin, end) = self.spans[number], self.found.kept_x_m[number]
        tau = (self.time_s[here] - span.from_s) / (span.to_s - span.from_s)
        pressed: FloatArray = begin + ease(tau) * (end - begin)
        return pressed


def pushing_off(
    course: Course,
    found: Stations,
    spans: Sequence[Span],
    time_s: FloatArray,
    u: FloatArray,
    moving: BoolArray,
) -> FloatArray | None:
    """`u` (N, U) with the stretches before and after its flights turning as their feet let them.

    None where no such stretch is found.
    """
    planned, rest = u.copy(), np.zeros(u.shape[1])
    for number, flight in found.flights.items():
        air = np.flatnonzero(within(spans[number], time_s))
        for some, slopes in (
            (np.arange(0, air[0] + 1), (rest, flight.rates[0])),
            (np.arange(air[-1], len(time_s)), (flight.rates[1], rest)),
        ):
            # What is held is held up to its last moment, where the motion begins.
            free = moving[some].copy()
            free[1:-1] &= free[:-2] & free[2:]
            free[[0, -1]] = False
            one = _Stretch(course, found, spans, time_s[some], moving[some], free)
            way = collocation.stretch(one.time_s, slopes, ~free)
            turned = brought(course, u[some], way, *one.holds(), free)
            if not turned.missed < ENOUGH:
                return None
            planned[some] = turned.u
    return planned
