"""Things that a body reaches for: a wall or a door behind its hips, a box under its hands.

They stand where the same body comes to in the movement without a fault (c), and stay there:
    wall_x     = min over t of x_hip_c(t) - r          r: how far the buttock stands out behind it
    box_top    = y of the near fingertip at the turn of c; box_x its x
    wall_gap_cm = 100 (x_hip(t) - r - wall_x)          door_gap_cm is the same
    box_gap_cm  = 100 (y_fingertip(t) - box_top)
Something touches while its gap is below 2 cm; below 0 the body is past it.
Units: m in, cm out. Frame: x forward, y up.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.coaching.moments import turn_index
from hinge_tutor.coaching.travel import CM

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take

BEHIND = ("wall", "door")
BOX = "box"


def buttock_radius_m(body: Body) -> float:
    """How far the buttock stands out behind the hip joint."""
    return math.hypot(*body.landmarks["buttock"][1])


def wall_x_m(correct: Take) -> float:
    """Where the hips of a movement come to at their hindmost."""
    hips = correct.pose.point("mid_hip")[:, 0]
    return float(hips.min()) - buttock_radius_m(correct.body)


def box_top_m(correct: Take) -> tuple[float, float]:
    """Where the near fingertip of a movement is at its turn: x and y."""
    x, y = Pose(correct.body, correct.q[turn_index(correct)]).point("fingertip_near")
    return float(x), float(y)


def behind_cm(pose: Pose, wall_x: float) -> FloatArray:
    """How far the hips of poses (…) are from what stands behind them."""
    gap: FloatArray = CM * (pose.point("mid_hip")[..., 0] - buttock_radius_m(pose.body) - wall_x)
    return gap


def above_cm(pose: Pose, top_y: float) -> FloatArray:
    """How far the near fingertip of poses (…) is over the box."""
    gap: FloatArray = CM * (pose.point("fingertip_near")[..., 1] - top_y)
    return gap


def goals(take: Take, props: Collection[str], correct: Callable[[], Take]) -> dict[str, FloatArray]:
    """The gap of each thing among `props` over time (N,), by the name of its measure.

    `correct` gives the take by which they are placed; it is asked only where one of them is there.
    """
    found: dict[str, FloatArray] = {}
    for prop in (each for each in BEHIND if each in props):
        found[f"{prop}_gap_cm"] = behind_cm(take.pose, wall_x_m(correct()))
    if BOX in props:
        found["box_gap_cm"] = above_cm(take.pose, box_top_m(correct())[1])
    return {name: np.asarray(values) for name, values in found.items()}
