"""What keeps a lesson that could be read from being shown: names that nobody has."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_tutor.body.specification import BodyError, parse_specification
from hinge_tutor.lessons.figures import DEFAULT_BODY
from hinge_tutor.lessons.lesson import Cast, Lesson, StagePlan
from hinge_tutor.located import AuthorError, did_you_mean
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import movements


def problems(lesson: Lesson) -> Iterator[AuthorError]:
    """Movements, bodies and faults of a lesson that do not exist, each told once."""
    told: set[tuple[int, str]] = set()
    for step in lesson.steps:
        for build in step.builds:
            asked = build.question
            replays = [choice.replay for choice in asked.choices if choice.replay] if asked else []
            for plan in (build.stage, *replays):
                for line, problem in _plan(plan):
                    if (line, problem) not in told:
                        told.add((line, problem))
                        yield AuthorError(lesson.file, line, problem)


def unknown_movement(name: str) -> str:
    """The sentence about a movement that does not exist."""
    near = did_you_mean(name, movements())
    return f'there is no movement "{name}"; there are: {", ".join(movements())}{near}'


def _plan(plan: StagePlan) -> Iterator[tuple[int, str]]:
    for cast in plan.movements:
        if cast.movement not in movements():
            yield cast.line, unknown_movement(cast.movement)
        elif problem := _body(cast):
            yield plan.lines.get("bodies", plan.line), problem
        for fault, _ in cast.faults:
            on = faults()[fault].on
            if cast.movement in movements() and cast.movement not in on:
                line = plan.lines.get("faults", plan.line)
                yield line, f'"{fault}" is no fault of {cast.movement}; it is of: {", ".join(on)}'


def _body(cast: Cast) -> str:
    """Why there is no such body; empty where there is."""
    try:
        if cast.body != DEFAULT_BODY:
            parse_specification(cast.body)
    except BodyError as problem:
        return str(problem)
    return ""
