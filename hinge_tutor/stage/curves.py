"""The strokes of a plot: a figure's curve in its own style, its band, and the lines behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.lessons.numerals import signed
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.shared_clock import SharedClock
from hinge_tutor.stage.axis import Clocked, Scale, ticks
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.plot_names import ANGLE, COMPRESSION, LENGTH, MOMENT, SPINE, kind_of, subject
from hinge_tutor.stage.shapes import Curve, Label, Numbers, Shape, Strokes
from hinge_tutor.stage.traces import Trace

# Curves with words of their own: their usual name is too long here, or they have none.
LONG = "length"
CURVES = (COMPRESSION, SPINE, LONG)
# A band's strokes are so far apart, so that those of three figures stand between each other.
BAND_PX = 12.0
# Lines behind the curves are thin: where a theme widens strokes they would be bars.
GRID_PX = 0.7
# Ticks stand at least so many letter heights apart, in letters of this share; this many at most.
TICK_EM, TICK_SHARE, MOST_TICKS = 1.15, 0.87, 6


@dataclass(frozen=True)
class Line:
    """How a figure's curves are drawn: told apart by dashes as well as by color; px."""

    role: str
    width: float
    dash: float


# From left to right on the stage.
LINES = (
    Line("highlight", 2.2, 0.0),
    Line("pressure", 2.0, 7.0),
    Line("band", 2.4, 2.4),
)


def curve_name(id_: str, words: Words, anatomical: bool = False) -> str:
    """What a curve is called, without its unit."""
    kind, name = kind_of(id_), subject(id_)
    if kind == ANGLE:
        return words.curve(SPINE) if name == SPINE else words.measure(name).name
    if kind in (COMPRESSION, LENGTH):
        return words.curve(COMPRESSION if kind == COMPRESSION else LONG)
    said = words.joint(name) if kind == MOMENT else words.muscle(name, anatomical)
    return said[:1].upper() + said[1:]


def written(value: float) -> str:
    """A value of a curve without its unit: whole numbers say as much as the model knows."""
    return signed(f"{value:.0f}")


def curve_shapes(
    line: Trace,
    figure: int,
    at: tuple[Clocked, FloatArray],
    scale: Scale,
    time: tuple[float, float],
    letters: float,
) -> Iterator[Shape]:
    """A figure's curve through every sample of its take; a band as fine strokes across it."""
    clock, own_s = at
    style = LINES[figure % len(LINES)]
    left, right = time
    name = f"{line.id}.{figure}"
    if line.band is not None:
        yield _band(line.band, figure, at, scale, time, letters)
    values = clock.read(own_s, line.values)
    x = left + clock.t * (right - left)
    for run in clock.runs(values):
        places = [(float(x[n]), scale.at(float(values[n]))) for n in run]
        yield Curve(
            f"curve.{name}",
            "plot",
            straight(places),
            "",
            style.role,
            style.width * letters,
            style.dash * letters,
        )


def straight(places: list[tuple[float, float]]) -> Numbers:
    """Straight pieces through these places, as a curve's numbers."""
    points = [*places[0]]
    for (x1, y1), (x2, y2) in pairwise(places):
        points += [x1, y1, x2, y2, x2, y2]
    return tuple(points)


def _band(
    band: tuple[FloatArray, FloatArray],
    figure: int,
    at: tuple[Clocked, FloatArray],
    scale: Scale,
    time: tuple[float, float],
    letters: float,
) -> Strokes:
    clock, own_s = at
    left, right = time
    every = BAND_PX * letters
    shift = (figure + 0.5) / len(LINES) * every
    x = np.arange(left + shift, right, every)
    t = (x - left) / (right - left)
    low, high = (np.interp(t, clock.t, clock.read(own_s, end)) for end in band)
    points = tuple(
        value
        for place, start, stop in zip(x.tolist(), low.tolist(), high.tolist(), strict=True)
        for value in (place, scale.at(start), place, scale.at(stop))
    )
    role = LINES[figure % len(LINES)].role
    return Strokes(f"band.{figure}", "plot", points, role, 0.8 * letters)


def grid_shapes(
    clock: SharedClock, scale: Scale, time: tuple[float, float], size: float
) -> Iterator[Shape]:
    """Where phases end and where round values lie, with zero drawn strongest.

    Ticks stand left of the panel, or on their lines where there is no room for them; the line of
    zero, where most curves begin, then has none.
    """
    left, right = time
    whole = clock.duration_s or 1.0
    ends: list[float] = []
    for span in clock.spans[:-1]:
        x = left + span.to_s / whole * (right - left)
        ends += [x, scale.start, x, scale.stop]
    if ends:
        yield Strokes("phases", "plot", tuple(ends), "divider", GRID_PX, 3.0)
    letters = TICK_SHARE * size
    found = ticks(scale, max(TICK_EM * size, (scale.stop - scale.start) / MOST_TICKS))
    outside = left - 0.25 * size
    room = all(width_em(written(value)) * letters <= outside for value in found)
    for value in found:
        y = scale.at(value)
        yield Strokes(
            "tick", "plot", (left, y, right, y), "guide" if value == 0.0 else "divider", GRID_PX
        )
    taken: list[float] = []
    # The farthest from zero say most; what would lie on a number that is written is left out.
    for value in sorted(found, key=abs, reverse=True):
        y, text = scale.at(value), written(value)
        wide = width_em(text) * letters
        close = any(abs(y - other) < letters for other in taken)
        if close or (value == 0.0 and not room):
            continue
        if not room:
            inside, over = left + 0.3 * size, y + 0.6 * letters
            if over + 0.5 * letters <= scale.stop:
                taken.append(y)
                yield Label("tick", "plot", inside, over, text, "text_quiet", letters, wide)
        elif y + 0.2 * letters <= scale.stop or value == 0.0:
            taken.append(y)
            yield Label("tick", "plot", outside, y, text, "text_quiet", letters, wide, "right")
