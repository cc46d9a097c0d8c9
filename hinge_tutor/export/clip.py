"""A movement as an animated GIF, with the frame times that GIF can hold."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.export.image import ExportError, drawn, write
from hinge_tutor.export.progress import Progress, counted, untold
from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.paint import Palette
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture

# A GIF counts its delays in hundredths of a second; these rates come out even.
RATES = (20, 25, 50)
# Colors of the one table that all frames share. The stage has flat colors, so the rest goes into
# the softened edges between them.
COLORS = 128
# Pillow keeps every frame until the last one is in: a gigabyte for this many, some ten seconds of
# a full-size screen.
MOST_PIXELS = 500_000_000


def frames(
    repetitions: Sequence[Repetition],
    plan: Plan,
    options: Options,
    fps: int,
    seconds: float | None = None,
    span: tuple[float, float] = (0.0, 1.0),
) -> Iterator[Picture]:
    """The pictures of `span` of the shared clock, as long as it takes at the options' speed.

    `seconds` gives another length: the movement is then slower or faster, never cut.
    """
    start, stop = span
    clock = shared_clock([each.take for each in repetitions], options.arrangement.sync)
    whole = clock.duration_s * (stop - start) / options.speed
    count = max(1, round((seconds or whole) * fps))
    for number in range(count):
        # From the first frame to the last, both included.
        share = number / (count - 1) if count > 1 else 0.0
        yield picture(repetitions, plan, options, start + share * (stop - start))


def save_gif(
    pictures: Iterable[Picture],
    path: Path,
    size: tuple[int, int],
    palette: Palette,
    fps: int,
    progress: Progress = untold,
) -> None:
    """Writes the pictures as a GIF that repeats; raises ExportError, ValueError for a rate."""
    if fps not in RATES:
        raise ValueError(f"a GIF plays at {', '.join(map(str, RATES))} frames a second, not {fps}")
    kept = _fitting(pictures, size)
    # The middle frame is the deepest and has the strongest tones.
    middle = _pillow(drawn(kept[len(kept) // 2], size, palette))
    table = middle.quantize(COLORS, method=Image.Quantize.MEDIANCUT)
    # Drawn one at a time: in full color a frame takes four times the room.
    mapped = (
        _pillow(drawn(each, size, palette)).quantize(palette=table, dither=Image.Dither.NONE)
        for each in counted(kept, len(kept), progress)
    )
    content = io.BytesIO()
    next(mapped).save(
        content,
        format="GIF",
        save_all=True,
        append_images=mapped,
        duration=1000 // fps,
        loop=0,
        optimize=False,
    )
    write(path, content.getvalue())


def _fitting(pictures: Iterable[Picture], size: tuple[int, int]) -> list[Picture]:
    """All pictures; raises ExportError once they are more than a clip of this size may hold."""
    width, height = size
    most = max(1, MOST_PIXELS // (width * height))
    kept = list(islice(pictures, most + 1))
    if len(kept) > most:
        raise ExportError(
            f"A clip holds up to {MOST_PIXELS // 1_000_000} million pixels in all its frames, at "
            f"{width}x{height} that is {most}; make it smaller, shorter or of fewer frames a "
            "second."
        )
    return kept


def _pillow(image: QImage) -> Image.Image:
    size = (image.width(), image.height())
    raw = bytes(image.constBits())
    return Image.frombuffer("RGB", size, raw, "raw", "BGRX", image.bytesPerLine(), 1)
