"""Brings eased samples onto what touches, with the weight where it is kept.

In a push and in a landing the height of the common center is kept too, so that the legs' force
fades to nothing as the feet leave (`easing.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.body.places import GRIPS
from hinge_tutor.motion import correction
from hinge_tutor.motion.course import Course
from hinge_tutor.motion.easing import climb, ease, way
from hinge_tutor.motion.equations import Equations
from hinge_tutor.motion.moments import Balance
from hinge_tutor.motion.path import carried, within
from hinge_tutor.motion.rows import Rows, balance_matrix, landmark_rows
from hinge_tutor.motion.stance import Footing, Stance
from hinge_tutor.motion.take import Span
from hinge_tutor.motion.targets import stiffness
from hinge_tutor.motion.walking import Stations


def onto_supports(
    course: Course,
    found: Stations,
    spans: Sequence[Span],
    time_s: FloatArray,
    u: FloatArray,
    moving: BoolArray,
) -> FloatArray:
    """Corrects `u` (N, U) onto what touches, and says where the center of mass (N,) has to be.

    Where nothing asks for balance that is not a number.
    """
    expand = course.unknowns.expand.T
    target = np.full(len(time_s), np.nan)
    for numbers in _alike(found):
        ground = found.stances[numbers[0]]
        here = np.zeros(len(time_s), dtype=bool)
        values = np.tile(ground.values, (len(time_s), 1))
        for number in numbers:
            inside = within(spans[number], time_s)
            here |= inside
            if ground.balanced:
                values[inside, -1] = _kept_x(found, number, spans[number], time_s[inside])
        rows, kept = ground.rows, values[here]
        heights = planned_height(found, numbers[0], spans[numbers[0]], time_s[here])
        if heights is not None:
            rows, kept = rows.both(center_height(course)), np.column_stack([kept, heights])
        if found.phases[numbers[0]].straight:
            grip = landmark_rows(course.body, [(GRIPS[0], "x")])
            along = _along(course, found, numbers[0], spans[numbers[0]], grip, time_s[here])
            rows, kept = rows.both(grip), np.column_stack([kept, along])
        going = moving[here]
        if len(rows) and going.any():
            chosen = np.flatnonzero(here)[going]
            u[chosen] = _corrected(course, u[chosen], rows, kept[going])
        if ground.balanced:
            target[here] = _center_x(ground, u[here] @ expand, values[here, -1])
    return target


def _corrected(course: Course, u: FloatArray, rows: Equations, kept: FloatArray) -> FloatArray:
    """Unknowns (N, U) brought onto the rows with arms that keep to the vertical, as they eased."""
    free, bounds = course.unknowns, course.bounds
    carry = carried(free, course.movement)
    back = np.linalg.inv(carry)
    along = correction.onto(
        replace(free, expand=free.expand @ back),
        u @ carry.T,
        rows,
        kept,
        stiffness(free, course.movement.weights),
        replace(bounds, rows=bounds.rows @ back),
    )
    found: FloatArray = along @ back.T
    return found


def _alike(found: Stations) -> list[list[int]]:
    """The numbers of phases that have the same supports, so that they are corrected at once.

    A push, a landing and a phase with a straight way stand for themselves.
    """
    groups: dict[tuple[tuple[Footing, ...], int], list[int]] = {}
    for number, ground in enumerate(found.stances):
        beside = number - 1 in found.flights or number + 1 in found.flights
        beside = beside or found.phases[number].straight
        groups.setdefault((ground.footings, number if beside else -1), []).append(number)
    return list(groups.values())


def _kept_x(found: Stations, number: int, span: Span, time_s: FloatArray) -> FloatArray:
    """Where the weight is kept (N,) in one phase: eased, at the flight's speed next to one."""
    seconds = span.to_s - span.from_s
    leaving, arriving = (
        np.array([flight.velocity.real * seconds if flight else 0.0])
        for flight in (found.flights.get(number - 1), found.flights.get(number + 1))
    )
    if found.kept_x_m[number][0] == found.kept_x_m[number][1]:
        return np.full(len(time_s), found.kept_x_m[number][0])
    begin, end = (np.array([x]) for x in found.kept_x_m[number])
    tau = (time_s[:, None] - span.from_s) / seconds
    kept: FloatArray = way(tau, (begin, end), (leaving, arriving))[:, 0]
    return kept


def planned_height(
    found: Stations, number: int, span: Span, time_s: FloatArray
) -> FloatArray | None:
    """The height of the common center (N,) in a push or a landing; None elsewhere."""
    push, landing = found.flights.get(number + 1), found.flights.get(number - 1)
    seconds = span.to_s - span.from_s
    tau = (time_s - span.from_s) / seconds
    if push is not None:
        rise, up = push.climbs_m[0], push.velocity.imag
        return push.center.imag - rise + climb(tau, rise, up, seconds)
    if landing is not None:
        at, speed = landing.parabola(np.array([landing.seconds]))
        drop, down = landing.climbs_m[1], -float(speed[0].imag)
        return float(at[0].imag) - drop + climb(1.0 - tau, drop, down, seconds)
    return None


def _along(
    course: Course,
    found: Stations,
    number: int,
    span: Span,
    grip: Equations,
    time_s: FloatArray,
) -> FloatArray:
    """The x of the near grip (N,) on a straight way from one key pose to the next."""
    expand = course.unknowns.expand
    begin, end = (float(grip.value(expand @ found.u[number + at])[0]) for at in (0, 1))
    tau = (time_s - span.from_s) / (span.to_s - span.from_s)
    return begin + ease(tau) * (end - begin)


def center_height(course: Course) -> Equations:
    """The height of the common center."""
    row = balance_matrix(course.body, course.load.mass_kg, course.load.landmarks)
    return Rows(course.body, row, np.ones(1), np.ones(1))


def _center_x(ground: Stance, q: FloatArray, kept_x_m: FloatArray) -> FloatArray:
    """Where the center of mass (N,) is, m, when the weight is kept there, pulled or not."""
    row = ground.balance
    return row.center_x(q, kept_x_m) if isinstance(row, Balance) else kept_x_m
