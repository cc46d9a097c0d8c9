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


def casts_of(
    plan: StagePlan, faults: Mapping[str, float] | None = None
) -> tuple[Cast, Cast | None]:
    """The movement of the plan's first figure without its faults, and the same with `faults`.

    Without any, what stands beside it is the last figure that has a fault, else the second one.
    Raises FaultError.
    """
    casts = tuple(moved(cast) for cast in plan.movements)
    wrong = next((cast for cast in reversed(casts) if _is_faulty(cast)), None)
    first = next((cast for cast in casts if not _is_faulty(cast)), None)
    if wrong is not None and (first is None or first.movement != wrong.movement):
        first = wrong
    target = replace(first or casts[0], faults=())
    if faults:
        changed(load_movement(target.movement), faults)
        return target, replace(target, faults=tuple(faults.items()))
    if wrong is not None:
        return target, wrong
    return target, next((cast for cast in casts if cast is not first), None)


def made(plan: StagePlan, target: Cast, other: Cast | None) -> tuple[Repetition, Repetition | None]:
    """Both figures in motion, as a plan has them; raises as `figures` does."""
    shown = [replace(target, name="target")]
    if other is not None:
        shown.append(replace(other, name="other"))
    found = figures(replace(plan, movements=tuple(shown), hidden=False))
    return found["target"], found.get("other")


def _is_faulty(cast: Cast) -> bool:
    return any(share > 0.0 for _, share in cast.faults)
