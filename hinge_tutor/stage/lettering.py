"""How wide a line of text is in the shipped typeface, read from the font file without Qt.

Only three tables of a TrueType file are needed (`head`, `hmtx` with `hhea`, `cmap` format 4 or 12):
the advance of each character in font units. Kerning is left out; it moves a line by less than 1 %.
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, lru_cache

from hinge_tutor import shelf

FILES = {
    "regular": "Inter-Regular.ttf",
    "semibold": "Inter-SemiBold.ttf",
    "bold": "Inter-Bold.ttf",
}
# Without the font a line is laid out as if every character were this wide, in em: above Inter's
# mean for running text (0.54), so that another typeface still fits.
UNKNOWN_ADVANCE_EM = 0.6


@lru_cache(maxsize=4096)
def width_em(text: str, weight: str = "regular") -> float:
    """The length of a line over its letter size."""
    return sum(_advance_em(ord(letter), weight) for letter in text)


def fitted(text: str, weight: str, size: float, room: float) -> str:
    """The text, shortened with an ellipsis where it would be longer than `room`."""
    if width_em(text, weight) * size <= room:
        return text
    while text and width_em(text + "…", weight) * size > room:
        text = text[:-1]
    return text.rstrip() + "…" if text else ""


@cache
def _advance_em(letter: int, weight: str) -> float:
    """How far a character moves the pen; looked up singly, since a font has some thousands."""
    try:
        font = _font(weight)
        glyph = font.glyph(letter) if font else None
    except (struct.error, IndexError):
        return UNKNOWN_ADVANCE_EM
    if font is None or glyph is None:
        return UNKNOWN_ADVANCE_EM
    return font.widths[min(glyph, len(font.widths) - 1)] / font.em


@cache
def _font(weight: str) -> _Font | None:
    """A shipped font; None where its file cannot be read."""
    try:
        return _read(shelf.assets("fonts", FILES[weight]).read_bytes())
    except (shelf.MissingFile, OSError, struct.error, KeyError, IndexError):
        # The painter says that a font is missing; layout only has to go on.
        return None


class _Font:
    """Units of an em, the widths of glyphs in these, and which character has which glyph."""

    def __init__(
        self, em: int, widths: tuple[int, ...], glyph: Callable[[int], int | None]
    ) -> None:
        self.em, self.widths, self.glyph = em, widths, glyph


def _read(data: bytes) -> _Font:
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        tables[tag] = offset
    (em,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    (metrics,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    # Width and side bearing of each glyph in turn.
    widths = struct.unpack_from(f">{2 * metrics}H", data, tables[b"hmtx"])[::2]
    return _Font(em, widths, _glyphs(data, tables[b"cmap"]))


def _glyphs(data: bytes, cmap: int) -> Callable[[int], int | None]:
    """Character to glyph from the first Unicode subtable of a known format."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for number in range(count):
        platform, _, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if platform in (0, 3) and form == 4:
            return _segments(data, cmap + offset)
        if platform in (0, 3) and form == 12:
            return _groups(data, cmap + offset)
    return lambda _: None


def _segments(data: bytes, at: int) -> Callable[[int], int | None]:
    (twice,) = struct.unpack_from(">H", data, at + 6)
    count = twice // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", data, at + 14 + past)
        for past in (0, 2 + twice, 2 + 2 * twice, 2 + 3 * twice)
    )

    def glyph(letter: int) -> int | None:
        number = bisect_left(ends, letter)
        # The last segment holds only the mark that ends the table.
        if number == count or letter < starts[number] or letter == 0xFFFF:
            return None
        found = letter
        if ranges[number]:
            place = at + 16 + 3 * twice + 2 * number + ranges[number]
            (found,) = struct.unpack_from(">H", data, place + 2 * (letter - starts[number]))
        return (found + deltas[number]) & 0xFFFF if found else None

    return glyph


def _groups(data: bytes, at: int) -> Callable[[int], int | None]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    groups = [struct.unpack_from(">III", data, at + 16 + 12 * n) for n in range(count)]
    starts = [start for start, _, _ in groups]

    def glyph(letter: int) -> int | None:
        number = bisect_right(starts, letter) - 1
        if number < 0 or letter > groups[number][1]:
            return None
        found: int = groups[number][2] + letter - starts[number]
        return found

    return glyph
