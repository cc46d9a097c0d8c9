"""Settles the places of all texts beside one figure, once for the whole motion.

At each knot of the clock the layers say what they would write. Riders come first, the teaching
props' before all others, then callouts; a rider without a free offset becomes a callout, and a
callout without room is left out, since what it names is still known from another figure. Between
knots callouts go straight, and riders keep to their anchor: so a picture depends on its moment
alone, and drawing it asks only for a few numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.stage.annotations import Annotations
from hinge_tutor.stage.beside import MOST, NEVER, Named, Room, settle
from hinge_tutor.stage.labels import Box, Callout, Wish, line_mm
from hinge_tutor.stage.names import Name
from hinge_tutor.stage.reach import Reach
from hinge_tutor.stage.riding import offset, stacked
from hinge_tutor.stage.samples import Samples
from hinge_tutor.stage.solids import bar_points, solid_points
from hinge_tutor.stage.stacking import covered, filled

Text = TypeVar("Text", Wish, Callout)


@dataclass(frozen=True, eq=False)
class Settled:
    """Where texts stand: the offset of each rider; of each callout its column in `near` (K, L),
    where it begins at each knot, mm, and its side. `boxes` (R, 4, K) is what all of them cover.
    """

    knots: FloatArray
    riders: Mapping[str, int]
    callouts: Mapping[str, tuple[int, int]]
    near: ComplexArray
    boxes: FloatArray

    def at(self, t: float) -> list[complex]:
        """Where each callout begins at t of the clock, by its column."""
        moment = self._samples.around(t)
        return [moment.of(course) for course in self._courses]

    @cached_property
    def _samples(self) -> Samples:
        return Samples(self.knots)

    @cached_property
    def _courses(self) -> Sequence[Sequence[complex]]:
        """Where each callout begins at every knot."""
        found: list[list[complex]] = self.near.T.tolist()
        return found


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure at all knots (K,): its column's bounds, its ground, its points (K, P), what is
    written over it, and the names of its parts with their anchors (K,). `taken` (R, 4, K) is where
    no text stands.
    """

    bounds: Box
    ground: float
    size: float
    knots: FloatArray
    duration_s: float
    points: ComplexArray
    written: Sequence[Annotations]
    names: Sequence[tuple[Name, ComplexArray]]
    taken: FloatArray


def settled(figure: Figure) -> Settled:
    """The places of a figure's texts."""
    count, size = len(figure.knots), figure.size
    body = Reach(count, figure.bounds, size)
    body.add(figure.points)
    drawn = body.copy() if figure.written else body
    for knot, notes in enumerate(figure.written):
        if notes.solid:
            body.add_at(knot, bar_points(notes.solid))
            drawn.add_at(knot, solid_points(notes.solid))
    boxes = [*figure.taken, *_taken(figure.written)]
    riders: dict[str, int] = {}
    beside: dict[str, list[Callout | None]] = {}
    for name, course in _courses(figure.written, lambda notes: notes.wishes).items():
        found = offset(course, figure.bounds, size, stacked(boxes, count), body)
        if found is None:
            beside[name] = [wish.callout() if wish else None for wish in course]
        else:
            riders[name] = found[0]
            boxes.append(found[1])
            drawn.add_boxes(found[1])
    beside |= _courses(figure.written, lambda notes: notes.callouts)
    always = np.ones(count, np.bool_)
    named = [_named(course, size) for course in beside.values()]
    named += [Named(n.name, line_mm(n.text, size), at, always) for n, at in figure.names]
    times = figure.knots * figure.duration_s
    room = Room(figure.bounds, figure.ground, size, times, drawn, stacked(boxes, count))
    tracks = settle(named, room) if named else {}
    near = [track.near for track in tracks.values()]
    boxes += [covered(t.side, t.near, np.array(t.width), size) for t in tracks.values()]
    return Settled(
        figure.knots,
        riders,
        {name: (number, track.side) for number, (name, track) in enumerate(tracks.items())},
        np.array(near).T if near else np.zeros((count, 0), np.complex128),
        stacked(boxes, count),
    )


def boxes_over(boxes: Sequence[Box], knots: int) -> FloatArray:
    """Boxes that stay where they are, as (R, 4, K)."""
    fixed = np.array(boxes).reshape(-1, 4, 1)
    return np.repeat(fixed, knots, axis=2)


def reflected(boxes: FloatArray, axis: float) -> FloatArray:
    """Boxes (R, 4, K) seen in an upright mirror at an x."""
    left, bottom, right, top = np.moveaxis(boxes, 1, 0)
    return np.stack([2 * axis - right, bottom, 2 * axis - left, top], axis=1)


def _courses(
    written: Sequence[Annotations], texts: Callable[[Annotations], Sequence[Text]]
) -> dict[str, list[Text | None]]:
    """Each text by its name at each knot, or None where it is not there."""
    found: dict[str, list[Text | None]] = {}
    for knot, notes in enumerate(written):
        for text in texts(notes):
            found.setdefault(text.name, [None] * len(written))[knot] = text
    return found


def _taken(written: Sequence[Annotations]) -> list[FloatArray]:
    """What no text may cover, as boxes (4, K)."""
    most = max((len(notes.taken) for notes in written), default=0)
    boxes = np.full((most, 4, len(written)), np.nan)
    for knot, notes in enumerate(written):
        for number, box in enumerate(notes.taken):
            boxes[number, :, knot] = box
    return list(boxes)


def _named(course: Sequence[Callout | None], size: float) -> Named:
    """A callout as wide as it ever is."""
    there = [callout for callout in course if callout is not None]
    known = np.array([callout is not None for callout in course])
    shown = np.array([callout is not None and callout.shown for callout in course])
    # It may come just after one knot and go just before another.
    early, late = shown.copy(), shown.copy()
    early[:-1] |= shown[1:]
    late[1:] |= shown[:-1]
    anchor = filled(np.array([callout.anchor if callout else 0j for callout in course]), known)
    width = max(line_mm(callout.text, size) for callout in there)
    most = MOST if there[0].spared else NEVER
    return Named(there[0].name, width, anchor, early | late, there[0].side, most)
