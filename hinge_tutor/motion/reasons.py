"""Why a key pose cannot be reached: the limit that ended it, and what it would have taken."""

from __future__ import annotations

import math
from dataclasses import replace

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.motion import keypose
from hinge_tutor.motion.keypose import Found, Problem
from hinge_tutor.motion.take import Reason

# Limits that a body has of its own, by its specification, are named before everybody's.
OWN = ("ankle_dorsiflexion", "hamstrings")
# A quarter of a degree: finer than anybody measures an ankle.
CLOSE_ENOUGH = math.radians(0.25)


def why_not(problem: Problem, nearest: Found, standing: FloatArray) -> Reason:
    """The reason for a pose that misses its goal, or does not stand at all.

    `limit_ended`: the limit that ended it, in degrees, and what another joint at its own limit
    would have needed to make up for it; `limit_short`: what the limit itself would have to be;
    `limit_ended_alone` where neither is enough; `out_of_reach` where no limit is in the way.
    """
    bounds = problem.bounds
    resting = sorted(nearest.resting_on, key=lambda i: not bounds.names[i].startswith(OWN))
    if not resting or not bounds.names[resting[0]].startswith(OWN):
        short = _short(problem, (nearest.u, standing))
        if short is not None:
            return short
    if not resting:
        return Reason("out_of_reach")
    limit = resting[0]
    values: dict[str, float | str] = {
        "limit": bounds.names[limit],
        "limit_deg": _degrees(problem, limit, float(bounds.limits[limit])),
    }
    for other in resting[1:]:
        needed = _needed(problem, other, (nearest.u, standing))
        if needed is not None:
            values |= {
                "other": bounds.names[other],
                "other_deg": needed,
                "other_limit_deg": _degrees(problem, other, float(bounds.limits[other])),
            }
            return Reason("limit_ended", values)
    needed = _least(problem, limit, (nearest.u, standing))
    if needed is None:
        return Reason("limit_ended_alone", values)
    return Reason("limit_short", values | {"needed_deg": needed})


def _short(problem: Problem, starts: tuple[FloatArray, ...]) -> Reason | None:
    """The body's own limit that alone would have to be wider, where the pose rests on none.

    So it is where only a part of the way to the pose stands.
    """
    bounds = problem.bounds
    for own, (name, upper) in enumerate(zip(bounds.names, bounds.upper, strict=True)):
        if upper and name.startswith(OWN):
            needed = _least(problem, own, starts)
            if needed is not None:
                limit = _degrees(problem, own, float(bounds.limits[own]))
                return Reason(
                    "limit_short", {"limit": name, "limit_deg": limit, "needed_deg": needed}
                )
    return None


def _least(problem: Problem, bound: int, starts: tuple[FloatArray, ...]) -> float | None:
    """The smallest value of a bound, in degrees, with which the goal can be met."""
    freely = _needed(problem, bound, starts)
    if freely is None:
        return None
    low = float(problem.bounds.limits[bound])
    high = math.radians(freely) * (1.0 if problem.bounds.upper[bound] else -1.0)
    while high - low > CLOSE_ENOUGH:
        middle = (low + high) / 2
        limits = problem.bounds.limits.copy()
        limits[bound] = middle
        tried = replace(problem, bounds=replace(problem.bounds, limits=limits))
        found = (keypose.find(tried, start) for start in starts)
        if any(one.stands and one.meets_goals for one in found):
            high = middle
        else:
            low = middle
    return _degrees(problem, bound, high)


def _needed(problem: Problem, bound: int, starts: tuple[FloatArray, ...]) -> float | None:
    """What a bound would have to be, in degrees, for the goal to be met with all others kept."""
    kept = [i for i in range(len(problem.bounds.names)) if i != bound]
    freed = problem.bounded_by(kept)
    for start in starts:
        found = keypose.find(freed, start)
        value = float(problem.bounds.rows[bound] @ found.u)
        # Inside its limit it was not the limit that was in the way.
        if found.stands and found.meets_goals and value > problem.bounds.limits[bound]:
            return _degrees(problem, bound, value)
    return None


def _degrees(problem: Problem, bound: int, value: float) -> float:
    """A bound's value as the angle itself: lower ends are kept with the opposite sign."""
    return math.degrees(value if problem.bounds.upper[bound] else -value)
