"""The figures of a build, or nobody and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hinge_tutor.app.trouble import REFUSALS
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.located import AuthorError, AuthorErrors
from hinge_tutor.motion.movement import UnknownMovement, movements

Solve = Callable[[StagePlan], Mapping[str, Repetition]]


def solved(
    solve: Solve, plan: StagePlan, lesson: str
) -> tuple[Mapping[str, Repetition], Exception | None]:
    """The figures of a plan; nobody, and why, where they cannot be solved. `lesson` is its file."""
    try:
        return solve(plan), None
    except UnknownMovement as problem:
        # The lesson asks for it, so its line is where to look first.
        known = movements()
        line = next((each.line for each in plan.movements if each.movement not in known), 1)
        return {}, AuthorErrors([AuthorError(lesson, line, str(problem))])
    except REFUSALS as problem:
        return {}, problem
