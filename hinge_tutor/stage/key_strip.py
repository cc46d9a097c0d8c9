"""The key poses of a repetition as small figures in a row, each over the name of its phase.

One millimeter of a still is one of the body, as on the stage. All stills of all figures have one
scale, so that they can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.key_moments import KeyMoment, key_moments
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Label, Plate, Shape, Strokes

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

TEXT_PX = 11.5
# Around a figure; under it stands the name, in letter heights.
PAD_PX, NAME_EM = 4.0, 1.7
# A figure this small is drawn with finer lines than a large one, or it would be all lines.
FINER = 0.65
# A name that is too long is set at most this much smaller before it is shortened.
SMALLEST = 0.75
# Layers that a figure of this size still shows.
SEEN = frozenset({"muscles", "bones"})


@dataclass(frozen=True, eq=False)
class Still:
    """A figure at a key moment; `extent` is left, right and top around its ankle, mm."""

    actor: Actor
    moment: KeyMoment
    name: str
    extent: tuple[float, float, float]


def stills(repetition: Repetition, words: Words, most: int) -> tuple[Still, ...]:
    """The key moments of a repetition with what is seen at each, at most so many."""
    actor = Actor(repetition)
    take = repetition.take
    return tuple(
        Still(
            actor,
            moment,
            words.phase(take.movement.id, moment.phase),
            actor.extent_at(moment.time_s),
        )
        for moment in key_moments(take, most)
    )


def mm_per_px(every: Sequence[Still], width_px: float, height_px: float, letters: float) -> float:
    """The one scale at which each of the stills fits into a place of this size."""
    high = max(height_px - NAME_EM * TEXT_PX * letters - 2 * PAD_PX, 1.0)
    wide = max(width_px - 2 * PAD_PX, 1.0)
    return max(
        max((each.extent[1] - each.extent[0]) / wide, each.extent[2] / high) for each in every
    )


def still_picture(
    still: Still,
    size_px: tuple[float, float],
    scale: float,
    letters: float,
    options: Options,
    current: bool,
) -> Picture:
    """A still in its place; the current one in a frame, with its name in bold letters."""
    width, height = (pixels * scale for pixels in size_px)
    size = TEXT_PX * letters * scale
    ground = NAME_EM * size
    actor, take = still.actor, still.actor.repetition.take
    left, right, _ = still.extent
    at_mm = complex(width / 2 - (left + right) / 2 - actor.ankle_mm, ground)
    shown = replace(options, layers=options.layers & SEEN)
    time_s = still.moment.time_s
    works = actor.works(time_s) if shown.shows("muscles") else {}
    widths = pens(FINER * scale, size_px[1])
    drawn, _ = ensemble(actor.fit, take, take.at(time_s), at_mm, widths, shown, works, time_s)
    weight, role = ("bold", "text") if current else ("regular", "text_quiet")
    room = width - 2 * scale * PAD_PX
    letters_mm = size * min(max(room / (width_em(still.name, weight) * size), SMALLEST), 1.0)
    text = fitted(still.name, weight, letters_mm, room)
    wide = width_em(text, weight) * letters_mm
    shapes: list[Shape] = [
        Strokes("ground", "stage", (0.0, ground, width, ground), "floor", 1.5 * scale),
        *drawn,
        Label(
            "name", "stage", width / 2, 0.85 * size, text, role, letters_mm, wide, "center", weight
        ),
    ]
    if current:
        edge = 2.0 * scale
        frame = (edge / 2, edge / 2, width - edge, height - edge, 6.0 * scale)
        shapes.insert(0, Plate("current", "stage", *frame, fill="plate", line="accent", pen=edge))
    return Picture(width, height, tuple(shapes))
