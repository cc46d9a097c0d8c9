"""Solves a movement for a body: key poses, easing, correction, spline, balance in time.

Swings and flights are imported by the first movement that has one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from hinge_tutor.body.arrays import frozen
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.balance import slowing_needed, tipping_m
from hinge_tutor.motion.course import Course, course, upright
from hinge_tutor.motion.grounding import onto_supports
from hinge_tutor.motion.movement import Movement
from hinge_tutor.motion.path import eased, sample_times
from hinge_tutor.motion.phases import SHORTEST_PHASE_S, TEMPO_PARTS, Phase
from hinge_tutor.motion.racking import racked
from hinge_tutor.motion.rows import balance_row
from hinge_tutor.motion.stations import standing_still, stations
from hinge_tutor.motion.take import Load, Reason, Span, Take, usual_load
from hinge_tutor.motion.tracing import traced
from hinge_tutor.motion.walking import Stations, standing

SAMPLES = 101
# Contacts are promised within a millimeter; a centimeter off, a foot is somewhere else.
OFF_M = 0.01
# The shortest tempo that stands is known to this share of its moving seconds; until one stands,
# each try is at least so many times slower than the one before.
CLOSE, LEAST_SLOWING = 1.002, 1.1


def solve(
    movement: Movement,
    body: Body,
    *,
    load: Load | None = None,
    tempo: tuple[float, float, float, float] | None = None,
    hand_height_m: float | None = None,
    depth: float = 1.0,
    samples: int = SAMPLES,
) -> Take:
    """The take of a movement: contacts and balance hold at every sample.

    `tempo` in s (down, bottom, up, top); `hand_height_m` stops the movement with the grip there,
    `depth` at a share of its way down, 0 to 1 (`depth.py`).
    Without a `load` it is the movement's usual one; one without a place sits where the movement
    has it. A body that cannot do it gets the nearest pose that stands, with the reason.
    """
    carried = usual_load(movement, body) if load is None else load.placed(movement.load_at)
    done = racked(movement, carried) if hand_height_m is None else movement
    one = course(done, body, carried)
    found = stations(one, _phases(movement, tempo), hand_height_m, depth)
    if movement.swing:
        # The tempo of its file is no wish: how long the hips take is found.
        return _swing(one, found, samples, tempo not in (None, movement.tempo))
    take = _play(one, found, found.phases, samples)
    if not _keeps_its_places(take):
        # A way between two poses that no small steps lead along: nobody moves like that.
        return replace(take, status="nearest", reason=take.reason or Reason("stance_impossible"))
    slowing = slowing_needed(take)
    if slowing <= 1.0:
        return take
    if not math.isfinite(slowing):
        return replace(take, status="nearest", reason=take.reason or _tips(take))
    phases = found.phases
    seconds = sum(phase.seconds for phase in phases)
    low, high, times = 1.0, math.inf, slowing
    while high > CLOSE * low:
        tried = _play(one, found, _slowed(found, times), samples)
        slowing = slowing_needed(tried)
        if slowing <= 1.0:
            take, high = tried, times
        else:
            low = times
        times = math.sqrt(low * high) if math.isfinite(high) else low * max(slowing, LEAST_SLOWING)
    tipped = Reason("tempo_throws_over", {"asked_s": seconds, "shortest_s": take.duration_s})
    return replace(take, status="nearest", reason=found.reason or tipped)


def _swing(course: Course, found: Stations, samples: int, asked: bool) -> Take:
    """The steady cycle of a swing; who cannot swing stands."""
    from hinge_tutor.motion.cycle import cycle

    take = cycle(course, found, samples, asked)
    if isinstance(take, Take):
        return take
    return _stays(course, found, take, samples)


def _stays(course: Course, found: Stations, reason: Reason, samples: int) -> Take:
    """A body that merely stands through all phases, with the reason."""
    still = standing_still(course, found.phases, None)
    reason = found.reason or reason
    return _play(course, replace(still, reason=reason), still.phases, samples)


def _keeps_its_places(take: Take) -> bool:
    """Whether every contact stays where it is while it touches."""
    contacts = take.contacts
    if not contacts:
        return True
    points = take.pose.points(tuple(contact.point for contact in contacts))
    near = np.abs(points - np.array([contact.target_m for contact in contacts])) < OFF_M
    if near.all():
        return True
    touching = np.stack([take.during(contact.phases) for contact in contacts], axis=-1)
    return bool(near[touching].all())


def _tips(take: Take) -> Reason:
    """That what carries this body could only hold it by pulling, and by how far."""
    return Reason("tips_over", {"off_cm": 100 * tipping_m(take)})


def _slowed(found: Stations, times: float) -> list[Phase]:
    """The phases with those that move taking so many times longer; pauses stay as they are."""
    return [
        phase if came_from is goes_to else replace(phase, seconds=phase.seconds * times)
        for phase, (came_from, goes_to) in zip(found.phases, pairwise(found.u), strict=True)
    ]


def _phases(movement: Movement, tempo: tuple[float, float, float, float] | None) -> list[Phase]:
    seconds = dict(zip(TEMPO_PARTS, tempo or movement.tempo, strict=True))
    timed = [
        replace(phase, seconds=seconds[phase.tempo]) if phase.tempo else phase
        for phase in movement.phases
    ]
    airborne = [not movement.touching(phase.id) for phase in timed]
    # A tempo of nothing leaves a movement at least the moments of its poses.
    alone = not any(phase.seconds > 0.0 for phase in timed)
    # Phases beside a flight have their seconds from its rise, whatever is asked of them here.
    return [
        phase if phase.seconds > 0.0 else replace(phase, seconds=SHORTEST_PHASE_S)
        for number, phase in enumerate(timed)
        if phase.seconds > 0.0 or alone or any(airborne[max(number - 1, 0) : number + 2])
    ]


def _play(course: Course, found: Stations, phases: Sequence[Phase], samples: int) -> Take:
    spans, clock = [], 0.0
    for phase in phases:
        spans.append(Span(phase.id, clock, clock + phase.seconds))
        clock = spans[-1].to_s
    flights = found.flights
    time_s = sample_times(spans, samples, {n + near for n in flights for near in (-1, 0, 1)})
    free = course.unknowns
    movement = course.movement
    u, moving = eased(free, movement, found, phases, spans, time_s)
    com_target_x_m = onto_supports(course, found, spans, time_s, u, moving)
    if found.flights:
        from hinge_tutor.motion.pushing_off import pushing_off

        planned = pushing_off(course, found, spans, time_s, u, moving)
        if planned is None:
            return _stays(course, found, Reason("push_unsteady"), samples)
        # A planned push keeps its pressure, not its center, in place.
        com_target_x_m[(planned != u).any(axis=1)] = np.nan
        u = planned
    spline = traced(course, found, spans, time_s, frozen(u @ free.expand.T))
    free_x = np.isnan(com_target_x_m)
    if free_x.any():
        center = balance_row(course.body, course.load.mass_kg, course.load.landmarks)
        com_target_x_m[free_x] = center.value(spline.value[free_x])[:, 0]
    stood = found.u[0] if upright(movement, movement.start) else standing(course)
    return Take(
        movement=movement,
        body=course.body,
        load=course.load,
        status="ok" if found.reason is None else "nearest",
        reason=found.reason,
        spline=spline,
        spans=tuple(spans),
        com_target_x_m=frozen(com_target_x_m),
        standing=frozen(free.expand @ stood),
        supports=tuple(foot.support() for foot in found.footings),
        pulls=course.pulls,
    )
