"""The moments of a take at which measures are read: the end of a phase, the turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take


def at_phase(take: Take, measure: float | FloatArray, phase: str) -> float:
    """A measure at the end of a phase; a single value is the same everywhere."""
    values = np.asarray(measure, dtype=np.float64)
    return float(values if values.ndim == 0 else values[take.index_at(end_of(take, phase))])


def turn_index(take: Take) -> int:
    """The sample of the turn, or of the deepest moment where no phase has that name."""
    try:
        return take.index_at(end_of(take, "turn"))
    except KeyError:
        return take.index_at(take.turn_s)


def end_of(take: Take, phase: str) -> float:
    """When a phase ends, in s; raises KeyError when the movement has no such phase.

    A phase that takes no time (the turn of a squat without a pause) has no span of its own; it
    ends where the phase before it ends.
    """
    spans = {span.phase: span.to_s for span in take.spans}
    if phase in spans:
        return spans[phase]
    order = [each.id for each in take.movement.phases]
    if phase not in order:
        raise KeyError(phase)
    before = [spans[each] for each in order[: order.index(phase) + 1] if each in spans]
    return before[-1] if before else 0.0
