"""A movement as a row of pictures at even steps of time, each made when it is asked for.

    motion from s to e of the shared clock:  D = (e - s) duration / speed, or the seconds asked for
    pauses of P s at its n key poses:        W = D + n P
    frames:                                  N = round(W fps) + 1, the first at 0, the last at W

So the last frame begins (N - 1)/fps after the first, which is W but for half a frame, and the
movement is neither faster nor slower than said. Every frame is shown for 1/fps, the last one, too:
the file itself lasts N/fps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from PySide6.QtGui import QImage

from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.export.image import ExportError, drawn
from hinge_tutor.export.progress import Progress, unheard
from hinge_tutor.motion.shared_clock import SharedClock, shared_clock
from hinge_tutor.paint import Palette
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture

# Ten minutes at thirty frames a second; who wants more has mistyped.
MOST_FRAMES = 18_000
WHOLE = (0.0, 1.0)


@dataclass(frozen=True, eq=False)
class Film(Sequence[Picture]):
    """The pictures at these moments, 0 to 1 of the shared clock, so many of them a second."""

    repetitions: Sequence[Repetition]
    plan: Plan
    options: Options
    fps: int
    moments: tuple[float, ...]

    def __len__(self) -> int:
        return len(self.moments)

    @overload
    def __getitem__(self, number: int) -> Picture: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Picture]: ...
    def __getitem__(self, number: int | slice) -> Picture | Sequence[Picture]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        return picture(self.repetitions, self.plan, self.options, self.moments[number])

    def image(self, number: int, size: tuple[int, int], palette: Palette) -> QImage:
        """A frame as an image of `size` px."""
        return drawn(self[number], size, palette, self.options.camera)

    @property
    def span_s(self) -> float:
        """From the first frame's beginning to the last one's, s."""
        return (len(self) - 1) / self.fps

    def held(self, number: int) -> bool:
        """Whether a frame is the same as the one before it, in a pause."""
        return number > 0 and self.moments[number] == self.moments[number - 1]


@dataclass(frozen=True, eq=False)
class Screening:
    """How a film is written: its `size` in px, its theme, and who hears how far it is.

    An animated picture plays so many `times`, 0 is on and on.
    """

    film: Film
    size: tuple[int, int]
    palette: Palette
    times: int = 0
    progress: Progress = unheard

    def image(self, number: int) -> QImage:
        """A frame as it is written."""
        return self.film.image(number, self.size, self.palette)


def frames(
    repetitions: Sequence[Repetition],
    plan: Plan,
    options: Options,
    fps: int,
    seconds: float | None = None,
    span: tuple[float, float] = WHOLE,
    pause_s: float = 0.0,
    times: int = 1,
) -> Film:
    """The film of `span` of the shared clock, as long as it takes at the options' speed.

    `seconds` gives the motion another length: it is then slower or faster, never cut. `pause_s` is
    how long it stands still at the end of every phase, `times` how often all of it is shown.
    Raises ExportError for a film without end.
    """
    clock = shared_clock([each.take for each in repetitions], options.arrangement.sync)
    motion_s = seconds or clock.duration_s * (span[1] - span[0]) / options.speed
    at_s, moments = _course(clock, span, motion_s, pause_s)
    steps = round(at_s[-1] * fps)
    if (steps + 1) * times > MOST_FRAMES:
        raise ExportError(
            f"A clip has up to {MOST_FRAMES:,} frames and this one would have "
            f"{(steps + 1) * times:,}; make it shorter or of fewer frames a second."
        )
    # Even steps from the first frame to the last, both included.
    shown = np.interp(np.linspace(0.0, at_s[-1], steps + 1), at_s, moments).tolist()
    return Film(tuple(repetitions), plan, options, fps, tuple(shown) * times)


def _course(
    clock: SharedClock, span: tuple[float, float], motion_s: float, pause_s: float
) -> tuple[list[float], list[float]]:
    """Seconds of the film, and the moments of the clock that they show."""
    start, stop = span
    whole = clock.duration_s or 1.0
    ends = [each.to_s / whole for each in clock.spans]
    knots = sorted({start, stop, *(end for end in ends if start < end < stop)})
    pausing = {knot for knot in knots if any(abs(knot - end) < 1e-9 for end in ends)}
    at_s, moments, waited = [], [], 0.0
    for knot in knots:
        moving = motion_s * (knot - start) / ((stop - start) or 1.0)
        at_s.append(moving + waited)
        moments.append(knot)
        if pause_s and knot in pausing and knot > start:
            waited += pause_s
            at_s.append(moving + waited)
            moments.append(knot)
    return at_s, moments
