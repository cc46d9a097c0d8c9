"""The sheet of a stage: its size, its titles, and where each figure's column stands at one scale.

Everything that does not change while a repetition plays is decided here, from the whole motion of
all figures, so nothing is ever clipped and the camera never moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.lettering import width_em

# Letter sizes in px at text scale 1 on a window of usual height.
TITLE_PX, TEXT_PX = 19.0, 12.5
MARGIN_PX = 14.0
# Below the ground: the foot bar and its mark.
FOOTER_PX = 30.0
# A second row of figures has to make them this much larger, because one ground line compares best.
WORTH_A_ROW = 1.2


@dataclass(frozen=True, eq=False)
class Plan:
    """A sheet of `width_px` × `height_px` and the words on it; titles default to the movements'.

    `letters` scales all text with the sheet, for projectors (1 = a window at usual distance).
    """

    width_px: float
    height_px: float
    words: Words
    titles: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()
    letters: float = 1.0


@dataclass(frozen=True)
class Extent:
    """What a figure needs around its ankle, in mm: behind, in front, above the ground."""

    left: float
    right: float
    top: float

    def joined(self, other: Extent) -> Extent:
        """What both need."""
        return Extent(
            min(self.left, other.left), max(self.right, other.right), max(self.top, other.top)
        )


@dataclass(frozen=True)
class Column:
    """One figure's part of the sheet in mm: its edges, its ground line and where its ankle is."""

    left: float
    right: float
    bottom: float
    top: float
    ground: float
    ankle: float
    header: float

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left


@dataclass(frozen=True)
class Layout:
    """The sheet in mm, mm for one px, the columns, and header lines for the subtitle and badge."""

    width: float
    height: float
    mm_per_px: float
    columns: tuple[Column, ...]
    subtitle_lines: int
    badge_row: bool


@dataclass(frozen=True)
class Header:
    """The longest header a column has to hold, in em of its own letters."""

    title_em: float
    badge_em: float
    subtitle_em: float

    @classmethod
    def of(cls, titles: Sequence[str], badges: Sequence[str], subtitle: str) -> Header:
        """The header of these words."""
        return cls(
            max((width_em(title, "bold") for title in titles), default=0.0),
            max((width_em(badge, "semibold") for badge in badges), default=0.0),
            width_em(subtitle, "regular"),
        )


def layout(plan: Plan, extent: Extent, count: int, header: Header, text_scale: float) -> Layout:
    """The largest figures the sheet allows, in as few rows as that takes."""
    assert count > 0, "a stage without a figure"
    letters = text_scale * plan.letters
    best: Layout | None = None
    for rows in range(1, count + 1):
        made = _in_rows(plan, extent, count, rows, header, letters)
        if best is None or made.mm_per_px * WORTH_A_ROW < best.mm_per_px:
            best = made
    assert best is not None
    return best


def _in_rows(
    plan: Plan, extent: Extent, count: int, rows: int, header: Header, letters: float
) -> Layout:
    across = -(-count // rows)
    cell_w, cell_h = plan.width_px / across, plan.height_px / rows
    room = max(cell_w - 2 * MARGIN_PX, 1.0)
    title = header.title_em * TITLE_PX * letters
    badge = (header.badge_em + 2.0) * TEXT_PX * letters if header.badge_em else 0.0
    badge_row = badge > 0 and title + badge + MARGIN_PX > room
    lines = 1 if header.subtitle_em * TEXT_PX * letters <= room else 2
    head = MARGIN_PX + letters * (
        1.4 * TITLE_PX + 1.5 * TEXT_PX * lines + (2.0 * TEXT_PX if badge_row else 0.0)
    )
    foot = FOOTER_PX * min(letters, 1.5)
    tall = max(cell_h - head - foot, 0.2 * cell_h)
    wide = extent.right - extent.left
    mm_per_px = max(wide / room, extent.top / tall)
    # Where width decides, part of the spare height goes under the ground line.
    spare = max(0.0, tall - extent.top / mm_per_px)
    columns = []
    for number in range(count):
        row, place = divmod(number, across)
        in_row = min(across, count - row * across)
        width = plan.width_px / in_row
        left = place * width
        bottom = plan.height_px - (row + 1) * cell_h
        middle = left + width / 2
        columns.append(
            Column(
                left=left * mm_per_px,
                right=(left + width) * mm_per_px,
                bottom=bottom * mm_per_px,
                top=(bottom + cell_h) * mm_per_px,
                ground=(bottom + foot + 0.3 * spare) * mm_per_px,
                ankle=middle * mm_per_px - (extent.left + extent.right) / 2,
                header=head * mm_per_px,
            )
        )
    return Layout(
        width=plan.width_px * mm_per_px,
        height=plan.height_px * mm_per_px,
        mm_per_px=mm_per_px,
        columns=tuple(columns),
        subtitle_lines=lines,
        badge_row=badge_row,
    )
