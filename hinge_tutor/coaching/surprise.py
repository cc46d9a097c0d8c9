"""Which sights tell something that those already told do not.

A body in a plane is a few parts that turn: foot, shank, thigh, trunk, lower back, upper back, neck
and arm, and an ankle that may be elsewhere. With x how far each of them differs between two poses,
all equally likely beforehand (x ~ N(0, I)), and J how far each sight moves with it, in units of
the least difference that is seen, what is seen of the difference is z = J x. Once C are told,
    E[z | z_C] = S_C (S_CC + e² I)⁻¹ z_C        S = J Jᵀ, S_C its columns C
is what anybody would expect of the others, and z - E what would surprise. A shin that leans because
its ankle bends surprises nobody who heard of the ankle; a trunk that leans less than the knees
would have it does.
Units: x in LEAST_DEG and ASIDE_CM, z without a unit, e the part of the least difference to which a
told value is known.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.coaching.sights import ANGLES, LEAST, LEAST_DEG, LENGTHS, SIGHTS, raw
from hinge_tutor.coaching.travel import CM

_TRUNK = (
    *("pelvis", "lower_lumbar", "middle_lumbar", "upper_lumbar"),
    *("lower_thorax", "upper_thorax", "neck", "head"),
)
# What turns together where one part turns, by names of segments.
_PARTS = (
    ("foot_near", "toes_near"),
    ("shank_near",),
    ("thigh_near",),
    _TRUNK,
    _TRUNK[3:],
    _TRUNK[5:],
    _TRUNK[6:],
    ("upper_arm_near", "forearm_near", "hand_near"),
    ("forearm_near", "hand_near"),
)
# An ankle elsewhere by this much is as likely as a part turned by LEAST_DEG: so far does that move
# the end of a shank.
ASIDE_CM = 3.5
# Three times what is just seen is plain to everybody; more of it is no more telling.
PLAIN = 3.0
# Of two sights that are as telling, that one is told which a teacher of the hinge points at first:
# the hips, then what folds, then what follows.
WATCHED = (
    *("hip_back", "hip_down", "lower_back", "knee", "trunk", "hand_height", "heel_up"),
    *("knee_forward", "neck", "upper_back", "hip", "shin", "arm", "hand_ahead", "ankle"),
    *("foot_ahead", "foot_up", "head_down", "head_ahead"),
)
_ORDER = [SIGHTS.index(name) for name in WATCHED]
# A told value is rounded to whole degrees and centimeters.
KNOWN_TO = 0.1


def effects(body: Body, q: FloatArray) -> FloatArray:
    """J (SIGHTS, parts) around a pose (C,), both sides of it taken together."""
    link = body.linkage
    # What coordinates do to absolute angles, turned round; the root's place does nothing.
    back = np.linalg.pinv(link.turn[:, 2:])
    ways = []
    for part in _PARTS:
        turned = np.zeros(len(link.index))
        turned[[link.index[name] for name in part]] = np.radians(LEAST_DEG)
        ways.append(_on_its_ankle(body, q, np.concatenate([np.zeros(2), back @ turned])))
    for axis in (0, 1):
        way = np.zeros(q.shape)
        way[axis] = ASIDE_CM / CM
        ways.append(way)
    ahead, behind = (raw(Pose(body, q + sign * np.array(ways) / 2)) for sign in (1.0, -1.0))
    found: FloatArray = ((ahead - behind) / LEAST).T
    return found


def _on_its_ankle(body: Body, q: FloatArray, way: FloatArray) -> FloatArray:
    """A change of coordinates during which the near ankle keeps its place."""
    ends = [Pose(body, q + sign * way / 2).point("ankle_near") for sign in (1.0, -1.0)]
    held = way.copy()
    held[:2] -= ends[0] - ends[1]
    return held


def telling(
    seen: FloatArray, effect: FloatArray, told: tuple[int, ...], most: int
) -> tuple[int, ...]:
    """At most so many sights that tell what nothing before them did, the most striking first.

    Where there is room left, one length and one angle that are plain to see are told even if they
    could be guessed: people look for how far and how much. `seen` (SIGHTS,) is the difference over
    LEAST; `told` are sights that everybody knows of.
    """
    likely = effect @ effect.T
    chosen: list[int] = []
    while len(chosen) < most:
        known = [*told, *chosen]
        left = seen.copy()
        if known:
            own = likely[np.ix_(known, known)] + KNOWN_TO**2 * np.eye(len(known))
            left = seen - likely[:, known] @ np.linalg.solve(own, seen[known])
        # What is not seen is not told, however much it surprises.
        left[np.abs(seen) < 1.0] = 0.0
        left[known] = 0.0
        clear = np.minimum(np.abs(left), PLAIN)
        best = max(_ORDER, key=lambda sight: float(clear[sight]))
        if clear[best] < 1.0:
            break
        chosen.append(best)
    for kind in (LENGTHS, ANGLES):
        columns = [sight for sight in _ORDER if SIGHTS[sight] in kind]
        if len(chosen) < most and not set(columns) & set(chosen):
            plain = [n for n in columns if abs(seen[n]) >= PLAIN and n not in told]
            chosen += plain[:1]
    return tuple(chosen)
