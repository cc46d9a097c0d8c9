"""One clock for several repetitions: at the same phase, turning together, or each in real time.

By phase the first moving repetition's time is the clock, and the others are stretched onto its
phases. By the turn and in real time every repetition keeps its own seconds and waits before it
begins or after it has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.motion.matching import Knots, matched
from hinge_tutor.motion.take import Span, Take

PHASE, TURN, TIME = "phase", "turn", "time"
SYNCS = (PHASE, TURN, TIME)
# Repetitions whose lengths differ by less than this (s) last equally long: nobody sees a frame.
SAME_S = 0.05


@dataclass(frozen=True)
class Course:
    """A take's own times (s) at knots of the shared clock (0…1).

    Times of a take that goes round count on past its end, which is `cycle_s` after its beginning.
    """

    knots: tuple[float, ...]
    times_s: tuple[float, ...]
    cycle_s: float = 0.0

    def at(self, t: float) -> float:
        """The take's own time, s, at t of the shared clock."""
        return float(self.over(np.array(t)))

    def over(self, t: FloatArray) -> FloatArray:
        """The take's own times, s, at moments t (…) of the shared clock."""
        times: FloatArray = np.interp(t, self.knots, self.times_s)
        return times % self.cycle_s if self.cycle_s else times

    def when(self, own_s: float) -> float:
        """When on the shared clock the take is at a time of its own, s; the nearest moment."""
        later = own_s + self.cycle_s
        first, last = self.times_s[0], self.times_s[-1]
        counted = later if self.cycle_s and not first <= own_s <= last else own_s
        return float(np.interp(counted, self.times_s, self.knots))


@dataclass(frozen=True, eq=False)
class SharedClock:
    """How long the clock runs (s), the leading take's phases and turn on it, everybody's course.

    The phases fill the clock: who waits is in the first or the last one. `lengths_s` are how long
    the takes really last. The first one that moves leads: a pose held still has no time of its own.
    """

    sync: str
    duration_s: float
    spans: tuple[Span, ...]
    turn_s: float
    courses: tuple[Course, ...]
    lengths_s: tuple[float, ...]
    leader: int = 0

    @property
    def uneven(self) -> bool:
        """Whether the takes that move do not last equally long."""
        moving = [length for length in self.lengths_s if length > 0.0]
        return bool(moving) and max(moving) - min(moving) > SAME_S

    def own_times(self, t: float) -> tuple[float, ...]:
        """Each take's own time, s, at t (0…1) of the clock."""
        return tuple(course.at(t) for course in self.courses)

    def moment(self, at: float | str) -> float:
        """A moment as lessons write it, as t of the clock: 0…1 of it, or a phase, meaning its end.

        A phase that the leading take has not means its deepest moment.
        """
        if not isinstance(at, str):
            return min(max(float(at), 0.0), 1.0)
        ends = [span.to_s for span in self.spans if span.phase == at]
        return (ends[0] if ends else self.turn_s) / self.duration_s if self.duration_s else 0.0


def shared_clock(takes: Sequence[Take], sync: str = PHASE) -> SharedClock:
    """The clock of these takes, of which there is at least one; raises ValueError for no way."""
    if sync not in SYNCS:
        raise ValueError(f"{sync!r} is no way to share a clock; the ways are {', '.join(SYNCS)}")
    return _shared(tuple(takes), sync)


@lru_cache(maxsize=16)
def _shared(takes: tuple[Take, ...], sync: str) -> SharedClock:
    lengths = tuple(take.duration_s for take in takes)
    first = leads(lengths)
    leader = takes[first]
    if sync == PHASE:
        spans, turn_s, whole = leader.spans, leader.turn_s, leader.duration_s
        return SharedClock(sync, whole, spans, turn_s, courses(takes), lengths, first)
    begins = [0.0] * len(takes)
    if sync == TURN:
        latest = max(take.turn_s for take in takes)
        begins = [latest - take.turn_s if take.duration_s else 0.0 for take in takes]
    whole = max(begin + length for begin, length in zip(begins, lengths, strict=True))
    ways = tuple(
        _own_seconds(begin, length, whole) for begin, length in zip(begins, lengths, strict=True)
    )
    spans = _filling(leader.spans, begins[first], whole)
    return SharedClock(sync, whole, spans, begins[first] + leader.turn_s, ways, lengths, first)


def leads(lengths_s: Sequence[float]) -> int:
    """Which of some takes leads: the first that lasts at all, or else the first."""
    return next((number for number, length in enumerate(lengths_s) if length > 0.0), 0)


def _own_seconds(begin_s: float, length_s: float, whole_s: float) -> Course:
    """From a moment of the clock on as fast as in real time; before and after, waiting."""
    whole = whole_s or 1.0
    return Course((begin_s / whole, (begin_s + length_s) / whole), (0.0, length_s))


def _filling(spans: Sequence[Span], begin_s: float, whole_s: float) -> tuple[Span, ...]:
    """Phases begun at a moment of the clock, of which the first and the last reach its ends."""
    moved = [replace(s, from_s=s.from_s + begin_s, to_s=s.to_s + begin_s) for s in spans]
    if moved:
        moved[0] = replace(moved[0], from_s=0.0)
        moved[-1] = replace(moved[-1], to_s=whole_s)
    return tuple(moved)


def courses(takes: Sequence[Take]) -> tuple[Course, ...]:
    """How each take follows the leading one by phase: the clock has its phases and durations."""
    leader = takes[leads([take.duration_s for take in takes])]
    whole = leader.duration_s or 1.0
    return tuple(_scaled(matched(leader, take), whole) for take in takes)


def _scaled(knots: Knots, whole_s: float) -> Course:
    return Course(tuple(t / whole_s for t in knots.leader_s), knots.own_s, knots.cycle_s)
