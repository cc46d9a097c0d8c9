"""One figure's repetition read at a moment: pose, angles, center of mass, work of its muscles."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, IntArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.motion.balance import base
from hinge_tutor.stage.anatomy import Work
from hinge_tutor.stage.ensemble import bounds_mm
from hinge_tutor.stage.fitting import fitting
from hinge_tutor.stage.hands import hands
from hinge_tutor.stage.holding import held
from hinge_tutor.stage.knots import between
from hinge_tutor.stage.leaning import leaned
from hinge_tutor.stage.plan import Extent
from hinge_tutor.stage.samples import Samples
from hinge_tutor.stage.working import Working

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition
    from hinge_tutor.stage.force_course import ForceCourse
    from hinge_tutor.stage.rods import Rods

# The line of angles over a figure and the measure behind each word.
SHOWN_ANGLES = {
    "trunk": "trunk_lean_deg",
    "hip": "hip_flexion_deg",
    "knee": "knee_flexion_deg",
    "spine": "spine_change_deg",
}
# A bend of the hips' way closer to the one before than this, mm, cannot be seen.
SPECK_MM = 2.0


class Actor:
    """A repetition with the drawing fitted to its body and its extent over the whole motion."""

    def __init__(self, repetition: Repetition) -> None:
        self.repetition = repetition
        take = repetition.take
        self.fit = fitting(take.body, hands(take), held(take))
        self.times = take.time_s
        self.samples = Samples(take.time_s)
        self._rows: dict[str, Sequence[float]] = {}

    @cached_property
    def forces(self) -> ForceCourse:
        """What acts on the figure, and what turns its joints."""
        # Who only watches it move should not wait for this.
        from hinge_tutor.stage.force_course import ForceCourse

        return ForceCourse(self.repetition)

    @cached_property
    def rods(self) -> Rods:
        """The rod along the back."""
        # Only who watches with props waits for this.
        from hinge_tutor.stage.rods import Rods

        return Rods(self.repetition.take)

    @cached_property
    def standing(self) -> Pose:
        """The body standing, from which folds are counted."""
        take = self.repetition.take
        return Pose(take.body, take.standing)

    @cached_property
    def ankle_mm(self) -> float:
        """Where the near ankle stands at the start, mm: the figure's place in its column."""
        start = Pose(self.repetition.take.body, self.repetition.whole.q[0])
        return float(start.point("ankle_near")[0]) * 1000

    @cached_property
    def extent(self) -> Extent:
        """What the figure needs around its ankle during the whole motion, with room for a line.

        A pose that is held keeps the room of its motion, so that nothing moves when it is taken.
        """
        take = self.repetition.take
        poses = Pose(take.body, take.q[self._some])
        left, right, top = bounds_mm(take, poses, self._edges)
        own = Extent(left - self.ankle_mm - 45, right - self.ankle_mm + 45, top + 25)
        moving = self.repetition.moving
        return own if moving is None else own.joined(_extent(moving))

    def edges(self, times_s: FloatArray) -> ComplexArray:
        """Points along the figure's outlines at times (K, P), mm, some 2 cm apart."""
        before, share = between(self.times[self._some], times_s)
        fewer = self._edges[:, ::2]
        first, last = fewer[before], fewer[before + 1]
        found: ComplexArray = first + share[:, None] * (last - first)
        return found

    def poses(self, times_s: FloatArray) -> Pose:
        """Poses at times (K,), s."""
        take = self.repetition.take
        before, share = between(self.times, times_s)
        first, last = take.q[before], take.q[before + 1]
        return Pose(take.body, first + share[:, None] * (last - first))

    @cached_property
    def gone_mm(self) -> FloatArray:
        """How far something of the figure has gone at least until each sample (N,), mm."""
        steps = np.abs(np.diff(self._edges, axis=0)).max(axis=1)
        gone = np.concatenate([[0.0], steps.cumsum()])
        found: FloatArray = np.interp(self.times, self.times[self._some], gone)
        return found

    @cached_property
    def _some(self) -> IntArray:
        """Every third sample and the last: between two, nothing goes beyond the spare room."""
        count = len(self.times)
        return np.append(np.arange(0, count - 1, 3), count - 1)

    @cached_property
    def _edges(self) -> ComplexArray:
        take = self.repetition.take
        return self.fit.edges(leaned(take, Pose(take.body, take.q[self._some])))

    def way_mm(self, time_s: float) -> ComplexArray:
        """Where the middle of the hips has been until a moment, mm: a curve of straight pieces that
        lacks its last two points.
        """
        numbers, way = self._way
        return way[: 3 * bisect_right(numbers, self.samples.around(time_s).before) - 1]

    @cached_property
    def _way(self) -> tuple[Sequence[int], ComplexArray]:
        """The whole way as one bent line, which is painted sooner than many short ones with round
        ends, and the number of the sample at each bend.

        Each of these stands there three times: it ends a piece and is a control of both of its own.
        """
        x, y = 1000.0 * self.repetition.take.pose.point("mid_hip").T
        places: list[complex] = (x + 1j * y).tolist()
        bends = [0]
        # Every second sample is as fine as can be seen, and those of who stands still are one.
        for number in range(2, len(places), 2):
            if abs(places[number] - places[bends[-1]]) > SPECK_MM:
                bends.append(number)
        return bends, np.repeat([places[number] for number in bends], 3)[1:]

    def extent_at(self, time_s: float) -> tuple[float, float, float]:
        """Left and right around the ankle, and top, of what is seen at one moment, mm."""
        take = self.repetition.take
        pose = take.at(time_s)
        left, right, top = bounds_mm(take, pose, self.fit.edges(leaned(take, pose)))
        return left - self.ankle_mm, right - self.ankle_mm, top

    def degrees(self, time_s: float) -> Mapping[str, float]:
        """The angles of the line over the figure at a moment."""
        moment = self.samples.around(time_s)
        return {name: moment.of(row) for name, row in self._angles}

    @cached_property
    def _angles(self) -> tuple[tuple[str, Sequence[float]], ...]:
        has = self.repetition.measures
        return tuple((name, self._row(m)) for name, m in SHOWN_ANGLES.items() if m in has)

    def measure(self, name: str, time_s: float) -> float:
        """A measure at a moment, between samples."""
        return self.samples.around(time_s).of(self._row(name))

    def _row(self, name: str) -> Sequence[float]:
        """A measure over all samples; one that is the same throughout as often."""
        if name not in self._rows:
            values = np.asarray(self.repetition.measures[name], dtype=np.float64)
            self._rows[name] = np.broadcast_to(values, self.times.shape).tolist()
        return self._rows[name]

    def pressure_x(self, time_s: float) -> float:
        """The center of pressure ahead of the origin at a moment, m."""
        return self.samples.around(time_s).of(self._pressure)

    @cached_property
    def _pressure(self) -> Sequence[float]:
        found: list[float] = self.repetition.loads.cop_m[:, 0].tolist()
        return found

    def base_x(self, time_s: float) -> tuple[float, float] | None:
        """From where to where what carries the figure reaches at a moment, m; None in the air."""
        low, high = self._base[self.samples.around(time_s).nearest]
        return (low, high) if math.isfinite(low) and math.isfinite(high) else None

    @cached_property
    def _base(self) -> Sequence[tuple[float, float]]:
        under = base(self.repetition.take)
        return list(zip(under.low_x_m.tolist(), under.high_x_m.tolist(), strict=True))

    def strongest(self) -> Mapping[str, float]:
        """The strongest effort of each group of the near side in the whole motion."""
        return self._working.strongest()

    def works(self, time_s: float) -> dict[str, Work]:
        """What each group of the near side does at a moment; BRACED is in it while the trunk is."""
        return self._working.at(self.samples.around(time_s))

    @cached_property
    def _working(self) -> Working:
        return Working(self.repetition.efforts)


@lru_cache(maxsize=8)
def _extent(moving: Repetition) -> Extent:
    """What the motion needs out of which a pose is held; asked for again with every other pose."""
    return Actor(moving).extent
