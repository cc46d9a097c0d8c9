"""How far the far limbs are drawn ahead of the near ones, as a slightly turned camera sees them.

By 8° with hips 18 cm apart, by 6° with shoulders 36 cm apart. The far shoulder is shifted less than
its hand: behind neck and chest a camera would see little of it, and the drawing has no depth to
hide it in.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.stage.drawing import Mark

FAR_LEG_MM, FAR_ARM_MM, FAR_SHOULDER_MM = 26.0, 40.0, 10.0
# Between these heights of the drawing, shoulder and elbow, the shift of an arm grows.
SHOULDER_MM, ELBOW_MM = 1443.0, 1160.0


def arm_shifts(marks: Sequence[Mark]) -> FloatArray:
    """How far each mark of the far arm is shifted ahead, mm (marks,)."""
    heights = [mark.y for mark in marks]
    found: FloatArray = np.interp(heights, [ELBOW_MM, SHOULDER_MM], [FAR_ARM_MM, FAR_SHOULDER_MM])
    return found
