"""Marker files `.trc` (track row column), as OpenSim, OpenCap and Sports2D write them.

Three lines of header, one of marker names, one of X1 Y1 Z1 …, perhaps an empty one, then rows of
frame, time and three numbers for each marker. An empty cell, `nan`, and three zeros are a marker
that was not seen. Layout: OpenSim documentation, "Marker (.trc) files"; opencap-core `utils.py`
(`numpy2TRC`); Sports2D `process.py` (`make_trc_with_trc_data`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.recordings.numbers import cells, check_times, row_of, whole_of
from hinge_tutor.recordings.tracks import (
    FEWEST_FRAMES,
    MOST_COLUMNS,
    MOST_FRAMES,
    Points,
    RecordingError,
)

FORMAT = "TRC"
# Frame and time stand before the markers.
_BEFORE = 2


def read_trc(name: str, lines: Sequence[str]) -> Points:
    """The markers of a file's lines; raises RecordingError."""
    if len(lines) < 6:
        raise RecordingError("lines_cut", name=name, count=len(lines))
    header = _header(lines)
    markers = _markers(name, lines[3])
    said = whole_of(name, 3, "NumMarkers", header.get("NumMarkers", ""), MOST_COLUMNS)
    if said != len(markers):
        raise RecordingError("markers_said", name=name, said=said, count=len(markers))
    first = 6 if len(lines) > 5 and not lines[5].strip() else 5
    rows = [(at + 1, line) for at, line in enumerate(lines[first:], first) if line.strip()]
    frames = whole_of(name, 3, "NumFrames", header.get("NumFrames", ""), MOST_FRAMES)
    if frames != len(rows):
        raise RecordingError("frames_said", name=name, said=frames, count=len(rows))
    if frames < FEWEST_FRAMES:
        raise RecordingError("few_rows", name=name, count=frames, fewest=FEWEST_FRAMES)
    times, xyz = _rows(name, rows, len(markers))
    check_times(name, times, rows[0][0])
    return Points(FORMAT, frozen(times), markers, frozen(xyz), header.get("Units", "").lower())


def _header(lines: Sequence[str]) -> Mapping[str, str]:
    keys, values = ([word.strip() for word in cells(line)] for line in lines[1:3])
    given = [value for value in values if value]
    # Some programs line the values up with more than one tab between them.
    values = given if len(given) == len([key for key in keys if key]) else values
    return dict(zip(keys, values, strict=False))


def _markers(name: str, line: str) -> tuple[str, ...]:
    words = [word.strip() for word in cells(line)]
    if len(words) <= _BEFORE or not words[1].lower().startswith("time"):
        raise RecordingError("no_names", name=name)
    found = tuple(word for word in words[_BEFORE:] if word)
    double = next((word for word in found if found.count(word) > 1), None)
    if double:
        raise RecordingError("double", name=name, marker=double)
    if not found:
        raise RecordingError("nameless", name=name)
    return found


def _rows(
    name: str, rows: Sequence[tuple[int, str]], markers: int
) -> tuple[list[float], FloatArray]:
    wide = _BEFORE + 3 * markers
    times, table = [], np.full((len(rows), 3 * markers), np.nan)
    for at, (number, line) in enumerate(rows):
        words = cells(line)
        while len(words) > wide and not words[-1].strip():
            words.pop()
        # Whoever writes no tab behind the last marker leaves its empty cells out.
        if "\t" in line and wide - 3 <= len(words) < wide:
            words += [""] * (wide - len(words))
        if len(words) != wide:
            raise RecordingError(
                "cells", name=name, line=number, count=len(words), markers=markers, wide=wide
            )
        times += row_of(name, number, words[1:_BEFORE], gaps=False)
        table[at] = row_of(name, number, words[_BEFORE:], gaps=True)
    xyz = table.reshape(len(rows), markers, 3)
    lost = np.isnan(xyz).any(axis=2) | (xyz == 0.0).all(axis=2)
    xyz[lost] = np.nan
    return times, xyz
