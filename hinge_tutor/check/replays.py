"""What disproves an answer is a stage like any other, and shows more than the question did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hinge_tutor.body.specification import BodyError
from hinge_tutor.check.proof import stage_figures, stage_names
from hinge_tutor.check.teaching import fault_alone, pairs
from hinge_tutor.check.wording import builds
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Build, Lesson, StagePlan
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.movement import UnknownMovement, movements

# Whoever has just heard why an answer is another one sees one thing pointed at, and little else.
MOST_LAYERS = 2


def problems(lesson: Lesson, words: Words, doubtful: frozenset[int]) -> Iterator[AuthorError]:
    """Everything in the replays of a lesson; blocks that could not be read are left out."""
    for _, build in builds(lesson):
        question = build.question
        unread = build.stage.line in doubtful or build.lines.get("question") in doubtful
        if question is None or unread:
            continue
        for choice in question.choices:
            if choice.replay is not None:
                yield from _replay(lesson, build, choice.replay, words)


def _replay(lesson: Lesson, build: Build, plan: StagePlan, words: Words) -> Iterator[AuthorError]:
    shown = replace(build, stage=plan)
    yield from stage_names(lesson, shown)
    if len(plan.layers) > MOST_LAYERS:
        problem = (
            f"{len(plan.layers)} layers in a replay ({', '.join(plan.layers)}); "
            f"at most {MOST_LAYERS} besides what is pointed at"
        )
        yield AuthorError(lesson.file, plan.lines.get("layers", plan.line), problem)
    if _picture(plan) == _picture(build.stage):
        problem = (
            "this replay shows the picture on which the question was asked; "
            'let it move (play = "once"), or stand elsewhere (at = "turn")'
        )
        yield AuthorError(lesson.file, plan.line, problem)
    yield from fault_alone(lesson, shown)
    if plan.difference:
        yield from pairs(lesson, shown)
    if any(cast.movement not in movements() for cast in plan.movements):
        return
    try:
        stage = figures(plan)
    except (BodyError, FaultError, UnknownMovement) as problem:
        line = plan.lines.get("bodies", plan.line)
        yield AuthorError(lesson.file, line, str(problem))
        return
    yield from stage_figures(lesson, shown, stage, words)


def _picture(plan: StagePlan) -> object:
    """What a still shows; a film is like no other."""
    still = plan.play == "still"
    return (plan.movements, plan.at, plan.layers, plan.highlight) if still else object()
