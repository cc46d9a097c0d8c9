"""Hatched cells of a triangle: straight lines at equal distances, cut to what they may cover."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.coaching.technique import TechniqueMap
from hinge_tutor.stage.bands import area
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.shapes import Label, Plate, Polygon, Shape, Strokes, flat
from hinge_tutor.stage.triangle import Triangle

LAYER = "technique"
# The lines lean by an eighth of a turn and are so far apart, in letter heights.
LEAN, APART_EM = complex(math.sqrt(0.5), math.sqrt(0.5)), 0.6


def hatching(found: TechniqueMap, on: Triangle, size: float, said: str) -> Iterator[Shape]:
    """The cells in which a body is not seen, cleared and hatched, with what is said of them."""
    places = on.places(found.shares)
    # Half-way between a node that is seen and one that is not.
    covered = area(found.steps, places, found.hindered.astype(np.float64), 0.5)
    for number, loop in enumerate(covered.loops):
        yield Polygon(f"unseen.{number}", LAYER, flat(complex(at) for at in loop), "plate")
    points: list[float] = []
    turned = [loop / LEAN for loop in covered.loops]
    ends = np.concatenate(turned).imag
    apart = APART_EM * size
    for row in range(math.ceil(ends.min() / apart), math.floor(ends.max() / apart) + 1):
        at = sorted(x for loop in turned for x in _crossed(loop, row * apart))
        for begin, end in zip(at[0::2], at[1::2], strict=False):
            for x in (begin, end):
                place = complex(x, row * apart) * LEAN
                points += [place.real, place.imag]
    yield Strokes("hatch", LAYER, tuple(points), "guide", 0.07 * size)
    if len(covered.lines):
        points = list(flat(complex(at) for at in covered.lines.ravel()))
        yield Strokes("edge", LAYER, tuple(points), "guide", 0.1 * size)
    yield from _said(said, on, places[found.hindered], places[~found.hindered], size)


def _said(
    said: str, on: Triangle, hindered: ComplexArray, seen: ComplexArray, size: float
) -> Iterator[Shape]:
    """What the hatching means, where there is most room for it."""
    wide = width_em(said) * size
    best, most = 0j, 0.0
    for at in hindered:
        sides = (complex(at) - wide / 2, complex(at), complex(at) + wide / 2)
        room = min(on.inset(side) for side in sides)
        for side in sides if len(seen) else ():
            room = min(room, float(np.abs(seen - side).min()))
        if room > most:
            best, most = complex(at), room
    if most < size:
        return
    yield Plate(
        "behind.unseen",
        LAYER,
        best.real - wide / 2 - 0.4 * size,
        best.imag - 0.75 * size,
        wide + 0.8 * size,
        1.5 * size,
        0.4 * size,
        "plate",
    )
    yield Label("said.unseen", LAYER, best.real, best.imag, said, "text", size, wide, "center")


def _crossed(loop: ComplexArray, level: float) -> list[float]:
    """Where a closed way crosses a level line, as x."""
    begin, end = loop, np.roll(loop, -1)
    some = (begin.imag < level) != (end.imag < level)
    one, other = begin[some], end[some]
    share = (level - one.imag) / (other.imag - one.imag)
    return [float(x) for x in one.real + share * (other.real - one.real)]
