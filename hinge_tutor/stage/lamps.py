"""Lamps of teaching props: lit while something touches, else open, crossed out, with the number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from hinge_tutor.stage.labels import Box, Wish
from hinge_tutor.stage.layers import Sizes
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.picture import Disc, Shape, Strokes

# A lamp's radius over the letters beside it, and the room between the two.
LAMP_EM, BESIDE_EM = 0.55, 0.8
# Where its text may stand, in lines above or below the lamp: beside it first.
LINES = (0.0, 1.4, -1.4, 2.8, -2.8, 4.2, -4.2)


@dataclass
class PropView:
    """Shapes behind the figure and in front of it, texts, and what no other text may cover."""

    behind: list[Shape] = field(default_factory=list)
    before: list[Shape] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)


def add_lamp(view: PropView, name: str, at: complex, on: bool, text: str, sizes: Sizes) -> None:
    """A lamp with its text, which stands behind the figure's back where there is room."""
    radius, (x, y) = LAMP_EM * sizes.text, (at.real, at.imag)
    line = "joint_line" if on else "pressure"
    fill = "accent" if on else "plate"
    view.before.append(Disc(name, "props", x, y, radius, fill, line, sizes.pen))
    if not on:
        arm = radius * math.sqrt(0.5)
        cross = (x - arm, y - arm, x + arm, y + arm)
        view.before.append(Strokes(name, "props", cross, "pressure", sizes.pen))
    view.taken.append((x - radius, y - radius, x + radius, y + radius))
    add_text(view, name, at, text, sizes)


def add_text(
    view: PropView, name: str, at: complex, text: str, sizes: Sizes, sides: Sequence[int] = (-1, 1)
) -> None:
    """A text beside a place."""
    beside = width_em(text, "semibold") * sizes.text / 2 + (LAMP_EM + BESIDE_EM) * sizes.text
    offsets = tuple((side * beside, line * sizes.text) for line in LINES for side in sides)
    view.wishes.append(Wish(name, "props", text, (at.real, at.imag), offsets))
