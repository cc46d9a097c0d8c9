"""The technique map: a triangle of hinge, squat and bend that a value fills, and a point in it.

Bands of a round width are filled from the lowest up, each in its tone and with its number on its
border, so that nothing is told by color alone. Where this body is not seen doing a blend the
triangle is hatched and has no value. One millimeter is one pixel here. All but the point stays
while it is moved, so the point is a picture of its own to lie over it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.coaching.technique import CORNERS, TechniqueMap
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.bands import Area, area
from hinge_tutor.stage.curves import written
from hinge_tutor.stage.hatching import LAYER, hatching
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Disc, Label, Plate, Polygon, Shape, Strokes, flat
from hinge_tutor.stage.technique_legend import (
    BAR_EM,
    GAP_EM,
    PAD_EM,
    ROW_EM,
    Sheet,
    legend,
    levels,
    rows,
    tone,
)
from hinge_tutor.stage.triangle import HIGH, Triangle, triangle

# Numbers on borders leave so much between each other and to the rim, in letter heights.
APART_EM, INSET_EM = 0.3, 0.3
POINT_EM = 0.55
# A corner's name stands so far from it that the point there, with its ring, does not touch it.
CLEAR_EM = 1.45


@dataclass(frozen=True, eq=False)
class Technique:
    """The map drawn, and where its triangle lies."""

    picture: Picture
    triangle: Triangle
    sheet: Sheet

    def cursor(self, shares: Sequence[float], focused: bool = False) -> Picture:
        """The point at these shares."""
        size, at = self.sheet.size, self.triangle.place(shares)
        shapes: list[Shape] = []
        if focused:
            shapes.append(
                Disc(
                    "focus",
                    LAYER,
                    at.real,
                    at.imag,
                    1.7 * POINT_EM * size,
                    "",
                    "highlight",
                    0.16 * size,
                )
            )
        for name, radius, role in (
            ("rim", 1.3, "text"),
            ("edge", 1.1, "plate"),
            ("point", 0.8, "text"),
        ):
            shapes.append(Disc(name, LAYER, at.real, at.imag, radius * POINT_EM * size, role))
        return Picture(self.sheet.width, self.sheet.height, tuple(shapes), ground="")


def technique(
    found: TechniqueMap | None, id_: str, words: Words, sheet: Sheet, anatomical: bool = False
) -> Technique:
    """The map of one value; without values, while they are worked out, only its triangle."""
    size = sheet.size
    low, over = _low(rows(id_, words, sheet, anatomical), size), PAD_EM * size + ROW_EM * size
    wide = max(sheet.width - 2 * PAD_EM * size - 2 * size, 1.0)
    high = min(max(sheet.height - low - over, 1.0), wide * HIGH)
    # What is left of a high sheet lies under the legend.
    base = sheet.bottom + max(sheet.height - over - high - low, 0.0) + PAD_EM * size
    on = triangle(sheet.left + PAD_EM * size + size, base - PAD_EM * size + low, wide, high)
    shapes: list[Shape] = []
    if found is not None:
        borders = levels(found, id_)
        shapes += _bands(found, id_, borders, on, size, words)
        shapes += legend(id_, borders, words, sheet, base, anatomical)
    shapes.append(
        Polygon("rim", LAYER, flat(on.corners), "", "text", 1.4 * sheet.letters),
    )
    shapes += _names(found, on, words, sheet)
    return Technique(Picture(sheet.width, sheet.height, tuple(shapes)), on, sheet)


def _low(rows_of_legend: int, size: float) -> float:
    """What lies under the triangle: the corners' names, the legend's rows and its bar, mm."""
    own = CLEAR_EM + 0.5 + (1 + rows_of_legend) * ROW_EM + BAR_EM + 2 * GAP_EM
    return PAD_EM * size + own * size


def height_for(width: float, letters: float) -> float:
    """How high a sheet of that width has to be for the largest triangle, mm."""
    size = Sheet(width, 0.0, letters).size
    wide = max(width - 2 * PAD_EM * size - 2 * size, 1.0)
    return wide * HIGH + PAD_EM * size + ROW_EM * size + _low(2, size)


def _bands(
    found: TechniqueMap, id_: str, borders: Sequence[float], on: Triangle, size: float, words: Words
) -> Iterator[Shape]:
    places, values = on.places(found.shares), found.values[id_]
    bands = len(borders) - 1
    areas = [area(found.steps, places, values, least) for least in borders[:-1]]
    if bands:
        yield Polygon("band.0", LAYER, flat(on.corners), f"heat.{tone(0, bands)}")
    for band in range(1, bands):
        if areas[band].loops:
            fill = f"heat.{tone(band, bands)}"
            yield Polygon(f"band.{band}", LAYER, _joined(areas[band]), fill)
    for band in range(1, bands):
        lines = areas[band].lines
        if len(lines):
            mark = f"mark.{tone(band - 1, bands)}"
            points = flat(complex(at) for at in lines.ravel())
            yield Strokes(f"border.{band}", LAYER, points, mark, 0.06 * size)
    if found.hindered.any():
        yield from hatching(found, on, size, words.technique("unseen"))
    yield from _numbers(areas, borders, found, on, size)


def _joined(one: Area) -> tuple[float, ...]:
    """All loops as one polygon: the way from loop to loop and back encloses nothing."""
    first = one.loops[0]
    way = [complex(at) for at in first]
    for loop in one.loops[1:]:
        way += [complex(first[0]), *(complex(at) for at in loop), complex(loop[0])]
    return flat((*way, complex(first[0])))


def _numbers(
    areas: Sequence[Area],
    borders: Sequence[float],
    found: TechniqueMap,
    on: Triangle,
    size: float,
) -> Iterator[Shape]:
    """A number on each border, where it is farthest from the others and from the rim."""
    taken: list[complex] = []
    hatched = on.places(found.shares[found.hindered])
    for border, one in zip(borders[1:-1], areas[1:], strict=True):
        best, room, text = 0j, 0.0, written(border)
        wide = width_em(text, "semibold") * size
        half = wide / 2 + 0.25 * size
        for at in one.lines.mean(axis=1) if len(one.lines) else ():
            near = min((abs(at - other) for other in taken), default=math.inf)
            if len(hatched):
                near = min(near, float(np.abs(hatched - at).min()) + half)
            inside = min(on.inset(at - half), on.inset(at + half))
            fits = near >= 2 * half + APART_EM * size and inside >= INSET_EM * size
            free = min(near, 3 * inside)
            if fits and free > room:
                best, room = complex(at), free
        if room:
            taken.append(best)
            corner = (best.real - wide / 2 - 0.25 * size, best.imag - 0.6 * size)
            yield Plate(
                f"behind.{text}", LAYER, *corner, wide + 0.5 * size, 1.2 * size, 0.3 * size, "plate"
            )
            yield Label(
                f"number.{text}",
                LAYER,
                best.real,
                best.imag,
                text,
                "text",
                size,
                wide,
                "center",
                "semibold",
            )


def _names(found: TechniqueMap | None, on: Triangle, words: Words, sheet: Sheet) -> Iterator[Shape]:
    """The movements at the corners; one that this body cannot do all the way has a mark."""
    size = sheet.size
    for number, (id_, corner) in enumerate(zip(CORNERS, on.corners, strict=True)):
        name = words.movement_short(id_)
        if found is not None and id_ in {**found.stays, **found.short}:
            name = f"{name} *"
        wide = width_em(name, "semibold") * size
        half = wide / 2
        edge = half + PAD_EM * size
        x = min(max(corner.real, sheet.left + edge), sheet.left + sheet.width - edge)
        y = corner.imag + (CLEAR_EM if number == 0 else -CLEAR_EM) * size
        yield Label(f"corner.{id_}", LAYER, x, y, name, "text", size, wide, "center", "semibold")
