"""The reference man in the still poses that published figures are compared with.

Male, 1.75 m, 75 kg; degrees; moments of both sides together, positive toward extension.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from hinge_tutor.body.muscle_groups import of_analysis
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics import sides
from hinge_tutor.mechanics.dynamics import Loads, loads
from hinge_tutor.mechanics.efforts import Efforts, efforts
from hinge_tutor.mechanics.recruitment import share
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load, Take

HINGE = {"hip_flexion": 78.0, "knee_flexion": 18.0, "lumbar_flexion": 4.0}
# The same with the knee bent much further.
BENT_KNEE = 50.0
STOOP = {"hip_flexion": 70.0, "knee_flexion": 5.0, "lumbar_flexion": 45.0}
SQUAT_LIFT = {"hip_flexion": 100.0, "knee_flexion": 90.0, "lumbar_flexion": 20.0}
# Hip and spine of a full forward bend, and a knee that is nearly straight (Esola 1996).
FULL_BEND = {"hip_flexion": 69.0, "lumbar_flexion": 55.0}
BEND_KNEE = 3.0

# Thigh horizontal, arms 75° forward of vertical: the thorax leans about so at each ankle angle.
SQUAT_LEAN_DEG = {25: 57.0, 30: 45.0, 35: 35.0, 40: 27.0}
ARMS_FORWARD_DEG = 75.0


@dataclass(frozen=True, eq=False)
class Still:
    """One still pose with everything that follows from it."""

    take: Take
    loads: Loads
    efforts: Efforts

    def effort(self, group: str) -> float:
        """Effort of a group, the larger of both sides."""
        found = self.efforts
        return max(float(found.effort[0, found.groups.index(f"{group}_{s}")]) for s in _SIDES)

    def vasti(self) -> float:
        """Effort of the quadriceps without its head that crosses the hip."""
        found = self.efforts.anatomical
        return float(found.effort[0, found.groups.index("vasti_near")])

    def unpressed(self, group: str) -> float:
        """Effort of a group if the feet did not press against each other sideways."""
        moments, asked = sides.one_side(sides.solve(self.take, self.loads).sides[0])
        weights = of_analysis().weights[:, GROUPS.index(group)]
        muscles = len(weights)
        volume = sides.volumes(self.take, 1)[:muscles]
        alone = share(moments[:, :, :muscles], asked, volume).activation
        return float(alone[0] @ weights)

    def moment_Nm(self, joint: str) -> float:
        """Net moment of a joint, of both sides where there are two."""
        net = self.loads.net_moment_Nm
        return float(
            sum(net[name][0] for name in (joint, *(f"{joint}_{s}" for s in _SIDES)) if name in net)
        )

    def lean_deg(self) -> float:
        """Lean of the upper thorax from the vertical, forward."""
        return float(-np.degrees(self.take.pose.angle("upper_thorax"))[0])


_SIDES = ("near", "far")


def pose(
    degrees: Mapping[str, float], load: Load | None = None, free: str = "ankle_dorsiflexion"
) -> Still:
    """The reference man in a pose; only `free` moves to find balance."""
    radians = {name: float(np.radians(value)) for name, value in degrees.items()}
    take = still(body("default"), radians, free=(free,), load=load)
    asked = loads(take)
    return Still(take, asked, efforts(take, asked))


@cache
def hinge(kg: float = 0.0, knee: float = HINGE["knee_flexion"]) -> Still:
    """The hinge; a load hangs from both hands."""
    return pose(HINGE | {"knee_flexion": knee}, Load(kg))


@cache
def squat(ankle_deg: int, kg: float = 0.0) -> Still:
    """Thigh horizontal: with the feet flat that is knee = 90 + ankle; arms forward."""
    degrees = {
        "ankle_dorsiflexion": float(ankle_deg),
        "knee_flexion": 90.0 + ankle_deg,
        "hip_flexion": 110.0,
        "lumbar_flexion": 15.0,
        # The arm's angle from the vertical is shoulder flexion less the lean of the thorax.
        "shoulder_flexion": ARMS_FORWARD_DEG + SQUAT_LEAN_DEG[ankle_deg],
    }
    return pose(degrees, Load(kg), free="hip_flexion")


@cache
def good_morning(kg: float = 20.0) -> Still:
    """The hinge with a bar on the back."""
    return pose(HINGE, Load(kg, "back"))


@cache
def barbell_squat(ankle_deg: int, at: str = "back", kg: float = 40.0) -> Still:
    """Thigh horizontal with a bar at a place of `places.toml`; only the hips find balance."""
    degrees = {
        "ankle_dorsiflexion": float(ankle_deg),
        "knee_flexion": 90.0 + ankle_deg,
        "hip_flexion": 110.0,
        "lumbar_flexion": 15.0,
    }
    return pose(degrees, Load(kg, at), free="hip_flexion")


@cache
def bend(part: float, kg: float = 0.0) -> Still:
    """That part of a full forward bend, the hip keeping pace with the spine."""
    degrees = {name: part * value for name, value in FULL_BEND.items()}
    return pose(degrees | {"knee_flexion": BEND_KNEE}, Load(kg))


@cache
def lifting(stooped: bool) -> Still:
    """15 kg near the ground, by a stoop or by a squat."""
    return pose(STOOP if stooped else SQUAT_LIFT, Load(15.0))


@cache
def standing() -> Still:
    """Standing, arms hanging."""
    return pose({})
