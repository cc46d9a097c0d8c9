"""The sheet of a stage: its size, its titles, and where each figure's column stands at one scale.

Everything that does not change while a repetition plays is decided here, from the whole motion of
all figures, so nothing is ever clipped and the camera never moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.arrangement import BESIDE, STACKED
from hinge_tutor.stage.lettering import width_em

# Letter sizes in px at text scale 1 on a window of usual height.
TITLE_PX, TEXT_PX = 19.0, 12.5
MARGIN_PX = 14.0
# Below the ground: the foot bar and its mark.
FOOTER_PX = 30.0
# It also holds the badge of slow motion, this many letter heights high with its margins.
FOOTER_EM = 2.4
# A second row of figures has to make them this much larger, because one ground line compares best.
WORTH_A_ROW = 1.1
# The share of a cell's height that its figure keeps, however long the header is.
LEAST_FIGURE = 0.45
# A title that is too long is set at most this much smaller before it is shortened.
SMALLEST_TITLE = 0.7
# A second line of a title stands this far under the first, in em.
TITLE_LINE = 1.15
# Between the entries of the line of angles.
GAP = "   "


@dataclass(frozen=True, eq=False)
class Plan:
    """A sheet of `width_px` × `height_px` and the words on it; titles default to the movements'.

    `letters` scales all text with the sheet, for projectors (1 = a window at usual distance);
    `foot` says whether the sheet's foot has badges, `angles` whether headers have a line of angles.
    `room` is kept for figures at least, so that nothing grows or shrinks while a body is changed.
    """

    width_px: float
    height_px: float
    words: Words
    titles: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()
    letters: float = 1.0
    foot: bool = True
    angles: bool = True
    room: Extent | None = None


@dataclass(frozen=True)
class Extent:
    """What a figure needs around its ankle, in mm: behind, in front, above the ground."""

    left: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how high it is, mm."""
        return self.right - self.left, self.top

    def joined(self, other: Extent) -> Extent:
        """What both need."""
        return Extent(
            min(self.left, other.left), max(self.right, other.right), max(self.top, other.top)
        )


@dataclass(frozen=True)
class Column:
    """One figure's part of the sheet in mm: its edges, its ground line and where its ankle is.

    `header` is the height of the header over the figure; where the header stands beside the figure
    it is 0, and `inner` is the edge between the two.
    """

    left: float
    inner: float
    right: float
    bottom: float
    top: float
    ground: float
    ankle: float
    header: float


@dataclass(frozen=True)
class Header:
    """The longest words of the headers, in em of their own letters; of titles also in two lines."""

    title_em: float
    broken_em: float
    badge_em: float
    subtitle_em: float
    entry_em: float

    @classmethod
    def of(cls, titles: Sequence[str], badges: Sequence[str], angles: Sequence[str]) -> Header:
        """The header of these words; `angles` are the entries of the line of angles."""
        return cls(
            max((width_em(title, "bold") for title in titles), default=0.0),
            max(
                (width_em(line, "bold") for title in titles for line in in_two(title)), default=0.0
            ),
            max((width_em(badge, "semibold") for badge in badges), default=0.0),
            width_em(GAP.join(angles)),
            max((width_em(angle) for angle in angles), default=0.0),
        )


def in_two(title: str) -> tuple[str, str]:
    """A title in two lines that are as equally long as its words allow."""
    places = [place for place, letter in enumerate(title) if letter == " "]
    halves = [(title[:place], title[place + 1 :]) for place in places] or [(title, "")]
    return min(halves, key=lambda lines: max(width_em(line, "bold") for line in lines))


@dataclass(frozen=True)
class Layout:
    """The sheet in mm, mm for one px, the columns, and how their headers are set.

    `headers` are where titles stand, each in its figure's column, or beside each other where the
    figures are not; then each wears the `mark` of its figure's outline. `title_size` is 1, or less
    where the longest title has to be set smaller, even in its `title_lines`. What lies under `low`
    is a legend's.
    """

    width: float
    height: float
    mm_per_px: float
    columns: tuple[Column, ...]
    headers: tuple[Column, ...]
    subtitle_lines: int
    badges: bool
    badge_row: bool
    title_size: float
    title_lines: int = 1
    mark: bool = False
    low: float = 0.0


def layout(
    plan: Plan,
    extent: Extent,
    count: int,
    header: Header,
    text_scale: float,
    view: str = BESIDE,
) -> Layout:
    """The largest figures the sheet allows, in as few rows as that takes, or in one for each."""
    assert count > 0, "a stage without a figure"
    letters = text_scale * plan.letters
    best: Layout | None = None
    # Rows of unequal length would set one figure apart from the others.
    every = (number for number in range(1, count + 1) if count % number == 0)
    for rows in (count,) if view == STACKED else every:
        for beside in (False, True):
            made = _in_rows(plan, extent, count, rows, beside, header, letters)
            if made and (best is None or made.mm_per_px * WORTH_A_ROW < best.mm_per_px):
                best = made
    assert best is not None
    return best


def _in_rows(
    plan: Plan,
    extent: Extent,
    count: int,
    rows: int,
    beside: bool,
    header: Header,
    letters: float,
) -> Layout | None:
    """The layout in so many rows, headers over or beside the figures; None where that cannot be."""
    across = -(-count // rows)
    cell_w, cell_h = plan.width_px / across, plan.height_px / rows
    title, small = TITLE_PX * letters, TEXT_PX * letters
    badge = (header.badge_em + 1.6) * small if header.badge_em else 0.0
    room = max(cell_w - 2 * MARGIN_PX, 1.0)
    foot = max(FOOTER_PX, FOOTER_EM * small)
    aside, lines = 0.0, _lines(header, small, room)
    broken = header.title_em * title * SMALLEST_TITLE > room
    title_em, title_lines = (header.broken_em, 2) if broken else (header.title_em, 1)
    if beside:
        shape = (extent.right - extent.left) / extent.top
        spare_width = min(room - shape * max(cell_h - foot - MARGIN_PX, 1.0), 0.5 * cell_w)
        aside, some = _beside(header, max(title_em * title, badge), small, spare_width)
        lines = some if header.subtitle_em else 0
        if aside > 0.5 * cell_w:
            return None
    badge_row = badge > 0 and (beside or title_em * title + badge + MARGIN_PX > room)
    badges = badge > 0
    head = MARGIN_PX + (1.4 + TITLE_LINE * (title_lines - 1)) * title
    head += small * (1.5 * lines + (2.0 if badge_row else 0.0))
    # A header too high for its cell gives up its badge first and its lines of angles then.
    most = cell_h if beside else (1 - LEAST_FIGURE) * cell_h - foot
    if head > most and badge_row:
        badges, badge_row, head = False, False, head - 2.0 * small
    while head > most and lines:
        lines, head = lines - 1, head - 1.5 * small
    tall = max(cell_h - foot - (MARGIN_PX if beside else head), 1.0)
    mm_per_px = max((extent.right - extent.left) / max(room - aside, 1.0), extent.top / tall)
    # Where width decides, part of the spare height goes under the ground line.
    spare = max(0.0, tall - extent.top / mm_per_px)
    columns = []
    for number in range(count):
        row, place = divmod(number, across)
        width = plan.width_px / min(across, count - row * across)
        left, bottom = place * width, plan.height_px - (row + 1) * cell_h
        middle = left + (aside + width) / 2
        columns.append(
            Column(
                left=left * mm_per_px,
                inner=(left + aside) * mm_per_px,
                right=(left + width) * mm_per_px,
                bottom=bottom * mm_per_px,
                top=(bottom + cell_h) * mm_per_px,
                ground=(bottom + foot + 0.3 * spare) * mm_per_px,
                ankle=middle * mm_per_px - (extent.left + extent.right) / 2,
                header=0.0 if beside else head * mm_per_px,
            )
        )
    return Layout(
        width=plan.width_px * mm_per_px,
        height=plan.height_px * mm_per_px,
        mm_per_px=mm_per_px,
        columns=tuple(columns),
        headers=tuple(columns),
        subtitle_lines=lines,
        badges=badges,
        badge_row=badge_row,
        title_size=min(1.0, max(SMALLEST_TITLE, room / max(title_em * title, 1.0))),
        title_lines=title_lines,
    )


def _lines(header: Header, small: float, room: float) -> int:
    """How many lines the angles take in some room: none where there are none."""
    return 0 if not header.subtitle_em else 1 if header.subtitle_em * small <= room else 2


def _beside(header: Header, widest: float, small: float, spare: float) -> tuple[float, int]:
    """Width of a header beside its figure and its lines of angles: as few as the room allows."""
    # Two lines hold two entries each, and no entry is longer than the longest.
    pair = 2 * header.entry_em + width_em(GAP)
    for lines, angles in ((1, header.subtitle_em), (2, min(pair, header.subtitle_em))):
        aside = max(widest, angles * small) + 2 * MARGIN_PX
        if aside <= spare:
            return aside, lines
    return max(widest, header.entry_em * small) + 2 * MARGIN_PX, 4
