"""A bar on the back, or on the front of the shoulders, takes the hands: they hold it in every pose.

Which targets the arms then have is said by `[rack]` and `[front_rack]` of the movement's file;
without them they stay as they are, and so they do where the hands have a height to reach.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hinge_tutor.motion.movement import Movement
from hinge_tutor.motion.take import Load

# Places of `assets/body/places.toml` on which a bar has to be held.
ON_BACK, ON_FRONT = ("back", "low_back"), ("front",)
# Targets of the arms, with or without a side.
ARMS = ("arm_angle", "shoulder_flexion", "elbow_flexion", "wrist_flexion")


def racked(movement: Movement, load: Load) -> Movement:
    """The movement as it is done with this load: with a rack for arms where the load needs them.

    Arms on a bar move no more against the trunk than hanging ones against the vertical.
    """
    rack = _rack(movement, load)
    if not rack:
        return movement
    poses = {
        name: replace(pose, targets={**_without_arms(pose.targets), **rack})
        for name, pose in movement.poses.items()
    }
    stiff = dict.fromkeys(rack, movement.weights.get("arm_angle", 1.0))
    return replace(movement, poses=poses, weights=_without_arms(movement.weights) | stiff)


def _rack(movement: Movement, load: Load) -> Mapping[str, float]:
    """What the arms aim at with this load; empty where they go on as they are."""
    if load.mass_kg <= 0.0:
        return {}
    if load.at in ON_BACK:
        return movement.rack
    return movement.front_rack if load.at in ON_FRONT else {}


def _without_arms(named: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in named.items() if not name.startswith(ARMS)}
