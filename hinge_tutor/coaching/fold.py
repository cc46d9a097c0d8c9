"""The split of a fold into hip, spine, knee and ankle, in percent.

Let F_j = max(0, flexion of j at the turn - flexion of j in standing), with j the hip, the knee, the
ankle (dorsiflexion) and the spine (all lumbar and thoracic joints together; the neck does not fold
the body). Then
    share_j_percent      = 100 F_j / (F_hip + F_knee + F_ankle + F_spine)
    share_lumbar_percent = share_spine_percent F_lumbar / (F_lumbar + F_thoracic)
A joint that opens does not fold and has no share; the four sum to 100. The lumbar share is a part
of the spine's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take

FOLDING = ("hip", "spine", "knee", "ankle")
# A fold smaller than this (degrees, all joints together) has no shares: it is rounding.
LEAST_FOLD_DEG = 0.1


def shares(take: Take, over_time: Mapping[str, FloatArray], turn: int) -> dict[str, float]:
    """Shares of the fold from angles over time; `turn` is the sample of the turn."""
    folds = folds_deg(take, over_time, turn)
    total = sum(folds.values())
    found = {
        joint: 0.0 if total < LEAST_FOLD_DEG else 100.0 * fold / total
        for joint, fold in folds.items()
    }
    lumbar, thoracic = (
        max(0.0, float(over_time[f"{part}_change_deg"][turn])) for part in ("lumbar", "thoracic")
    )
    whole = lumbar + thoracic
    found["lumbar"] = found["spine"] * lumbar / whole if whole > 0.0 else 0.0
    return {f"share_{joint}_percent": share for joint, share in found.items()}


def folds_deg(take: Take, over_time: Mapping[str, FloatArray], turn: int) -> dict[str, float]:
    """F of each joint, degrees."""
    standing = Pose(take.body, take.standing)
    changes = {
        joint: float(over_time[f"{name}_deg"][turn]) - float(np.degrees(standing.value(name)))
        for joint, name in (
            ("hip", "hip_flexion"),
            ("knee", "knee_flexion"),
            ("ankle", "ankle_dorsiflexion"),
        )
    }
    changes["spine"] = float(over_time["spine_change_deg"][turn])
    return {joint: max(0.0, changes[joint]) for joint in FOLDING}
