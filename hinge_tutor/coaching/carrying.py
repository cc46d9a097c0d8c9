"""Where what is carried is, seen from the body: its path, its distance, its lever.

Frame: x forward, y up. p the place of the load (the mean of its landmarks), at time t:
    load_path_cm      100 (x_p(t) - x_p(0))            sideways; only where the hands hold it
    load_path_width_cm  greatest less least of load_path_cm
    hand_to_leg_cm    distance of the near grip from the axis of the near leg (hip, knee, ankle)
    load_lever_cm     100 (x_p - x_L5S1)               lever of the load's weight to the lower back
    hand_lever_cm     the same of the near grip, whether it holds something or not
Nothing is said of a load that is none. Units: m in, cm out.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.places import GRIPS
from hinge_tutor.coaching.travel import CM

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take


def carrying(take: Take) -> dict[str, FloatArray]:
    """Path, distance and lever over time (N,), cm."""
    poses = take.pose
    hand, low_back = poses.point("hand_near"), poses.point("l5s1")
    leg = [poses.point(f"{joint}_near") for joint in ("hip", "knee", "ankle")]
    distance = np.minimum(*(apart(hand, a, b) for a, b in pairwise(leg)))
    found = {
        "hand_to_leg_cm": CM * distance,
        "hand_lever_cm": CM * (hand[:, 0] - low_back[:, 0]),
    }
    if take.load.mass_kg > 0.0:
        along = poses.points(take.load.landmarks)[..., 0].mean(axis=1)
        found["load_lever_cm"] = CM * (along - low_back[:, 0])
        if set(take.load.landmarks) <= set(GRIPS):
            found["load_path_cm"] = CM * (along - along[0])
    return found


def path_width(over_time: Mapping[str, FloatArray]) -> dict[str, float]:
    """How far a load in the hands strays sideways in all, cm; nothing without one."""
    if "load_path_cm" not in over_time:
        return {}
    return {"load_path_width_cm": float(np.ptp(over_time["load_path_cm"]))}


def apart(point: FloatArray, start: FloatArray, end: FloatArray) -> FloatArray:
    """Distance of points (N, 2) from the lines between `start` and `end` (N, 2), ends included."""
    along = end - start
    reached = ((point - start) * along).sum(axis=1) / (along * along).sum(axis=1)
    nearest = start + np.clip(reached, 0.0, 1.0)[:, None] * along
    found: FloatArray = np.hypot(*(point - nearest).T)
    return found
