"""The two figures of a hand-out: the movement as it should be, and what is done otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from hinge_tutor.lessons.figures import figures, moved
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.faults import changed
from hinge_tutor.motion.movement import load_movement

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition


def pair_of(plan: StagePlan, faults: Mapping[str, float]) -> tuple[Repetition, Repetition | None]:
    """The movement of the plan's first figure without its faults, and the same with `faults`.

    Without any, what stands beside it is the last figure that has a fault, else the second one.
    Raises as `figures` does.
    """
    casts = tuple(moved(cast) for cast in plan.movements)
    wrong = next((cast for cast in reversed(casts) if cast.faults), None)
    first = next((cast for cast in casts if not cast.faults), None)
    if wrong is not None and (first is None or first.movement != wrong.movement):
        first = wrong
    target = replace(first or casts[0], name="target", faults=())
    other: Cast | None = None
    if faults:
        changed(load_movement(target.movement), faults)
        other = replace(target, faults=tuple(faults.items()))
    elif wrong is not None:
        other = wrong
    elif len(casts) > 1:
        other = casts[1]
    shown = (target,) if other is None else (target, replace(other, name="other"))
    made = figures(replace(plan, movements=shown, hidden=False))
    return made["target"], made.get("other")
