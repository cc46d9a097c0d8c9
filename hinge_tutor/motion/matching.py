"""Which moment of one repetition belongs to which of another: phase by phase, or by depth.

Two repetitions that begin in the same kind of pose are matched by the names of their phases. Where
one begins standing and the other down at the floor, names mislead: to begin, to brace and to
breathe then happen in different poses. Those are matched as what they are, circles through the
deepest and the tallest pose, each from wherever the other begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.motion.take import Span, Take

# Within this part of the way between the tallest and the deepest pose a pose counts as either: a
# braced or breathing body moves its head by less.
NEAR = 0.05
# Less than this (rad, 2°) in every joint is holding still.
STILL_RAD = 0.035


@dataclass(frozen=True)
class Knots:
    """Moments of the leader's time and of a take's own that belong together, s.

    `cycle_s` is the take's duration where its own times count on past its end, else 0.
    """

    leader_s: tuple[float, ...]
    own_s: tuple[float, ...]
    cycle_s: float = 0.0


def matched(leader: Take, take: Take) -> Knots:
    """The moments of a take that belong to those of the leader, from its first to its last."""
    if take is leader:
        return Knots((0.0, leader.duration_s), (0.0, take.duration_s))
    one, other = _heights(leader), _heights(take)
    if _goes_round(leader, one) and _goes_round(take, other) and _deep(one) != _deep(other):
        return _by_depth((leader, one), (take, other))
    return _by_name(leader.spans, take)


def _by_name(spans: Sequence[Span], take: Take) -> Knots:
    """Phases of one name belong together; all of it to all of it where none, or their order, do.

    A phase that the take has not, it waits through where it is. One that the leader has not, the
    take goes through with the next phase of both, or leaves out where it only holds still.
    """
    own = [span.phase for span in take.spans]
    places = [own.index(span.phase) if span.phase in own else -1 for span in spans]
    found = [place for place in places if place >= 0]
    whole = spans[-1].to_s if spans else 0.0
    if not found or found != sorted(found):
        return Knots((0.0, whole), (0.0, take.duration_s))
    leader_s, own_s, done = [0.0], [0.0], -1
    for span, place in zip(spans, places, strict=True):
        leader_s += [span.from_s, span.to_s]
        if place < 0:
            own_s += [own_s[-1], own_s[-1]]
            continue
        between = take.spans[done + 1 : place]
        moving = any(_moves(take, each) for each in between)
        own_s += [own_s[-1] if moving else take.spans[place].from_s, take.spans[place].to_s]
        done = place
        if place == found[-1]:
            own_s[-1] = take.duration_s
    return Knots(tuple(leader_s), tuple(own_s))


def _moves(take: Take, span: Span) -> bool:
    """Whether a phase is more than holding still."""
    times = np.linspace(span.from_s, span.to_s, 5)
    q = np.stack([take.at(float(time_s)).q for time_s in times])
    return bool(np.ptp(q, axis=0).max() > STILL_RAD)


def _heights(take: Take) -> FloatArray:
    """How high the crown is at each phase's end, from the deepest pose (0) to the tallest (1)."""
    ends = [0.0, *(span.to_s for span in take.spans)]
    poses = Pose(take.body, np.stack([take.at(end).q for end in ends]))
    high = poses.point("vertex")[:, 1]
    reach = float(np.ptp(high))
    found: FloatArray = (high - high.min()) / reach if reach > 0 else np.ones_like(high)
    return found


def _deep(heights: FloatArray) -> bool:
    """Whether the take begins nearer to its deepest pose."""
    return bool(heights[0] < 0.5)


def _goes_round(take: Take, heights: FloatArray) -> bool:
    """Whether a take ends in the pose in which it begins, and has a deepest and a tallest one."""
    alike = np.abs(take.q[-1] - take.q[0]).max() <= STILL_RAD
    return bool(alike) and heights.min() <= NEAR and heights.max() >= 1 - NEAR


def _by_depth(one: tuple[Take, FloatArray], other: tuple[Take, FloatArray]) -> Knots:
    """Deep belongs to deep and tall to tall, and the ways between them to each other."""
    lead, own = _events(*one), _events(*other)
    whole, cycle = one[0].duration_s, other[0].duration_s
    rounds = (-1, 0, 1, 2)
    leader_s = np.array([event + n * whole for n in rounds for event in lead])
    own_s = np.array([event + n * cycle for n in rounds for event in own])
    inside = (leader_s > 0.0) & (leader_s < whole)
    ends = np.interp([0.0, whole], leader_s, own_s)
    # Counted from the round in which the clock begins.
    first = float(np.floor(ends[0] / cycle)) * cycle
    return Knots(
        (0.0, *map(float, leader_s[inside]), whole),
        tuple(float(value) - first for value in (ends[0], *own_s[inside], ends[1])),
        cycle,
    )


def _events(take: Take, heights: FloatArray) -> tuple[float, float, float, float]:
    """When the deep pose is reached and left, and the tall one after it, s; each no earlier than
    the one before, counted on past the end.
    """
    ends = [0.0, *(span.to_s for span in take.spans)]
    deep = _stay(ends, heights <= NEAR, int(heights.argmin()), take.duration_s)
    tall = _stay(ends, heights >= 1 - NEAR, int(heights.argmax()), take.duration_s)
    later = take.duration_s * np.ceil((deep[1] - tall[0]) / take.duration_s)
    return (*deep, tall[0] + later, tall[1] + later)


def _stay(
    ends: Sequence[float], there: BoolArray, place: int, cycle_s: float
) -> tuple[float, float]:
    """From when to when a take stays where it is at one of its phases' ends, round its end."""
    # The last end is the first one again.
    count = len(ends) - 1
    place %= count
    first = last = 0
    while last + 1 < count and there[(place + last + 1) % count]:
        last += 1
    while first - 1 > last - count and there[(place + first - 1) % count]:
        first -= 1
    start, stop = (
        ends[(place + step) % count] + cycle_s * ((place + step) // count) for step in (first, last)
    )
    return start, stop
