"""How far points of the body travel from where they are before the movement.

Frame: x forward, y up. The beginning b is standing where the feet are in the first pose what they
are in standing, else the first pose: who kneels or stands on a block travels from there.
    hip_back_m          x_hip(b) - x_hip(t)               mid hip, positive backward
    hip_down_m          y_hip(b) - y_hip(t)               positive downward
    hip_back_cm         100 max over t of hip_back_m, hip_down_cm likewise, never below 0
    hip_back_per_down   hip_back_cm over hip_down_cm
    hip_behind_heels_m  x_heel(t) - x_hip(t)
    knee_forward_m      x_knee(t) - x_knee(b)             near side
    hand_height_m       y of the near grip; hand_height_cm is it at the turn
    heel_height_cm      100 (y_heel - y_toe_tip)          near side: 0 while the foot is flat
Units: m and cm.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take

# Two feet are at one place when nobody could see the difference.
SAME_PLACE_M = 0.01
# A drop below a tenth of a millimeter is none; hips back for each part of it then says only "much".
LEAST_DROP_CM = 0.01
# Centimeters in a meter.
CM = 100.0


def beginning(take: Take) -> Pose:
    """Where the body is before it moves: one pose."""
    heels = ("heel_near", "heel_far")
    first, standing = Pose(take.body, take.q[0]), Pose(take.body, take.standing)
    apart = np.abs(first.points(heels) - standing.points(heels)).max()
    return standing if apart < SAME_PLACE_M else first


def travels(take: Take) -> dict[str, FloatArray]:
    """Ways over time (N,)."""
    before, poses = beginning(take), take.pose
    hip, knee, heel = (poses.point(name) for name in ("mid_hip", "knee_near", "heel_near"))
    hip_before = before.point("mid_hip")
    return {
        "hip_back_m": hip_before[0] - hip[:, 0],
        "hip_down_m": hip_before[1] - hip[:, 1],
        "hip_behind_heels_m": heel[:, 0] - hip[:, 0],
        "knee_forward_m": knee[:, 0] - before.point("knee_near")[0],
        "hand_height_m": poses.point("hand_near")[:, 1],
        "heel_height_cm": CM * (heel[:, 1] - poses.point("toe_tip_near")[:, 1]),
    }


def farthest(ways: Mapping[str, FloatArray], turn: int) -> dict[str, float]:
    """One value for each way; `turn` is the sample of the turn."""
    back = _most_cm(ways["hip_back_m"])
    down = _most_cm(ways["hip_down_m"])
    return {
        "hip_back_cm": back,
        "hip_down_cm": down,
        "hip_back_per_down": back / max(down, LEAST_DROP_CM),
        "knee_forward_cm": _most_cm(ways["knee_forward_m"]),
        "hand_height_cm": CM * float(ways["hand_height_m"][turn]),
    }


def _most_cm(way_m: FloatArray) -> float:
    return max(0.0, CM * float(np.max(way_m)))
