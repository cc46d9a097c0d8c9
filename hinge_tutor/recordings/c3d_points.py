"""Marker files `.c3d`, read by the package c3d where it is installed.

It is written in Python alone, so that no file can take the program down with it; what it stumbles
over becomes one sentence. What the header claims is held against the size of the file first, so
that nothing waits for frames that are not there.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import struct
import warnings
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import frozen
from hinge_tutor.recordings.numbers import FARTHEST
from hinge_tutor.recordings.tracks import (
    FEWEST_FRAMES,
    FEWEST_HZ,
    MOST_COLUMNS,
    MOST_FRAMES,
    MOST_HZ,
    Points,
    RecordingError,
)

FORMAT = "C3D"
PACKAGE = "c3d"
_BLOCK = 512
# Four numbers a point and frame, of two bytes at least (C3D format user guide, 2021).
_POINT_BYTES = 8


def can_read_c3d() -> bool:
    """Whether the package that reads C3D files is installed."""
    return importlib.util.find_spec(PACKAGE) is not None


def read_c3d(name: str, data: bytes) -> Points:
    """The markers of a file's bytes; raises RecordingError."""
    if not can_read_c3d():
        raise RecordingError("c3d_missing", name=name)
    _check_header(name, data)
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return _read(name, data)
    except (RecordingError, MemoryError):
        raise
    except ImportError:
        # It is there by its name, and damaged or without what it needs.
        raise RecordingError("c3d_missing", name=name) from None
    except Exception as error:
        # A stranger's bytes lead its reader anywhere; none of that is the user's to understand.
        kind = type(error).__name__
        raise RecordingError("c3d_broken", name=name, kind=kind) from None


def _check_header(name: str, data: bytes) -> None:
    """Refuses a header that claims more than the file has."""
    if len(data) < 2 * _BLOCK:
        raise RecordingError("c3d_cut", name=name)
    order = ">" if data[_BLOCK * (data[0] - 1) + 3 : _BLOCK * (data[0] - 1) + 4] == b"\x56" else "<"
    points, _, first, last = struct.unpack(f"{order}4H", data[2:10])
    frames = last - first + 1
    if not 0 < points <= MOST_COLUMNS:
        raise RecordingError("markers_count", name=name, count=points, most=MOST_COLUMNS)
    # 65,535 is written where there are more frames than the header's field can hold.
    if last != 0xFFFF and (frames < 1 or frames * points * _POINT_BYTES > len(data)):
        raise RecordingError("header_claims", name=name, frames=max(frames, 0), count=points)


def _read(name: str, data: bytes) -> Points:
    # It has no types of its own.
    c3d: Any = importlib.import_module("c3d")
    reader = c3d.Reader(io.BytesIO(data))
    rate = float(reader.point_rate)
    frames = int(reader.last_frame) - int(reader.first_frame) + 1
    if not FEWEST_HZ <= rate <= MOST_HZ:
        raise RecordingError("odd_rate", name=name, rate=rate)
    if not FEWEST_FRAMES <= frames <= MOST_FRAMES:
        raise RecordingError(
            "frames_count", name=name, count=frames, fewest=FEWEST_FRAMES, most=MOST_FRAMES
        )
    labels = [str(label).strip() for label in reader.point_labels]
    rows = []
    for _, points, _ in reader.read_frames():
        xyz = np.array(points[:, :3], dtype=np.float64)
        xyz[points[:, 3] < 0.0] = np.nan
        rows.append(xyz)
        if len(rows) > frames:
            break
    if len(rows) != frames:
        raise RecordingError("frames_missing", name=name, said=frames, count=len(rows))
    xyz = np.array(rows)
    labels = labels[: xyz.shape[1]]
    xyz = xyz[:, : len(labels)]
    # What is no number is not within reach, either.
    within = (np.abs(xyz) < FARTHEST).all(axis=2)
    xyz[~within | (xyz == 0.0).all(axis=2)] = np.nan
    keep = [at for at, label in enumerate(labels) if label and labels.index(label) == at]
    if not keep:
        raise RecordingError("nameless", name=name)
    units = reader.get("POINT:UNITS")
    return Points(
        FORMAT,
        frozen(np.arange(frames) / rate),
        tuple(labels[at] for at in keep),
        frozen(xyz[:, keep]),
        str(units.string_value).strip().lower() if units is not None else "",
    )
