"""A plan with one of its figures held still in a pose, or moving again."""

from __future__ import annotations

from dataclasses import replace

from hinge_tutor.lessons.lesson import Cast, StagePlan

Angles = tuple[tuple[str, float], ...]


def posed(plan: StagePlan, figure: int, angles: Angles, phase: str) -> StagePlan:
    """The figure, counted from the left, in a pose (degrees) on what carries it in a phase."""
    return _changed(plan, figure, replace(plan.movements[figure], pose=angles, held_in=phase))


def moving(plan: StagePlan, figure: int) -> StagePlan:
    """The figure in its whole movement again."""
    return _changed(plan, figure, replace(plan.movements[figure], pose=(), held_in=""))


def _changed(plan: StagePlan, figure: int, cast: Cast) -> StagePlan:
    casts = (*plan.movements[:figure], cast, *plan.movements[figure + 1 :])
    return replace(plan, movements=casts)
