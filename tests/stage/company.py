"""Figures and sheets that the tests of the stage share."""

from __future__ import annotations

import math
from functools import cache

from hinge_tutor.body.kinematics import Pose, pose, q_from
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons.words import words
from hinge_tutor.stage.options import LAYERS, Options
from hinge_tutor.stage.plan import Plan

MOVEMENTS = ("hip-hinge", "squat", "forward-bend")
EVERYTHING = Options(frozenset(LAYERS))
MOMENTS = (0.0, 0.2, 0.35, 0.5, 0.6, 0.75, 1.0)

# From standing to the ends of what people can do, in degrees.
EXTREMES: dict[str, dict[str, float]] = {
    "standing": {},
    "deep hinge": {"root_pitch": 80, "hip_flexion": 95, "knee_flexion": 20, "neck_flexion": -30},
    "deepest squat": {
        "root_pitch": 25,
        "hip_flexion": 120,
        "knee_flexion": 130,
        "ankle_dorsiflexion": 35,
        "lumbar_flexion": 20,
        "shoulder_flexion": 90,
    },
    "round bend": {
        "root_pitch": 60,
        "hip_flexion": 60,
        "lumbar_flexion": 55,
        "thoracic_flexion": 30,
        "neck_flexion": 25,
        "head_flexion": 15,
        "shoulder_flexion": 120,
    },
    "arms up": {"shoulder_flexion": 180, "hip_flexion": -15, "lumbar_flexion": -15},
    "arms bent": {"shoulder_flexion": 60, "elbow_flexion": 140, "wrist_flexion": 40},
}


def posed(values: dict[str, float], who: Body | None = None) -> Pose:
    """A pose from degrees, with the near ankle where it stands."""
    someone = who or body()
    q = q_from(someone, {name: math.radians(value) for name, value in values.items()})
    ankle = pose(someone, q).point("ankle_near")
    q[0] -= ankle[0]
    q[1] += someone.lengths_m["ankle_height"] - ankle[1]
    return pose(someone, q)


@cache
def three() -> tuple[Repetition, ...]:
    """Hinge, squat and bend on the default body."""
    return tuple(perform(movement, body()) for movement in MOVEMENTS)


@cache
def sheet(width: int = 1280, height: int = 720) -> Plan:
    """A plan of this size in English."""
    return Plan(width, height, words("en"))
