"""What an eye reads off a figure from the side: where its parts are, and at what angles.

In the order of SIGHTS, near side, frame x forward, y up:
    hip_back, hip_down    mid hip, from where the movement begins; cm
    knee_forward          knee, from where the movement begins; cm
    hand_ahead            grip, from where the movement begins; cm
    hand_height           grip above the ground; cm
    head_ahead, head_down crown, from where the movement begins; cm
    foot_ahead, foot_up   ankle, from where the movement begins; cm
    heel_up               heel above the tip of the toes; cm
    trunk                 line hip-C7 from upright, less its value in standing; degrees
    hip, knee, ankle      flexion and dorsiflexion; degrees
    shin                  shank from upright, forward; degrees
    lower_back, upper_back, neck   flexion, less its value in standing; degrees
    arm                   line shoulder-grip from hanging, forward; degrees
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.coaching.angles import from_upright
from hinge_tutor.coaching.travel import CM, beginning

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take

_PLACES = ("mid_hip", "knee_near", "hand_near", "vertex", "ankle_near", "heel_near", "toe_tip_near")
_FROM_BEGINNING = (
    *("hip_back", "hip_down", "knee_forward", "hand_ahead"),
    *("head_ahead", "head_down", "foot_ahead", "foot_up"),
)
_FROM_STANDING = ("trunk", "lower_back", "upper_back", "neck")
LENGTHS = (
    *("hip_back", "hip_down", "knee_forward", "hand_ahead", "hand_height"),
    *("head_ahead", "head_down", "foot_ahead", "foot_up", "heel_up"),
)
ANGLES = ("trunk", "hip", "knee", "ankle", "shin", "lower_back", "upper_back", "neck", "arm")
SIGHTS = (*LENGTHS, *ANGLES)

# Below this nobody sees that two figures side by side differ. Joints are judged by eye more
# coarsely than by goniometer (Watkins et al. 1991, Phys Ther 71:90; quoted from memory, not looked
# up again), and 5° is the least that the form rules call visible. Lengths are told apart by their
# share, and beside each other on one ground line a twentieth is little: hips stand 90 cm high,
# grips 75, heads 175, knees and feet up to 50. A heel shows its gap to the floor from a centimeter
# on, as the rule on heels has it.
LEAST_DEG = 5.0
_LEAST_CM = {
    **dict.fromkeys(("hip_back", "hip_down"), 4.5),
    **dict.fromkeys(("hand_ahead", "hand_height"), 3.75),
    **dict.fromkeys(("head_ahead", "head_down"), 8.75),
    **dict.fromkeys(("knee_forward", "foot_ahead", "foot_up"), 2.5),
    "heel_up": 1.0,
}
LEAST: FloatArray = np.array([_LEAST_CM.get(name, LEAST_DEG) for name in SIGHTS])
LEAST.flags.writeable = False


def sights(take: Take, q: FloatArray) -> FloatArray:
    """All sights of a take at coordinates (…, C) of its body: (…, SIGHTS), cm and degrees."""
    found = raw(Pose(take.body, q))
    for names, pose in (
        (_FROM_BEGINNING, beginning(take)),
        (_FROM_STANDING, Pose(take.body, take.standing)),
    ):
        columns = [SIGHTS.index(name) for name in names]
        found[..., columns] -= raw(pose)[columns]
    return found


def raw(pose: Pose) -> FloatArray:
    """All sights of poses (…, SIGHTS) before anything is taken off: places from the origin."""
    points = pose.points(_PLACES)
    hip, knee, hand, head, ankle, heel, toe = (points[..., n, :] for n in range(len(_PLACES)))
    lengths = (
        *(-hip[..., 0], -hip[..., 1], knee[..., 0], hand[..., 0], hand[..., 1]),
        *(head[..., 0], -head[..., 1], ankle[..., 0], ankle[..., 1], heel[..., 1] - toe[..., 1]),
    )
    turned = {
        "trunk": from_upright(pose.point("c7") - hip),
        "shin": from_upright(knee - ankle),
        "arm": from_upright(pose.point("shoulder_near") - hand, -1),
        "neck": _degrees(pose, "neck_flexion") + _degrees(pose, "head_flexion"),
        "hip": _degrees(pose, "hip_flexion"),
        "knee": _degrees(pose, "knee_flexion"),
        "ankle": _degrees(pose, "ankle_dorsiflexion"),
        "lower_back": _degrees(pose, "lumbar_flexion"),
        "upper_back": _degrees(pose, "thoracic_flexion"),
    }
    return np.stack([CM * each for each in lengths] + [turned[name] for name in ANGLES], axis=-1)


def _degrees(pose: Pose, name: str) -> FloatArray:
    degrees: FloatArray = np.degrees(pose.value(name))
    return degrees
