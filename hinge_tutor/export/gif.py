"""A film as an animated GIF, written frame by frame: no more than one is ever kept.

All frames share one table of colors, which has the flat colors of the stage as they are; what
softens edges takes the nearest. Of each frame only the box in which it differs is stored. The file
is put together out of blocks (GIF89a): header, table, how often it plays, then for each frame its
delay, its box and its pixels, which Pillow packs.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from hinge_tutor.export.film import Screening
from hinge_tutor.export.image import ExportError, writing
from hinge_tutor.export.pixels import packed, rgb_of

# A GIF counts its delays in hundredths of a second; these rates come out even.
RATES = (20, 25, 50)
# The table has as many places. So many of them are kept for colors as they are, those with the
# most dots; the others share what softens edges.
COLORS, EXACT = 256, 96
# Frames from which the table is taken: first, last and the key poses are among them.
SAMPLES = 9
LONGEST_CS = 65_535
EVERYTHING, NOBODY = 255, 2**24
Indices = npt.NDArray[np.uint8]


class _Table:
    """The colors of a film, and which of them each color becomes."""

    def __init__(self, images: list[npt.NDArray[np.uint32]]) -> None:
        every, counts = np.unique(
            np.concatenate([each.ravel() for each in images]), False, False, True
        )
        order = np.argsort(-counts, kind="stable")
        exact = every[order[:EXACT]]
        rest = every[order[EXACT:]]
        colors = rgb_of(exact)
        if rest.size:
            line = Image.fromarray(
                np.repeat(rgb_of(rest), np.minimum(counts[order[EXACT:]], 64), 0)[None]
            )
            soft = line.quantize(COLORS - len(exact), method=Image.Quantize.MEDIANCUT)
            taken = np.array(soft.getpalette() or [], dtype=np.uint8).reshape(-1, 3)
            colors = np.concatenate([colors, taken])
        self.colors = colors[:COLORS]
        self._known: npt.NDArray[np.int16] = np.full(NOBODY, -1, dtype=np.int16)

    def indices(self, image: npt.NDArray[np.uint32]) -> Indices:
        """The nearest color of the table for every dot."""
        found = self._known[image]
        if (found < 0).any():
            unknown = np.unique(image[found < 0])
            own = self.colors.astype(np.int32)
            for some in np.array_split(unknown, -(-len(unknown) // 4096)):
                apart = rgb_of(some).astype(np.int32)[:, None] - own
                self._known[some] = (apart**2).sum(axis=2).argmin(axis=1)
            found = self._known[image]
        return found.astype(np.uint8)


def save_gif(screening: Screening, path: Path) -> None:
    """Writes a film as a GIF; raises ExportError, ValueError for a rate that no GIF has."""
    fps = screening.film.fps
    if fps not in RATES:
        rates = ", ".join(map(str, RATES))
        raise ValueError(f"a GIF plays at {rates} frames a second, not {fps}")
    with writing(path) as part, part.open("wb") as file:
        for block in _blocks(screening):
            file.write(block)


def _blocks(screening: Screening) -> Iterator[bytes]:
    film, times, progress = screening.film, screening.times, screening.progress
    progress(0, len(film))
    shown = sorted({round(share * (len(film) - 1)) for share in np.linspace(0.0, 1.0, SAMPLES)})
    table = _Table([packed(screening.image(number)) for number in shown])
    places = _places(len(table.colors))
    yield b"GIF89a" + struct.pack("<HHBBB", *screening.size, 0xF0 | (places.bit_length() - 2), 0, 0)
    yield table.colors.tobytes().ljust(3 * places, b"\0")
    if times != 1:
        # A player shows it once and then repeats it so often.
        yield b"\x21\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<H", max(times - 1, 0)) + b"\0"
    before: Indices | None = None
    waiting, delay = b"", 0
    for number in range(len(film)):
        now = before
        if before is None or not film.held(number):
            now = table.indices(packed(screening.image(number)))
        assert now is not None
        box = _differs(before, now)
        full = delay + 100 // film.fps > LONGEST_CS
        if before is None or box is not None or full:
            yield from _frame(waiting, delay)
            waiting, delay = _pixels(now, box or (0, 0, 1, 1), table.colors), 0
        delay += 100 // film.fps
        before = now
        progress(number + 1, len(film))
    yield from _frame(waiting, delay)
    yield b"\x3b"


def _frame(pixels: bytes, delay_cs: int) -> Iterator[bytes]:
    """A box of dots with how long it is seen, hundredths of a second; what is around it stays."""
    if pixels:
        yield b"\x21\xf9\x04\x04" + struct.pack("<H", delay_cs) + b"\0\0"
        yield pixels


def _places(colors: int) -> int:
    """A table has 2, 4, 8 … 256 places."""
    return max(2, 1 << (colors - 1).bit_length())


def _differs(before: Indices | None, now: Indices) -> tuple[int, int, int, int] | None:
    """The box (left, top, right, bottom) in which two frames differ; None where nowhere."""
    if before is None:
        return 0, 0, now.shape[1], now.shape[0]
    other = before != now
    rows, columns = np.flatnonzero(other.any(axis=1)), np.flatnonzero(other.any(axis=0))
    if not rows.size:
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _pixels(now: Indices, box: tuple[int, int, int, int], colors: Indices) -> bytes:
    """The box's place and its packed dots, out of a GIF of this box alone."""
    left, top, right, bottom = box
    image = Image.fromarray(np.ascontiguousarray(now[top:bottom, left:right]), "P")
    image.putpalette(colors.tobytes().ljust(3 * _places(len(colors)), b"\0"))
    alone = io.BytesIO()
    image.save(alone, format="GIF", optimize=False, interlace=False)
    return _moved(alone.getvalue(), left, top)


def _moved(alone: bytes, left: int, top: int) -> bytes:
    """The image block of a GIF of one frame, at another place."""
    flags = alone[10]
    place = 13 + (3 * (2 << (flags & 7)) if flags & 0x80 else 0)
    while alone[place] == 0x21:
        place += 2
        while alone[place]:
            place += alone[place] + 1
        place += 1
    if alone[place] != 0x2C or alone[place + 9] & 0x80:
        raise ExportError("The GIF could not be put together; choose another format.")
    width, height = struct.unpack("<HH", alone[place + 5 : place + 9])
    return struct.pack("<BHHHHB", 0x2C, left, top, width, height, 0) + alone[place + 10 : -1]
