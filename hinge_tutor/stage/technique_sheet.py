"""The technique maps of one body on one sheet: a triangle for each value, whose body over all."""

from __future__ import annotations

from collections.abc import Sequence

from hinge_tutor.coaching.technique import TechniqueMap
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Label, Shape
from hinge_tutor.stage.technique import height_for, technique
from hinge_tutor.stage.technique_legend import Sheet

# Letters are so large on a map of this width, and grow with it.
USUAL_PX = 300.0
# In letter heights of a map: the title over all of them, its row, and the gap between two maps.
TITLE_EM, HEAD_EM, GAP_EM = 1.7, 3.2, 1.2


def technique_sheet(
    found: TechniqueMap, ids: Sequence[str], title: str, words: Words, size_px: tuple[int, int]
) -> Picture:
    """The maps of these values in as many columns as make them largest."""
    width, height = float(size_px[0]), float(size_px[1])
    columns = max(range(1, len(ids) + 1), key=lambda each: _wide(each, len(ids), width, height))
    wide = _wide(columns, len(ids), width, height)
    letters = wide / USUAL_PX
    em = Sheet(wide, 0.0, letters).size
    high, gap = height_for(wide, letters), GAP_EM * em
    left = (width - columns * wide - (columns - 1) * gap) / 2
    top = height - HEAD_EM * em
    room = columns * wide + (columns - 1) * gap
    said = fitted(title, "bold", TITLE_EM * em, room)
    long = width_em(said, "bold") * TITLE_EM * em
    middle = height - HEAD_EM * em / 2
    shapes: list[Shape] = [
        Label("title", "technique", left, middle, said, "text", TITLE_EM * em, long, "left", "bold")
    ]
    for number, id_ in enumerate(ids):
        row, column = divmod(number, columns)
        x, y = left + column * (wide + gap), top - (row + 1) * high - row * gap
        cell = Sheet(wide, high, letters, x, y)
        shapes += technique(found, id_, words, cell).picture.shapes
    return Picture(width, height, tuple(shapes))


def _wide(columns: int, count: int, width: float, height: float) -> float:
    """How wide a map is in so many columns: as the sheet's width allows, or its height."""
    em = Sheet(USUAL_PX, 0.0).size / USUAL_PX
    rows = -(-count // columns)
    by_width = width / (columns + (columns + 1) * GAP_EM * em)
    high = height_for(USUAL_PX, 1.0) / USUAL_PX
    by_height = height / (rows * high + ((rows - 1) * GAP_EM + HEAD_EM) * em)
    return min(by_width, by_height)
