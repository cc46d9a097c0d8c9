"""Finds the repetitions of a recording and the phases of each, from how far the body is folded.

fold = hip + knee + spine flexion less that in standing, degrees (mean of both sides). A repetition
is a stretch in which fold stays above half of the most there is; within it, with v = fold',
    descent begins where v rises through ONSET of its highest, before the descent's peak
    turn    begins where v falls through ONSET of its highest after it,
            ends where -v rises through ONSET of its highest before the ascent's peak
    ascent  ends where -v falls through ONSET of its highest
(5 % of the peak velocity is the usual threshold for on- and offset of a movement.) A turn shorter
than SHORTEST_TURN_S is none: descent and ascent meet in its middle.
Units: s, degrees.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.motion.take import Span

ONSET = 0.05
# Who folds by less only sways.
LEAST_FOLD_DEG = 25.0
# What comes before and after a repetition is shown for so long.
BESIDE_S = 1.0
SHORTEST_TURN_S, SHORTEST_STILL_S = 0.2, 0.1
_SHORTEST_WAY_S = 0.15


@dataclass(frozen=True)
class RepetitionBounds:
    """One repetition: from which to which time of the recording it is shown, and its phases."""

    from_s: float
    to_s: float
    spans: tuple[Span, ...]


def repetitions(time_s: FloatArray, fold_deg: FloatArray) -> tuple[RepetitionBounds, ...]:
    """Every repetition of a fold (N,), in order; times of their spans are the recording's."""
    top = float(fold_deg.max())
    if top < LEAST_FOLD_DEG:
        return ()
    deep = np.concatenate(([0], (fold_deg > top / 2.0).astype(np.int8), [0]))
    starts, ends = np.flatnonzero(np.diff(deep) == 1), np.flatnonzero(np.diff(deep) == -1) - 1
    speed = np.gradient(fold_deg, time_s)
    ways = []
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        before = int(ends[number - 1]) if number else 0
        after = int(starts[number + 1]) if number + 1 < len(starts) else len(time_s) - 1
        way = _way(speed, fold_deg, before, int(first), int(last), after)
        if way is not None and _lasts(time_s, way):
            ways.append(way)
    found = []
    for number, way in enumerate(ways):
        earliest = time_s[ways[number - 1][3]] if number else time_s[0]
        latest = time_s[ways[number + 1][0]] if number + 1 < len(ways) else time_s[-1]
        found.append(_found(time_s, way, float(earliest), float(latest)))
    return tuple(found)


def _way(
    speed: FloatArray, fold: FloatArray, before: int, first: int, last: int, after: int
) -> tuple[int, int, int, int] | None:
    """Samples at which descent begins, turn begins, turn ends and ascent ends; None without."""
    # Half-way up between two repetitions one ends and the next has not begun.
    begin = before + int(np.argmin(fold[before : first + 1]))
    end = last + int(np.argmin(fold[last : after + 1]))
    deepest = first + int(np.argmax(fold[first : last + 1]))
    if not begin < deepest < end:
        return None
    down = begin + int(np.argmax(speed[begin : deepest + 1]))
    up = deepest + int(np.argmin(speed[deepest : end + 1]))
    fast_down, fast_up = ONSET * speed[down], ONSET * -speed[up]
    if fast_down <= 0.0 or fast_up <= 0.0:
        return None
    return (
        _last(speed[begin:down] < fast_down, begin),
        _first(speed[down : deepest + 1] < fast_down, down, deepest),
        _last(-speed[deepest:up] < fast_up, deepest),
        _first(-speed[up : end + 1] < fast_up, up, end),
    )


def _last(yes: FloatArray | np.ndarray, offset: int) -> int:
    where = np.flatnonzero(yes)
    return offset + int(where[-1]) if len(where) else offset


def _first(yes: FloatArray | np.ndarray, offset: int, otherwise: int) -> int:
    where = np.flatnonzero(yes)
    return offset + int(where[0]) if len(where) else otherwise


def _lasts(time_s: FloatArray, way: tuple[int, int, int, int]) -> bool:
    """Whether both ways take as long as somebody needs for them."""
    begin, turn, back, end = (float(time_s[at]) for at in way)
    return turn - begin >= _SHORTEST_WAY_S and end - back >= _SHORTEST_WAY_S


def _found(
    time_s: FloatArray, way: tuple[int, int, int, int], earliest: float, latest: float
) -> RepetitionBounds:
    begin, turn, back, end = (float(time_s[at]) for at in way)
    from_s, to_s = max(earliest, begin - BESIDE_S), min(latest, end + BESIDE_S)
    if back - turn < SHORTEST_TURN_S:
        turn = back = (turn + back) / 2.0
    if begin - from_s < SHORTEST_STILL_S:
        from_s = begin
    if to_s - end < SHORTEST_STILL_S:
        to_s = end
    spans = [
        Span("set_up", from_s, begin),
        Span("descent", begin, turn),
        Span("turn", turn, back),
        Span("ascent", back, end),
        Span("lockout", end, to_s),
    ]
    return RepetitionBounds(from_s, to_s, tuple(span for span in spans if span.to_s > span.from_s))
