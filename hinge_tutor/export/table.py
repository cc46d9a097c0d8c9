"""The curves of repetitions as comma-separated values: a row for each sample of each figure.

Columns: figure, time_s, phase, then each curve with its unit at the end of its name; a cell is
empty where a figure has no such curve. The figures stand below each other, each with its own
samples, so that nothing is interpolated. Moments are positive toward extension.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from pathlib import Path

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.muscles import group_names
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.export.image import write
from hinge_tutor.stage.plot_names import COMPRESSION, EFFORT, MOMENT, PLOTS
from hinge_tutor.stage.traces import Trace, trace

SUFFIX = ".csv"
FIRST = ("figure", "time_s", "phase")
BAND = ("l5s1_compression_low_N", "l5s1_compression_high_N")
# Seven figures are more than the model knows, and read back to the values it had.
PRECISION = ".7g"


def columns() -> tuple[str, ...]:
    """Every curve of a table, in its order; both sides where there are two."""
    legs = (f"{joint}_{side}{MOMENT}" for joint in ("hip", "knee", "ankle") for side in SIDES)
    efforts = (f"{group}{EFFORT}" for group in group_names())
    return (*PLOTS["angles"], *legs, f"l5s1{MOMENT}", *efforts, COMPRESSION)


def table(figures: Mapping[str, Repetition]) -> str:
    """The table of figures by their names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*FIRST, *columns(), *BAND))
    for name, repetition in figures.items():
        take = repetition.take
        rows = [row for each in columns() for row in _rows(trace(repetition, each))]
        for sample, (time_s, phase) in enumerate(zip(take.time_s, take.phase, strict=True)):
            cells = ["" if row is None else _cell(float(row[sample])) for row in rows]
            writer.writerow((name, _cell(float(time_s)), phase, *cells))
    return text.getvalue()


def _rows(found: Trace | None) -> tuple[FloatArray | None, ...]:
    """A curve, and both ends of its band where it has one."""
    if found is None:
        return (None,)
    return (found.values, *(found.band or ()))


def _cell(value: float) -> str:
    return format(value, PRECISION) if math.isfinite(value) else ""


def save_csv(figures: Mapping[str, Repetition], path: Path) -> None:
    """Writes the table; raises ExportError."""
    write(path, table(figures).encode("utf-8"))
