"""Which way is up and forward in a recording, in which unit it is, and its picture from the side.

A person stands at first, or at some time: then the trunk is above the feet and toes are ahead of
heels. With u up, l from the left side's joints to the right side's, in the file's axes:
    forward = u × l                  (x = y × z: forward, up, to the right)
of a recording in one plane (Sports2D) forward is where the toes are. x = p · forward, y = p · u.
Seen like that everybody faces right. The near side is the right one, or in one plane the one toward
the camera: the left one of somebody who faces left.
Units out: m. Frame: x forward, y up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.recordings.places import LEFT, RIGHT, Spot
from hinge_tutor.recordings.tracks import RecordingError

AXES = ("x", "y", "z")
UNITS_M = {"m": 1.0, "meters": 1.0, "cm": 0.01, "mm": 0.001, "millimeters": 0.001}
# Shoulders stand this far above the ankles, m: a child to a giant. What is outside is another unit.
LOWEST_M, HIGHEST_M = 0.7, 2.1
# A standing trunk leans less than this from the vertical axis: cosine of 35 degrees.
_UPRIGHT = 0.82
# What does not leave a sheet of 2 cm is a recording in one plane.
_FLAT_M = 0.02
_LOW, _HIGH = ("ankle",), ("c7", "acromion", "shoulder", "chest")
_AHEAD, _BEHIND = ("toes", "forefoot"), ("heel", "ankle")
_PAIRS = ("hip", "asis", "knee", "ankle", "heel", "shoulder", "acromion")


@dataclass(frozen=True, eq=False)
class Sagittal:
    """What was found: unit, axes (as `+y`), whether all lies in one plane, and who is near.

    `forward` is an axis or, where it lies between two, the direction in degrees from the first
    level axis; `facing` is `right` or `left` in the file's own picture.
    """

    units: str
    up: str
    forward: str
    facing: str
    flat: bool
    near: str
    m_per_unit: float
    up_axis: FloatArray
    forward_axis: FloatArray

    def of(self, xyz: FloatArray) -> FloatArray:
        """Positions (…, 3) in the file's axes as x and y (…, 2), m."""
        return self.m_per_unit * (xyz @ np.stack([self.forward_axis, self.up_axis], axis=1))


def sagittal(name: str, units: str, spots: Sequence[Spot], xyz: FloatArray) -> Sagittal:
    """Finds the view from the side of markers (N, M, 3); raises RecordingError."""
    low, high = (middle(spots, xyz, places) for places in (_LOW, _HIGH))
    if low is None or high is None:
        raise RecordingError("no_low" if low is None else "no_high", name=name)
    trunk = high - low
    length = np.linalg.norm(trunk, axis=1)
    if not np.isfinite(length).any():
        raise RecordingError("never_together", name=name)
    tallest = length >= np.nanquantile(length, 0.9)
    stand = np.nanmean(trunk[tallest], axis=0)
    axis = int(np.abs(stand).argmax())
    if abs(stand[axis]) < _UPRIGHT * float(np.linalg.norm(stand)):
        raise RecordingError("never_upright", name=name)
    m_per_unit, unit = _unit(name, units, abs(float(stand[axis])))
    up = np.zeros(3)
    up[axis] = np.sign(stand[axis])
    level = [each for each in range(3) if each != axis]
    spread = m_per_unit * (np.nanmax(xyz, axis=(0, 1)) - np.nanmin(xyz, axis=(0, 1)))
    flat = bool(min(spread[level]) < _FLAT_M)
    forward = _forward(name, spots, xyz, up, level[int(spread[level].argmin())] if flat else None)
    turned = level[int(np.abs(forward[level]).argmax())]
    ahead = bool(forward[turned] > 0.0)
    return Sagittal(
        units=unit,
        up=_signed(axis, up[axis] > 0),
        forward=_said(forward, level),
        facing="right" if ahead else "left",
        flat=flat,
        near=LEFT if flat and not ahead else RIGHT,
        m_per_unit=m_per_unit,
        up_axis=up,
        forward_axis=forward,
    )


def _unit(name: str, said: str, tall: float) -> tuple[float, str]:
    """Meters in the file's unit, and what it is called; the person's size has the last word."""
    named = UNITS_M.get(said.lower())
    if named is not None and LOWEST_M <= tall * named <= HIGHEST_M:
        return named, said.lower()
    for unit in ("m", "cm", "mm"):
        if LOWEST_M <= tall * UNITS_M[unit] <= HIGHEST_M:
            return UNITS_M[unit], unit
    raise RecordingError("no_unit", name=name, tall=tall)


def middle(spots: Sequence[Spot], xyz: FloatArray, places: Sequence[str]) -> FloatArray | None:
    """Where the markers on places are together (N, 3): of both sides, of the first place found."""
    for place in places:
        chosen = [at for at, spot in enumerate(spots) if spot.place == place]
        if chosen:
            return _mean(xyz[:, chosen])
    return None


def _mean(xyz: FloatArray) -> FloatArray:
    seen = ~np.isnan(xyz)
    total = np.where(seen, xyz, 0.0).sum(axis=1)
    count = seen.sum(axis=1)
    found: FloatArray = np.full_like(total, np.nan)
    np.divide(total, count, out=found, where=count > 0)
    return found


def _forward(
    name: str, spots: Sequence[Spot], xyz: FloatArray, up: FloatArray, flat: int | None
) -> FloatArray:
    """The unit vector forward, level; `flat` is the axis out of the only plane."""
    across = np.zeros(3) if flat is not None else _across(spots, xyz)
    across = across - up * float(across @ up)
    toes = _toes(spots, xyz)
    if toes is not None:
        toes = toes - up * float(toes @ up)
        if flat is not None:
            toes[flat] = 0.0
    if float(np.linalg.norm(across)) > 0.0:
        forward = np.cross(up, across)
        if toes is not None and float(forward @ toes) < 0.0:
            # Left and right are exchanged, or the file's axes are left-handed.
            forward = -forward
    elif toes is not None and float(np.linalg.norm(toes)) > 0.0:
        forward = toes
    else:
        raise RecordingError("no_facing", name=name)
    found: FloatArray = forward / np.linalg.norm(forward)
    return found


def _across(spots: Sequence[Spot], xyz: FloatArray) -> FloatArray:
    """From the left side to the right one, summed over what there is on both."""
    total = np.zeros(3)
    for place in _PAIRS:
        sides = [
            [at for at, spot in enumerate(spots) if spot == Spot(place, side)]
            for side in (RIGHT, LEFT)
        ]
        if all(sides):
            way = _mean(xyz[:, sides[0]]) - _mean(xyz[:, sides[1]])
            if np.isfinite(way).all(axis=1).any():
                total += np.nanmedian(way, axis=0)
    return total


def _toes(spots: Sequence[Spot], xyz: FloatArray) -> FloatArray | None:
    ahead, behind = (middle(spots, xyz, places) for places in (_AHEAD, _BEHIND))
    if ahead is None or behind is None or not np.isfinite(ahead - behind).all(axis=1).any():
        return None
    found: FloatArray = np.nanmedian(ahead - behind, axis=0)
    return found


def _signed(axis: int, positive: bool) -> str:
    return ("+" if positive else "-") + AXES[axis]


def _said(forward: FloatArray, level: Sequence[int]) -> str:
    """An axis where forward lies within 10 degrees of one, else the angle from the first."""
    first = int(np.abs(forward).argmax())
    if abs(forward[first]) > np.cos(np.radians(10.0)):
        return _signed(first, forward[first] > 0)
    angle = np.degrees(np.arctan2(forward[level[1]], forward[level[0]]))
    return f"{angle:.0f}° from {_signed(level[0], True)}"
