"""The figures of a hand-out: stills on a ground line, drawn so that a gray printer shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hinge_tutor.coaching.telling import telling_s
from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.handout import Handout
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Strokes
from hinge_tutor.stage.way_moments import way_moments

# On paper, mm: the line around a figure over the 1.5 px of a screen, the floor, air under it.
PEN_MM, FLOOR_MM, UNDER_MM = 0.16, 0.35, 1.0
PLAIN = Options(layers=frozenset())


@dataclass(frozen=True, eq=False)
class Stand:
    """A figure at a moment of its own time, s, and the number and name of what it shows."""

    actor: Actor
    time_s: float
    number: int
    name: str

    @cached_property
    def extent(self) -> tuple[float, float, float]:
        """Left and right around the ankle, and top, mm of the body."""
        return self.actor.extent_at(self.time_s)


def key_stands(page: Handout) -> tuple[Stand, ...]:
    """The way of the movement in stills, each with the number of the row that it belongs to."""
    actor = Actor(page.target)
    places = {row.phase: row for row in reversed(page.rows)}
    return tuple(
        Stand(actor, moment.time_s, places[moment.phase].number, places[moment.phase].name)
        for moment in way_moments(page.target.take)
    )


def pair_stands(page: Handout) -> tuple[Stand, ...]:
    """The movement and what is done otherwise, where that shows most; nothing without it."""
    if page.other is None:
        return ()
    target, other = page.target.take, page.other.take
    when_s = telling_s(page.other)
    clock = shared_clock((other, target))
    own_s = clock.own_times(clock.courses[0].when(when_s))[1]
    return (
        Stand(Actor(page.target), own_s, 0, page.title),
        Stand(Actor(page.other), when_s, 0, page.other_title),
    )


def scale_of(stands: Sequence[Stand], wide_mm: float, high_mm: float) -> float:
    """The one scale, mm of the body for one of the page, at which each fits into such a place."""
    extents = [stand.extent for stand in stands]
    wide = max(right - left for left, right, _ in extents)
    high = max(top for _, _, top in extents)
    return max(wide / wide_mm, high / max(high_mm - UNDER_MM, 1.0))


def highest_mm(stands: Sequence[Stand], wide_mm: float) -> float:
    """How high figures are that are as wide as such places let them be."""
    extents = [stand.extent for stand in stands]
    wide = max(right - left for left, right, _ in extents)
    return max(top for _, _, top in extents) * wide_mm / wide + UNDER_MM


def figure(stand: Stand, wide_mm: float, high_mm: float, scale: float) -> Picture:
    """A figure in the middle of its place, on the floor."""
    left, right, _ = stand.extent
    width, ground = wide_mm * scale, UNDER_MM * scale
    actor, take = stand.actor, stand.actor.repetition.take
    at_mm = complex(width / 2 - (left + right) / 2 - actor.ankle_mm, ground)
    pose = take.at(stand.time_s)
    drawn, _ = ensemble(
        actor.fit, take, pose, at_mm, pens(PEN_MM * scale, 1.0), PLAIN, {}, stand.time_s
    )
    floor = Strokes("ground", "stage", (0.0, ground, width, ground), "floor", FLOOR_MM * scale)
    return Picture(width, high_mm * scale, (floor, *drawn), ground="")
