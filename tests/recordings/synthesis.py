"""Makes recordings of our own takes, as a laboratory or a phone would have seen them.

Markers stand where `assets/recordings/markers.toml` has them, left and right of the middle; noise
is normal in each of the three axes, and drawn from a seed: a sample is the same every time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.recordings.places import spot_of, usual_place
from hinge_tutor.recordings.tracks import Points

Array = npt.NDArray[np.float64]

# How long somebody stands before and after, s.
STILL_S = 0.6
# How far out of the middle each place is, m; lateral and medial markers stand 4 cm beside it.
OUT_M = {
    "hip": 0.0865,
    "asis": 0.12,
    "psis": 0.05,
    "knee": 0.10,
    "thigh": 0.12,
    "shank": 0.12,
    "ankle": 0.10,
    "heel": 0.10,
    "forefoot": 0.11,
    "toes": 0.11,
    "shoulder": 0.17,
    "acromion": 0.18,
    "upper_arm": 0.20,
    "elbow": 0.21,
    "forearm": 0.22,
    "wrist": 0.23,
    "hand": 0.23,
    "chest": 0.04,
    "head": 0.05,
}
# A pelvis whose hips Harrington's regression finds: W = .24, D = .16 m (`recordings/scaling.py`).
PELVIS_M = {"asis": (0.0483, 0.0829), "psis": (-0.1117, 0.0829)}

KEYPOINTS = (
    *("Hip", "RHip", "RKnee", "RAnkle", "RBigToe", "RSmallToe", "RHeel"),
    *("LHip", "LKnee", "LAnkle", "LBigToe", "LSmallToe", "LHeel", "Neck", "Head", "Nose"),
    *("RShoulder", "RElbow", "RWrist", "LShoulder", "LElbow", "LWrist"),
)
OPENCAP = (
    *("Neck", "RShoulder", "RElbow", "RWrist", "LShoulder", "LElbow", "LWrist", "midHip"),
    *("RHip", "RKnee", "RAnkle", "LHip", "LKnee", "LAnkle", "LBigToe", "LSmallToe", "LHeel"),
    *("RBigToe", "RSmallToe", "RHeel", "r.ASIS_study", "L.ASIS_study", "r.PSIS_study"),
    *("L.PSIS_study", "r_knee_study", "L_knee_study", "r_mknee_study", "L_mknee_study"),
    *("r_ankle_study", "L_ankle_study", "r_mankle_study", "L_mankle_study", "r_toe_study"),
    *("L_toe_study", "r_5meta_study", "L_5meta_study", "r_calc_study", "L_calc_study"),
    *("r_shoulder_study", "L_shoulder_study", "C7_study", "RHJC_study", "LHJC_study"),
    *("r_lelbow_study", "L_lelbow_study", "r_melbow_study", "L_melbow_study"),
    *("r_lwrist_study", "L_lwrist_study", "r_mwrist_study", "L_mwrist_study"),
)
PLUG_IN_GAIT = (
    *("LFHD", "RFHD", "LBHD", "RBHD", "C7", "T10", "CLAV", "STRN", "RBAK", "LSHO", "RSHO"),
    *("LELB", "RELB", "LWRA", "LWRB", "RWRA", "RWRB", "LFIN", "RFIN", "LASI", "RASI", "LPSI"),
    *("RPSI", "LTHI", "RTHI", "LKNE", "RKNE", "LTIB", "RTIB", "LANK", "RANK", "LHEE", "RHEE"),
    *("LTOE", "RTOE"),
)
RAJAGOPAL = (
    *("RACR", "LACR", "C7", "CLAV", "RASH", "RPSH", "LPSH", "RLEL", "RMEL", "LLEL", "LMEL"),
    *("RFAradius", "RFAulna", "LFAradius", "LFAulna", "RASI", "LASI", "RPSI", "LPSI", "RHJC"),
    *("LHJC", "RTH1", "RTH2", "LTH1", "LTH2", "RLFC", "RMFC", "LLFC", "LMFC", "RTB1", "RTB2"),
    *("LTB1", "LTB2", "RLMAL", "RMMAL", "LLMAL", "LMMAL", "RCAL", "RTOE", "RMT5", "LCAL"),
    *("LTOE", "LMT5", "LFHD", "RFHD", "LBHD", "RBHD"),
)
# Markers of one place are not all in one point; so far apart, m, forward and up.
_BESIDE = {
    "FHD": (0.09, 0.0),
    "BHD": (-0.08, 0.0),
    "Nose": (0.11, -0.02),
    "STRN": (0.03, -0.12),
    "RBAK": (-0.18, 0.0),
    "PSH": (-0.14, 0.03),
    "2": (-0.06, -0.08),
}


@dataclass(frozen=True)
class View:
    """How a laboratory has its axes: `forward`, `up` as columns of the file, mirrored or not."""

    forward: tuple[float, float, float] = (1.0, 0.0, 0.0)
    up: tuple[float, float, float] = (0.0, 1.0, 0.0)
    units: str = "m"
    says: str | None = None
    flat: bool = False


@cache
def done(movement: str, person: str = "default") -> Repetition:
    """A take of ours, of which recordings are made."""
    return perform(movement, body(person))


def poses(repetition: Repetition, rate: float, again: int = 1, still_s: float = STILL_S) -> Pose:
    """A body before, during and after so many repetitions, at a rate."""
    take = repetition.take
    one = np.arange(0.0, take.duration_s, 1.0 / rate)
    rows = [take.spline.at(moment) for _ in range(again) for moment in one]
    quiet = round(still_s * rate)
    return Pose(take.body, np.array([rows[0]] * quiet + rows + [rows[-1]] * quiet))


def points(
    repetition: Repetition,
    names: Sequence[str],
    *,
    rate: float = 100.0,
    noise_m: float = 0.005,
    seed: int = 0,
    view: View | None = None,
    again: int = 1,
    gaps: Mapping[str, tuple[float, float]] | None = None,
) -> Points:
    """Markers of a repetition; `gaps` are times (s) between which a marker is lost."""
    view = view or View()
    seen = poses(repetition, rate, again)
    plane = np.stack([_track(seen, name) for name in names], axis=1)
    forward, up = np.array(view.forward), np.array(view.up)
    right = np.cross(forward, up)
    xyz = plane[..., :1] * forward + plane[..., 1:2] * up
    if not view.flat:
        xyz = xyz + plane[..., 2:] * right
    noise = np.random.default_rng(seed).normal(0.0, noise_m, xyz.shape)
    if view.flat:
        noise -= (noise @ right)[..., None] * right
    xyz = xyz + noise
    scale = {"m": 1.0, "cm": 100.0, "mm": 1000.0}[view.units]
    xyz = xyz * scale
    time_s = np.arange(len(xyz)) / rate
    for name, (begin, end) in (gaps or {}).items():
        xyz[(time_s >= begin) & (time_s < end), list(names).index(name)] = np.nan
    said = view.units if view.says is None else view.says
    return Points("TRC", time_s, tuple(names), xyz, said)


def _track(seen: Pose, name: str) -> Array:
    """Where a marker is (N, 3): forward, up, to the right."""
    spot = spot_of(name)
    assert spot is not None, name
    side = "far" if spot.side == "left" else "near"
    segment, (x, y) = usual_place(seen.body, spot, side)
    if spot.place in PELVIS_M:
        x, y = PELVIS_M[spot.place]
    for part, (ahead, above) in _BESIDE.items():
        if part in name:
            x, y = x + ahead, y + above
    row = seen.body.linkage.rows([(segment, (x, y))])
    z = (seen.directions @ row.T)[:, 0] + seen.q[:, 0] + 1j * seen.q[:, 1]
    out = OUT_M.get(spot.place, 0.0)
    out = out if spot.side == "right" else -out if spot.side == "left" else 0.0
    plain = name.lower()
    if spot.place in ("knee", "ankle", "elbow", "wrist") and "study" in plain:
        inside = "_m" in plain
        out += (0.04 if spot.side == "right" else -0.04) * (-1.0 if inside else 1.0)
    return np.stack([z.real, z.imag, np.full(len(z), out)], axis=1)


def with_noise(one: Points, seed: int, noise: float) -> Points:
    """The same with more noise, in its own units."""
    more = np.random.default_rng(seed).normal(0.0, noise, one.xyz.shape)
    return replace(one, xyz=one.xyz + more)
