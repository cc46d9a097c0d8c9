"""How far a repetition goes beyond standing at its top.

With h the hip flexion of the near side and L the lumbar flexion, both less their value in standing,
degrees, over the lockout and what follows it:
    hip_overshoot_deg     max(0, -h)      over time (N,)
    lumbar_overshoot_deg  max(0, -L)      over time (N,)
    lockout_overshoot_deg max over t of their sum
A movement without a lockout has no overshoot of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take

LOCKOUT = "lockout"


def overshoot(take: Take, over_time: Mapping[str, FloatArray]) -> dict[str, FloatArray]:
    """How far hips and lower back are beyond standing (N,), degrees."""
    straight = float(np.degrees(Pose(take.body, take.standing).value("hip_flexion")))
    return {
        "hip_overshoot_deg": np.maximum(straight - over_time["hip_flexion_deg"], 0.0),
        "lumbar_overshoot_deg": np.maximum(-over_time["lumbar_change_deg"], 0.0),
    }


def lockout(take: Take, beyond: Mapping[str, FloatArray]) -> dict[str, float]:
    """The greatest overshoot from the lockout on; nothing where there is no lockout."""
    if LOCKOUT not in take.phase:
        return {}
    here = slice(take.phase.index(LOCKOUT), None)
    whole = beyond["hip_overshoot_deg"][here] + beyond["lumbar_overshoot_deg"][here]
    return {"lockout_overshoot_deg": float(whole.max())}
