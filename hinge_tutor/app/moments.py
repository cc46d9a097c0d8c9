"""Moments of a repetition that have a name: the ends of its phases."""

from __future__ import annotations

from collections.abc import Sequence

from hinge_tutor.motion.shared_clock import SharedClock
from hinge_tutor.motion.take import Span

# Two moments closer than this are one for whoever steps through the key poses.
SAME_S = 1e-3


def key_moments(spans: Sequence[Span]) -> tuple[float, ...]:
    """The start and the end of every phase, in seconds, in order."""
    return (spans[0].from_s, *(span.to_s for span in spans)) if spans else (0.0,)


def moment_s(at: float | str | None, clock: SharedClock) -> float:
    """Seconds of a place as lessons write it: 0 to 1 of the repetition, or a phase (its end)."""
    return 0.0 if at is None else clock.moment(at) * clock.duration_s


def next_moment(spans: Sequence[Span], time_s: float) -> float:
    """The first key moment after `time_s`; the last one when there is none."""
    moments = key_moments(spans)
    return next((t for t in moments if t > time_s + SAME_S), moments[-1])


def previous_moment(spans: Sequence[Span], time_s: float) -> float:
    """The last key moment before `time_s`; the first one when there is none."""
    moments = key_moments(spans)
    return next((t for t in reversed(moments) if t < time_s - SAME_S), moments[0])
