"""A film as an animated WebP, drawn frame by frame as its writer asks for them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, features

from hinge_tutor.export.film import Screening
from hinge_tutor.export.image import ExportError, writing
from hinge_tutor.export.pixels import rgb

# Of 100. Lossless, because the stage's flat colors take no more room so, and stay what they are.
EFFORT = 40


def lacking() -> bool:
    """Whether this Pillow was built without WebP."""
    return not features.check("webp")


class _Reel(Image.Image):
    """A row of frames, of which only the one that is looked at exists."""

    def __init__(self, screening: Screening) -> None:
        super().__init__()
        self._screening = screening
        self.n_frames = len(screening.film)
        self._at = -1
        self.seek(0)

    def seek(self, frame: int) -> None:
        if frame == self._at:
            return
        if frame > self._at:
            # Its writer goes back to the beginning when it is done.
            self._screening.progress(frame, self.n_frames)
        if self._at < 0 or not (frame == self._at + 1 and self._screening.film.held(frame)):
            image = Image.fromarray(rgb(self._screening.image(frame)))
            self.im, self._mode, self._size = image.im, image.mode, image.size
        self._at = frame

    def tell(self) -> int:
        return max(self._at, 0)


def save_webp(screening: Screening, path: Path) -> None:
    """Writes a film as a WebP; raises ExportError."""
    if lacking():
        raise ExportError("This Pillow cannot write WebP; choose GIF, or install Pillow anew.")
    with writing(path) as part, part.open("wb") as file:
        _Reel(screening).save(
            file,
            format="WEBP",
            save_all=True,
            duration=1000 // screening.film.fps,
            loop=screening.times,
            lossless=True,
            quality=EFFORT,
            method=2,
            minimize_size=False,
        )
    screening.progress(len(screening.film), len(screening.film))
