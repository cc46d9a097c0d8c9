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

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_groups import of_analysis
from hinge_tutor.body.places import HANDS
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.mechanics.efforts import Efforts
from hinge_tutor.motion.take import Load, Reason

# The lightest step of an ordinary barbell, half a kilogram on each side, is not told apart finer.
CLOSE_KG = 0.5
FIRST_KG = 10.0
# The heaviest raw deadlift is below 500 kg: beyond it the model is out of its world.
MOST_KG = 500.0
# As good as everything a head can give.
FULLY = 0.99
# Slower than asked is still done.
SLOWED = "tempo_throws_over"

Perform = Callable[[Load], Repetition]


@dataclass(frozen=True)
class Obstacle:
    """Why a load cannot be done: the joint that lacks most, N·m, in a phase; or a reason.

    `groups` are those whose heads are mostly at their limit at that moment, without a side.
    """

    joint: str = ""
    lacking_Nm: float = 0.0
    phase: str = ""
    groups: tuple[str, ...] = ()
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
    at = bare.take.load.at
    obstacle = _obstacle(bare, bare)
    if obstacle is not None:
        return Heaviest(at, None, obstacle)
    # What a movement is usually done with comes first: too light a bell does not swing well.
    able, unable = 0.0, max(bare.take.movement.usual_load_kg(bare.take.body), FIRST_KG)
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
    when = int(np.abs(_reserve(tried.efforts, joint)).argmax())
    groups = _exhausted(tried.efforts, when)
    return Obstacle(joint, lacking[joint], tried.take.phase[when], groups)


def _reserve(efforts: Efforts, joint: str) -> FloatArray:
    """What is missing at a joint (N,), in whichever plane more is."""
    rows = [efforts.reserve_Nm[joint]]
    if joint in efforts.adduction_reserve_Nm:
        rows.append(efforts.adduction_reserve_Nm[joint])
    return max(rows, key=lambda row: float(np.abs(row).max()))


def _exhausted(efforts: Efforts, when: int) -> tuple[str, ...]:
    """The groups of which most of the strength is switched on fully at a sample."""
    full = efforts.heads[0].activation[when] >= FULLY
    share = full @ of_analysis().weights
    names = of_analysis().names
    return tuple(name for name, part in zip(names, share, strict=True) if part > 0.5)
