"""One clock for several repetitions: they are at the same phase at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.motion.take import Span, Take


@dataclass(frozen=True)
class Course:
    """A take's own times (s) at knots of the shared clock (0…1)."""

    knots: tuple[float, ...]
    times_s: tuple[float, ...]

    def at(self, t: float) -> float:
        """The take's own time, s, at t of the shared clock."""
        return float(np.interp(t, self.knots, self.times_s))


def courses(takes: Sequence[Take]) -> tuple[Course, ...]:
    """How each take follows the first one, whose phases and durations are the clock's."""
    leader = takes[0]
    return tuple(_course(leader, take) for take in takes)


def _course(leader: Take, take: Take) -> Course:
    whole = leader.duration_s or 1.0
    if take is leader or not _common(leader.spans, take.spans):
        return Course((0.0, 1.0), (0.0, take.duration_s))
    own = {span.phase: span for span in take.spans}
    knots, times = [0.0], [0.0]
    for span in leader.spans:
        mine = own.get(span.phase)
        # A phase that this take has not, it waits through where it is.
        knots += [span.from_s / whole, span.to_s / whole]
        times += [mine.from_s, mine.to_s] if mine else [times[-1], times[-1]]
    return Course(tuple(knots), tuple(times))


def _common(first: Sequence[Span], second: Sequence[Span]) -> bool:
    return bool({span.phase for span in first} & {span.phase for span in second})
