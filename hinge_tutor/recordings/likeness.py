"""Which of the usual movements a recorded repetition is most like, whatever its faults.

With a = (hip, knee, lumbar flexion) at the deepest moment, of which the direction counts and not
the depth, a movement is a target a_0 and a way from it to each whole fault a_1, s its share:
    a_s = (1 - s) a_0 + s a_1
    off = min over faults and s of hypot(angle(a, a_s), FAULT_DEG s)
A hinge that rounds is nearer to a rounded hinge than to a forward bend, since its knees are soft.
Units: degrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import body as body_of
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.recordings.motion import Motion
from hinge_tutor.recordings.repetitions import RepetitionBounds

# What a fold on both feet is most like; whoever means another movement names it.
USUAL = ("hip-hinge", "squat", "forward-bend")
JOINTS = ("hip_flexion", "knee_flexion", "lumbar_flexion")
# Of two that are as near, the one that needs no fault: a whole one counts half of what a joint is
# known to (3 degrees).
FAULT_DEG = 1.5
# Tenths of a fault are at most 3.2 degrees apart on its way.
_SHARES = np.linspace(0.0, 1.0, 11)


def nearest_movement(motion: Motion, found: RepetitionBounds) -> str:
    """Which of USUAL a repetition is nearest to, of the joints that the recording tells."""
    inside = np.flatnonzero((motion.time_s >= found.from_s) & (motion.time_s <= found.to_s))
    deepest = inside[int(np.argmax(motion.fold_deg[inside]))]
    told = [at for at, name in enumerate(JOINTS) if name not in motion.untold]
    here = _angles(Pose(motion.body, motion.q[deepest]))[told]
    return min(USUAL, key=lambda movement: _off_deg(here, [way[:, told] for way in ways(movement)]))


@cache
def ways(movement: str) -> tuple[FloatArray, ...]:
    """A = (S, 3), rad: from the target of a movement to each of its faults, on the default body."""
    target, *faulty = _deepest(movement)
    shares = _SHARES[:, None]
    return tuple(frozen((1.0 - shares) * target + shares * end) for end in (target, *faulty))


def _deepest(movement: str) -> Iterator[FloatArray]:
    """The angles at the turn of the target, then with each whole fault."""
    person = body_of("default")
    changing = [each for each in faults() if movement in faults()[each].on]
    for dials in ({}, *({each: 1.0} for each in changing if faults()[each].changes)):
        take = perform(movement, person, faults=dials).take
        yield _angles(take.at(take.turn_s))


def _off_deg(here: FloatArray, ways_to: list[FloatArray]) -> float:
    """How far off a movement's ways a pattern of angles is."""
    off = []
    for way in ways_to:
        norms = np.linalg.norm(way, axis=1) * np.linalg.norm(here)
        angles = np.degrees(np.arccos(np.clip(way @ here / norms, -1.0, 1.0)))
        off.append(float(np.hypot(angles, FAULT_DEG * _SHARES).min()))
    return min(off)


def _angles(pose: Pose) -> FloatArray:
    return frozen([float(pose.value(name)) for name in JOINTS])
