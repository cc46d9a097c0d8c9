"""The signature of a movement: hip bend over knee bend in a square, the same degrees both ways.

A hinge runs up, a squat along the diagonal, a bend in between the two; the arrows say which way it
goes. One millimeter is one pixel here; only the dots of the moment move.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.shared_clock import SharedClock
from hinge_tutor.stage.axis import Clocked, Scale, clocked, scale_of, ticks
from hinge_tutor.stage.curves import GRID_PX, LINES, TICK_SHARE, curve_name, straight, written
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plot_frame import PAD_PX, SAMPLE_EM, Frame, sample_of
from hinge_tutor.stage.plot_names import HIP, KNEE
from hinge_tutor.stage.shapes import Curve, Disc, Label, Shape, Strokes
from hinge_tutor.stage.traces import trace

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# Arrows stand at these parts of the way, out and back, so that they do not meet.
ARROWS, ARROW_EM, ARROW_ANGLE = (0.32, 0.82), 0.62, 0.5
# Beside a way that comes back as it went, each arrow keeps to the right of its own direction.
ASIDE_EM = 0.38
# Ticks and the rows of the legend are so many letter heights apart.
TICK_EM, ROW_EM = 2.4, 1.9
# A name in the legend has this much room, in letter heights, or angles go.
LEAST_NAME_EM = 3.0


@dataclass(frozen=True, eq=False)
class Way:
    """A figure's knee (x) and hip (y) bend over the shared clock, degrees."""

    figure: int
    t: FloatArray
    knee: FloatArray
    hip: FloatArray
    clock: Clocked

    def at(self, t: float) -> tuple[float, float]:
        """Knee and hip bend at t."""
        return float(np.interp(t, self.t, self.knee)), float(np.interp(t, self.t, self.hip))


@dataclass(frozen=True, eq=False)
class Signature:
    """The square with its legend; `across` and `up` are its scales."""

    picture: Picture
    frame: Frame
    across: Scale
    up: Scale
    ways: tuple[Way, ...]
    rows: tuple[float, ...]
    columns: tuple[float, ...]

    def cursor(self, t: float) -> Picture:
        """Where each figure is at t, and its two angles in words of the legend."""
        size = self.frame.size
        shapes: list[Shape] = []
        for way in self.ways:
            knee, hip = way.at(t)
            role = LINES[way.figure % len(LINES)].role
            x, y = self.across.at(knee), self.up.at(hip)
            name = f"dot.{way.figure}"
            shapes.append(Disc(name, "plot", x, y, 0.42 * size, role, "plate", 0.12 * size))
            row = self.rows[way.figure]
            for value, right in zip((hip, knee), self.columns, strict=False):
                text = f"{written(value)}°"
                wide = width_em(text, "semibold") * size
                label = Label(
                    f"value.{way.figure}",
                    "plot",
                    right,
                    row,
                    text,
                    role,
                    size,
                    wide,
                    "right",
                    "semibold",
                )
                shapes.append(label)
        return Picture(self.frame.width, self.frame.height, tuple(shapes), ground="")

    def readings(self, t: float) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
        """Hip and knee bend of every figure at t."""
        found = {way.figure: way.at(t) for way in self.ways}
        each = [found.get(figure) for figure in range(len(self.rows))]
        knees = tuple(None if bends is None else bends[0] for bends in each)
        hips = tuple(None if bends is None else bends[1] for bends in each)
        return (HIP, hips), (KNEE, knees)

    def time_at(self, x: float) -> None:
        """No place of it is a moment."""
        del x


def signature(
    repetitions: Sequence[Repetition],
    names: Sequence[str],
    words: Words,
    frame: Frame,
    clock: SharedClock | None = None,
) -> Signature:
    """The square as high as the sheet allows, where time would begin; its legend to the right.

    Without a clock the repetitions share it by phase.
    """
    size = frame.size
    ways = tuple(_ways(repetitions, clock))
    bottom, top = PAD_PX + 2.6 * size, frame.height - PAD_PX - 1.4 * size
    side = max(min(top - bottom, 0.5 * frame.width), 1.0)
    left = max(frame.left, PAD_PX + 4.2 * size)
    low = min([0.0, *(float(np.nanmin(row)) for way in ways for row in (way.knee, way.hip))])
    high = max([1.0, *(float(np.nanmax(row)) for way in ways for row in (way.knee, way.hip))])
    across = scale_of(low, high, left, left + side)
    up = scale_of(low, high, bottom, bottom + side)
    shapes = _axes(across, up, words, size)
    for way in ways:
        line = LINES[way.figure % len(LINES)]
        width, dash = line.width * frame.letters, line.dash * frame.letters
        x, y = (
            [scale.at(v) for v in row.tolist()]
            for scale, row in ((across, way.knee), (up, way.hip))
        )
        name = f"signature.{way.figure}"
        for run in way.clock.runs(way.knee + way.hip):
            places = [(x[n], y[n]) for n in run]
            shapes.append(Curve(name, "plot", straight(places), "", line.role, width, dash))
            shapes += _arrows(way.figure, places, size, width)
    rows = tuple(top - (1.9 + ROW_EM * number) * size for number in range(len(names)))
    drawn, columns = _legend(names, rows, across, frame, words)
    picture = Picture(frame.width, frame.height, (*shapes, *drawn))
    return Signature(picture, frame, across, up, ways, rows, columns)


def _ways(repetitions: Sequence[Repetition], shared: SharedClock | None) -> Iterator[Way]:
    every = zip(repetitions, clocked(repetitions, shared), strict=True)
    for figure, (each, clock) in enumerate(every):
        knee, hip = trace(each, KNEE), trace(each, HIP)
        if knee is not None and hip is not None:
            own = each.take.time_s
            yield Way(
                figure, clock.t, clock.read(own, knee.values), clock.read(own, hip.values), clock
            )


def _axes(across: Scale, up: Scale, words: Words, size: float) -> list[Shape]:
    lines: list[float] = []
    shapes: list[Shape] = []
    letters = TICK_SHARE * size
    for value in ticks(up, TICK_EM * size):
        x, y = across.at(value), up.at(value)
        lines += [x, up.start, x, up.stop, across.start, y, across.stop, y]
        text = written(value)
        wide = width_em(text) * letters
        under = up.start - 0.8 * size
        left = across.start - 0.4 * size
        shapes.append(Label("tick", "plot", x, under, text, "text_quiet", letters, wide, "center"))
        shapes.append(Label("tick", "plot", left, y, text, "text_quiet", letters, wide, "right"))
    shapes.insert(0, Strokes("grid", "plot", tuple(lines), "divider", GRID_PX))
    zero = (across.at(0.0), up.start, across.at(0.0), up.stop)
    flat = (across.start, up.at(0.0), across.stop, up.at(0.0))
    shapes.insert(1, Strokes("zero", "plot", (*zero, *flat), "guide", 1.0))
    knee = f"{curve_name(KNEE, words)}, °"
    wide = width_em(knee) * size
    middle = (across.start + across.stop) / 2
    shapes.append(
        Label("knee", "plot", middle, up.start - 2.0 * size, knee, "text", size, wide, "center")
    )
    hip = f"{curve_name(HIP, words)}, °"
    wide = width_em(hip) * size
    # Upright text, so the name of the upward axis stands over it.
    shapes.append(Label("hip", "plot", across.start, up.stop + 0.9 * size, hip, "text", size, wide))
    return shapes


def _legend(
    names: Sequence[str], rows: Sequence[float], across: Scale, frame: Frame, words: Words
) -> tuple[list[Shape], tuple[float, ...]]:
    """A row for each figure: its line, its name, its two angles; where those end.

    Where there is no room for angles beside a name, the names have all of it.
    """
    size = frame.size
    heads = [curve_name(id_, words) for id_ in (HIP, KNEE)]
    wide = [width_em(text) * size for text in heads]
    left = across.stop + 2.0 * size
    x = left + (SAMPLE_EM + 0.6) * size
    whole = frame.width - PAD_PX - x
    room = whole - sum(wide) - 3.0 * size
    if narrow := room < LEAST_NAME_EM * size:
        room = whole
    texts = [fitted(name, "regular", size, room) for name in names]
    longest = max((width_em(text) * size for text in texts), default=0.0)
    first = x + longest + 1.5 * size + wide[0]
    columns = () if narrow else (first, first + 1.5 * size + wide[1])
    shapes: list[Shape] = []
    for text, length, right in zip(heads, wide, columns, strict=False):
        y = rows[0] + ROW_EM * size
        shapes.append(Label("column", "plot", right, y, text, "text_quiet", size, length, "right"))
    for figure, (text, y) in enumerate(zip(texts, rows, strict=True)):
        shapes.append(sample_of(figure, left, y, SAMPLE_EM * size, frame.letters))
        length = width_em(text) * size
        shapes.append(Label(f"figure.{figure}", "plot", x, y, text, "text", size, length))
    return shapes, columns


def _arrows(
    figure: int, places: Sequence[tuple[float, float]], size: float, width: float
) -> Iterator[Shape]:
    """Open arrowheads along the way, at equal parts of its length; none where nothing moves."""
    z = np.array([complex(*place) for place in places])
    gone = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(z)))])
    if gone[-1] < 4 * ARROW_EM * size:
        return
    role = LINES[figure % len(LINES)].role
    for share in ARROWS:
        at, reach = share * gone[-1], ARROW_EM * size
        here = complex(np.interp(at, gone, z.real), np.interp(at, gone, z.imag))
        back = complex(np.interp(at - reach, gone, z.real), np.interp(at - reach, gone, z.imag))
        way = (here - back) / max(abs(here - back), 1e-9)
        tip = here - 1j * way * ASIDE_EM * size
        points: list[float] = []
        for side in (-1, 1):
            wing = tip - reach * way * complex(math.cos(ARROW_ANGLE), side * math.sin(ARROW_ANGLE))
            points += [tip.real, tip.imag, wing.real, wing.imag]
        yield Strokes(f"arrow.{figure}", "plot", tuple(points), role, 0.9 * width)
