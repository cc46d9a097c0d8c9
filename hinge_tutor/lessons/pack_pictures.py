"""Pictures of a lesson pack are small enough that showing one does not stop the program."""

from __future__ import annotations

import struct

# Points along the longer side: twice as many as a lesson pane has on the largest screens.
LARGEST_SIDE = 3_000
# A JPEG that is drawn in layers is drawn once for each of them; cameras write up to a dozen.
MOST_SCANS = 20

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# Frames of a JPEG begin with these; its other marks tell nothing of the size.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = b"\xff\xda"
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))


def wrong_picture(content: bytes) -> str:
    """Why a picture is not shown; empty where it is."""
    size = _png_size(content) or _jpeg_size(content)
    if size is None:
        return "this is no PNG or JPEG picture; save it as one"
    if not 0 < min(size) <= max(size) <= LARGEST_SIDE:
        wide, high = size
        return f"a picture of {wide} × {high} points; at most {LARGEST_SIDE} are shown each way"
    if not content.startswith(_PNG) and content.count(_SCAN) > MOST_SCANS:
        return "a picture in too many layers; save it as a plain JPEG"
    return ""


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, which stand at its very beginning."""
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or len(content) < 33:
        return None
    wide, high = struct.unpack_from(">2I", content, 16)
    return wide, high


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG, which stand in its first frame, behind any number of marks."""
    if not content.startswith(_JPEG):
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xFF or mark in _ALONE:
            at += 1 if mark == 0xFF else 2
            continue
        if mark in _FRAMES:
            high, wide = struct.unpack_from(">2H", content, at + 5)
            return wide, high
        at += 2 + struct.unpack_from(">H", content, at + 2)[0]
    return None
