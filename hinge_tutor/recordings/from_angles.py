"""From joint angles to the motion of a body; names and signs: `assets/recordings/coordinates.toml`.

Standing is where our angles are 0: of pelvis, hip and back the recording's own standing is taken
away, since programs put their zero elsewhere; of knees and ankles it stays. Without a pelvis the
feet are level: pitch = hip - knee + ankle. The root follows from the feet. Units: m, rad.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np

from hinge_tutor import shelf
from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.body.kinematics import Pose, coordinates_of
from hinge_tutor.body.limits import SIDED, SIDES, shares
from hinge_tutor.body.skeleton import Body, build
from hinge_tutor.body.specification import Specification
from hinge_tutor.recordings.gaps import evenly, too_long
from hinge_tutor.recordings.motion import (
    ENOUGH_HZ,
    QUIET_RAD_S,
    WEIGHT,
    Motion,
    Reading,
    foot_flat,
    quiet_standing,
)
from hinge_tutor.recordings.scaling import supple
from hinge_tutor.recordings.smoothing import cutoff_of, filtered
from hinge_tutor.recordings.tracks import Angles, RecordingError
from hinge_tutor.shape import SOURCED, Number, Table, Texts, read_shaped

SPINE = "spine_flexion"
OURS = ("root_pitch", SPINE, *SIDED)
_ROW = Table({"names": Texts(), "sign": Number(-1.0, 1.0), **SOURCED})
_SHAPE = Table({"coordinates": Table(dict.fromkeys(OURS, _ROW))})
# Right is near: everybody is seen facing right.
_SIDE_OF = {"r": "near", "right": "near", "l": "far", "left": "far"}
_SUFFIX = re.compile(r"^(?P<name>.+)_(?P<side>r|l|right|left)$")
_PREFIX = re.compile(r"^(?P<side>right|left)[ _](?P<name>.+)$")
# A joint turned by more than this in radians would be turned round: then they are degrees.
_MOST_RAD = 3.5
_CLOSE_RAD = np.radians(5.0)
NEEDED = ("hip_flexion", "knee_flexion")
_COLUMNS = {"hip_flexion": "no_hip_column", "knee_flexion": "no_knee_column"}
# A spine in one piece bends as ours: lumbar and thoracic joints by their ranges, 55 and 40 degrees.
_LUMBAR_PART = 0.75


@cache
def table() -> dict[str, Any]:
    """`assets/recordings/coordinates.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("recordings", "coordinates.toml"), _SHAPE)


def ours_of(name: str) -> tuple[str, str] | None:
    """Our coordinate for another program's name, with its side where it has one."""
    plain = name.strip().lower()
    found = _SUFFIX.match(plain) or _PREFIX.match(plain)
    side = _SIDE_OF[found["side"]] if found else ""
    plain = found["name"] if found else plain
    for ours, row in table()["coordinates"].items():
        if plain in row["names"] and bool(side) == (ours in SIDED):
            return ours, side
    return None


def motion_of(name: str, angles: Angles, given: Specification, keep_limits: bool) -> Motion:
    """The motion that angles show on the given body; raises RecordingError."""
    known = {each: ours for each in angles.names if (ours := ours_of(each)) is not None}
    for needed in NEEDED:
        if not any(ours[0] == needed for ours in known.values()):
            listed = ", ".join(angles.names[:6])
            raise RecordingError(_COLUMNS[needed], name=name, names=listed)
    columns = [angles.names.index(each) for each in known]
    time_s, values, rate = evenly(name, angles.time_s, angles.values[:, columns])
    lost: BoolArray = np.asarray(np.isnan(values).any(axis=1))
    blind, frames = too_long(lost, rate), np.arange(len(values))
    values = np.stack([np.interp(frames, frames[~lost], each[~lost]) for each in values.T], axis=1)
    degrees = angles.in_degrees
    if degrees is None:
        degrees = bool(np.abs(values).max() > _MOST_RAD)
    values = np.radians(values) if degrees else values
    if float(np.abs(values).max()) > 2.0 * np.pi:
        raise RecordingError(
            "odd_angle", name=name, degrees=float(np.degrees(np.abs(values).max()))
        )
    cutoff = cutoff_of(values, rate)
    every = max(1, int(rate / ENOUGH_HZ))
    time_s, values = time_s[::every], filtered(values, rate, cutoff)[::every]
    lost, blind = lost[::every], blind[::every]
    body = build(given)
    q, told = _coordinates(body, dict(zip(known.values(), values.T, strict=True)))
    q, standing = _from_standing(body, time_s, q)
    if not keep_limits:
        body = supple(body, q[~blind])
    reading = Reading(
        format=angles.format,
        source="",
        used=tuple(known),
        ignored=tuple(each for each in angles.names if each not in known),
        rate_hz=rate,
        seconds=float(angles.time_s[-1] - angles.time_s[0]),
        cutoff_hz=cutoff,
        both_sides=any(side == "far" for _, side in known.values()),
        degrees=degrees,
    )
    # Angles that are off by 4.5 degrees (planting.py) move the weight by a quarter of a foot.
    untold = frozenset(body.coordinates[2:]) | {"lumbar_flexion", "thoracic_flexion", WEIGHT}
    return Motion(
        body,
        frozen(time_s),
        frozen(q),
        lost,
        blind,
        frozen(standing),
        untold - told,
        reading,
    )


def _coordinates(
    body: Body, found: Mapping[tuple[str, str], FloatArray]
) -> tuple[FloatArray, frozenset[str]]:
    """Coordinates (N, C) without their root's place, and the names of those that are told."""
    count = len(next(iter(found.values())))
    q = np.zeros((count, len(body.coordinates)))
    told: set[str] = set()
    for (ours, side), values in found.items():
        sign = table()["coordinates"][ours]["sign"] or _bends(values)
        for coordinate, share in _parts(ours, side, found):
            q[:, body.index(coordinate)] = sign * share * values
            told.add(coordinate)
    if SPINE in {ours for ours, _ in found}:
        # How the ribs share in it no single joint tells.
        told.add("lumbar_flexion")
    pitch, hip, knee, ankle = (
        body.index(name)
        for name in (
            "root_pitch",
            "hip_flexion_near",
            "knee_flexion_near",
            "ankle_dorsiflexion_near",
        )
    )
    if "root_pitch" not in told:
        q[:, pitch] = q[:, hip] - q[:, knee] + q[:, ankle]
    if "shoulder_flexion_near" not in told:
        # Arms that nobody recorded hang.
        lean = -Pose(body, q).angle("upper_thorax")
        for side in SIDES:
            q[:, body.index(f"shoulder_flexion_{side}")] = lean
    return q, frozenset(told)


def _parts(
    ours: str, side: str, found: Mapping[tuple[str, str], FloatArray]
) -> Iterator[tuple[str, float]]:
    """The coordinates that a column sets, with their shares."""
    if ours == SPINE:
        for group, part in (
            ("lumbar_flexion", _LUMBAR_PART),
            ("thoracic_flexion", 1.0 - _LUMBAR_PART),
        ):
            for coordinate, share in shares(group).items():
                yield coordinate, part * share
    elif not side:
        yield from coordinates_of(ours).items()
    else:
        yield f"{ours}_{side}", 1.0
        other = "far" if side == "near" else "near"
        if (ours, other) not in found:
            # Of one side only: the other does the same.
            yield f"{ours}_{other}", 1.0


def _bends(values: FloatArray) -> float:
    """Which sign bends a joint that bends one way only."""
    return 1.0 if abs(float(values.max())) >= abs(float(values.min())) else -1.0


def _from_standing(body: Body, time_s: FloatArray, q: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Coordinates (N, C) with their root, and those (C,) of standing, whose back is straight."""
    bent = [q[:, body.index(f"{joint}_{side}")] for joint in NEEDED for side in SIDES]
    fold: FloatArray = np.sum(bent, axis=0) / 2.0
    speed = np.abs(np.gradient(fold, time_s))
    stands = quiet_standing(time_s, -fold, speed, float(_CLOSE_RAD), QUIET_RAD_S)
    still = q[stands].mean(axis=0)
    found = q.copy()
    spine = [
        body.index(part)
        for group in ("lumbar_flexion", "thoracic_flexion")
        for part in shares(group)
    ]
    found[:, spine] -= still[spine]
    # The pelvis of standing leans as the legs do, and its thighs are in line with it.
    legs = float(-Pose(body, still).angle("thigh_near"))
    for column, zero in (
        (body.index("root_pitch"), still[body.index("root_pitch")] - legs),
        *((body.index(f"hip_flexion_{s}"), still[body.index(f"hip_flexion_{s}")]) for s in SIDES),
    ):
        found[:, column] -= zero
    standing = foot_flat(body, found[stands].mean(axis=0))
    return _rooted(body, found), _rooted(body, standing[None, :])[0]


def _rooted(body: Body, q: FloatArray) -> FloatArray:
    """The same with the ankles over the origin and the heels on the ground."""
    found = q.copy()
    found[:, :2] = 0.0
    pose = Pose(body, found)
    found[:, 0] -= pose.points(("ankle_near", "ankle_far"))[..., 0].mean(axis=1)
    found[:, 1] -= pose.points(("heel_near", "heel_far", "ball_near", "ball_far"))[..., 1].min(
        axis=1
    )
    return found
