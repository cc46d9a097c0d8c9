"""Title, badge and the line of angles over each figure, and the badge of slow motion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.picture import Label, Plate, Shape
from hinge_tutor.stage.plan import GAP, MARGIN_PX, SMALLEST_TITLE, TEXT_PX, TITLE_PX, Column, Layout

# What the line of angles tells, in its order, with the widest angle that can stand there.
ANGLES = (("trunk", 180), ("hip", 120), ("knee", 130), ("spine", 100))


def widest_angles(words: Words) -> tuple[str, ...]:
    """The longest entries of the line of angles, for layout."""
    return tuple(_entry(words.region(name), degrees) for name, degrees in ANGLES)


@lru_cache(maxsize=2048)
def _entry(word: str, degrees: int) -> str:
    return f"{word} {degrees}°"


def entries(degrees: Mapping[str, float], words: Words) -> tuple[str, ...]:
    """The entries of the line of angles: `trunk 66°`."""
    return tuple(
        # Rounding to whole degrees; adding 0 turns a minus zero into zero.
        _entry(words.region(name), round(degrees[name]) + 0)
        for name, _ in ANGLES
        if name in degrees
    )


def header_room(column: Column, px: float) -> tuple[float, float]:
    """Left and right edge of a column's header."""
    right = column.inner if column.inner > column.left else column.right
    return column.left + MARGIN_PX * px, right - MARGIN_PX * px


def header_shapes(
    title: str, badge: str, column: Column, layout: Layout, letters: float
) -> list[Shape]:
    """A column's title and badge."""
    px = layout.mm_per_px
    size, small = TITLE_PX * letters * px, TEXT_PX * letters * px
    left, right = header_room(column, px)
    y = column.top - MARGIN_PX * px - 0.6 * size
    size *= layout.title_size
    shapes: list[Shape] = [_line("title", title, left, y, "text", "bold", size, right - left)]
    if not badge or not layout.badges:
        return shapes
    pad = 0.8 * small
    text = _line("badge", badge, left, y, "badge_text", "semibold", small, right - left - 2 * pad)
    width, tall = text.width + 2 * pad, 1.75 * small
    x = right - width
    if layout.badge_row:
        x = left
        y -= 0.8 * TITLE_PX * letters * px + (1.5 * layout.subtitle_lines + 0.9) * small
    shapes.append(Plate("badge", "stage", x, y - tall / 2, width, tall, tall / 2, fill="badge"))
    shapes.append(replace(text, x=x + pad, y=y))
    return shapes


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
    size, small = TITLE_PX * letters * px, TEXT_PX * letters * px
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
    top = column.top - MARGIN_PX * px - 1.4 * size
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


def slow_badge(speed: float, layout: Layout, letters: float) -> list[Shape]:
    """A pill at the foot of the sheet with the speed, while it is not full: `0.5×`."""
    px = layout.mm_per_px
    small = TEXT_PX * letters * px
    text = f"{speed:g}×"
    width = (width_em(text, "semibold") + 1.6) * small
    tall = 1.75 * small
    x, y = layout.width - MARGIN_PX * px - width, 5 * px
    return [
        Plate("slow", "stage", x, y, width, tall, tall / 2, "plate", "plate_line", px),
        Label(
            "slow",
            "stage",
            x + width / 2,
            y + tall / 2,
            text,
            "text",
            small,
            width_em(text, "semibold") * small,
            "center",
            "semibold",
        ),
    ]
