"""The actors of repetitions, kept ready, and the room that they need on a stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.plan import Extent

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# Those of the stages that are kept (`stage/scene.py`), three on each, so that a figure beside one
# that is changed is not fitted again.
KEPT = 12

_actors: dict[int, Actor] = {}


def actor_of(repetition: Repetition) -> Actor:
    """The actor of a repetition; it holds it, so that its identity stays its own."""
    found = _actors.pop(id(repetition), None) or Actor(repetition)
    _actors[id(repetition)] = found
    while len(_actors) > KEPT:
        del _actors[next(iter(_actors))]
    return found


def needed(repetitions: Sequence[Repetition]) -> Extent:
    """What the largest of these figures needs around its ankle during its motion."""
    found = actor_of(repetitions[0]).extent
    for repetition in repetitions[1:]:
        found = found.joined(actor_of(repetition).extent)
    return found
