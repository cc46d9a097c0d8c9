"""How wide a line of text is in the shipped typeface, read from the font file without Qt.

Only three tables of a TrueType file are needed (`head`, `hmtx` with `hhea`, `cmap` format 4 or 12):
the advance of each character in font units. Kerning is left out; it moves a line by less than 1 %.
"""

from __future__ import annotations

import struct
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
    advances = _advances(weight)
    return sum(advances.get(ord(letter), UNKNOWN_ADVANCE_EM) for letter in text)


def fitted(text: str, weight: str, size: float, room: float) -> str:
    """The text, shortened with an ellipsis where it would be longer than `room`."""
    if width_em(text, weight) * size <= room:
        return text
    while text and width_em(text + "…", weight) * size > room:
        text = text[:-1]
    return text.rstrip() + "…" if text else ""


@cache
def _advances(weight: str) -> dict[int, float]:
    try:
        data = shelf.assets("fonts", FILES[weight]).read_bytes()
        return _read(data)
    except (shelf.MissingFile, OSError, struct.error, KeyError, IndexError):
        # The painter says that a font is missing; layout only has to go on.
        return {}


def _read(data: bytes) -> dict[int, float]:
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        tables[tag] = offset
    (em,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    (metrics,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    # Width and side bearing of each glyph in turn.
    widths = struct.unpack_from(f">{2 * metrics}H", data, tables[b"hmtx"])[::2]
    return {
        letter: widths[min(glyph, metrics - 1)] / em
        for letter, glyph in _glyphs(data, tables[b"cmap"]).items()
    }


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Character to glyph from the first Unicode subtable of a known format."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for number in range(count):
        platform, _, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if platform in (0, 3) and form == 4:
            return _segments(data, cmap + offset)
        if platform in (0, 3) and form == 12:
            return _groups(data, cmap + offset)
    return {}


def _segments(data: bytes, at: int) -> dict[int, int]:
    (twice,) = struct.unpack_from(">H", data, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 2 * twice)
    ranges_at = at + 16 + 3 * twice
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    found = {}
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for letter in range(start, min(end, 0xFFFE) + 1):
            glyph = letter
            if ranges[number]:
                place = ranges_at + 2 * number + ranges[number] + 2 * (letter - start)
                (glyph,) = struct.unpack_from(">H", data, place)
            if glyph:
                found[letter] = (glyph + deltas[number]) & 0xFFFF
    return found


def _groups(data: bytes, at: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    found = {}
    for number in range(count):
        start, end, glyph = struct.unpack_from(">III", data, at + 16 + 12 * number)
        found.update({letter: glyph + letter - start for letter in range(start, end + 1)})
    return found
