"""The legend of the technique map: the bands of a value, each with its tone and its numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hinge_tutor.coaching.technique import TechniqueMap
from hinge_tutor.lessons.technique_words import quantity_name, unit
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.curves import written
from hinge_tutor.stage.hatching import LAYER
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.palette import HEATS
from hinge_tutor.stage.shapes import Label, Plate, Shape

TEXT_PX = 11.5
# Bands are round: of these the narrowest with which there are no more than tones.
ROUND = (1.0, 2.0, 5.0, 10.0)
# No narrower than what is worth telling apart: percent of effort, newtons, newton meters.
NARROWEST = {"%": 1.0, "N": 50.0, "N·m": 5.0}
# In letter heights: the rows under the triangle, their bar, what lies beside it, and the edge.
ROW_EM, BAR_EM, GAP_EM, PAD_EM = 1.5, 0.8, 0.5, 0.7


@dataclass(frozen=True)
class Sheet:
    """The size of the map in px, letters over usual, and where its lower left corner lies."""

    width: float
    height: float
    letters: float = 1.0
    left: float = 0.0
    bottom: float = 0.0

    @property
    def size(self) -> float:
        """Height of the letters' em."""
        return TEXT_PX * self.letters


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


def legend(
    id_: str,
    borders: Sequence[float],
    words: Words,
    sheet: Sheet,
    base: float,
    anatomical: bool,
) -> Iterator[Shape]:
    """What fills the triangle, that it is an estimate, and the bands with their numbers.

    `base` is where it stands, mm.
    """
    size = sheet.size
    left, right = sheet.left + PAD_EM * size, sheet.left + sheet.width - PAD_EM * size
    row = base + (ROW_EM + BAR_EM + GAP_EM + 0.5) * size
    estimate = words.technique("estimate")
    # Whole before it is large: without this word the numbers would say too much.
    wide = min(width_em(estimate) * size, right - left)
    small = wide / width_em(estimate)
    yield Label("estimate", LAYER, right, row, estimate, "text_quiet", small, wide, "right")
    count = rows(id_, words, sheet, anatomical)
    name = fitted(_called(id_, words, anatomical), "semibold", size, right - left)
    wide = width_em(name, "semibold") * size
    above = row + (count - 1) * ROW_EM * size
    yield Label("value", LAYER, left, above, name, "text", size, wide, "left", "semibold")
    room = right - left
    bands = len(borders) - 1
    if bands < 1:
        return
    each, foot = room / bands, base + ROW_EM * size
    for band in range(bands):
        box = (left + band * each, foot, each, BAR_EM * size)
        fill = f"heat.{tone(band, bands)}"
        yield Plate(f"legend.{band}", LAYER, *box, 0.0, fill, "text", 0.06 * size)
    yield from _ends_of(borders, (left, base), each, size)


def _called(id_: str, words: Words, anatomical: bool) -> str:
    return f"{quantity_name(id_, words, anatomical)}, {unit(id_)}"


def rows(id_: str, words: Words, sheet: Sheet, anatomical: bool) -> int:
    """How many rows the name and the estimate take: one where they have room beside each other."""
    wide = width_em(_called(id_, words, anatomical), "semibold")
    wide += width_em(words.technique("estimate"))
    return 1 if (wide + 1.0 + 2 * PAD_EM) * sheet.size <= sheet.width else 2


def _ends_of(
    borders: Sequence[float], at_foot: tuple[float, float], each: float, size: float
) -> Iterator[Shape]:
    """The numbers under the bar; between the first and the last those that have room."""
    left, base = at_foot
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
        y = base + 0.7 * size
        yield Label(f"end.{number}", LAYER, at, y, text, "text", size, wide[number], align)
