"""A guess by hand can be made and told: the handle is there, goes somewhere, and is seen to."""

from __future__ import annotations

import math
from collections.abc import Iterator

from hinge_tutor.body.specification import BodyError
from hinge_tutor.check.wording import builds
from hinge_tutor.coaching.moments import end_of
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.by_hand import Drag
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.guess import CM, named, place_m, truth_at
from hinge_tutor.lessons.lesson import Build, Lesson, StagePlan, Step
from hinge_tutor.lessons.quantity import Figures
from hinge_tutor.located import AuthorError, did_you_mean
from hinge_tutor.motion.dragging import Drag as Held
from hinge_tutor.motion.dragging import grasp
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.handles import handles
from hinge_tutor.motion.movement import UnknownMovement, movements
from hinge_tutor.motion.posing import PoseError, ground
from hinge_tutor.motion.shared_clock import shared_clock

FEWEST_MISSES = 2
# The figure that tells is the one that was asked about where the same point ends this near, cm.
SAME_CM = 1.0
# A still that is off by less than this, s, stands at the end of a phase.
SAME_S = 0.05
# A ghost that stays so far away, in parts of what is close, cannot be led to the truth.
REACHED = 0.5


def problems(lesson: Lesson, doubtful: frozenset[int]) -> Iterator[AuthorError]:
    """Everything in the guesses by hand of a lesson; blocks that could not be read are left out."""
    for step, build in builds(lesson):
        drag = build.drag
        if drag is None or build.lines.get("drag") in doubtful:
            continue
        if step.line not in doubtful:
            yield from _placed(lesson, step, build, drag)
        stage = None if build.stage.line in doubtful else _solved(build.stage)
        if stage is not None:
            yield from _asked(lesson, step, build, drag, stage)


def _solved(plan: StagePlan) -> Figures | None:
    """The figures of a stage; None where it has problems of its own."""
    if any(cast.movement not in movements() for cast in plan.movements):
        return None
    try:
        return figures(plan)
    except (BodyError, FaultError, UnknownMovement):
        return None


def _placed(lesson: Lesson, step: Step, build: Build, drag: Drag) -> Iterator[AuthorError]:
    """Where it stands in the lesson, and what it says of those who miss."""
    if step.kind != "predict":
        problem = f'a drag is a prediction, and this step is {step.kind}; write kind = "predict"'
        yield AuthorError(lesson.file, drag.line, problem)
    if sum(bool(each.question) + bool(each.drag) for each in step.builds) > 1:
        problem = "something else is asked in this step; give each a step of its own"
        yield AuthorError(lesson.file, drag.line, problem)
    if drag.reveal in ("", build.name):
        problem = "nothing tells where it really is; write reveal, a later build of this step"
        yield AuthorError(lesson.file, drag.lines.get("reveal", drag.line), problem)
    if len(drag.misses) < FEWEST_MISSES:
        count = len(drag.misses) or "no"
        problem = f"{count} [[miss]]; write two to four, for those that people really make"
        yield AuthorError(lesson.file, drag.line, problem)


def _asked(
    lesson: Lesson, step: Step, build: Build, drag: Drag, stage: Figures
) -> Iterator[AuthorError]:
    """What can be dragged of whom, and how far."""
    if drag.figure not in stage:
        there, near = ", ".join(stage), did_you_mean(drag.figure, stage)
        problem = f'"{drag.figure}" is not on the stage here; there: {there}{near}'
        yield AuthorError(lesson.file, drag.lines.get("figure", drag.line), problem)
        return
    one = stage[drag.figure]
    try:
        truth_m = place_m(truth_at(one.take, drag), drag.handle)
    except KeyError:
        phases = ", ".join(span.phase for span in one.take.spans)
        problem = f'{drag.figure} has no phase "{drag.at}"; it has: {phases}'
        yield AuthorError(lesson.file, drag.line, problem)
        return
    held = _held(build.stage, stage, drag)
    if isinstance(held, str):
        yield AuthorError(lesson.file, drag.line, held)
        return
    way_cm = CM * math.dist(held.at_m, truth_m)
    if way_cm <= drag.close_cm:
        problem = (
            f"the {drag.handle} ends {way_cm:.0f} cm from where it begins, and close_cm is "
            f"{drag.close_cm:g}: nobody would have to guess; ask for another handle or phase"
        )
        yield AuthorError(lesson.file, drag.line, problem)
        return
    left_cm = CM * math.dist(held.settled(*truth_m).at_m, truth_m)
    if left_cm > REACHED * drag.close_cm:
        problem = (
            f"dragged by the {drag.handle}, the ghost stays {left_cm:.0f} cm from where it really "
            "ends; ask for another handle"
        )
        yield AuthorError(lesson.file, drag.line, problem)
    yield from _told(lesson, step, build, drag, truth_m)


def _held(plan: StagePlan, stage: Figures, drag: Drag) -> Held | str:
    """The figure held by its handle at the moment of its still, or why it cannot be."""
    one = stage[drag.figure]
    time_s = _own_s(stage, drag.figure, plan.at or 0.0)
    try:
        place = ground(one.whole, one.take.phase_at(time_s))
    except PoseError as problem:
        return f"nothing can be dragged here: {problem}"
    name, found = named(drag.handle, one.take.movement.symmetric), tuple(handles(place))
    if name not in found:
        there = ", ".join(dict.fromkeys(each.partition("_")[0] for each in found))
        return f'nobody can drag the "{drag.handle}" of {drag.figure} here; what moves is: {there}'
    try:
        return grasp(place, one.take.at(time_s).q, name)
    except PoseError as problem:
        return f"nothing can be dragged here: {problem}"


def _told(
    lesson: Lesson, step: Step, build: Build, drag: Drag, truth_m: tuple[float, float]
) -> Iterator[AuthorError]:
    """The build that tells shows the same figure where it was asked for."""
    later = step.builds[step.builds.index(build) + 1 :]
    telling = next((each for each in later if each.name == drag.reveal), None)
    stage = _solved(telling.stage) if telling is not None else None
    if telling is None or stage is None:
        return
    line = drag.lines.get("reveal", drag.line)
    if drag.figure not in stage:
        problem = f'"{drag.reveal}" does not show {drag.figure}, of whom it has to tell'
        yield AuthorError(lesson.file, line, problem)
        return
    one = stage[drag.figure]
    off_cm = CM * math.dist(_ends(one, drag), truth_m)
    if off_cm > SAME_CM:
        problem = (
            f'in "{drag.reveal}" the {drag.handle} of {drag.figure} ends {off_cm:.0f} cm from '
            "where it was asked for; show the same figure"
        )
        yield AuthorError(lesson.file, line, problem)
        return
    plan, end_s = telling.stage, end_of(one.take, drag.at)
    moment = plan.at or 0.0 if plan.play == "still" else plan.stop_at
    if moment is None:
        return
    shown_s = _own_s(stage, drag.figure, moment)
    if shown_s < end_s - SAME_S or (plan.play == "still" and shown_s > end_s + SAME_S):
        problem = (
            f'"{drag.reveal}" does not come to rest at the end of {drag.at}, which it tells of'
        )
        yield AuthorError(lesson.file, line, problem)


def _ends(one: Repetition, drag: Drag) -> tuple[float, float]:
    try:
        return place_m(truth_at(one.take, drag), drag.handle)
    except KeyError:
        return math.inf, math.inf


def _own_s(stage: Figures, figure: str, at: float | str) -> float:
    """The own time of a figure at a moment of the stage's clock, s."""
    clock = shared_clock([each.take for each in stage.values()])
    return clock.own_times(clock.moment(at))[tuple(stage).index(figure)]
