"""How the outlines of figures that lie over each other differ: solid, dashed, dotted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.stage.shapes import Numbers, Strokes

# Role, width, length of a stroke and of the gap after it, all in widths of an outline.
STYLES = (
    ("outline", 1.3, 0.0, 0.0),
    ("second", 1.9, 6.5, 4.0),
    ("third", 2.4, 0.4, 4.4),
)
# How far apart lines are while they are dashed as one; any length will do.
_APART = 1.0


def outline(name: str, lines: Sequence[ComplexArray], number: int, pen: float) -> Strokes:
    """Lines as the outline of the figure of this number, counted from 0; `pen` in mm."""
    role, width, on, off = STYLES[number % len(STYLES)]
    points = dashes(lines, on * pen, off * pen)
    return Strokes(name, "stage", points, role, width * pen)


def dashes(lines: Sequence[ComplexArray], on_mm: float, off_mm: float) -> Numbers:
    """Strokes along lines, drawn for `on_mm` and left out for `off_mm` in turn; solid without."""
    if not lines:
        return ()
    points = np.concatenate(lines)
    ends = np.cumsum([0, *(len(line) for line in lines)])
    step = np.abs(np.diff(points))
    step[ends[1:-1] - 1] = _APART
    # All lines as one, a step apart from each other, so that each place belongs to one of them.
    way = np.append(0.0, step.cumsum())
    starts, stops = way[ends[:-1]], way[ends[1:] - 1]
    places = _places(way, starts, stops, on_mm, off_mm) if off_mm else way
    at = np.interp(places, way, points.real) + 1j * np.interp(places, way, points.imag)
    both = np.stack([at[:-1], at[1:]], axis=-1)
    line = np.searchsorted(starts, places, side="right") - 1
    drawn = line[1:] == line[:-1]
    if off_mm:
        middles = (places[1:] + places[:-1]) / 2 - starts[line[:-1]]
        drawn &= (middles % (on_mm + off_mm)) < on_mm
    found: list[float] = both[drawn].ravel().view(np.float64).tolist()
    return tuple(found)


def _places(
    way: FloatArray, starts: FloatArray, stops: FloatArray, on_mm: float, off_mm: float
) -> FloatArray:
    """Where along the lines strokes begin, end or bend."""
    turn = on_mm + off_mm
    many = np.ceil((stops - starts) / turn).astype(np.intp)
    number = np.arange(many.sum()) - np.repeat(many.cumsum() - many, many)
    begin, stop = (np.repeat(each, many) for each in (starts, stops))
    begin = begin + number * turn
    end = begin + on_mm
    every = np.sort(np.concatenate([way, begin, end[end <= stop]]))
    found: FloatArray = every[np.append(True, np.diff(every) > 0.0)]
    return found
