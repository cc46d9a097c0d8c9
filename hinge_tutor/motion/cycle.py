"""A swing as a take: its half cycle run backward, and then forward.

The take begins and ends where the weight rests at its highest. Both ends are at rest with the same
accelerations, and so is the deepest moment between them, because q(t) = q(-t) there: played again
and again it has no jump in place, speed or acceleration.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.motion.course import Course, upright
from hinge_tutor.motion.rows import balance_row
from hinge_tutor.motion.spline import clamped
from hinge_tutor.motion.swing import Half, half
from hinge_tutor.motion.swing_rows import CATCH, DROP, FLOAT, THROW
from hinge_tutor.motion.take import Reason, Span, Take
from hinge_tutor.motion.walking import Stations, standing

# Fewer samples of half a cycle lie so far apart that the spline between them is another motion.
# More are not solved, since the time that takes grows with nearly their cube, but read off it.
FEWEST, MOST = 31, 76


def cycle(course: Course, found: Stations, samples: int, asked: bool) -> Take | Reason:
    """The take of a swing between its stations, or why there is none.

    Its hips drive for as long as the tempo says if that is `asked`, or else as leaves the arms
    alone.
    """
    ids = [phase.id for phase in found.phases]
    asked_s = found.phases[ids.index(THROW)].seconds if asked else None
    deep = ids.index(CATCH) + 1
    one = half(
        course,
        found.stances[deep],
        (found.u[deep], found.u[deep + 1]),
        min(max(samples // 2 + 1, FEWEST), MOST),
        asked_s,
    )
    return one if isinstance(one, Reason) else _take(course, found, one, samples)


def _take(course: Course, found: Stations, one: Half, samples: int) -> Take:
    rest_s = float(one.time_s[-1])
    time_s = frozen(np.append(rest_s - one.time_s[::-1], rest_s + one.time_s[1:]))
    u: FloatArray = np.vstack([one.u[::-1], one.u[1:]])
    expand = course.unknowns.expand
    spline = clamped(time_s, frozen(u @ expand.T))
    if samples > 2 * MOST:
        finer = np.union1d(np.linspace(0.0, float(time_s[-1]), samples), time_s)
        read = np.stack([spline.at(float(moment)) for moment in finer])
        spline = clamped(frozen(finer), frozen(read))
    center = balance_row(course.body, course.load.mass_kg, course.load.landmarks)
    stood = found.u[0] if upright(course.movement, course.movement.start) else standing(course)
    return Take(
        movement=course.movement,
        body=course.body,
        load=course.load,
        status="ok" if found.reason is None else "nearest",
        reason=found.reason,
        spline=spline,
        spans=_spans(found, one),
        com_target_x_m=frozen(center.value(spline.value)[:, 0]),
        standing=frozen(expand @ stood),
        supports=tuple(foot.support() for foot in found.footings),
    )


def _spans(found: Stations, one: Half) -> tuple[Span, ...]:
    """Its phases: the weight drops and floats as long as it does, the hips take the rest."""
    float_s = float(one.time_s[-1]) - one.drive_s
    spans, clock = [], 0.0
    for phase in found.phases:
        seconds = float_s if phase.id in (DROP, FLOAT) else one.drive_s
        spans.append(Span(phase.id, clock, clock + seconds))
        clock += seconds
    return tuple(spans)
