"""How arms are drawn that hold a load on the trunk: turned out of the picture, and so shortened.

The model is flat, so its arms reach such a load nowhere near as people's do, whose elbows point
sideways. Here the real arm is worked out in space and then seen from the side. Frame of the trunk
in standing: x forward, y up, z outward; m. With S the shoulder, H the grip, u and f the lengths of
upper arm and forearm with grip, D = |H - S|, n = (H - S) / D, the elbow E lies on a circle:

    a = (u² - f² + D²) / 2D          how far along n its center is
    E = S + a n + √(u² - a²) e       e: across n, nearest to where the elbow points
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import link
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.take import Take

# An arm bent so far (degrees) while a load lies on the trunk holds it; others hang or reach.
HOLDING_DEG = 60.0
UPPER, LOWER, HAND = "upper_arm", "forearm", "hand"
# The segment with which held arms move.
CARRIER = "upper_thorax"


@dataclass(frozen=True)
class Hold:
    """Where hands are from a load's place, m, and where elbows point, as forward, up, outward.

    `outward_m` is counted from the shoulder joint.
    """

    at: str
    forward_m: float
    up_m: float
    outward_m: float
    elbows: tuple[float, float, float]


# Distances in `HOLDS` are those of a body of this height, as places on it are, and go with stature.
REFERENCE_M = 1.75
# Hands on a bar are about a hand's length outside of the shoulder joints: between the shoulders'
# width and the rings of a competition bar, 81 cm apart. Elbows point down and a little back; a
# lower bar asks for a wider grip and turns them farther back. A plate is held by its lower edge,
# with the elbows out to the sides. Estimated.
HOLDS: Mapping[str, Hold] = {
    "back": Hold("bar_high", 0.0, 0.0, 0.18, (-0.3, -1.0, 0.2)),
    "low_back": Hold("bar_low", 0.0, 0.0, 0.24, (-0.7, -1.0, 0.2)),
    "front": Hold("bar_front", 0.0, 0.0, 0.14, (1.0, -0.15, 0.0)),
    "plate": Hold("mid_back", -0.01, -0.13, -0.08, (-0.15, -0.75, 1.0)),
}


@dataclass(frozen=True)
class SeenArm:
    """An arm seen from the side: angles against the trunk (rad, counter-clockwise), lengths (m)."""

    upper_angle: float
    lower_angle: float
    upper_m: float
    lower_m: float


def held(take: Take) -> Hold | None:
    """How a take's arms hold what lies on the trunk; None where they do not."""
    if take.load.mass_kg <= 0.0 or take.load.at not in HOLDS:
        return None
    bent = math.degrees(float(take.pose.value("elbow_flexion")[0]))
    return HOLDS[take.load.at] if bent >= HOLDING_DEG else None


def seen_arm(body: Body, hold: Hold) -> SeenArm:
    """A body's arm in a hold."""
    lengths = body.lengths_m
    grip = abs(body.landmarks["hand_near"][1][1])
    upper, lower = lengths["upper_arm"], lengths["forearm"] + grip
    # With every angle 0 a place lies where its row of the linkage sums to.
    place = complex(body.places[hold.at].sum()) - complex(body.places["shoulder_near"].sum())
    size = body.height_m / REFERENCE_M
    hand = np.array(
        [
            place.real + hold.forward_m * size,
            place.imag + hold.up_m * size,
            hold.outward_m * size,
        ]
    )
    # A hand that the arm would not reach is held as far out as it reaches.
    reach = min(float(np.linalg.norm(hand)), upper + lower)
    along = hand / np.linalg.norm(hand)
    middle = (upper**2 - lower**2 + reach**2) / (2 * reach)
    elbows = np.array(hold.elbows)
    across = elbows - (elbows @ along) * along
    height = math.sqrt(max(upper**2 - middle**2, 0.0))
    elbow = middle * along + height * across / np.linalg.norm(across)
    first, second = complex(*elbow[:2]), complex(*(hand - elbow)[:2])
    return SeenArm(
        upper_angle=float(np.angle(first / -1j)),
        lower_angle=float(np.angle(second / -1j)),
        upper_m=abs(first),
        lower_m=abs(second) - grip,
    )


def worn(body: Body, arm: SeenArm) -> Body:
    """The body with its arms as short as they are seen."""
    shortened = {LOWER: (0.0, -arm.upper_m), HAND: (0.0, -arm.lower_m)}
    segments = tuple(
        replace(segment, joint_in_parent_m=shortened[name])
        if (name := segment.name.rpartition("_")[0]) in shortened
        else segment
        for segment in body.segments
    )
    return replace(body, segments=segments, linkage=link(segments))


def turns(arm: SeenArm) -> Mapping[str, float]:
    """How far each segment of both arms is turned against the trunk, rad."""
    angles = {UPPER: arm.upper_angle, LOWER: arm.lower_angle, HAND: arm.lower_angle}
    return {f"{name}_{side}": angle for side in SIDES for name, angle in angles.items()}
