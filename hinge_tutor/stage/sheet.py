"""A contact sheet: stills of many repetitions, grouped, at one scale, on as many lines as it takes.

Each group has its title over its stills, each still a caption under it and its own width, so that
the figures are as large as the sheet allows and none is cut off. Lengths in mm, y up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import Pens, pens
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Label, Shape, Strokes

# Letters of a sheet of this width, in px; they grow with it.
WIDTH_PX, TITLE_PX, TEXT_PX, MARGIN_PX = 2400.0, 21.0, 15.0, 28.0
# Room around a figure and between two groups, in mm of the body.
APART_MM, GROUPS_APART_MM = 70.0, 150.0
# A group is as wide as its title, up to so many letters, and has room for a sentence of some words.
MOST_TITLE_EM, LEAST_TITLE_EM = 14.0, 9.0
# The scale is looked for between a figure that fills a sheet and one of a hundredth of it.
LARGEST, SMALLEST, HALVINGS = 0.05, 200.0, 40


@dataclass(frozen=True, eq=False)
class Still:
    """One repetition at one moment, with what is written under it."""

    actor: Actor
    time_s: float
    caption: str

    @cached_property
    def extent(self) -> tuple[float, float, float]:
        """Left, right and top of everything in it around its ankle, mm."""
        left, right, top = self.actor.extent_at(self.time_s)
        return left - APART_MM / 2, right + APART_MM / 2, top

    @property
    def width(self) -> float:
        """Its width, mm."""
        left, right, _ = self.extent
        return right - left


@dataclass(frozen=True, eq=False)
class Group:
    """Stills under one title; or, where there are none, the sentence that says why."""

    title: str
    stills: tuple[Still, ...]
    sentence: str = ""

    @property
    def top(self) -> float:
        """The height of its tallest still, mm."""
        return max((still.extent[2] for still in self.stills), default=0.0)


@dataclass(frozen=True)
class _Letters:
    """Sizes in mm at one scale."""

    title: float
    text: float
    margin: float

    @property
    def over(self) -> float:
        """The room over a line's figures: its titles."""
        return 2.0 * self.title

    @property
    def under(self) -> float:
        """The room under a line's figures: their captions, and air."""
        return 2.6 * self.text


def sheet(groups: Sequence[Group], size_px: tuple[int, int], options: Options) -> Picture:
    """The sheet of groups, from left to right and from top to bottom, as large as it can be."""
    low, high = LARGEST, SMALLEST
    for _ in range(HALVINGS):
        middle = (low * high) ** 0.5
        low, high = (low, middle) if _fits(groups, size_px, middle) else (middle, high)
    return _drawn(groups, size_px, high, options)


def _letters(size_px: tuple[int, int], mm_per_px: float) -> _Letters:
    scale = mm_per_px * size_px[0] / WIDTH_PX
    return _Letters(TITLE_PX * scale, TEXT_PX * scale, MARGIN_PX * scale)


def _lines(groups: Sequence[Group], room: float, letters: _Letters) -> list[list[Group]]:
    """The groups in lines that are no longer than `room`, or hold a single one."""
    lines: list[list[Group]] = []
    left = 0.0
    for group in groups:
        width = _width(group, letters)
        if lines and left + width <= room:
            lines[-1].append(group)
        else:
            lines.append([group])
            left = 0.0
        left += width + GROUPS_APART_MM
    return lines


def _width(group: Group, letters: _Letters) -> float:
    title = min(max(width_em(group.title, "bold"), LEAST_TITLE_EM), MOST_TITLE_EM)
    return max(_together(group, letters), title * letters.title)


def _together(group: Group, letters: _Letters) -> float:
    """The width of a group's stills."""
    return sum(_wide(still, letters) for still in group.stills)


def _wide(still: Still, letters: _Letters) -> float:
    """A still is as wide as what is seen in it, or as its caption."""
    return max(still.width, APART_MM + width_em(still.caption) * letters.text)


def _height(line: Sequence[Group], letters: _Letters) -> float:
    return letters.over + max(group.top for group in line) + letters.under


def _fits(groups: Sequence[Group], size_px: tuple[int, int], mm_per_px: float) -> bool:
    letters = _letters(size_px, mm_per_px)
    room = size_px[0] * mm_per_px - 2 * letters.margin
    if max((_width(group, letters) for group in groups), default=0.0) > room:
        return False
    tall = sum(_height(line, letters) for line in _lines(groups, room, letters))
    return tall + 2 * letters.margin <= size_px[1] * mm_per_px


def _drawn(
    groups: Sequence[Group], size_px: tuple[int, int], mm_per_px: float, options: Options
) -> Picture:
    letters = _letters(size_px, mm_per_px)
    width, height = (pixels * mm_per_px for pixels in size_px)
    room = width - 2 * letters.margin
    lines = _lines(groups, room, letters)
    tall = sum(_height(line, letters) for line in lines)
    # What height is left is shared out between the lines.
    air = max(0.0, height - 2 * letters.margin - tall) / max(len(lines), 1)
    widths = pens(mm_per_px, size_px[1] / max(len(lines), 1))
    shapes: list[Shape] = []
    top = height - letters.margin
    for line in lines:
        left = letters.margin
        ground = top - _height(line, letters) + letters.under
        for group in line:
            own = _width(group, letters)
            shapes += _group(group, (left, ground, top, own), letters, widths, options)
            left += own + GROUPS_APART_MM
        top = ground - letters.under - air
    return Picture(width, height, tuple(shapes))


def _group(
    group: Group,
    place: tuple[float, float, float, float],
    letters: _Letters,
    widths: Pens,
    options: Options,
) -> list[Shape]:
    left, ground, top, room = place
    title = (left, top - 0.7 * letters.title)
    shapes: list[Shape] = [_line("title", group.title, title, "bold", letters.title, room)]
    if not group.stills:
        at = (left, top - letters.over - letters.text)
        words = _line("sentence", group.sentence, at, "regular", letters.text, room)
        return [*shapes, words]
    end = left + _together(group, letters)
    shapes.append(
        Strokes("ground", "stage", (left, ground, end, ground), "floor", 1.3 * widths.line)
    )
    for still in group.stills:
        own = _wide(still, letters)
        drawn = _still(still, left + (own - still.width) / 2, ground, widths, options)
        shapes += drawn
        at = (left + APART_MM / 2, ground - 1.1 * letters.text)
        caption_room = own - APART_MM / 2
        shapes.append(_line("caption", still.caption, at, "regular", letters.text, caption_room))
        left += own
    return shapes


def _still(still: Still, left: float, ground: float, widths: Pens, options: Options) -> list[Shape]:
    actor, time_s = still.actor, still.time_s
    at_mm = complex(left - still.extent[0] - actor.ankle_mm, ground)
    works = actor.works(time_s) if options.shows("muscles") else {}
    take = actor.repetition.take
    pose = take.at(time_s)
    shapes, _ = ensemble(actor.fit, take, pose, at_mm, widths, options, works, time_s)
    return shapes


def _line(
    name: str, text: str, at: tuple[float, float], weight: str, size: float, room: float
) -> Label:
    text = fitted(text, weight, size, room)
    role = "text" if weight == "bold" else "text_quiet"
    width = width_em(text, weight) * size
    return Label(name, "stage", *at, text, role, size, width, "left", weight)
