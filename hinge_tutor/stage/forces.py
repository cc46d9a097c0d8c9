"""Forces on a figure as arrows, and the moment arms with which they turn its joints.

All arrows of a stage have one scale, which stays while it plays: the largest force of any figure at
any time is no longer than LONGEST_MM. An arrow's length, and an arm's, are those of what is
computed; a joint's force is drawn from the middle of what it carries, or from under the foot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hinge_tutor.stage.arrows import LAYER, RING_PENS, arrow, lever, line_of
from hinge_tutor.stage.force_course import TURNED, USUAL, Force, ForceCourse, Turning
from hinge_tutor.stage.labels import Box, Wish, half_plate
from hinge_tutor.stage.lamps import PropView
from hinge_tutor.stage.layers import Sizes
from hinge_tutor.stage.moment import Moment

# Nearly as long as the thigh of a tall person: longer ones would leave the sheet.
LONGEST_MM = 450.0
# Steps of the scale, mm for a newton: a dial that changes a force a little leaves it as it is.
SCALES = (5.0, 3.0, 2.0, 1.5, 1.0, 0.7, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.07, 0.05, 0.02)
# An arm shorter than this, mm, turns nothing that anybody would see; one shorter than the second
# has no length worth a number yet.
LEAST_ARM_MM, LEAST_TOLD_MM = 15.0, 50.0
# Beside an arrow its number stands this far back from its tip.
BACK_SHARES = (0.15, 0.5, 0.85)


def newton_mm(courses: Iterable[ForceCourse]) -> float:
    """How long an arrow of one newton is for all figures of a stage, mm."""
    largest = max((course.largest_N for course in courses), default=0.0)
    return next((scale for scale in SCALES if scale * largest <= LONGEST_MM), SCALES[-1])


def turned(highlight: str | None) -> Sequence[str]:
    """The joints whose arms are shown: the highlighted one, or else hip and lower back."""
    return (highlight,) if highlight in TURNED else USUAL


def add_forces(view: PropView, moment: Moment, scale: float) -> None:
    """The arrows of a moment with their numbers, and the arms of the joints that are told."""
    course = moment.actor.forces
    told = turned(moment.highlight)
    for name in told:
        turning = course.turning(name, moment.time_s)
        if turning is not None:
            _add_turning(view, moment, turning, scale, alone=len(told) == 1)
    for each, point, force in course.at(moment.time_s):
        _add_outside(view, moment, course, each, point, force, scale)


def _add_outside(
    view: PropView,
    moment: Moment,
    course: ForceCourse,
    each: Force,
    point: complex,
    force: complex,
    scale: float,
) -> None:
    """A force from outside; a load whose arrow would reach below the floor is pushed from above."""
    way, start = scale * force, moment.placed_m(point)
    if each.kind == "load" and course.lowest_mm(each, scale) < 0.0:
        start -= way
    name = f"force.{each.name}"
    piece = "weight" if course.alone and each.kind == "support" else each.kind
    amount = abs(force)
    values = {"newtons": amount, "times": amount / course.weight_N}
    _add_arrow(view, moment, name, start, way, moment.words.force(piece, values))


def _add_turning(
    view: PropView, moment: Moment, turning: Turning, scale: float, alone: bool
) -> None:
    """What turns a joint: its force's line and arrow, and the arm from the joint to that line."""
    words, sizes = moment.words, moment.sizes
    joint, foot = moment.placed_m(turning.at), moment.placed_m(turning.foot)
    start, way = moment.placed_m(turning.start), scale * turning.force
    name = f"arm.{turning.joint}"
    amount = abs(turning.force)
    values: dict[str, float | str] = {
        "newtons": amount,
        "cm": 100.0 * turning.arm_m,
        "moment_Nm": turning.moment_Nm,
    }
    long = abs(foot - joint)
    if long >= LEAST_ARM_MM:
        view.before.append(line_of(name, foot, start, sizes))
        view.before += lever(name, joint, foot, turning.force / amount, sizes)
    if long >= LEAST_TOLD_MM:
        text = words.force("moment" if alone else "arm", values)
        view.wishes.append(_told_arm(name, text, joint, turning.joint == "spine", sizes))
    text = words.force(turning.joint, values)
    _add_arrow(view, moment, f"turns.{turning.joint}", start, way, text)


def _add_arrow(
    view: PropView, moment: Moment, name: str, start: complex, way: complex, text: str
) -> None:
    """An arrow with its number beside it, or beyond its tip."""
    sizes = moment.sizes
    view.before += arrow(name, start, way, sizes)
    # Its tip stays free for the line that leads from its number.
    view.taken.append(_box((start, start + 0.7 * way), 3.0 * sizes.pen))
    half_w, half_h = half_plate(text, sizes.text)
    aside = half_w + 6.0 * sizes.pen
    heading = way / abs(way)
    beyond = half_h + half_w * abs(heading.real) + 0.3 * sizes.text
    beside = [side - back * way for back in BACK_SHARES for side in (aside, -aside)]
    ring = (*beside, beyond * heading)
    view.wishes.append(Wish(name, LAYER, text, start + way, ring, clear=True, spared=True))


def _told_arm(name: str, text: str, joint: complex, above: bool, sizes: Sizes) -> Wish:
    """An arm's number by its joint, which never leaps as a force does: over the arm's beginning or
    under it, or behind the joint.

    Two arms lie above each other, so each has its number on the outer side: `above` or not.
    """
    half_w, half_h = half_plate(text, sizes.text)
    aside = half_w + (RING_PENS + 2.0) * sizes.pen
    outer = (half_h + 4.0 * sizes.pen) * (1j if above else -1j)
    ring = (
        *(aside + outer * side for side in (1.0, -1.0)),
        *(outer * more - aside for more in (0.0, 1.0, -1.0, 2.0, -2.0)),
        *(outer * more for more in (1.5, -1.5, 3.0, -3.0)),
    )
    return Wish(name, LAYER, text, joint, ring, spared=True)


def _box(ends: Sequence[complex], spare: float) -> Box:
    xs, ys = [end.real for end in ends], [end.imag for end in ends]
    return min(xs) - spare, min(ys) - spare, max(xs) + spare, max(ys) + spare
