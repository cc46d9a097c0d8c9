"""Tells walking and running, whose legs bend in turns, from a fold: nobody wants it judged as one.

In a fold on both feet the legs do the same; on one foot the other one moves, but the first stays.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.limits import SIDES
from hinge_tutor.recordings.motion import Motion
from hinge_tutor.recordings.planting import stays
from hinge_tutor.recordings.repetitions import RepetitionBounds


def in_turns(motion: Motion, found: RepetitionBounds) -> bool:
    """Whether no foot stays, and the hips differ by more than they both bend."""
    inside = (motion.time_s >= found.from_s) & (motion.time_s <= found.to_s)
    pose = Pose(motion.body, motion.q[inside])
    if any(stays(pose, side) for side in SIDES):
        return False
    near, far = (np.asarray(pose.value(f"hip_flexion_{side}")) for side in SIDES)
    return float(np.ptp(near - far)) > float(np.ptp((near + far) / 2.0))
