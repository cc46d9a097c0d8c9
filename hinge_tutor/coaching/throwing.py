"""What a swing or a jump comes to: how long a cycle takes, how high a weight or a body flies.

Nothing of this is asked for by a file but the rise of a jump; it follows from how the body moves:
    swing_period_s       from where the weight rests at its highest to where it does so again
    load_top_cm          100 · greatest height of the load's place above the ground
    load_above_chest_cm  the same above the front of the chest at that moment; below it is negative
    jump_height_cm       100 · how far the common center rises after take-off
Units: m in, cm out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.coaching.travel import CM

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take


def throwing(take: Take) -> dict[str, float]:
    """Period and heights of a swing, height of a jump; nothing of other movements."""
    if take.status != "ok":
        return {}
    found: dict[str, float] = {}
    if take.movement.swing and take.duration_s > 0.0:
        found["swing_period_s"] = take.duration_s
        if take.load.mass_kg > 0.0:
            height = take.pose.points(take.load.landmarks)[..., 1].mean(axis=1)
            top = int(height.argmax())
            chest = float(take.pose.point("chest")[top, 1])
            found["load_top_cm"] = CM * float(height[top])
            found["load_above_chest_cm"] = CM * (float(height[top]) - chest)
    flying = [span for span in take.spans if not take.movement.touching(span.phase)]
    # One of its poses held still has no flight.
    if take.movement.rise_m > 0.0 and flying:
        air = np.concatenate([take.during((span.phase,)).nonzero()[0] for span in flying])
        height = take.com_m[:, 1]
        found["jump_height_cm"] = CM * float(height[air].max() - height[air[0] - 1])
    return found
