"""The body of a recording: our body with the legs and trunk that its markers show.

With T, S the mean distances hip-knee and knee-ankle over the recording, R the height of the
shoulders (or C7) above the hips in standing over that of our body, times its trunk, and T0, S0, R0
our body's lengths per meter of stature:
    stature = (T + S + R) / (T0 + S0 + R0)
    femur   = T / (T0 stature) - 1, tibia and torso likewise         (`body/anthropometry.py`)
Where there are no markers on the hips' centers they follow from the pelvis (Harrington 2007,
J Biomech 40:595, for both sides): with W between the ASIS, D from the middle of the PSIS to that of
the ASIS, from the middle of the ASIS forward -.24 D - 9.9 mm, up -.30 W - 10.9 mm, out
.33 W + 7.3 mm. Units: m.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body, build
from hinge_tutor.body.skeleton import body as body_of
from hinge_tutor.body.specification import ENTRIES, Specification
from hinge_tutor.recordings.places import LEFT, RIGHT, Spot, usual_place
from hinge_tutor.recordings.tracks import RecordingError

_HIGH = ("c7", "acromion", "shoulder")


def with_hips(spots: Sequence[Spot], xyz: FloatArray) -> tuple[list[Spot], FloatArray, int]:
    """Markers (N, M, 3) in meters with the hips' centers, and how many of these were computed."""
    if any(spot.place == "hip" for spot in spots):
        return list(spots), xyz, 0
    right, left = (middle_of(spots, xyz, ("asis",), side) for side in (RIGHT, LEFT))
    back = middle_of(spots, xyz, ("psis",))
    if right is None or left is None or back is None:
        return list(spots), xyz, 0
    front = (right + left) / 2.0
    wide = np.linalg.norm(right - left, axis=1, keepdims=True)
    out = (right - left) / wide
    forward = front - back
    forward -= out * (forward * out).sum(axis=1, keepdims=True)
    deep = np.linalg.norm(forward, axis=1, keepdims=True)
    forward /= deep
    up = np.cross(out, forward)
    middle = front + forward * (-0.24 * deep - 0.0099) + up * (-0.30 * wide - 0.0109)
    aside = out * (0.33 * wide + 0.0073)
    more = np.stack([middle + aside, middle - aside], axis=1)
    return [*spots, Spot("hip", RIGHT), Spot("hip", LEFT)], np.concatenate([xyz, more], axis=1), 2


def middle_of(
    spots: Sequence[Spot], xyz: FloatArray, places: Sequence[str], side: str | None = None
) -> FloatArray | None:
    """Where the markers on the first place that has any are together (N, 3), NaN where lost."""
    for place in places:
        chosen = [
            at
            for at, spot in enumerate(spots)
            if spot.place == place and (side is None or spot.side == side)
        ]
        if chosen:
            found: FloatArray = xyz[:, chosen].mean(axis=1)
            return found
    return None


def scaled(
    name: str,
    given: Specification,
    spots: Sequence[Spot],
    xyz: FloatArray,
    standing_y: FloatArray,
) -> Body:
    """The body for markers (N, M, 3), m, whose heights in standing are `standing_y` (M,).

    Sex, mass, strength and flexibility are `given`. Raises RecordingError for what is no person.
    """
    thigh, shank = (
        _length(name, spots, xyz, "hip", "knee"),
        _length(name, spots, xyz, "knee", "ankle"),
    )
    usual = body_of("" if given.sex == "male" else f"sex={given.sex}")
    trunk = usual.lengths_m["trunk"] * _trunk_share(name, usual, spots, standing_y)
    before = [usual.lengths_m[part] for part in ("thigh", "shank", "trunk")]
    stature = usual.height_m * (thigh + shank + trunk) / sum(before)
    low, high = ENTRIES["height"].low, ENTRIES["height"].high
    if not low <= stature <= high:
        raise RecordingError("no_stature", name=name, stature_m=stature, low_m=low, high_m=high)
    shares = [
        float(np.clip(100.0 * (now / was * usual.height_m / stature - 1.0), -20.0, 20.0))
        for now, was in zip((thigh, shank, trunk), before, strict=True)
    ]
    return build(
        _named(
            replace(
                given,
                height_m=round(stature, 3),
                femur_percent=round(shares[0], 1),
                tibia_percent=round(shares[1], 1),
                torso_percent=round(shares[2], 1),
            )
        )
    )


def supple(body: Body, q: FloatArray) -> Body:
    """The same body, at least as flexible as its recorded coordinates (N, C) show it."""
    given = body.specification
    hip, knee, ankle = (
        q[:, body.index(f"{joint}_near")]
        for joint in ("hip_flexion", "knee_flexion", "ankle_dorsiflexion")
    )
    stretch = np.degrees(hip) - body.limits.per_knee * np.degrees(knee)
    hamstrings = max(given.hamstrings_deg, _within("hamstrings", float(np.max(stretch)) + 1.0))
    bent = max(given.ankle_deg, _within("ankle", float(np.degrees(np.max(ankle))) + 1.0))
    return build(_named(replace(given, hamstrings_deg=round(hamstrings), ankle_deg=round(bent))))


def _within(key: str, value: float) -> float:
    return float(np.clip(value, ENTRIES[key].low, ENTRIES[key].high))


def _named(specification: Specification) -> Specification:
    return replace(specification, name=specification.text or "default")


def _length(name: str, spots: Sequence[Spot], xyz: FloatArray, upper: str, lower: str) -> float:
    """The usual distance of two joints, the mean of both sides; raises RecordingError."""
    found = []
    for side in (RIGHT, LEFT):
        ends = [middle_of(spots, xyz, (place,), side) for place in (upper, lower)]
        if ends[0] is not None and ends[1] is not None:
            apart = np.linalg.norm(ends[0] - ends[1], axis=1)
            if np.isfinite(apart).any():
                found.append(float(np.nanmedian(apart)))
    if not found:
        raise RecordingError(f"no_{upper}_{lower}", name=name)
    return float(np.mean(found))


def _trunk_share(name: str, usual: Body, spots: Sequence[Spot], standing_y: FloatArray) -> float:
    """How long the trunk is over our body's."""
    hips = [standing_y[at] for at, spot in enumerate(spots) if spot.place == "hip"]
    for place in _HIGH:
        tops = [standing_y[at] for at, spot in enumerate(spots) if spot.place == place]
        if tops and np.isfinite(tops).all() and np.isfinite(hips).all():
            segment, offset = usual_place(usual, Spot(place, RIGHT), "near")
            row = usual.linkage.rows([(segment, offset)])
            upright = Pose(usual, np.zeros(len(usual.coordinates)))
            ours = float((upright.directions @ row.T).imag[0])
            return float(np.mean(tops) - np.mean(hips)) / ours
    raise RecordingError("no_top", name=name)
