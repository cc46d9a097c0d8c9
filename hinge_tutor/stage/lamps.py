"""Lamps of teaching props: lit while something touches, else open, crossed out, with the number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from hinge_tutor.stage.labels import Box, Wish, half_plate
from hinge_tutor.stage.layers import Sizes
from hinge_tutor.stage.shapes import Disc, Shape, Strokes

# A lamp's radius over the letters beside it, and how far from its middle a text begins.
LAMP_EM, FROM_LAMP_EM = 0.55, 1.0
# How many letter heights farther a text may stand and still be seen to belong to its lamp.
LINES = (0.0, 1.2)
# Where a text stands unless it is said: behind the figure or before it, level or aslant.
_DIAGONAL = math.sqrt(0.5)
BESIDE = tuple(
    complex(side * across, up)
    for across, up in ((1.0, 0.0), (_DIAGONAL, _DIAGONAL), (_DIAGONAL, -_DIAGONAL))
    for side in (-1, 1)
)
AHEAD = tuple(complex(-way.real, way.imag) for way in BESIDE)
# What turns a way by 60 degrees.
ASLANT = complex(0.5, math.sqrt(0.75))


@dataclass
class PropView:
    """Shapes behind the figure and in front of it, texts, and what no other text may cover."""

    behind: list[Shape] = field(default_factory=list)
    before: list[Shape] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)


def add_lamp(
    view: PropView, name: str, at: complex, on: bool, text: str, sizes: Sizes, *ways: complex
) -> None:
    """A lamp with its text, on the first of some `ways` from it where there is room; without any,
    behind the figure's back or before it.
    """
    radius, (x, y) = LAMP_EM * sizes.text, (at.real, at.imag)
    line = "joint_line" if on else "pressure"
    fill = "accent" if on else "plate"
    view.before.append(Disc(name, "props", x, y, radius, fill, line, sizes.pen))
    if not on:
        arm = radius * math.sqrt(0.5)
        cross = (x - arm, y - arm, x + arm, y + arm)
        view.before.append(Strokes(name, "props", cross, "pressure", sizes.pen))
    view.taken.append((x - radius, y - radius, x + radius, y + radius))
    add_text(view, name, at, text, sizes, ways or BESIDE)


def add_text(
    view: PropView,
    name: str,
    at: complex,
    text: str,
    sizes: Sizes,
    ways: Sequence[complex] = BESIDE,
) -> None:
    """A text on one of some ways from a place, or farther on, clear of the figure."""
    size = sizes.text
    half_w, half_h = half_plate(text, size)
    ring = tuple(
        [
            size * far + complex(half_w * across, half_h * up)
            for far, across, up in _places(tuple(ways))
        ]
    )
    view.wishes.append(Wish(name, "props", text, at, ring, clear=True))


@lru_cache(maxsize=64)
def _places(ways: tuple[complex, ...]) -> Sequence[tuple[complex, float, float]]:
    """Where a text may stand: how far off in letter heights, and how much of half its width and
    height farther.
    """
    return [
        ((FROM_LAMP_EM + line) * way, _most(way.real), _most(way.imag))
        for line in LINES
        for way in ways
    ]


def _most(part: float) -> float:
    """How much of half a text lies on one way: all of it from 45 degrees on."""
    return min(max(math.sqrt(2.0) * part, -1.0), 1.0)
