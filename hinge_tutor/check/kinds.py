"""A step keeps what its kind promises: a fault to find, a figure to repair, something to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hinge_tutor.check.wording import builds
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.by_hand import DEPTH, Fix
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.hidden_names import asks_which, lettered
from hinge_tutor.lessons.lesson import Build, Lesson, Question, StagePlan, Step
from hinge_tutor.lessons.repair import Repair, repair_of
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError, did_you_mean
from hinge_tutor.motion.depth import MOST
from hinge_tutor.motion.movement import movements
from hinge_tutor.stage.options import TELLING

# Where somebody has to find a fault, one figure alone has nobody to be told from.
FEWEST_HIDDEN = 2


def problems(
    lesson: Lesson, words: Words, doubtful: frozenset[int], complete: bool = True
) -> Iterator[AuthorError]:
    """Everything in which a step's builds and its kind disagree.

    What could not be read as meant is not judged: a step whose heading's line is `doubtful`, a
    build whose stage or block is; nor what is missing in an incomplete lesson.
    """
    for step in lesson.steps:
        if complete and step.line not in doubtful:
            yield from _missing(lesson, step)
    for step, build in builds(lesson):
        if build.stage.line in doubtful:
            continue
        if build.stage.lettered:
            yield from _hidden(lesson, build)
        if build.fix is not None and build.lines.get("fix", 0) not in doubtful:
            yield from _fix(lesson, step, build, build.fix)
    for step in lesson.steps:
        if step.kind == "find_fault" and step.line not in doubtful:
            yield from _find(lesson, step, words, doubtful)


def _missing(lesson: Lesson, step: Step) -> Iterator[AuthorError]:
    """What a kind of step cannot do without."""
    missing = ""
    if step.kind == "find_fault" and not any(_asks_hidden(build) for build in step.builds):
        missing = (
            "this find_fault step hides nothing; write a question under a build "
            "whose stage block has hidden = true"
        )
    if step.kind == "fix_it" and not any("fix" in build.lines for build in step.builds):
        missing = "this fix_it step repairs nothing; write a fix block"
    if step.kind == "practice_along" and not any(build.practice for build in step.builds):
        missing = "nobody practices in this practice_along step; write a practice block with count"
    if step.kind == "sandbox" and not any(build.text for build in step.builds):
        missing = "this sandbox step does not say what to try; write it as text"
    if missing:
        yield AuthorError(lesson.file, step.line, missing)


def _asks_hidden(build: Build) -> bool:
    return build.stage.hidden and "question" in build.lines


# ── find the fault ───────────────────────────────────────────────────────────────────────────────


def _hidden(lesson: Lesson, build: Build) -> Iterator[AuthorError]:
    """Nothing of a hidden build tells what it hides."""
    stage = build.stage
    told = sorted(TELLING.intersection(stage.layers))
    if stage.difference:
        told.append("difference")
    for name in told:
        problem = f"{name} would tell who has the fault; show it in a build that is not hidden"
        yield AuthorError(lesson.file, stage.lines.get("layers", stage.line), problem)


def _find(
    lesson: Lesson, step: Step, words: Words, doubtful: frozenset[int]
) -> Iterator[AuthorError]:
    """Every question that asks which figure it is has one choice for each of them, and is right."""
    asked = [build for build in step.builds if build.stage.hidden and build.question]
    lines = {line for each in asked for line in (each.stage.line, each.lines.get("question", 0))}
    if not asked or lines & doubtful:
        return
    which = [each for each in asked if _asks_which(each, words)]
    for build in which or asked[:1]:
        question, casts = build.question, build.stage.movements
        assert question is not None
        if len(casts) < FEWEST_HIDDEN:
            problem = "one figure alone has nobody to be told from; put two or three on the stage"
            yield AuthorError(lesson.file, build.stage.line, problem)
        elif len({cast.movement for cast in casts}) > 1:
            problem = "hidden figures do one movement; name it for each of them in movements"
            yield AuthorError(lesson.file, build.stage.line, problem)
        elif not which:
            named = ", ".join(f'"{lettered(number, words)}"' for number in range(len(casts)))
            problem = f"nobody is asked which figure it is; write the choices {named}"
            yield AuthorError(lesson.file, question.line, problem)
        else:
            yield from _findings(lesson, build, question)


def _asks_which(build: Build, words: Words) -> bool:
    """Whether a build's choices are its figures; one with another number of them never is."""
    question, casts = build.question, build.stage.movements
    return question is not None and asks_which(question, len(casts), words)


def _findings(lesson: Lesson, build: Build, question: Question) -> Iterator[AuthorError]:
    """By the form rules exactly one figure has a fault, and that is the right choice."""
    stage = _standing(build.stage)
    if stage is None:
        return
    names, found = list(stage), [bool(each.findings) for each in stage.values()]
    line = build.stage.lines.get("faults", build.stage.line)
    if sum(found) != 1:
        who = [name for name, each in zip(names, found, strict=True) if each]
        problem = (
            f"the form rules find something in {', '.join(who) or 'nobody'}; it has to be "
            "exactly one figure: change the faults"
        )
        yield AuthorError(lesson.file, line, problem)
    elif not found[question.right]:
        problem = (
            f"the right choice is figure {question.right + 1}, but the form rules find the fault "
            f"in figure {found.index(True) + 1}; exchange them"
        )
        yield AuthorError(lesson.file, question.choices[question.right].line, problem)


# ── repair ───────────────────────────────────────────────────────────────────────────────────────


def _fix(lesson: Lesson, step: Step, build: Build, fix: Fix) -> Iterator[AuthorError]:
    """The figure is there with what is to be repaired, and can be repaired.

    That a right one stands beside it is asked of every fault (`teaching.py`).
    """
    if step.kind != "fix_it":
        problem = f'a fix block in a step of kind "{step.kind}"; make it kind = "fix_it"'
        yield AuthorError(lesson.file, fix.line, problem)
    casts = {cast.name: cast for cast in build.stage.movements}
    if fix.figure not in casts:
        near = did_you_mean(fix.figure, casts)
        problem = f'"{fix.figure}" is not on the stage; there: {", ".join(casts)}{near}'
        yield AuthorError(lesson.file, fix.lines.get("figure", fix.line), problem)
        return
    cast = casts[fix.figure]
    own = [fault for fault, share in cast.faults if share > 0.0]
    if cast.depth is not None and cast.depth < MOST:
        own.append(DEPTH)
    strange = [control for control in fix.controls if control not in own]
    for control in strange:
        has = ", ".join(own) or "nothing"
        near = did_you_mean(control, own)
        problem = f'{cast.name} has nothing of "{control}"; it has {has}{near}'
        yield AuthorError(lesson.file, fix.lines.get("controls", fix.line), problem)
    repair = repair_of(build)
    if repair is not None and not strange:
        yield from _can_be_repaired(lesson, build, repair)


def _can_be_repaired(lesson: Lesson, build: Build, repair: Repair) -> Iterator[AuthorError]:
    """The form rules find something at the start, and nothing with every control at rest."""
    name, line = repair.fix.figure, repair.fix.lines.get("controls", repair.fix.line)
    begun, done = _standing(build.stage), _standing(repair.repaired().turned(build.stage))
    if begun is None or done is None:
        return
    if not begun[name].findings:
        problem = f"the form rules find nothing in {name}; give it more of its faults"
        yield AuthorError(lesson.file, line, problem)
    left = {finding.rule for finding in done[name].findings}
    if left:
        problem = (
            f"with every control at rest {name} still leaves {', '.join(sorted(left))}; "
            "name what is left to repair in controls"
        )
        yield AuthorError(lesson.file, line, problem)


def _standing(plan: StagePlan) -> Mapping[str, Repetition] | None:
    """The figures of a plan; None where they cannot stand, which is told elsewhere."""
    if any(cast.movement not in movements() for cast in plan.movements):
        return None
    try:
        return figures(plan)
    except ValueError:
        return None
