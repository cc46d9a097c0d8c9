"""A repetition: a take with what follows from it, its loads, efforts, measures and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import Body
from hinge_tutor.coaching.measures import measures
from hinge_tutor.coaching.rules import Finding, judge
from hinge_tutor.mechanics.dynamics import Loads, loads
from hinge_tutor.mechanics.efforts import Efforts, efforts
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import SAMPLES, solve
from hinge_tutor.motion.take import Load, Take


@dataclass(frozen=True, eq=False)
class Repetition:
    """Everything computed of one movement on one body; measures carry their unit in the name."""

    take: Take
    loads: Loads
    efforts: Efforts
    measures: Mapping[str, float | FloatArray]
    findings: tuple[Finding, ...]


def perform(
    movement: str,
    body: Body,
    *,
    load: Load | None = None,
    tempo: tuple[float, float, float, float] | None = None,
    hand_height_m: float | None = None,
    samples: int = SAMPLES,
) -> Repetition:
    """Solves a movement for a body and works out all that follows.

    Raises UnknownMovement or AuthorErrors for a movement that cannot be read.
    """
    take = solve(
        load_movement(movement),
        body,
        load=load,
        tempo=tempo,
        hand_height_m=hand_height_m,
        samples=samples,
    )
    return study(take)


def study(take: Take) -> Repetition:
    """All that follows from a take."""
    found = loads(take)
    measured = measures(take, found)
    return Repetition(take, found, efforts(take, found), measured, judge(take, measured))
