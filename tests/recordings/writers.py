"""Writes recordings as other programs do: the header of each, its spaces, its tabs."""

from __future__ import annotations

import importlib
import io
import warnings
from collections.abc import Mapping
from typing import Any

import numpy as np

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.recordings.tracks import Points

# Another program's coordinate, ours, and which way it turns (Rajagopal2016).
RAJAGOPAL_ANGLES = (
    ("pelvis_tilt", "root_pitch", -1.0),
    ("hip_flexion_r", "hip_flexion_near", 1.0),
    ("knee_angle_r", "knee_flexion_near", 1.0),
    ("ankle_angle_r", "ankle_dorsiflexion_near", 1.0),
    ("mtp_angle_r", "toe_extension_near", 1.0),
    ("hip_flexion_l", "hip_flexion_far", 1.0),
    ("knee_angle_l", "knee_flexion_far", 1.0),
    ("ankle_angle_l", "ankle_dorsiflexion_far", 1.0),
    ("mtp_angle_l", "toe_extension_far", 1.0),
    ("arm_flex_r", "shoulder_flexion_near", 1.0),
    ("elbow_flex_r", "elbow_flexion_near", 1.0),
    ("arm_flex_l", "shoulder_flexion_far", 1.0),
    ("elbow_flex_l", "elbow_flexion_far", 1.0),
)
_SPINE = (
    "l5s1_flexion",
    "l3l4_flexion",
    "l1l2_flexion",
    "thoracic_lower_flexion",
    "thoracic_upper_flexion",
)
HEADER = (
    "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\t"
    "OrigNumFrames"
)


def trc(points: Points, style: str = "opensim", digits: int = 6) -> str:
    """A `.trc` text as OpenSim, OpenCap (`numpy2TRC`) or Sports2D writes it."""
    frames, markers = points.xyz.shape[:2]
    rate = (frames - 1) / float(points.time_s[-1] - points.time_s[0])
    axes = [f"{axis}{number}" for number in range(1, markers + 1) for axis in "XYZ"]
    names = "\t\t\t".join(points.names)
    if style == "opencap":
        head = [
            "PathFileType  4\t(X/Y/Z) /data/session",
            HEADER,
            f"{rate:.1f}\t{rate:.1f}\t{frames}\t{markers}\t{points.units}\t{rate:.1f}\t1\t{frames}",
            f"Frame#\tTime\t{names}\t\t\t",
            "\t\t" + "\t".join(axes) + "\t",
            "",
        ]
        numbers, time, end, first = f"{{:.{min(digits, 5)}f}}", "{:.8f}", "\t", 1
    elif style == "sports2d":
        head = [
            "PathFileType\t4\t(X/Y/Z)\tvideo_Sports2D_m_person00.trc",
            HEADER,
            f"{rate:.0f}\t{rate:.0f}\t{frames}\t{markers}\t{points.units}\t{rate:.0f}\t0\t{frames}",
            f"Frame#\tTime\t{names}\t\t\t",
            "\t\t" + "\t".join(axes),
        ]
        numbers, time, end, first = "{!r}", "{!r}", "", 0
    else:
        head = [
            "PathFileType\t4\t(X/Y/Z)\tsubject01.trc",
            HEADER,
            f"{rate:.2f}\t{rate:.2f}\t{frames:9d}\t{markers}\t{points.units}\t{rate:.2f}\t1\t{frames:9d}",
            f"Frame#\tTime\t{names}\t\t\t",
            "\t\t" + "\t".join(axes) + "\t",
            "",
        ]
        numbers, time, end, first = f"{{:.{digits}f}}", "{:.6f}", "", 1
    rows = []
    for at, (moment, row) in enumerate(zip(points.time_s, points.xyz, strict=True)):
        values = [round(float(x), digits) for x in row.ravel()]
        written = ("" if np.isnan(x) else numbers.format(x) for x in values)
        when = time.format(round(float(moment), 6))
        rows.append("\t".join((str(at + first), when, *written)) + end)
    return "\n".join((*head, *rows)) + "\n"


def columns(
    poses: Pose, *, knee: float = 1.0, tilt_deg: float = 0.0, pelvis: bool = True
) -> Mapping[str, np.ndarray]:
    """Angles (N,), rad, by other programs' names; `knee` -1 as Gait2392 bends, a tilted pelvis."""
    body = poses.body
    found = {}
    for name, ours, sign in RAJAGOPAL_ANGLES:
        values = sign * poses.q[:, body.index(ours)]
        if name.startswith("knee"):
            values = knee * values
        if name == "pelvis_tilt":
            if not pelvis:
                continue
            values = values + np.radians(tilt_deg)
        if name.startswith("hip"):
            values = values - np.radians(tilt_deg)
        found[name] = values
    spine = sum(poses.q[:, body.index(name)] for name in _SPINE)
    found["lumbar_extension"] = -np.asarray(spine)
    found["lumbar_bending"] = np.zeros(len(poses.q))
    return found


def storage(
    found: Mapping[str, np.ndarray], rate: float, *, degrees: bool = True, states: bool = False
) -> str:
    """A `.mot` or `.sto` text as OpenSim writes it; `states` with paths for names."""
    count = len(next(iter(found.values())))
    names = [f"/jointset/joint/{name}/value" if states else name for name in found]
    head = [
        "Coordinates",
        "version=1",
        f"nRows={count}",
        f"nColumns={len(found) + 1}",
        f"inDegrees={'yes' if degrees else 'no'}",
        "",
        "Units are S.I. units (second, meters, Newtons, ...)",
        "Angles are in degrees." if degrees else "Angles are in radians.",
        "",
        "endheader",
        "\t".join(("time", *names)),
    ]
    values = np.stack(list(found.values()), axis=1)
    values = np.degrees(values) if degrees else values
    rows = [
        "\t".join((f"{at / rate:16.8f}", *(f"{value:16.8f}" for value in row)))
        for at, row in enumerate(values)
    ]
    return "\n".join((*head, *rows)) + "\n"


def c3d_bytes(points: Points) -> bytes:
    """A C3D file of markers, as the package c3d writes it."""
    c3d: Any = importlib.import_module("c3d")
    rate = (len(points.time_s) - 1) / float(points.time_s[-1] - points.time_s[0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        writer = c3d.Writer(point_rate=round(rate, 3))
        writer.set_point_labels(list(points.names))
        frames = []
        for row in points.xyz:
            lost = np.isnan(row).any(axis=1)
            cells = np.zeros((len(row), 5), dtype=np.float32)
            cells[:, :3] = np.where(lost[:, None], 0.0, row)
            cells[lost, 3:] = -1.0
            frames.append((cells, np.zeros((0, 0), dtype=np.float32)))
        writer.add_frames(frames)
        file = io.BytesIO()
        writer.write(file)
    return file.getvalue()
