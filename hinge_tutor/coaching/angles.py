"""Angles of a take and how they change from standing; of limbs those of the near side.

Frame: x forward, y up.
    trunk_lean_deg    angle of the line hip-C7 from vertical, less its value in standing
    thorax_lean_deg   pelvis pitch + lumbar + thoracic flexion
    pelvis_pitch_deg  how far the pelvis tips forward, 0 as in standing
    *_change_deg      the coordinates' sum less its value in standing; spine = lumbar + thoracic,
                      neck = neck and head together
    shin_angle_deg    shank from vertical, positive when the knee is ahead of the ankle
    arm_angle_deg     line shoulder-grip from hanging straight down, positive forward
    hip_flexion_deg, knee_flexion_deg, ankle_dorsiflexion_deg   the coordinates themselves
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take


def angles(take: Take) -> dict[str, FloatArray]:
    """Angles over time (N,), degrees."""
    return angles_of(take.pose, Pose(take.body, take.standing))


def angles_of(poses: Pose, standing: Pose) -> dict[str, FloatArray]:
    """Angles of poses (…), degrees; `standing` is the same body standing."""
    lumbar, thoracic, neck = _lumbar(poses), _thoracic(poses), _neck(poses)
    pitch = _degrees(poses, "root_pitch")
    lumbar_change = lumbar - _lumbar(standing)
    thoracic_change = thoracic - _thoracic(standing)
    return {
        "trunk_lean_deg": _lean(poses) - _lean(standing),
        "thorax_lean_deg": pitch + lumbar + thoracic,
        "pelvis_pitch_deg": pitch,
        "lumbar_change_deg": lumbar_change,
        "thoracic_change_deg": thoracic_change,
        "spine_change_deg": lumbar_change + thoracic_change,
        "neck_change_deg": neck - _neck(standing),
        "shin_angle_deg": from_upright(poses.point("knee_near") - poses.point("ankle_near")),
        "arm_angle_deg": from_upright(poses.point("shoulder_near") - poses.point("hand_near"), -1),
        "hip_flexion_deg": _degrees(poses, "hip_flexion"),
        "knee_flexion_deg": _degrees(poses, "knee_flexion"),
        "ankle_dorsiflexion_deg": _degrees(poses, "ankle_dorsiflexion"),
    }


def from_upright(line_m: FloatArray, forward: int = 1) -> FloatArray:
    """Angle of a line (…, 2) from upright, degrees, positive forward; with -1 the other way."""
    found: FloatArray = np.degrees(np.arctan2(forward * line_m[..., 0], line_m[..., 1]))
    return found


def _lean(poses: Pose) -> FloatArray:
    return from_upright(poses.point("c7") - poses.point("mid_hip"))


def _lumbar(poses: Pose) -> FloatArray:
    return _degrees(poses, "lumbar_flexion")


def _thoracic(poses: Pose) -> FloatArray:
    return _degrees(poses, "thoracic_flexion")


def _neck(poses: Pose) -> FloatArray:
    return _degrees(poses, "neck_flexion") + _degrees(poses, "head_flexion")


def _degrees(poses: Pose, name: str) -> FloatArray:
    """A coordinate, or a grouped one, in degrees (…); the near side's."""
    degrees: FloatArray = np.degrees(poses.value(name))
    return degrees
