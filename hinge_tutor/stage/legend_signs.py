"""The signs of a legend: what stands for effort, ways of working, forces, balance and findings.

Each is drawn from its left end at the middle of its line, in a box of its own width.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from hinge_tutor.mechanics.ways import LEVEL_STARTS
from hinge_tutor.stage.anatomy import FULL_TONE_EFFORT, tone
from hinge_tutor.stage.arrows import arrow, lever
from hinge_tutor.stage.layers import Sizes, mass_shapes
from hinge_tutor.stage.marks import sign
from hinge_tutor.stage.shapes import Plate, Polygon, Shape, Strokes, flat
from hinge_tutor.stage.strips import mark

LAYER = "legend"
# Draws a sign from a place on, with sizes in mm.
Draw = Callable[[complex, Sizes], list[Shape]]
# Half the height of a swatch, and the widths of swatches and other signs, in em.
HALF_EM, SWATCH_EM, WAY_EM, DISC_EM, ARM_EM, LEADER_EM = 0.5, 1.3, 2.2, 1.4, 2.6, 2.0
# The effort that stands for each level: its middle, and what the ramp ends with.
SHOWN_EFFORTS = (
    0.0,
    *((low + high) / 2 for low, high in pairwise(LEVEL_STARTS)),
    FULL_TONE_EFFORT,
)


def swatch(level: int) -> Draw:
    """The tone of a level of effort."""

    def draw(at: complex, sizes: Sizes) -> list[Shape]:
        return [_plate(at, SWATCH_EM, f"muscle.{tone(SHOWN_EFFORTS[level])}", sizes)]

    return draw


def way(mode: str) -> Draw:
    """The strokes of a way of working on a muscle that works a little."""
    step = tone(SHOWN_EFFORTS[1])

    def draw(at: complex, sizes: Sizes) -> list[Shape]:
        middle = at + 0.5 * WAY_EM * sizes.text
        points = tuple(mark(mode, middle.real, middle.imag, 0.32 * sizes.text))
        return [
            _plate(at, WAY_EM, f"muscle.{step}", sizes),
            Strokes("legend.way", LAYER, points, f"pattern.{step}", 0.9 * sizes.pen),
        ]

    return draw


def braced(at: complex, sizes: Sizes) -> list[Shape]:
    """Dots on skin: what is on by a rule."""
    dots: list[complex] = []
    for number in range(4):
        dot = at + (0.45 + 0.44 * number + 0.2j * (-1) ** number) * sizes.text
        dots += [dot, dot + 0.01 * sizes.pen]
    wide = min(1.6 * sizes.pen, 0.2 * sizes.text)
    return [
        _plate(at, WAY_EM, "skin", sizes),
        Strokes("legend.bracing", LAYER, flat(dots), "guide", wide),
    ]


def leader(dash_em: float) -> Draw:
    """The line from a name to its muscle."""

    def draw(at: complex, sizes: Sizes) -> list[Shape]:
        ends = (at.real, at.imag, at.real + LEADER_EM * sizes.text, at.imag)
        return [Strokes("legend.leader", LAYER, ends, "guide", sizes.fine, dash_em * sizes.text)]

    return draw


def force(length_em: float) -> Draw:
    """An arrow of a length, in em."""
    return lambda at, sizes: _own(arrow("legend.force", at, length_em * sizes.text + 0j, sizes))


def arm(at: complex, sizes: Sizes) -> list[Shape]:
    """A moment arm with its right angle."""
    # Its right angle stands up from it.
    at -= 0.2j * sizes.text
    start, stop = at + 0.4 * sizes.text, at + (ARM_EM - 0.2) * sizes.text
    return _own(lever("legend.arm", start, stop, -1j, sizes))


def finding(kept: bool) -> Draw:
    """The sign of a rule that is left or kept."""
    return lambda at, sizes: _own(
        sign("legend.finding", at + 0.5 * DISC_EM * sizes.text, kept, _smaller(sizes))
    )


def mass(at: complex, sizes: Sizes) -> list[Shape]:
    """The balance point."""
    middle = at + 0.5 * DISC_EM * sizes.text
    # The sign's radius is 5.5 pens.
    fitted = replace(sizes, pen=min(sizes.pen, 0.42 * sizes.text / 5.5))
    return _own(mass_shapes((middle.real, middle.imag), fitted))


def pressure(at: complex, sizes: Sizes) -> list[Shape]:
    """The mark of the center of pressure."""
    x, y = at.real, at.imag
    wide, half = 0.9 * sizes.text, 0.4 * sizes.text
    corners = (x + wide / 2, y + half, x + wide, y - half, x, y - half)
    return [Polygon("legend.pressure", LAYER, corners, fill="pressure")]


def base(at: complex, sizes: Sizes) -> list[Shape]:
    """The bar of what carries."""
    x, y = at.real, at.imag
    wide, half = 1.8 * sizes.text, 0.22 * sizes.text
    corners = (x, y + half, x + wide, y + half, x + wide, y - half, x, y - half)
    return [Polygon("legend.base", LAYER, corners, "base", "guide", 0.6 * sizes.pen)]


def _plate(at: complex, wide_em: float, role: str, sizes: Sizes) -> Plate:
    half = HALF_EM * sizes.text
    box = (at.real, at.imag - half, wide_em * sizes.text, 2 * half, 0.25 * sizes.text)
    return Plate("legend.swatch", LAYER, *box, role, "muscle_line", sizes.fine)


def _smaller(sizes: Sizes) -> Sizes:
    return replace(sizes, text=0.8 * sizes.text)


def _own(shapes: list[Shape]) -> list[Shape]:
    """The same shapes as parts of the legend."""
    return [replace(shape, layer=LAYER) for shape in shapes]
