"""A guess by hand against what really happens: how far off, on which side, by how many degrees.

    distance = |guess - truth|, both places of the handle in the figure's own frame, m;
    across, up = guess - truth: positive where the guess is ahead, and above, seen facing right
    degrees    = the angle of ANGLES in the pose of the guess, and in that of the truth

The truth is where the handle is at the end of the phase that is asked for. A guess is met within
`close_cm`; else it is told by the miss of the side by which it is off most, among those that the
lesson has a miss for. A side that makes less than SHARE of the distance explains nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.coaching.angles import angles_of
from hinge_tutor.coaching.moments import end_of
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.by_hand import Drag, Miss
from hinge_tutor.motion.handles import HANDLES
from hinge_tutor.motion.take import Take

# Arms that hang lead a hand nowhere: what then carries it down is the trunk.
CARRIES = {"arm_angle_deg": "trunk_lean_deg"}
# Arms that swing by less, deg, hang in the guess as in the truth.
HANGING_DEG = 1.0
# The angle that fits each handle: what somebody thought of who put it there. Whoever drags the hips
# thinks of the hip's fold; whoever drags shoulders or head, of how far the trunk leans; a hand and
# an elbow go where the arm swings to; an ankle that is free is led by its knee, toes by the ankle.
ANGLES: Mapping[str, str] = {
    "hip": "hip_flexion_deg",
    "knee": "knee_flexion_deg",
    "ankle": "knee_flexion_deg",
    "toes": "ankle_dorsiflexion_deg",
    "back": "spine_change_deg",
    "shoulder": "trunk_lean_deg",
    "head": "trunk_lean_deg",
    "elbow": "arm_angle_deg",
    "hand": "arm_angle_deg",
}
# A side is what a guess is off by where it makes at least half of the distance.
SHARE = 0.5
CM = 100.0


@dataclass(frozen=True, eq=False)
class Guess:
    """Where somebody thinks that a point will be, m, with the pose (C,) that puts it there.

    It can be changed until it is `kept`.
    """

    at_m: tuple[float, float]
    q: FloatArray
    kept: bool = False


@dataclass(frozen=True)
class Verdict:
    """What became of a guess: both places (m), how far it lies ahead and above (cm), an angle.

    `measure` names the angle, in degrees. `miss` is the belief behind a guess that is off, None
    where it is met, or where the lesson knows none.
    """

    guess_m: tuple[float, float]
    truth_m: tuple[float, float]
    ahead_cm: float
    above_cm: float
    measure: str
    guess_deg: float
    truth_deg: float
    met: bool
    miss: Miss | None

    @property
    def distance_cm(self) -> float:
        """How far the guess is off."""
        return float(np.hypot(self.ahead_cm, self.above_cm))


def landmark_of(handle: str) -> str:
    """The landmark of a handle; of one on both sides that of the near side."""
    found = next(each for each in HANDLES if each.name == handle)
    return f"{found.landmark}_near" if found.sided else found.landmark


def named(handle: str, symmetric: bool) -> str:
    """What a handle is called on a figure: one that has a side there is the near one."""
    sided = next(each for each in HANDLES if each.name == handle).sided
    return f"{handle}_near" if sided and not symmetric else handle


def truth_at(take: Take, drag: Drag) -> Pose:
    """The pose at the end of the phase that is asked for; raises KeyError without such a phase."""
    return take.at(end_of(take, drag.at))


def place_m(pose: Pose, handle: str) -> tuple[float, float]:
    """Where a handle is in a pose, m."""
    x, y = pose.point(landmark_of(handle))
    return float(x), float(y)


@lru_cache(maxsize=8)
def judge(drag: Drag, repetition: Repetition, guess: Guess) -> Verdict:
    """A guess against the truth; raises KeyError where the movement has no such phase."""
    take = repetition.take
    truth, guessed = truth_at(take, drag), Pose(take.body, guess.q)
    standing = Pose(take.body, take.standing)
    ours_deg, real_deg = angles_of(guessed, standing), angles_of(truth, standing)
    measure = ANGLES[drag.handle]
    if measure in CARRIES and abs(ours_deg[measure] - real_deg[measure]) < HANGING_DEG:
        measure = CARRIES[measure]
    truth_m = place_m(truth, drag.handle)
    ahead_cm, above_cm = (
        CM * (ours - real) for ours, real in zip(guess.at_m, truth_m, strict=True)
    )
    off_cm = float(np.hypot(ahead_cm, above_cm))
    met = off_cm <= drag.close_cm
    return Verdict(
        guess_m=guess.at_m,
        truth_m=truth_m,
        ahead_cm=ahead_cm,
        above_cm=above_cm,
        measure=measure,
        guess_deg=float(ours_deg[measure]),
        truth_deg=float(real_deg[measure]),
        met=met,
        miss=None if met else _miss(drag, ahead_cm, above_cm, SHARE * off_cm),
    )


def _miss(drag: Drag, ahead_cm: float, above_cm: float, least_cm: float) -> Miss | None:
    """The miss of the side by which a guess is off most, and by `least_cm` at least."""
    by = {"above": above_cm, "below": -above_cm, "ahead": ahead_cm, "behind": -ahead_cm}
    misses = [miss for miss in drag.misses if by[miss.where] >= least_cm]
    return max(misses, key=lambda miss: by[miss.where], default=None)
