"""Title, badge and the line of angles over each figure, and the badge of slow motion."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.picture import Label, Plate, Shape
from hinge_tutor.stage.plan import MARGIN_PX, TEXT_PX, TITLE_PX, Column, Layout

# What the line of angles tells, in its order, with the widest angle that can stand there.
ANGLES = (("trunk", 180), ("hip", 120), ("knee", 130), ("spine", 100))


def widest_subtitle(words: Words) -> str:
    """The longest line of angles, for layout."""
    return "   ".join(_entry(words.region(name), degrees) for name, degrees in ANGLES)


@lru_cache(maxsize=2048)
def _entry(word: str, degrees: int) -> str:
    return f"{word} {degrees}°"


def header_shapes(
    title: str, badge: str, column: Column, layout: Layout, letters: float
) -> list[Shape]:
    """A column's title and badge."""
    px = layout.mm_per_px
    size, small = TITLE_PX * letters * px, TEXT_PX * letters * px
    left, right = column.left + MARGIN_PX * px, column.right - MARGIN_PX * px
    y = column.top - MARGIN_PX * px - 0.6 * size
    text = fitted(title, "bold", size, right - left)
    shapes: list[Shape] = [
        Label(
            "title",
            "stage",
            left,
            y,
            text,
            "text",
            size,
            width_em(text, "bold") * size,
            "left",
            "bold",
        )
    ]
    if badge:
        width = min((width_em(badge, "semibold") + 1.6) * small, right - left)
        text = fitted(badge, "semibold", small, width - 1.2 * small)
        if layout.badge_row:
            lines = 1.4 * size + (1.5 * layout.subtitle_lines + 0.9) * small
            y, x = column.top - MARGIN_PX * px - lines, left
        else:
            x = right - width
        tall = 1.75 * small
        shapes += [
            Plate("badge", "stage", x, y - tall / 2, width, tall, tall / 2, fill="badge"),
            Label(
                "badge",
                "stage",
                x + width / 2,
                y,
                text,
                "badge_text",
                small,
                width_em(text, "semibold") * small,
                "center",
                "semibold",
            ),
        ]
    return shapes


def subtitle(
    degrees: Mapping[str, float], column: Column, layout: Layout, letters: float, words: Words
) -> list[Shape]:
    """The angles of a moment, in one line or two."""
    px = layout.mm_per_px
    size, small = TITLE_PX * letters * px, TEXT_PX * letters * px
    entries = [
        # Rounding to whole degrees; adding 0 turns a minus zero into zero.
        _entry(words.region(name), round(degrees[name]) + 0)
        for name, _ in ANGLES
        if name in degrees
    ]
    split = len(entries) if layout.subtitle_lines == 1 else 2
    left = column.left + MARGIN_PX * px
    room = column.right - MARGIN_PX * px - left
    shapes: list[Shape] = []
    for number, part in enumerate((entries[:split], entries[split:])):
        if part:
            text = fitted("   ".join(part), "regular", small, room)
            y = column.top - MARGIN_PX * px - 1.4 * size - (1.5 * number + 0.5) * small
            width = width_em(text) * small
            shapes.append(Label("angles", "stage", left, y, text, "text_quiet", small, width))
    return shapes


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
