"""A film as a file, by its ending: GIF, WebP, MP4 or WebM."""

from __future__ import annotations

from pathlib import Path

from hinge_tutor.export import gif, video, webp
from hinge_tutor.export.film import Film, Screening
from hinge_tutor.export.progress import Progress, unheard
from hinge_tutor.paint import Palette

ANIMATED, VIDEOS = (".gif", ".webp"), (".mp4", ".webm")
SUFFIXES = (*ANIMATED, *VIDEOS)
RATES = {
    **dict.fromkeys(ANIMATED, gif.RATES),
    **dict.fromkeys(VIDEOS, video.RATES),
}
USUAL_RATE = {".gif": 20, ".webp": 25, ".mp4": 30, ".webm": 30}


def save_clip(
    film: Film,
    path: Path,
    size: tuple[int, int],
    palette: Palette,
    times: int = 0,
    progress: Progress = unheard,
) -> None:
    """Writes a film; `times` is how often an animated picture plays, 0 is on and on.

    Raises ExportError.
    """
    screening = Screening(film, size, palette, times, progress)
    suffix = path.suffix.lower()
    if suffix in VIDEOS:
        video.save_video(screening, path)
    elif suffix == ".webp":
        webp.save_webp(screening, path)
    else:
        gif.save_gif(screening, path)
