"""From markers to the motion of a body: names, view from the side, scale, inverse kinematics."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.body.specification import Specification
from hinge_tutor.recordings.following import follow
from hinge_tutor.recordings.gaps import evenly, fill
from hinge_tutor.recordings.motion import (
    ENOUGH_HZ,
    Motion,
    Reading,
)
from hinge_tutor.recordings.places import (
    Spot,
    set_of,
    spot_of,
)
from hinge_tutor.recordings.sagittal import sagittal
from hinge_tutor.recordings.scaling import supple
from hinge_tutor.recordings.smoothing import cutoff_of, filtered
from hinge_tutor.recordings.tracks import FEWEST_FRAMES, Points, RecordingError

# Without one marker of each of these at a moment nothing can be said about it.
NEEDED = (
    ("hip", "asis", "psis", "crest"),
    ("knee", "thigh"),
    ("ankle", "shank"),
    ("shoulder", "acromion", "c7", "chest"),
)


def motion_of(name: str, points: Points, given: Specification, keep_limits: bool) -> Motion:
    """The motion that markers show; raises RecordingError.

    Of the body sex, mass and strength are `given`, with `keep_limits` flexibility, too.
    """
    known = [(at, spot) for at, each in enumerate(points.names) if (spot := spot_of(each))]
    if len(known) < len(NEEDED):
        listed = ", ".join(points.names[:6])
        raise RecordingError("unknown_set", name=name, names=listed)
    spots = [spot for _, spot in known]
    time_s, xyz, rate = evenly(name, points.time_s, points.xyz[:, [at for at, _ in known]])
    even = fill(time_s, rate, xyz)
    first, last = _whole(name, spots, even.lost)
    time_s, xyz = time_s[first:last], even.xyz[first:last]
    view = sagittal(name, points.units, spots, xyz)
    xyz, cutoff = _smooth(xyz * view.m_per_unit, rate)
    filled: BoolArray = np.asarray(even.filled[first:last].any(axis=1))
    blind = _blind(spots, even.lost[first:last])
    every = max(1, int(rate / ENOUGH_HZ))
    time_s, xyz, filled, blind = time_s[::every], xyz[::every], filled[::every], blind[::every]
    fitted = follow(name, view, spots, xyz, given, time_s)
    body = fitted.body if keep_limits else supple(fitted.body, fitted.q[~blind])
    reading = Reading(
        format=points.format,
        source=set_of([points.names[at] for at, _ in known]),
        used=tuple(points.names[at] for at, _ in known),
        ignored=tuple(each for each in points.names if spot_of(each) is None),
        rate_hz=rate,
        seconds=float(points.time_s[-1] - points.time_s[0]),
        cutoff_hz=cutoff,
        units=view.units,
        up=view.up,
        forward=view.forward,
        facing=view.facing,
        flat=view.flat,
        both_sides=fitted.both,
        computed=fitted.computed,
        off_mm=1000.0 * fitted.off_m,
    )
    return Motion(
        body,
        frozen(time_s),
        frozen(fitted.q),
        filled,
        blind,
        frozen(fitted.standing),
        fitted.untold,
        reading,
    )


def _blind(spots: Sequence[Spot], lost: BoolArray) -> BoolArray:
    """Frames (N,) in which all markers of a needed part are lost."""
    found = np.zeros(len(lost), dtype=bool)
    for places in NEEDED:
        part = [at for at, spot in enumerate(spots) if spot.place in places]
        found |= lost[:, part].all(axis=1)
    return found


def _whole(name: str, spots: Sequence[Spot], lost: BoolArray) -> tuple[int, int]:
    """From which to which frame there is something to see; raises RecordingError."""
    for places in NEEDED:
        if not any(spot.place in places for spot in spots):
            raise RecordingError(f"no_{places[0]}", name=name)
    seen = np.flatnonzero(~_blind(spots, lost))
    if len(seen) < FEWEST_FRAMES:
        raise RecordingError("hardly_seen", name=name)
    return int(seen[0]), int(seen[-1]) + 1


def _smooth(xyz: FloatArray, rate: float) -> tuple[FloatArray, float]:
    """Markers (N, M, 3) without noise, and the cutoff; what is lost stays lost."""
    flat = xyz.reshape(len(xyz), -1)
    lost = np.isnan(flat)
    frames = np.arange(len(flat))
    bridged = flat.copy()
    for column in np.flatnonzero(lost.any(axis=0)):
        seen = ~lost[:, column]
        bridged[:, column] = (
            np.interp(frames, frames[seen], flat[seen, column]) if seen.any() else 0.0
        )
    moving = ~lost.any(axis=0) & (np.ptp(bridged, axis=0) > 0.0)
    cutoff = cutoff_of(bridged[:, moving] if moving.any() else bridged, rate)
    smooth = filtered(bridged, rate, cutoff)
    smooth[lost] = np.nan
    return smooth.reshape(xyz.shape), cutoff
