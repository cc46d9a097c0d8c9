"""One figure's motion and efforts as the files that OpenSim reads: .mot, .sto and .trc.

x is forward, y up, z to the right of the figure, which one sees from its right: its near side is
`_r`, its far side `_l`. Times in s, lengths in m (.mot) and mm (.trc), angles in degrees.

.mot, coordinates of the models of Rajagopal (2016) and their kin, rotations about z:
    pelvis_tilt = -pitch            pelvis_tx, pelvis_ty: the middle between the hips
    hip_flexion, knee_angle, ankle_angle, mtp_angle, arm_flex, elbow_flex: as ours, each side
    lumbar_extension = -(flexion of all joints from L5/S1 to the upper thorax)
The pelvis of those models has its origin in front of and above the hips; whoever plays the motion
on one moves it by that. What they have no joint for stands behind under our own names: each joint
of the spine, neck, head, wrists.

.sto, at the same samples:
    MUSCLE_r, MUSCLE_l: activation, 0 to 1, of each muscle under our name
    COORDINATE_moment: net joint moment, N m, positive where it would raise the coordinate of .mot
so that a hip that extends has a negative hip_flexion_r_moment and a back that extends a positive
lumbar_extension_moment (taken at L5/S1).

.trc: places of joints and landmarks as markers, all in one plane (Z = 0), RATE frames a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.export.image import write
from hinge_tutor.motion.take import Take

MOTION, EFFORTS, MARKERS = ".mot", ".sto", ".trc"
SUFFIXES = (MOTION, EFFORTS, MARKERS)
SIDES = {"near": "r", "far": "l"}
TRUNK = ("l5s1", "l3l4", "l1l2", "thoracic_lower", "thoracic_upper")
# Our coordinate of one side, the model's, and the joint whose moment extends it.
LIMBS = {
    "hip_flexion": ("hip_flexion", "hip"),
    "knee_flexion": ("knee_angle", "knee"),
    "ankle_dorsiflexion": ("ankle_angle", "ankle"),
    "toe_extension": ("mtp_angle", "toe"),
    "shoulder_flexion": ("arm_flex", "shoulder"),
    "elbow_flexion": ("elbow_flex", "elbow"),
}
OWN = (*(f"{joint}_flexion" for joint in TRUNK), "neck_flexion", "head_flexion")
OWN_SIDED = ("wrist_flexion",)
MIDDLE = ("mid_hip", "l5s1", "c7", "vertex")
SIDED = ("hip", "knee", "ankle", "heel", "ball", "toe_tip", "shoulder", "elbow", "wrist", "hand")
TRC_HEAD = (
    *("DataRate", "CameraRate", "NumFrames", "NumMarkers", "Units"),
    *("OrigDataRate", "OrigDataStartFrame", "OrigNumFrames"),
)
# Frames of .trc a second: as cameras of a laboratory often have.
RATE = 100
# Eight figures are more than the model knows.
PRECISION = ".8g"


def save_motion(repetition: Repetition, path: Path) -> None:
    """Writes what the file's ending asks for; raises ExportError."""
    suffix, take = path.suffix.lower(), repetition.take
    if suffix == MARKERS:
        text = trc(take, path.name)
    elif suffix == EFFORTS:
        text = storage(take.movement.id, take.time_s, efforts(repetition), degrees=False)
    else:
        text = storage(take.movement.id, take.time_s, coordinates(take), degrees=True)
    write(path, text.encode("utf-8"))


def coordinates(take: Take) -> dict[str, FloatArray]:
    """Columns (N,) of .mot: m and degrees."""
    q = dict(zip(take.body.coordinates, take.q.T, strict=True))
    found = {
        "pelvis_tilt": np.degrees(-q["root_pitch"]),
        "pelvis_tx": q["root_x"],
        "pelvis_ty": q["root_y"],
    }
    for side, letter in SIDES.items():
        for name, (other, _) in LIMBS.items():
            found[f"{other}_{letter}"] = np.degrees(q[f"{name}_{side}"])
    bent = np.sum([q[f"{joint}_flexion"] for joint in TRUNK], axis=0)
    found["lumbar_extension"] = np.degrees(-bent)
    found |= {name: np.degrees(q[name]) for name in OWN}
    for side, letter in SIDES.items():
        found |= {f"{name}_{letter}": np.degrees(q[f"{name}_{side}"]) for name in OWN_SIDED}
    return found


def efforts(repetition: Repetition) -> dict[str, FloatArray]:
    """Columns (N,) of .sto: activations and moments."""
    made, moments = repetition.efforts, repetition.loads.net_moment_Nm
    found: dict[str, FloatArray] = {}
    for name, activation in zip(made.muscles, made.activation.T, strict=True):
        muscle, _, side = name.rpartition("_")
        found[f"{muscle}_{SIDES[side]}"] = activation
    for side, letter in SIDES.items():
        for coordinate, joint in LIMBS.values():
            # Ours are positive toward extension, of ankle and toes downward: the other way.
            found[f"{coordinate}_{letter}_moment"] = -moments[f"{joint}_{side}"]
    found["lumbar_extension_moment"] = moments["l5s1"]
    return found


def storage(
    name: str, time_s: FloatArray, columns: Mapping[str, FloatArray], *, degrees: bool
) -> str:
    """A table as OpenSim's storages are written."""
    head = (
        name,
        "version=1",
        f"nRows={len(time_s)}",
        f"nColumns={len(columns) + 1}",
        f"inDegrees={'yes' if degrees else 'no'}",
        "endheader",
    )
    rows = np.column_stack([time_s, *columns.values()])
    lines = ("\t".join(format(value, PRECISION) for value in row) for row in rows.tolist())
    return "\n".join((*head, "\t".join(("time", *columns)), *lines, ""))


def trc(take: Take, file: str) -> str:
    """The markers of a take at even steps of time."""
    names = markers()
    count = int(np.floor(take.duration_s * RATE + 1e-9)) + 1
    head = (
        ("PathFileType", "4", "(X/Y/Z)", file),
        TRC_HEAD,
        (f"{RATE}", f"{RATE}", f"{count}", f"{len(names)}", "mm", f"{RATE}", "1", f"{count}"),
        ("Frame#", "Time", *(cell for name in names for cell in (name, "", ""))),
        ("", "", *(f"{axis}{n + 1}" for n in range(len(names)) for axis in "XYZ")),
        (),
    )
    rows = _marked(take, list(names.values()), count)
    return "\n".join("\t".join(row) for row in (*head, *rows)) + "\n"


def markers() -> dict[str, str]:
    """Names of markers with the landmarks that they are."""
    sided = {
        f"{name}_{letter}": f"{name}_{side}" for side, letter in SIDES.items() for name in SIDED
    }
    return {name: name for name in MIDDLE} | sided


def _marked(take: Take, places: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        time_s = number / RATE
        at = take.at(time_s).points(tuple(places)) * 1000.0
        cells = (format(value, ".3f") for x, y in at.tolist() for value in (x, y, 0.0))
        yield str(number + 1), format(time_s, ".4f"), *cells
