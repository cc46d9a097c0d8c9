"""How deep a movement goes: key poses beyond a share of its way down are brought back to it.

Every movement goes down from one key pose, a, and is deepest in another, b. How far down a key
pose u lies is what of its way from a leads toward b, in the angles of all joints:
    p(u) = (u - a)·(b - a) / |b - a|²                p(a) = 0, p(b) = 1
A movement that goes to the depth d keeps every pose with p ≤ d, and stops the others on their own
ways from a:
    u → a + (d / p) (u - a)                          p = min(p(u), 1)
That is aimed at and then solved as any key pose, on its supports, in balance and inside limits. So
depth means the same for whatever folds, kneels or lies: a body that its hamstrings stop goes the
same share of its own way. Where a bar is kept ahead of the feet, it is kept the same share of the
way. At 1 nothing is changed. Units: rad; d a share, LEAST … 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import ROOT_PITCH
from hinge_tutor.motion.phases import Phase
from hinge_tutor.motion.take import DESCENT, TURN

# What goes down less than a tenth of its way is not seen to move.
LEAST, MOST = 0.1, 1.0


@dataclass(frozen=True, eq=False)
class Aim:
    """Unknowns u (U,) that a key pose is aimed at: `share` of its way from `tall` (U,)."""

    u: FloatArray
    tall: FloatArray
    share: float


def aims(
    u: Sequence[FloatArray], phases: Sequence[Phase], start: str, depth: float
) -> tuple[Aim | None, ...]:
    """What each key pose at the boundaries of phases is aimed at to go down to a depth.

    None for those that lie no deeper, and for the pose `start` that the movement begins in, unless
    it begins at its deepest. `u` are the boundaries' poses as they are by themselves.
    """
    tall = u[_above(phases)]
    names = (start, *(phase.pose for phase in phases))
    deepest = {phase.pose: pose for phase, pose in zip(phases, u[1:], strict=True) if _deep(phase)}
    ways = [(pose - tall)[ROOT_PITCH:] for pose in deepest.values()]
    down = max(ways, key=lambda way: float(way @ way), default=np.zeros(0))
    length = float(down @ down)
    if length == 0.0:
        return (None,) * len(u)
    found: list[Aim | None] = []
    for name, pose in zip(names, u, strict=True):
        lies = min(float((pose - tall)[ROOT_PITCH:] @ down) / length, 1.0)
        stays = lies <= depth or (name == start and start not in deepest)
        share = depth / lies if not stays else 1.0
        found.append(None if stays else Aim(tall + share * (pose - tall), tall, share))
    return tuple(found)


def _deep(phase: Phase) -> bool:
    return phase.id in (DESCENT, TURN)


def _above(phases: Sequence[Phase]) -> int:
    """The boundary from which a movement goes down: where its tempo does, or is at the top."""
    for number, phase in enumerate(phases):
        if phase.tempo == "down":
            return number
    for number, phase in enumerate(phases):
        if phase.tempo == "top":
            return number + 1
    return 0
