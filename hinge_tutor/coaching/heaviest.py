"""The heaviest load that a body can still move through a movement, by this model.

A load can be done where the muscles give every moment that is asked at every sample (no reserve
above `HONEST_RESERVE_NM`) and the movement ends for no other reason than without a load. Loads
double until one cannot be done; between the last that could and the first that could not, the
limit is closed in on by halves, to a step of `CLOSE_KG`. Unit: kg.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.places import HANDS
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.motion.take import Load, Reason

# The lightest step of an ordinary barbell, half a kilogram on each side, is not told apart finer.
CLOSE_KG = 0.5
FIRST_KG = 10.0
# The heaviest raw deadlift is below 500 kg: beyond it the model is out of its world.
MOST_KG = 500.0
# Slower than asked is still done.
SLOWED = "tempo_throws_over"

Perform = Callable[[Load], Repetition]


@dataclass(frozen=True)
class Obstacle:
    """Why a load cannot be done: the joint that lacks most, N·m, in a phase; or a reason."""

    joint: str = ""
    lacking_Nm: float = 0.0
    phase: str = ""
    reason: Reason | None = None


@dataclass(frozen=True)
class Heaviest:
    """The heaviest load in kg that can be done, and the obstacle that a little more meets.

    `load_kg` is None where not even the body alone can be moved; `obstacle` is None where the
    heaviest load that is tried could still be done.
    """

    at: str
    load_kg: float | None
    obstacle: Obstacle | None


def heaviest(perform: Perform, at: str = HANDS) -> Heaviest:
    """The heaviest load at a place with which `perform` gives a repetition that can be done."""
    bare = perform(Load(0.0, at))
    obstacle = _obstacle(bare, bare)
    if obstacle is not None:
        return Heaviest(at, None, obstacle)
    able, unable = 0.0, FIRST_KG
    while (obstacle := _obstacle(perform(Load(unable, at)), bare)) is None:
        if unable == MOST_KG:
            return Heaviest(at, MOST_KG, None)
        able, unable = unable, min(2 * unable, MOST_KG)
    while unable - able > CLOSE_KG:
        middle = CLOSE_KG * ((able + unable) // (2 * CLOSE_KG))
        found = _obstacle(perform(Load(middle, at)), bare)
        if found is None:
            able = middle
        else:
            unable, obstacle = middle, found
    return Heaviest(at, able, obstacle)


def _obstacle(tried: Repetition, bare: Repetition) -> Obstacle | None:
    """What keeps a repetition from being done, beyond what already ends it without a load."""
    reason, before = tried.take.reason, bare.take.reason
    usual = {SLOWED} if before is None else {SLOWED, before.code}
    if reason is not None and reason.code not in usual:
        return Obstacle(reason=reason)
    lacking = tried.efforts.lacking_Nm
    if not lacking:
        return None
    joint = max(lacking, key=lambda name: lacking[name])
    when = int(np.abs(tried.efforts.reserve_Nm[joint]).argmax())
    return Obstacle(joint, lacking[joint], tried.take.phase[when])
