"""A plot over the repetition: panels of curves with one axis of time, a line for each figure.

One millimeter is one pixel here. All but the cursor stays while a repetition plays, so it is made
once; the cursor with the values of the moment is a picture of its own to lie over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.shared_clock import SharedClock, shared_clock
from hinge_tutor.stage.axis import Clocked, Scale, clocked, scale_of
from hinge_tutor.stage.curves import LINES, curve_name, curve_shapes, grid_shapes, written
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plot_frame import FOOT_PX, PAD_PX, VALUE_EM, Frame, head_shapes, value_right
from hinge_tutor.stage.plot_names import EFFORT, UNITS, kind_of
from hinge_tutor.stage.shapes import Disc, Label, Plate, Shape, Strokes
from hinge_tutor.stage.traces import Trace, trace

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# In letter heights: between two panels, the row over a panel and the head over all of them.
GAP_EM, ROW_EM, HEAD_EM = 0.8, 1.2, 1.7
# A panel lower than this shows no shape of a curve; then the last ones are left out.
LEAST_PANEL_EM = 1.3


@dataclass(frozen=True, eq=False)
class Panel:
    """One kind of value: its curves (one for each figure, None where it has none) and scale."""

    id: str
    scale: Scale
    curves: tuple[tuple[FloatArray, FloatArray] | None, ...]
    row: float

    def at(self, figure: int, t: float) -> float | None:
        """A figure's value at t of the shared clock."""
        curve = self.curves[figure]
        return None if curve is None else float(np.interp(t, *curve))


@dataclass(frozen=True, eq=False)
class Plot:
    """The plot, its panels from top to bottom, and where its time runs, in mm."""

    picture: Picture
    frame: Frame
    panels: tuple[Panel, ...]

    def cursor(self, t: float) -> Picture:
        """The moment t of the shared clock over all panels: a line, a dot and a value each."""
        frame = self.frame
        x = frame.left + min(max(t, 0.0), 1.0) * (frame.right - frame.left)
        top = self.panels[0].scale.stop if self.panels else frame.height
        bottom = self.panels[-1].scale.start if self.panels else 0.0
        pen = frame.letters
        shapes: list[Shape] = [
            Strokes("cursor", "plot", (x, bottom, x, top + 3.0), "text", 1.5 * pen),
            Disc("cursor", "plot", x, top + 3.0, 3.0 * pen, fill="text"),
        ]
        for panel in self.panels:
            for figure in range(len(panel.curves)):
                value = panel.at(figure, t)
                if value is not None:
                    shapes += self._reading(panel, figure, value, x)
        return Picture(frame.width, frame.height, tuple(shapes), ground="")

    def _reading(self, panel: Panel, figure: int, value: float, x: float) -> Iterator[Shape]:
        size, name = self.frame.size, f"{panel.id}.{figure}"
        role = LINES[figure % len(LINES)].role
        yield Disc(
            f"dot.{name}", "plot", x, panel.scale.at(value), 0.3 * size, role, "plate", 0.1 * size
        )
        text = written(value)
        right = value_right(self.frame, len(panel.curves), figure)
        wide = width_em(text, "semibold") * size
        if not self.frame.beside(len(panel.curves)):
            # Over the cursor, which runs through the rows between panels.
            corner = (right - wide - 0.2 * size, panel.row - 0.55 * size)
            plate = (*corner, wide + 0.4 * size, 1.1 * size, 0.2 * size)
            yield Plate(f"behind.{name}", "plot", *plate, fill="plate")
        yield Label(
            f"value.{name}", "plot", right, panel.row, text, role, size, wide, "right", "semibold"
        )

    def readings(self, t: float) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
        """Each curve's name with every figure's value at t."""
        return tuple(
            (panel.id, tuple(panel.at(figure, t) for figure in range(len(panel.curves))))
            for panel in self.panels
        )

    def time_at(self, x: float) -> float:
        """The shared clock's t (0…1) at a place of the plot."""
        wide = max(self.frame.right - self.frame.left, 1e-9)
        return min(max((x - self.frame.left) / wide, 0.0), 1.0)


def plot(
    repetitions: Sequence[Repetition],
    names: Sequence[str],
    ids: Sequence[str],
    words: Words,
    frame: Frame,
    anatomical: bool = False,
    clock: SharedClock | None = None,
) -> Plot:
    """The plot of these curves of each figure; `names` are the figures' in the legend.

    Without a clock they share it by phase.
    """
    shared = clock or shared_clock([each.take for each in repetitions])
    clocks = clocked(repetitions, shared)
    traces = {id_: [trace(each, id_) for each in repetitions] for id_ in ids}
    shown = [id_ for id_ in ids if any(traces[id_])]
    beside = frame.beside(len(repetitions))
    head = HEAD_EM * frame.size + 4.0
    row = 0.0 if beside else ROW_EM * frame.size
    gap = GAP_EM * frame.size * (1.0 if beside else 0.5)
    room = frame.height - head - FOOT_PX
    least = row + gap + LEAST_PANEL_EM * frame.size
    shown = shown[: max(int((room + gap) / least), 1)]
    each_high = (room + gap) / max(len(shown), 1)
    ends = _ends(traces, shown)
    panels: list[Panel] = []
    shapes = head_shapes(names, frame)
    for number, id_ in enumerate(shown):
        top = frame.height - head - number * each_high
        bottom = top - each_high + gap
        # However low the sheet, up is up.
        scale = scale_of(*ends[id_], bottom, max(top - row, bottom + 1.0))
        middle = (scale.start + scale.stop) / 2 if beside else top - 0.5 * row
        panel = Panel(id_, scale, _curves(repetitions, clocks, traces[id_]), middle)
        panels.append(panel)
        title = f"{curve_name(id_, words, anatomical)}, {UNITS[kind_of(id_)]}"
        shapes += grid_shapes(shared, scale, (frame.left, frame.right), frame.size)
        shapes += _title(id_, title, panel, frame, len(repetitions))
        for figure, (line, own_clock) in enumerate(zip(traces[id_], clocks, strict=True)):
            if line is not None:
                own = repetitions[figure].take.time_s
                shapes += curve_shapes(
                    line, figure, (own_clock, own), scale, (frame.left, frame.right), frame.letters
                )
    return Plot(Picture(frame.width, frame.height, tuple(shapes)), frame, tuple(panels))


def _ends(
    traces: dict[str, list[Trace | None]], ids: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """The lowest and the highest value of each panel; efforts share theirs, to be compared."""
    found = {}
    for id_ in ids:
        lines = [line for line in traces[id_] if line is not None]
        rows = [row for line in lines for row in (line.values, *(line.band or ()))]
        found[id_] = (
            float(min(np.nanmin(row) for row in rows)),
            float(max(np.nanmax(row) for row in rows)),
        )
    efforts = [id_ for id_ in ids if kind_of(id_) == EFFORT]
    most = max((found[id_][1] for id_ in efforts), default=0.0)
    return {**found, **dict.fromkeys(efforts, (0.0, most))}


def _curves(
    repetitions: Sequence[Repetition], clocks: Sequence[Clocked], lines: Sequence[Trace | None]
) -> tuple[tuple[FloatArray, FloatArray] | None, ...]:
    return tuple(
        None if line is None else (clock.t, clock.read(each.take.time_s, line.values))
        for each, clock, line in zip(repetitions, clocks, lines, strict=True)
    )


def _title(id_: str, title: str, panel: Panel, frame: Frame, figures: int) -> list[Shape]:
    """The panel's name beside it, or over it as far as the values leave room."""
    size = frame.size
    if frame.beside(figures):
        left, room = PAD_PX, frame.left - PAD_PX - 3.4 * size
    else:
        left = frame.left
        room = value_right(frame, figures, 0) - VALUE_EM * size - left
    text = fitted(title, "semibold", size, room)
    wide = width_em(text, "semibold") * size
    return [
        Label(f"title.{id_}", "plot", left, panel.row, text, "text", size, wide, "left", "semibold")
    ]
