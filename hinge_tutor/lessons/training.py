"""What stands on the stage beside a client: the target, and what was seen, on one body."""

from __future__ import annotations

from hinge_tutor.body.specification import Specification
from hinge_tutor.lessons.client import Tempo, Visit
from hinge_tutor.lessons.figures import DEFAULT_BODY
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.trying import faults_of
from hinge_tutor.motion.families import families
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import load_movement

MOVEMENT = "hip-hinge"
FAMILY, GETTING_READY = "flat_feet", ("set_up", "brace")
TARGET, SEEN = "target", "seen"
BEFORE, AFTER = "before", "after"
# How much of a fault stands there at first: well seen, with room for more and for less.
USUAL_SHARE = 0.7
LAYERS = ("muscles",)
# Seconds on the way down: faster nobody counts, slower nobody breathes.
DOWN_S = (1.0, 8.0)


def trainable() -> tuple[str, ...]:
    """What a trainer does with a client: on both feet, nothing thrown, with faults to be seen."""
    return tuple(each for each in families()[FAMILY] if seen_faults(each))


def first_phase(movement: str) -> str:
    """The phase that all begins with, after getting ready: down, or up from the floor."""
    phases = [phase.id for phase in load_movement(movement).phases]
    return next(each for each in phases if each not in GETTING_READY)


def seen_faults(movement: str = MOVEMENT) -> tuple[str, ...]:
    """The faults of a movement that somebody sees from the side, in the order of their file."""
    return tuple(fault for fault in faults_of(movement) if faults()[fault].changes)


def drill_of(fault: str, movement: str) -> str:
    """The movement that repairs a fault; the hinge as one is the same again, slowly: of a squat,
    then, the squat.
    """
    drill = faults()[fault].drill
    return movement if drill == MOVEMENT else drill


def text_of(body: Specification) -> str:
    """A body as a figure names it."""
    return body.text or DEFAULT_BODY


def alone(body: Specification, movement: str = MOVEMENT, tempo: Tempo | None = None) -> StagePlan:
    """The target on this body."""
    own = _own(movement, tempo)
    return StagePlan(
        (Cast(TARGET, movement, text_of(body), tempo=own),), layers=LAYERS, play="loop"
    )


def pair(
    body: Specification,
    fault: str,
    share: float,
    movement: str = MOVEMENT,
    tempo: Tempo | None = None,
) -> StagePlan:
    """The target, and a share of a fault, on this body."""
    own, person = _own(movement, tempo), text_of(body)
    return StagePlan(
        (
            Cast(TARGET, movement, person, tempo=own),
            Cast(SEEN, movement, person, faults=((fault, share),), tempo=own),
        ),
        layers=LAYERS,
        play="loop",
        difference=True,
    )


def two_visits(one: Visit, other: Visit) -> StagePlan:
    """What was seen on two days, each on the body of its day, on one ground and one clock."""
    return StagePlan(
        tuple(
            Cast(
                name,
                visit.movement,
                text_of(visit.person.body),
                faults=((visit.fault, visit.share),) if visit.fault and visit.share else (),
            )
            for name, visit in ((BEFORE, one), (AFTER, other))
        ),
        layers=LAYERS,
        play="loop",
        difference=True,
    )


def tempo_of(movement: str, tempo: Tempo | None) -> Tempo:
    """The seconds down, at the bottom, up and at the top."""
    return load_movement(movement).tempo if tempo is None else tempo


def slower(movement: str, tempo: Tempo | None, steps: int) -> Tempo | None:
    """So many seconds more on the way down, within what can be counted along."""
    down, *rest = tempo_of(movement, tempo)
    bottom, up, top = rest
    least, most = DOWN_S
    return _own(movement, (min(max(down + steps, least), most), bottom, up, top))


def _own(movement: str, tempo: Tempo | None) -> Tempo | None:
    """None for the tempo that the movement has by itself."""
    return None if tempo == load_movement(movement).tempo else tempo
