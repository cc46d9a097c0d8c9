"""What one figure does otherwise than another: that one as a ghost, and arrows with numbers.

The ghost stands on the same ankle. An arrow leads from where a place, or a direction, would be with
the other figure's value of a sight (`coaching/sights.py`) to where it is, so that its number is
that of the sentence.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.coaching.difference import MOST_TOLD, difference
from hinge_tutor.coaching.sights import LEAST, SIGHTS, sights
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.contour import closed_curves, contour
from hinge_tutor.stage.figure import figure_shapes
from hinge_tutor.stage.labels import Wish
from hinge_tutor.stage.lamps import PropView
from hinge_tutor.stage.layers import arc
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.outlines import dashes
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Curve, Polygon, Shape, Strokes

LAYER = "difference"
# Lengths: the place, and which way more of it is.
_PLACES = {
    "hip_back": ("mid_hip", -1 + 0j),
    "hip_down": ("mid_hip", -1j),
    "knee_forward": ("knee_near", 1 + 0j),
    "hand_ahead": ("hand_near", 1 + 0j),
    "hand_height": ("hand_near", 1j),
    "head_ahead": ("vertex", 1 + 0j),
    "head_down": ("vertex", -1j),
    "foot_ahead": ("ankle_near", 1 + 0j),
    "foot_up": ("ankle_near", 1j),
    "heel_up": ("heel_near", 1j),
}
# Angles: where they turn, what they turn, which way more of it is, seen facing right, and how far
# from there the arrow is, in radii of an angle's arc: nearer than the end of what turns.
LEFT, RIGHT = 1.0, -1.0
_TURNS = {
    "trunk": ("mid_hip", "c7", RIGHT, 3.2),
    "hip": ("mid_hip", "knee_near", LEFT, 2.2),
    "knee": ("knee_near", "ankle_near", RIGHT, 1.5),
    "ankle": ("ankle_near", "knee_near", RIGHT, 1.5),
    "shin": ("ankle_near", "knee_near", RIGHT, 2.6),
    "lower_back": ("l5s1", "thoracic_lower", RIGHT, 2.4),
    "upper_back": ("thoracic_lower", "c7", RIGHT, 2.0),
    "neck": ("c7", "vertex", RIGHT, 2.4),
    "arm": ("shoulder_near", "hand_near", LEFT, 3.0),
}
# The measures that write a number of each kind.
CM_MEASURE, DEGREE_MEASURE = "hip_down_cm", "trunk_lean_deg"
# An arrow's tip, in pens, and in mm of a small figure.
TIP_PENS, LARGEST_TIP_MM = 9.0, 65.0
# How a ghost's edge is dashed, in pens.
ON_PENS, OFF_PENS = 4.0, 3.0


class Pair:
    """Two repetitions and which of their sights the arrows show: those that the words tell."""

    def __init__(self, other: Actor, own: Actor) -> None:
        self.other, self.own = other, own

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The sights that differ most, and those that were set otherwise."""
        found = difference(self.other.repetition, self.own.repetition)
        every = (*found.own, *found.seen)
        names = dict.fromkeys(each.sight for each in every if each is not None)
        return tuple(names)[:MOST_TOLD]


@dataclass(frozen=True, eq=False)
class Contrast:
    """The other figure of a pair at its own time; `ghost` where it is not on the sheet itself."""

    pair: Pair
    other_s: float
    ghost: bool = True


def contrast_view(moment: Moment, contrast: Contrast, widths: Pens) -> PropView:
    """The other figure as a ghost behind this one, and an arrow for each sight that differs."""
    view = PropView()
    if contrast.ghost:
        behind, edge = _ghost(moment, contrast, widths)
        view.behind += behind
        view.before += edge
    for shapes, wish in _arrows(moment, contrast):
        view.before += shapes
        view.wishes.append(wish)
    return view


def _ghost(moment: Moment, contrast: Contrast, widths: Pens) -> tuple[list[Shape], list[Shape]]:
    """What fills the other figure's outline, and its edge, dashed."""
    other = contrast.pair.other
    place = moment.at_mm + moment.actor.ankle_mm - other.ankle_mm
    pose = other.repetition.take.at(contrast.other_s)
    drawn, _ = figure_shapes(other.fit, pose, place, widths, Options(), {})
    curves = closed_curves(drawn)
    fill: list[Shape] = [Curve("ghost", LAYER, points, fill="ghost") for points in curves]
    pen = moment.sizes.pen
    edge = dashes(contour(curves), ON_PENS * pen, OFF_PENS * pen)
    return fill, [Strokes("ghost", LAYER, edge, "guide", 0.9 * pen)]


def _arrows(moment: Moment, contrast: Contrast) -> Iterator[tuple[list[Shape], Wish]]:
    by = _by(moment, contrast)
    for sight in contrast.pair.told:
        column = SIGHTS.index(sight)
        more = float(by[column])
        # What nobody sees yet has no arrow.
        if abs(more) < LEAST[column]:
            continue
        if sight in _PLACES:
            yield _moved(moment, sight, more)
        else:
            yield _turned(moment, sight, more)


def _by(moment: Moment, contrast: Contrast) -> FloatArray:
    """How much more of each sight this figure has now, cm and degrees."""
    other = contrast.pair.other.repetition.take
    takes = ((other, other.at(contrast.other_s).q), (moment.actor.repetition.take, moment.pose.q))
    first, second = (sights(take, np.asarray(q)) for take, q in takes)
    found: FloatArray = second - first
    return found


def _moved(moment: Moment, sight: str, more_cm: float) -> tuple[list[Shape], Wish]:
    """A straight arrow to where a place is, from where it would be."""
    name, way = _PLACES[sight]
    tip = moment.at(name)
    start = tip - 10.0 * more_cm * way
    pen = moment.sizes.pen
    heading = (tip - start) / abs(tip - start)
    back = tip - min(_tip(pen), 0.6 * abs(tip - start)) * heading
    shapes: list[Shape] = [
        Strokes(f"arrow.{sight}", LAYER, (*_xy(start), *_xy(back)), "highlight", 1.8 * pen),
        _head(sight, tip, heading, pen),
    ]
    text = moment.words.quantity(CM_MEASURE, abs(more_cm))
    return shapes, _wish(moment, sight, text, (start + tip) / 2, 1j * heading)


def _turned(moment: Moment, sight: str, more_deg: float) -> tuple[list[Shape], Wish]:
    """A bent arrow to the direction that a part has, from the one that it would have."""
    pivot, end, way, far = _TURNS[sight]
    center = moment.at(pivot)
    stop = cmath.phase(moment.at(end) - center)
    start = stop - way * math.radians(more_deg)
    radius, pen = far * moment.sizes.arc, moment.sizes.pen
    sense = math.copysign(1.0, stop - start)
    # The head takes the end of the arc for itself.
    short = min(_tip(pen) / radius, 0.6 * abs(stop - start))
    tip = center + cmath.rect(radius, stop)
    heading = cmath.rect(1.0, stop + sense * (math.pi / 2 - short / 2))
    bend = arc((center.real, center.imag), radius, start, stop - sense * short)
    rays = (*_xy(center), *_xy(center + cmath.rect(1.15 * radius, start)))
    shapes: list[Shape] = [
        Strokes(f"arrow.{sight}", LAYER, rays, "highlight", 0.8 * pen, 3 * pen),
        Curve(f"arrow.{sight}", LAYER, bend, line="highlight", width=1.8 * pen),
        _head(sight, tip, heading, pen),
    ]
    middle = (start + stop) / 2
    text = moment.words.quantity(DEGREE_MEASURE, abs(more_deg))
    at = center + cmath.rect(radius, middle)
    return shapes, _wish(moment, sight, text, at, cmath.rect(1.0, middle))


def _tip(pen: float) -> float:
    """The length of an arrow's tip, mm."""
    return min(TIP_PENS * pen, LARGEST_TIP_MM)


def _head(sight: str, tip: complex, heading: complex, pen: float) -> Shape:
    corners = (tip, *(tip - _tip(pen) * heading * (1 + side * 0.5j) for side in (1, -1)))
    points = tuple(value for corner in corners for value in _xy(corner))
    return Polygon(f"arrow.{sight}", LAYER, points, fill="highlight")


def _wish(moment: Moment, sight: str, text: str, anchor: complex, outward: complex) -> Wish:
    """The number, beside its arrow on either side, farther off where that is taken."""
    size = moment.sizes.text
    half = width_em(text, "semibold") * size / 2
    # Sideways a number needs half its own length as well.
    ring = tuple(
        way * (line * size + abs(way.real) * half)
        for line in (1.4, 2.4, 3.6, 5.0)
        for way in (outward, -outward, 1j * outward, -1j * outward)
    )
    return Wish(f"arrow.{sight}", LAYER, text, anchor, ring, role="highlight")


def _xy(place: complex) -> tuple[float, float]:
    return place.real, place.imag
