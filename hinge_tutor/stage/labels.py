"""Texts that a figure is labeled with, before they have a place: riders and callouts.

A rider (`Wish`) stands at one offset from what it names and moves with it. A callout stands beside
the figure, with a leader line to what it names. Where both kinds stand is settled once for the
whole motion (`stage/settling.py`), so nothing here depends on the frame before.
"""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.shapes import Label, Plate, Shape, Strokes

Box = tuple[float, float, float, float]
# Half a text's height and the plate's air at both ends, in em.
HALF_PLATE_EM, AIR_EM = 0.62, 0.4
# A leader begins this far from its text, in em.
LEADER_EM = 0.3
WEIGHT = "semibold"


@dataclass(frozen=True, slots=True)
class Wish:
    """A text that rides on its anchor, mm, at one offset of `ring`, each turned by `turn`.

    One that is to be `clear` keeps off the figure and goes beside it where it cannot; one that can
    be `spared` is left out where there is no room beside it either.
    """

    name: str
    layer: str
    text: str
    anchor: complex
    ring: tuple[complex, ...]
    turn: complex = 1.0 + 0j
    role: str = "text"
    clear: bool = False
    spared: bool = False

    def callout(self) -> Callout:
        """The same text as one that stands beside the figure."""
        return Callout(self.name, self.text, self.anchor, self.role, self.layer, spared=self.spared)


@dataclass(frozen=True, slots=True)
class Callout:
    """A text that stands beside the figure with a leader line to its anchor, mm.

    `side` is the side it belongs on, -1 left or 1 right; it goes to the other only far from there.
    One that is not `shown` names a way that is still too short to be written; one that can be
    `spared` is left out where there is no room. Its leader is dashed where `dash_em` is not 0.
    """

    name: str
    text: str
    anchor: complex
    role: str = "text"
    layer: str = "labels"
    line: str = "guide"
    side: int = 0
    shown: bool = True
    spared: bool = False
    dash_em: float = 0.0


def line_mm(text: str, size: float) -> float:
    """The length of a label's text."""
    return width_em(text, WEIGHT) * size


def half_plate(text: str, size: float) -> tuple[float, float]:
    """Half the width and half the height of a rider's plate."""
    return line_mm(text, size) / 2 + AIR_EM * size, HALF_PLATE_EM * size


def ridden(wish: Wish, offset: int, edges: tuple[float, float], size: float) -> tuple[Shape, Label]:
    """A rider on its plate at one of its offsets, pushed inside the column's edges."""
    half_w, half_h = half_plate(wish.text, size)
    place = wish.anchor + wish.ring[offset] * wish.turn
    x, y = min(max(place.real, edges[0] + half_w), edges[1] - half_w), place.imag
    left, low, wide, tall = x - half_w, y - half_h, 2 * half_w, 2 * half_h
    line = wide - 2 * AIR_EM * size
    return (
        Plate(wish.name, wish.layer, left, low, wide, tall, 0.35 * size, "plate"),
        Label(wish.name, wish.layer, x, y, wish.text, wish.role, size, line, "center", WEIGHT),
    )


def called(
    callout: Callout, side: int, near: complex, size: float, pen: float
) -> tuple[Shape, Label]:
    """A callout whose text begins at `near` on a side of its figure, with its leader."""
    x, y, anchor = near.real, near.imag, callout.anchor
    leader = (x - side * LEADER_EM * size, y, anchor.real, anchor.imag)
    align = "right" if side < 0 else "left"
    wide = line_mm(callout.text, size)
    name, layer = callout.name, callout.layer
    return (
        Strokes(name, layer, leader, callout.line, pen, callout.dash_em * size),
        Label(name, layer, x, y, callout.text, callout.role, size, wide, align, WEIGHT),
    )
