"""Finds the stations of a movement: as asked, or the nearest that this body can take up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hinge_tutor.motion.course import Course, first_guess, problem
from hinge_tutor.motion.depth import aims
from hinge_tutor.motion.movement import STANDING
from hinge_tutor.motion.phases import Phase
from hinge_tutor.motion.pull_rows import leg_length
from hinge_tutor.motion.stance import footing
from hinge_tutor.motion.support_rows import flat_feet
from hinge_tutor.motion.take import Reason
from hinge_tutor.motion.walking import Fallen, Stations, standing, walk

if TYPE_CHECKING:
    from hinge_tutor.motion.flight import Flight

# How often the way to the widest stance that a body can take is halved: to a hundredth.
HALVINGS = 7
# Why a body merely stands is said by the limit where what it would have taken is known.
NAMES_A_LIMIT = ("limit_short", "limit_ended")
# The parts of the rise asked for that are tried, the whole one first.
RISES = (1.0, 0.8, 0.6, 0.4, 0.2, 0.1)


def stations(
    course: Course, phases: Sequence[Phase], hand_height_m: float | None, depth: float = 1.0
) -> Stations:
    """All key poses of a movement; where its stance is too wide, those of the widest it can take.

    `depth` is the share of their way down to which they go (`depth.py`). A body that cannot even
    take its supports together merely stands.
    """
    whole = _to_depth(course, hand_height_m, walk(course, phases, hand_height_m, 1.0), 1.0, depth)
    if isinstance(whole, Stations):
        return _flown(course, whole)
    low, high, widest = 0.0, 1.0, walk(course, phases, hand_height_m, 0.0)
    if isinstance(widest, Fallen):
        return standing_still(course, phases, whole)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        tried = walk(course, phases, hand_height_m, middle)
        if isinstance(tried, Stations):
            low, widest = middle, tried
        else:
            high = middle
    at_depth = _to_depth(course, hand_height_m, widest, low, depth)
    found = at_depth if isinstance(at_depth, Stations) else widest
    return _flown(course, replace(found, reason=_too_far(course, low)))


def _to_depth(
    course: Course,
    hand_height_m: float | None,
    found: Stations | Fallen,
    scale: float,
    depth: float,
) -> Stations | Fallen:
    """The stations with the deep ones brought back to a share of their way down.

    Why a pose is only the nearest one is said of those that are left.
    """
    if depth >= 1.0 or isinstance(found, Fallen):
        return found
    toward = aims(found.u, found.phases, course.movement.start, depth)
    return walk(course, found.phases, hand_height_m, scale, toward) if any(toward) else found


def _flown(course: Course, found: Stations) -> Stations:
    """The stations with their flights, and the phases around them as long as those ask for.

    A rise that the legs cannot give becomes the highest of a few that they can.
    """
    airborne = [number for number, ground in enumerate(found.stances) if not ground.footings]
    if not airborne:
        return found
    asked = course.movement.rise_m
    for share in RISES:
        flights = {number: _flight(course, found, number, share * asked) for number in airborne}
        whole = {number: flight for number, flight in flights.items() if flight is not None}
        if len(whole) < len(flights):
            continue
        phases = list(found.phases)
        for number, flown in whole.items():
            for at, seconds in ((-1, flown.push_s), (0, flown.seconds), (1, flown.landing_s)):
                phases[number + at] = replace(phases[number + at], seconds=seconds)
        short = {"asked_cm": 100 * asked, "reached_cm": 100 * share * asked}
        reason = None if share == 1.0 else Reason("rise_too_high", short)
        return replace(found, phases=tuple(phases), flights=whole, reason=found.reason or reason)
    return standing_still(course, found.phases, None)


def _flight(course: Course, found: Stations, number: int, rise_m: float) -> Flight | None:
    """The flight of one phase."""
    from hinge_tutor.motion.take_off import flight

    before, leave, touch, after = found.u[number - 1 : number + 3]
    tuck = None
    if course.movement.tuck:
        aimed = problem(course, course.movement.tuck, found.stances[number], None)
        tuck = first_guess(course, aimed, found.stances[number])
    grounds = found.stances[number - 1], found.stances[number + 1]
    return flight(course, grounds, (before, leave, touch, after), tuck, rise_m)


def standing_still(course: Course, phases: Sequence[Phase], fallen: Fallen | None) -> Stations:
    """A body that cannot do any of it, standing through all phases, and the limit that ended it."""
    reason = Reason("stance_impossible")
    if fallen is not None:
        from hinge_tutor.motion.reasons import why_not

        ended = why_not(fallen.aimed, fallen.nearest, fallen.start)
        reason = ended if ended.code in NAMES_A_LIMIT else reason
    feet = tuple(footing(course.body, touch) for touch in flat_feet())
    ground = course.stood().stance(feet)
    u = standing(course)
    return Stations(
        phases=tuple(replace(phase, pose=STANDING) for phase in phases),
        u=(u,) * (len(phases) + 1),
        stances=(ground,) * len(phases),
        kept_x_m=((ground.kept_x_m, ground.kept_x_m),) * len(phases),
        footings=feet,
        reason=reason,
    )


def _too_far(course: Course, scale: float) -> Reason:
    """How far apart the supports lie, or how far ahead a wall, and how far this body reaches."""
    given = [touch for touch in course.movement.supports if touch.ahead is not None]
    ahead = [touch.ahead or 0.0 for touch in given]
    walls = [touch.ahead or 0.0 for touch in given if touch.of.wall]
    asked = max(walls) if walls else max(ahead) - min(0.0, *ahead)
    asked_cm = 100 * asked * leg_length(course.body)
    far = {"asked_cm": asked_cm, "reached_cm": scale * asked_cm}
    return Reason("wall_too_far", far) if walls else Reason("stance_too_long", far)
