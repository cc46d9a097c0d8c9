"""What a repetition measures, by name, in the unit that the name ends with.

Frame: x forward, y up; "from standing" means from the take's standing pose; one value for the take
is a float, a value at each of its N samples an array (N). Angles are those of the near side.

    hip_back_m        x_hip(standing) - x_hip(t)                 mid hip, positive backward
    hip_down_m        y_hip(standing) - y_hip(t)                 positive downward
    hip_back_cm       100 max over t of hip_back_m, hip_down_cm likewise, never below 0
    trunk_lean_deg    angle of the line hip-C7 from vertical, less its value in standing
    thorax_lean_deg   pelvis pitch + lumbar + thoracic flexion
    *_change_deg      the coordinates' sum less its value in standing
    shin_angle_deg    shank from vertical, positive when the knee is ahead of the ankle
    cop_foot_percent  center of pressure from the end of the heel (0) to the tip of the toes (100)
    hamstring_limit_deg   hip flexion at which the hamstrings stop this body at this knee angle
    hamstring_reserve_deg limit - hip flexion

Share of the fold. Let F_j = max(0, flexion of j at the turn - flexion of j in standing), with
j the hip, the knee, the ankle (dorsiflexion) and the spine (all lumbar and thoracic joints
together; the neck does not fold the body). Then share_j = 100 F_j / (F_hip + F_knee + F_ankle
+ F_spine). A joint that opens does not fold and has no share; the four sum to 100.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.kinematics import Pose

if TYPE_CHECKING:
    from hinge_tutor.mechanics.dynamics import Loads
    from hinge_tutor.motion.take import Take

FOLDING = ("hip", "spine", "knee", "ankle")
# A fold smaller than this (rad, about a tenth of a degree for all joints together) has no shares.
LEAST_FOLD = 2e-3


def measures(take: Take, loads: Loads) -> Mapping[str, float | FloatArray]:
    """Every measure of a take, by name."""
    turn = turn_index(take)
    with_standing = Pose(take.body, np.vstack([take.standing, take.q]))
    from_standing = {**_travels(with_standing), **_angles(with_standing)}
    over_time = {name: values[1:] for name, values in from_standing.items()}
    over_time |= _hamstrings(take)
    over_time["cop_foot_percent"] = _pressure(take, loads)
    back = max(0.0, float(np.max(over_time["hip_back_m"])) * 100)
    down = max(0.0, float(np.max(over_time["hip_down_m"])) * 100)
    single = {
        "hip_back_cm": back,
        "hip_down_cm": down,
        # A drop below a tenth of a millimeter is none; the ratio then says only "much".
        "hip_back_per_down": back / max(down, 0.01),
        "knee_forward_cm": max(0.0, float(np.max(over_time["knee_forward_m"])) * 100),
        "hand_height_cm": float(over_time["hand_height_m"][turn]) * 100,
        **_shares({name: values[[0, turn + 1]] for name, values in from_standing.items()}),
    }
    return {**single, **{name: frozen(values) for name, values in over_time.items()}}


def at_phase(take: Take, measure: float | FloatArray, phase: str) -> float:
    """A measure at the end of a phase; a single value is the same everywhere."""
    values = np.asarray(measure, dtype=np.float64)
    return float(values if values.ndim == 0 else values[take.index_at(end_of(take, phase))])


def turn_index(take: Take) -> int:
    """The sample of the turn, or the last one of a still pose, which has no turn."""
    try:
        return take.index_at(end_of(take, "turn"))
    except KeyError:
        return len(take.time_s) - 1


def end_of(take: Take, phase: str) -> float:
    """When a phase ends, in s; raises KeyError when the movement has no such phase.

    A phase that takes no time (the turn of a squat without a pause) has no span of its own; it
    ends where the phase before it ends.
    """
    spans = {span.phase: span.to_s for span in take.spans}
    if phase in spans:
        return spans[phase]
    order = [each.id for each in take.movement.phases]
    if phase not in order:
        raise KeyError(phase)
    before = [spans[each] for each in order[: order.index(phase) + 1] if each in spans]
    return before[-1] if before else 0.0


def _travels(poses: Pose) -> dict[str, FloatArray]:
    """Ways of points; the first pose is standing."""
    hip = poses.point("mid_hip")
    knee = poses.point("knee_near")
    heel = poses.point("heel_near")
    return {
        "hip_back_m": hip[0, 0] - hip[:, 0],
        "hip_down_m": hip[0, 1] - hip[:, 1],
        "hip_behind_heels_m": heel[:, 0] - hip[:, 0],
        "knee_forward_m": knee[:, 0] - knee[0, 0],
        "hand_height_m": poses.point("hand_near")[:, 1],
    }


def _angles(poses: Pose) -> dict[str, FloatArray]:
    """Angles and their changes; the first pose is standing."""
    pitch = _degrees(poses, "root_pitch")
    lumbar = _degrees(poses, "lumbar_flexion")
    thoracic = _degrees(poses, "thoracic_flexion")
    neck = _degrees(poses, "neck_flexion") + _degrees(poses, "head_flexion")
    line = poses.point("c7") - poses.point("mid_hip")
    lean = np.degrees(np.arctan2(line[:, 0], line[:, 1]))
    shank = poses.point("knee_near") - poses.point("ankle_near")
    return {
        "trunk_lean_deg": lean - lean[0],
        "thorax_lean_deg": pitch + lumbar + thoracic,
        "pelvis_pitch_deg": pitch,
        "lumbar_change_deg": lumbar - lumbar[0],
        "thoracic_change_deg": thoracic - thoracic[0],
        "spine_change_deg": (lumbar + thoracic) - (lumbar + thoracic)[0],
        "neck_change_deg": neck - neck[0],
        "shin_angle_deg": np.degrees(np.arctan2(shank[:, 0], shank[:, 1])),
        "hip_flexion_deg": _degrees(poses, "hip_flexion"),
        "knee_flexion_deg": _degrees(poses, "knee_flexion"),
        "ankle_dorsiflexion_deg": _degrees(poses, "ankle_dorsiflexion"),
    }


def _hamstrings(take: Take) -> dict[str, FloatArray]:
    knee = take.q[:, take.body.index("knee_flexion_near")]
    hip = take.q[:, take.body.index("hip_flexion_near")]
    limit = take.body.limits.hamstring_limit(knee)
    return {
        "hamstring_limit_deg": np.degrees(limit),
        "hamstring_reserve_deg": np.degrees(limit - hip),
    }


def _pressure(take: Take, loads: Loads) -> FloatArray:
    heel = take.pose.point("heel_near")[:, 0]
    tip = take.pose.point("toe_tip_near")[:, 0]
    return 100 * (loads.cop_m[:, 0] - heel) / (tip - heel)


def _shares(ends: Mapping[str, FloatArray]) -> dict[str, float]:
    """Shares of the fold from each angle in standing and at the turn (2,)."""
    measured = {
        "hip": "hip_flexion_deg",
        "spine": "spine_change_deg",
        "knee": "knee_flexion_deg",
        "ankle": "ankle_dorsiflexion_deg",
    }
    folds = {joint: max(0.0, float(np.diff(ends[measured[joint]])[0])) for joint in FOLDING}
    total = sum(folds.values())
    none = total < np.degrees(LEAST_FOLD)
    return {
        f"share_{joint}_percent": 0.0 if none else 100 * fold / total
        for joint, fold in folds.items()
    }


def _degrees(poses: Pose, name: str) -> FloatArray:
    """A coordinate, or a grouped one, in degrees (N); the near side's."""
    degrees: FloatArray = np.degrees(poses.value(name))
    return degrees
