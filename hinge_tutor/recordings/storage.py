"""Files of joint angles `.mot` and `.sto`, as OpenSim, OpenCap and Sports2D write them.

A header of `key=value` (or `key value`) lines up to `endheader`, a line of column names that begins
with `time`, then rows. States have paths: of `/jointset/hip_r/hip_flexion_r/value` the coordinate
is the part before `value`; `…/speed` and muscles' states are left out. Layout: OpenSim
documentation, "Storage (.sto) files" and "Motion (.mot) files"; opencap-core `numpy2storage`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from hinge_tutor.body.arrays import frozen
from hinge_tutor.recordings.numbers import cells, check_times, row_of, whole_of
from hinge_tutor.recordings.tracks import (
    FEWEST_FRAMES,
    MOST_COLUMNS,
    MOST_FRAMES,
    Angles,
    RecordingError,
)

FORMAT = "MOT"
_ROWS, _COLUMNS = ("nrows", "datarows"), ("ncolumns", "datacolumns")
_FORCES = ("ground_force", "force_vx", "_torque_")


def read_storage(name: str, lines: Sequence[str]) -> Angles:
    """The coordinates of a file's lines; raises RecordingError."""
    end = next(at for at, line in enumerate(lines) if line.strip().lower() == "endheader")
    header = _header(lines[:end])
    after = [(at + 1, line) for at, line in enumerate(lines[end + 1 :], end + 1) if line.strip()]
    if not after:
        raise RecordingError("head_only", name=name)
    labels = [word.strip() for word in cells(after[0][1]) if word.strip()]
    number, rows = after[0][0], after[1:]
    if labels[0].lower() != "time":
        raise RecordingError("no_time", name=name, line=number)
    if len(labels) > MOST_COLUMNS or len(rows) > MOST_FRAMES:
        raise RecordingError(
            "too_wide",
            name=name,
            columns=len(labels),
            rows=len(rows),
            most_columns=MOST_COLUMNS,
            most_rows=MOST_FRAMES,
        )
    _agrees(name, header, _COLUMNS, len(labels), MOST_COLUMNS)
    _agrees(name, header, _ROWS, len(rows), MOST_FRAMES)
    if any(part in label for label in labels for part in _FORCES):
        raise RecordingError("forces", name=name)
    if len(rows) < FEWEST_FRAMES:
        raise RecordingError("few_rows", name=name, count=len(rows), fewest=FEWEST_FRAMES)
    table = np.empty((len(rows), len(labels)))
    for at, (line_number, line) in enumerate(rows):
        words = [word for word in cells(line) if word.strip()]
        if len(words) != len(labels):
            raise RecordingError(
                "row_cut", name=name, line=line_number, count=len(words), named=len(labels)
            )
        table[at] = row_of(name, line_number, words, gaps=False)
    check_times(name, table[:, 0].tolist(), rows[0][0])
    columns = {_coordinate(label): at for at, label in enumerate(labels[1:], 1)}
    columns.pop("", None)
    said = header.get("indegrees", ("", 0))[0].lower()
    return Angles(
        FORMAT,
        frozen(table[:, 0]),
        tuple(columns),
        frozen(table[:, list(columns.values())]),
        {"yes": True, "no": False}.get(said),
    )


def _coordinate(label: str) -> str:
    """The coordinate's own name; empty where the column is something else of a state."""
    parts = label.split("/")
    if len(parts) == 1:
        return label
    return parts[-2] if parts[-1] == "value" else ""


def _header(lines: Sequence[str]) -> Mapping[str, tuple[str, int]]:
    found = {}
    for number, line in enumerate(lines, 1):
        key, equals, value = line.partition("=")
        if not equals:
            key, _, value = line.strip().partition(" ")
        found[key.strip().lower()] = value.strip(), number
    return found


def _agrees(
    name: str, header: Mapping[str, tuple[str, int]], keys: Sequence[str], counted: int, most: int
) -> None:
    """A count that the header gives has to be the file's."""
    for key in keys:
        if key in header:
            text, number = header[key]
            said = whole_of(name, number, key, text, most)
            if said != counted:
                raise RecordingError(
                    "said_otherwise", name=name, line=number, key=key, said=said, count=counted
                )
