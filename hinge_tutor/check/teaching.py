"""A lesson teaches: steps and builds keep the order and the limits that learning needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hinge_tutor.check.wording import builds
from hinge_tutor.lessons.contrast import differing
from hinge_tutor.lessons.lesson import Build, Cast, Lesson, Step
from hinge_tutor.located import AuthorError
from hinge_tutor.motion.movement import movements
from hinge_tutor.stage.options import TELLING

STEPS = (5, 9)
MOST_NEW_LAYERS = 2
# Kinds that state facts; the others ask, or let practice.
FACTUAL = ("show", "contrast", "explain")
# Blocks that ask: which answer, or where something will be.
ASKING = {"question", "drag"}
REAL_TIME = 1.0


def problems(lesson: Lesson, doubtful: frozenset[int], complete: bool) -> Iterator[AuthorError]:
    """Everything in a lesson's build-up; an incomplete one is not judged by its ends.

    A step whose heading's line is `doubtful` is not judged by its kind and reference.
    """
    for step in lesson.steps:
        if step.line not in doubtful:
            yield from _kind(lesson, step)
        yield from _step(lesson, step, complete)
    yield from _layers(lesson)
    if complete and lesson.steps:
        yield from _whole(lesson, doubtful)


def _kind(lesson: Lesson, step: Step) -> Iterator[AuthorError]:
    if step.kind in FACTUAL and step.reference is None:
        problem = f"this {step.kind} step states facts; name a reference in its step block"
        yield AuthorError(lesson.file, step.line, problem)
    if step.kind in ("predict", "recall") and not _asks(step):
        problem = f"this {step.kind} step does not ask; write a question or a drag block"
        yield AuthorError(lesson.file, step.line, problem)


def _asks(step: Step) -> bool:
    return any(ASKING & build.lines.keys() for build in step.builds)


def _step(lesson: Lesson, step: Step, complete: bool) -> Iterator[AuthorError]:
    for build in step.builds:
        if step.kind == "contrast" or build.stage.difference:
            yield from pairs(lesson, build)
        yield from _prediction(lesson, build)
        yield from fault_alone(lesson, build)
    yield from _telling(lesson, step)
    if complete and step.kind == "contrast" and step.builds:
        if not any(len(build.stage.movements) > 1 for build in step.builds):
            problem = "a contrast shows two figures side by side; name two movements"
            yield AuthorError(lesson.file, step.line, problem)
        yield from _ending(lesson, step.builds[-1], "a contrast")


def pairs(lesson: Lesson, build: Build) -> Iterator[AuthorError]:
    """Figures side by side that differ in more than one thing, or in nothing."""
    figures = build.stage.movements
    for one, other in pairwise(figures):
        names = differing(one, other)
        if len(names) != 1:
            what = " and ".join(names) or "nothing"
            problem = (
                f"{one.name} and {other.name} differ in {what}; a contrast differs in exactly "
                "one of movement, body, load and fault"
            )
            yield AuthorError(lesson.file, one.line, problem)


def _prediction(lesson: Lesson, build: Build) -> Iterator[AuthorError]:
    """A question that is answered later is asked before anything moves, a guess by hand always."""
    asked = build.question
    later = bool(asked and asked.reveal and asked.reveal != build.name)
    if (later or build.drag) and build.stage.play != "still":
        problem = 'predict before seeing: this build moves; write play = "still" in its stage block'
        yield AuthorError(lesson.file, build.stage.lines.get("play", 1), problem)


def _telling(lesson: Lesson, step: Step) -> Iterator[AuthorError]:
    """What would answer a question is not shown before the build that answers it."""
    names = [build.name for build in step.builds]
    for number, build in enumerate(step.builds):
        asked = build.question or build.drag
        if asked is None or asked.reveal not in names[number:]:
            continue
        for waiting in step.builds[number : names.index(asked.reveal, number)]:
            for layer in sorted(TELLING.intersection(waiting.stage.layers)):
                problem = (
                    f"{layer} would answer the question and is not seen while it is open; show it "
                    f'from "{asked.reveal}" on'
                )
                line = waiting.stage.lines.get("layers", waiting.stage.line)
                yield AuthorError(lesson.file, line, problem)


def fault_alone(lesson: Lesson, build: Build) -> Iterator[AuthorError]:
    """A figure with a fault is seen beside the same movement done right, in the same build.

    A lesson ends on one figure, so this also keeps a fault from being the last thing seen.
    """
    stage = build.stage
    right = {cast.movement for cast in stage.movements if not _faulty(cast)}
    for cast in stage.movements:
        if _faulty(cast) and cast.movement not in right:
            problem = (
                f"{cast.name} shows a fault, and nobody beside it does {cast.movement} right; add "
                f'"{cast.movement}" to movements once more, with "" as its fault'
            )
            yield AuthorError(lesson.file, stage.lines.get("faults", cast.line), problem)
            return


def _faulty(cast: Cast) -> bool:
    """Whether a figure has a fault; one at 0 % is the correct movement."""
    return any(share > 0.0 for _, share in cast.faults)


def _layers(lesson: Lesson) -> Iterator[AuthorError]:
    before: frozenset[str] = frozenset()
    for _, build in builds(lesson):
        layers = frozenset(build.stage.layers)
        new = sorted(layers - before)
        if len(new) > MOST_NEW_LAYERS:
            problem = (
                f"{len(new)} new layers at once ({', '.join(new)}); at most {MOST_NEW_LAYERS}; "
                "show the others in a build of their own"
            )
            yield AuthorError(lesson.file, build.stage.lines.get("layers", 1), problem)
        before = layers


def _whole(lesson: Lesson, doubtful: frozenset[int]) -> Iterator[AuthorError]:
    low, high = STEPS
    if not low <= len(lesson.steps) <= high:
        problem = f"{len(lesson.steps)} steps; a lesson has {low} to {high}"
        yield AuthorError(lesson.file, lesson.steps[-1].line, problem)
    last = lesson.steps[-1]
    if last.kind != "practice_along" and last.line not in doubtful:
        problem = (
            "a lesson ends with something to do away from the screen; "
            'make the last step kind = "practice_along"'
        )
        yield AuthorError(lesson.file, last.line, problem)
    if not any(build.text for build in last.builds):
        problem = "the last step does not say what to do away from the screen; write it as text"
        yield AuthorError(lesson.file, last.line, problem)
    if last.builds:
        yield from _ending(lesson, last.builds[-1], "a lesson")
    if not any(_asks(step) for step in lesson.steps[-2:]):
        problem = "a lesson ends with a question; ask one in one of its last two steps"
        yield AuthorError(lesson.file, last.line, problem)


def _ending(lesson: Lesson, build: Build, what: str) -> Iterator[AuthorError]:
    stage = build.stage
    shown = [cast.movement for cast in stage.movements]
    # A correct movement that does not exist is one problem, told where it is named.
    only_correct = shown == [lesson.correct] or lesson.correct not in movements()
    moving = stage.play != "still" and stage.stop_at is None and stage.speed == REAL_TIME
    bare = not stage.layers and stage.highlight is None
    if not (only_correct and moving and bare):
        problem = (
            f"{what} ends on the correct movement alone, at real speed, nothing overlaid; write "
            f'movements = ["{lesson.correct}"], play = "loop", speed = 1, layers = []'
        )
        yield AuthorError(lesson.file, stage.line, problem)
