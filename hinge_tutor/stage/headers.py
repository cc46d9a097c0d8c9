"""Title, badge and the line of angles over each figure, with a legend where figures overlap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.lessons.figure_names import badge
from hinge_tutor.lessons.names_apart import names_apart
from hinge_tutor.lessons.numerals import signed
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.outlines import outline
from hinge_tutor.stage.overlap import MARK_EM, MARK_GAP_EM
from hinge_tutor.stage.pens import LINE_PX
from hinge_tutor.stage.plan import (
    GAP,
    MARGIN_PX,
    SMALLEST_TITLE,
    TEXT_PX,
    TITLE_LINE,
    TITLE_PX,
    Column,
    Layout,
    Plan,
    in_two,
)
from hinge_tutor.stage.shapes import Label, Plate, Shape, Strokes

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# What the line of angles tells, in its order, with the widest angle that can stand there.
ANGLES = (("trunk", 180), ("hip", 120), ("knee", 130), ("spine", 100))


@lru_cache(maxsize=4)
def widest_angles(words: Words) -> tuple[str, ...]:
    """The longest entries of the line of angles, for layout."""
    return tuple(_entry(words.region(name), degrees) for name, degrees in ANGLES)


@lru_cache(maxsize=2048)
def _entry(word: str, degrees: int) -> str:
    return f"{word} {signed(str(degrees))}°"


def entries(degrees: Mapping[str, float], words: Words) -> tuple[str, ...]:
    """The entries of the line of angles: `trunk 66°`."""
    return tuple(
        # Rounding to whole degrees; adding 0 turns a minus zero into zero.
        _entry(words.region(name), round(degrees[name]) + 0)
        for name, _ in ANGLES
        if name in degrees
    )


def headings(
    repetitions: Sequence[Repetition], plan: Plan, over: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles and badges of all figures: the plan's, or those of their movements.

    Figures `over` each other have no badges: there the title says that a pose is held.
    """
    words = plan.words
    titles = plan.titles or names_apart(repetitions, words, held=over)
    badges = plan.badges or tuple(
        words.pose("held_badge") if r.moving else badge(r, words) for r in repetitions
    )
    return titles, badges


def header_room(column: Column, px: float) -> tuple[float, float]:
    """Left and right edge of a column's header."""
    right = column.inner if column.inner > column.left else column.right
    return column.left + MARGIN_PX * px, right - MARGIN_PX * px


def header_shapes(
    title: str, badge: str, column: Column, layout: Layout, letters: float, number: int = 0
) -> list[Shape]:
    """A column's title and badge; `number` counts the figures, whose outlines a legend shows."""
    px = layout.mm_per_px
    size, small = TITLE_PX * letters * px, TEXT_PX * letters * px
    left, right = header_room(column, px)
    y = column.top - MARGIN_PX * px - 0.6 * size
    shapes: list[Shape] = []
    if layout.mark:
        shapes.append(_sample(number, left, y, size, px))
        left += (MARK_EM + MARK_GAP_EM) * size
    size *= layout.title_size
    # Beside a badge nobody knows how much room is left.
    alone = layout.badge_row or not (badge and layout.badges)
    fits = alone and width_em(title, "bold") * size <= right - left
    lines = (title,) if fits or layout.title_lines == 1 else in_two(title)
    for place, line in enumerate(lines):
        if line:
            low = y - place * TITLE_LINE * size
            shapes.append(_line("title", line, left, low, "text", "bold", size, right - left))
    if not badge or not layout.badges:
        return shapes
    pad = 0.8 * small
    text = _line("badge", badge, left, y, "badge_text", "semibold", small, right - left - 2 * pad)
    width, tall = text.width + 2 * pad, 1.75 * small
    x = right - width
    if layout.badge_row:
        x = left
        y = _below_title(column, layout, letters) - (1.5 * layout.subtitle_lines + 0.9) * small
    shapes.append(Plate("badge", "stage", x, y - tall / 2, width, tall, tall / 2, fill="badge"))
    shapes.append(replace(text, x=x + pad, y=y))
    return shapes


def _below_title(column: Column, layout: Layout, letters: float) -> float:
    """The lower end of a column's title, mm."""
    px = layout.mm_per_px
    lines = 1.4 + TITLE_LINE * (layout.title_lines - 1)
    return column.top - MARGIN_PX * px - lines * TITLE_PX * letters * px


def _sample(number: int, left: float, y: float, size: float, px: float) -> Strokes:
    """A piece of a figure's outline, to tell who is who."""
    line = np.array([complex(left, y), complex(left + MARK_EM * size, y)])
    return outline("legend", [line], number, LINE_PX * px)


def _line(
    name: str, text: str, x: float, y: float, role: str, weight: str, size: float, room: float
) -> Label:
    """A line in its room: set smaller where it is too long, shortened where that is too little."""
    size *= min(1.0, max(SMALLEST_TITLE, room / max(width_em(text, weight) * size, 1e-9)))
    text = fitted(text, weight, size, room)
    return Label(
        name, "stage", x, y, text, role, size, width_em(text, weight) * size, "left", weight
    )


def subtitle(
    degrees: Mapping[str, float], column: Column, layout: Layout, letters: float, words: Words
) -> list[Shape]:
    """The angles of a moment, in as many lines as there are; those that do not fit are left out."""
    px = layout.mm_per_px
    small = TEXT_PX * letters * px
    left, right = header_room(column, px)
    room = right - left
    lines: list[str] = []
    widest = ""
    # Lines break where the widest angles would, so that none jumps while the figure moves.
    for entry, longest in zip(entries(degrees, words), widest_angles(words), strict=False):
        longer = f"{widest}{GAP}{longest}"
        if lines and width_em(longer) * small <= room:
            lines[-1], widest = f"{lines[-1]}{GAP}{entry}", longer
        elif len(lines) < layout.subtitle_lines:
            lines.append(entry)
            widest = longest
    top = _below_title(column, layout, letters)
    return [
        _line(
            "angles",
            text,
            left,
            top - (1.5 * n + 0.5) * small,
            "text_quiet",
            "regular",
            small,
            room,
        )
        for n, text in enumerate(lines)
    ]
