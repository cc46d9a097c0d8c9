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
from hinge_tutor.lessons.technique_words import quantity_name, unit
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.bands import Area, area
from hinge_tutor.stage.curves import written
from hinge_tutor.stage.hatching import LAYER, hatching
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.palette import HEATS
from hinge_tutor.stage.picture import Disc, Label, Picture, Plate, Polygon, Shape, Strokes, flat
from hinge_tutor.stage.triangle import Triangle, triangle

TEXT_PX, PAD_PX = 11.5, 8.0
# Bands are round: of these the narrowest with which there are no more than tones.
ROUND = (1.0, 2.0, 5.0, 10.0)
# No narrower than what is worth telling apart: percent of effort, newtons, newton meters.
NARROWEST = {"%": 1.0, "N": 50.0, "N·m": 5.0}
# In letter heights: the rows under the triangle and their bar, and what lies beside it.
ROW_EM, BAR_EM, GAP_EM = 1.5, 0.8, 0.5
# Numbers on borders keep so far from each other and from the rim, in letter heights.
APART_EM, INSET_EM = 2.8, 0.95
POINT_EM = 0.55


@dataclass(frozen=True)
class Sheet:
    """The size of the map in px, and letters over usual."""

    width: float
    height: float
    letters: float = 1.0

    @property
    def size(self) -> float:
        """Height of the letters' em."""
        return TEXT_PX * self.letters


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
    rows = 2 + _rows(id_, words, sheet, anatomical)
    low = PAD_PX + (rows * ROW_EM + BAR_EM + GAP_EM) * size
    box = sheet.width - 2 * PAD_PX - 2 * size, sheet.height - low - 1.6 * size - PAD_PX
    on = triangle(PAD_PX + size, low, max(box[0], 1.0), max(box[1], 1.0))
    shapes: list[Shape] = []
    if found is not None:
        borders = levels(found, id_)
        shapes += _bands(found, id_, borders, on, size, words)
        shapes += _legend(id_, borders, words, sheet, anatomical)
    shapes.append(
        Polygon("rim", LAYER, flat(on.corners), "", "text", 1.4 * sheet.letters),
    )
    shapes += _names(found, on, words, sheet)
    return Technique(Picture(sheet.width, sheet.height, tuple(shapes)), on, sheet)


def levels(found: TechniqueMap, id_: str) -> tuple[float, ...]:
    """The ends of the bands from low to high, round values; one band where little changes."""
    seen = found.values[id_][~found.hindered]
    if not len(seen):
        return ()
    low, high = float(seen.min()), float(seen.max())
    step = NARROWEST[unit(id_)]
    while len(_ends(low, high, step)) > HEATS + 1:
        step = next(each for each in _rounds(step) if each > step * 1.01)
    return tuple(step * number for number in _ends(low, high, step))


def _ends(low: float, high: float, step: float) -> range:
    first = math.floor(low / step + 1e-9)
    return range(first, max(math.ceil(high / step - 1e-9), first + 1) + 1)


def tone(band: int, bands: int) -> int:
    """The tone of a band among so many."""
    return round(band / max(bands - 1, 1) * (HEATS - 1))


def _rounds(step: float) -> Iterator[float]:
    power = 10.0 ** math.floor(math.log10(step) + 1e-9)
    yield from (power * each for each in ROUND)


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
        best, room = 0j, 0.0
        for at in one.lines.mean(axis=1) if len(one.lines) else ():
            near = min((abs(at - other) for other in taken), default=math.inf)
            if len(hatched):
                near = min(near, float(np.abs(hatched - at).min()) + INSET_EM * size)
            fits = near >= APART_EM * size and on.inset(at) >= INSET_EM * size
            free = min(near, 3 * on.inset(at))
            if fits and free > room:
                best, room = complex(at), free
        if room:
            taken.append(best)
            text = written(border)
            wide = width_em(text, "semibold") * size
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


def _legend(
    id_: str, borders: Sequence[float], words: Words, sheet: Sheet, anatomical: bool
) -> Iterator[Shape]:
    """What fills the triangle, that it is an estimate, and the bands with their numbers."""
    size, left, right = sheet.size, PAD_PX, sheet.width - PAD_PX
    row = PAD_PX + (ROW_EM + BAR_EM + GAP_EM + 0.5) * size
    estimate = words.technique("estimate")
    wide = width_em(estimate) * size
    yield Label("estimate", LAYER, right, row, estimate, "text_quiet", size, wide, "right")
    rows = _rows(id_, words, sheet, anatomical)
    name = fitted(_called(id_, words, anatomical), "semibold", size, right - left)
    wide = width_em(name, "semibold") * size
    above = row + (rows - 1) * ROW_EM * size
    yield Label("value", LAYER, left, above, name, "text", size, wide, "left", "semibold")
    room = right - left
    bands = len(borders) - 1
    if bands < 1:
        return
    each, foot = room / bands, PAD_PX + ROW_EM * size
    for band in range(bands):
        box = (left + band * each, foot, each, BAR_EM * size)
        fill = f"heat.{tone(band, bands)}"
        yield Plate(f"legend.{band}", LAYER, *box, 0.0, fill, "text", 0.06 * size)
    yield from _ends_of(borders, left, each, size)


def _called(id_: str, words: Words, anatomical: bool) -> str:
    return f"{quantity_name(id_, words, anatomical)}, {unit(id_)}"


def _rows(id_: str, words: Words, sheet: Sheet, anatomical: bool) -> int:
    """How many rows the name and the estimate take: one where they have room beside each other."""
    wide = width_em(_called(id_, words, anatomical), "semibold")
    wide += width_em(words.technique("estimate"))
    return 1 if (wide + 1.0) * sheet.size <= sheet.width - 2 * PAD_PX else 2


def _ends_of(borders: Sequence[float], left: float, each: float, size: float) -> Iterator[Shape]:
    """The numbers under the bar; between the first and the last those that have room."""
    texts = [written(border) for border in borders]
    wide = [width_em(text) * size for text in texts]
    last = len(borders) - 1
    free, end = left + wide[0] + GAP_EM * size, left + last * each - wide[last] - GAP_EM * size
    for number, text in enumerate(texts):
        at, half = left + number * each, wide[number] / 2
        inside = free <= at - half and at + half <= end
        if number not in (0, last) and not inside:
            continue
        if inside:
            free = at + half + GAP_EM * size
        align = "left" if number == 0 else "right" if number == last else "center"
        y = PAD_PX + 0.7 * size
        yield Label(f"end.{number}", LAYER, at, y, text, "text", size, wide[number], align)


def _names(found: TechniqueMap | None, on: Triangle, words: Words, sheet: Sheet) -> Iterator[Shape]:
    """The movements at the corners; one that this body cannot do all the way has a mark."""
    size = sheet.size
    for number, (id_, corner) in enumerate(zip(CORNERS, on.corners, strict=True)):
        name = words.movement_short(id_)
        if found is not None and id_ in {**found.stays, **found.short}:
            name = f"{name} *"
        wide = width_em(name, "semibold") * size
        half = wide / 2
        x = min(max(corner.real, PAD_PX + half), sheet.width - PAD_PX - half)
        y = corner.imag + (0.9 if number == 0 else -0.95) * size
        yield Label(f"corner.{id_}", LAYER, x, y, name, "text", size, wide, "center", "semibold")
