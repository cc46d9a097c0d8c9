"""What a lesson says and shows is computed: every figure stands, every number and claim holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np

from hinge_tutor.body.muscles import GROUPS
from hinge_tutor.body.specification import BodyError
from hinge_tutor.check.links import line_of
from hinge_tutor.check.wording import builds, parts, said
from hinge_tutor.coaching.moments import end_of, turn_index
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons import conditions, quantity
from hinge_tutor.lessons.conditions import NotACondition
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.fill import placeholders, shown
from hinge_tutor.lessons.lesson import REGIONS, Build, Lesson, StagePlan
from hinge_tutor.lessons.lines import Lines
from hinge_tutor.lessons.quantity import Figures, UnknownQuantity
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError, did_you_mean
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.movement import UnknownMovement, movements
from hinge_tutor.motion.take import TURN, Take
from hinge_tutor.stage.options import LAYERS

# Contacts and center of mass hold to this at every sample.
EXACT_M = 1e-3
# From this level on a muscle is at work: below it the model calls it at rest.
AT_WORK = 1
# Where a text or a claim names how hard a muscle works: `squat.level.glutes`.
_EFFORT = re.compile(rf"\.(?:{'|'.join(quantity.MUSCLE_VALUES)})\.")

HIGHLIGHTS = (*GROUPS, *REGIONS)


def problems(
    lesson: Lesson, words: Words, source: str, doubtful: frozenset[int]
) -> Iterator[AuthorError]:
    """Everything in a lesson that its figures do not bear out.

    `source` is the lesson's text, for the lines of placeholders; builds whose stage block could
    not be read as meant (`doubtful`) are left out.
    """
    rows = source.split("\n")
    reported: set[StagePlan] = set()
    if lesson.correct and lesson.correct not in movements():
        line = lesson.lines.get("correct", 1)
        yield AuthorError(lesson.file, line, _unknown_movement(lesson.correct))
    for _, build in builds(lesson):
        if build.stage.line in doubtful:
            continue
        named = list(stage_names(lesson, build))
        known = build.stage in reported
        reported.add(build.stage)
        if not known:
            yield from named
        if any(cast.movement not in movements() for cast in build.stage.movements):
            continue
        try:
            stage = figures(build.stage)
        except (BodyError, FaultError, UnknownMovement) as problem:
            if not known:
                line = build.stage.lines.get("bodies", build.stage.line)
                yield AuthorError(lesson.file, line, str(problem))
            continue
        if not known:
            yield from stage_figures(lesson, build, stage, words)
        yield from _weighed(lesson, build, stage)
        yield from _texts(lesson, build, stage, words, rows)
        yield from _claims(lesson, build, stage)


def standing(take: Take) -> Iterator[str]:
    """Where a take leaves its contacts or its balance, each as one sentence."""
    for contact in take.contacts:
        here = take.during(contact.phases)
        off = take.pose.point(contact.point)[here] - np.asarray(contact.target_m)
        away = np.abs(off).max(initial=0.0)
        if away > EXACT_M:
            yield f"{contact.point} leaves its place by {away * 1000:.1f} mm; at most 1 mm"
    off = np.abs(take.com_m[:, 0] - take.com_target_x_m).max()
    if off > EXACT_M:
        yield f"the center of mass is {off * 1000:.1f} mm off its target; at most 1 mm"


# ── figures ──────────────────────────────────────────────────────────────────────────────────────


def stage_names(lesson: Lesson, build: Build) -> Iterator[AuthorError]:
    """Names in a stage block that mean nothing."""
    stage = build.stage
    for cast in stage.movements:
        if cast.movement not in movements():
            yield AuthorError(lesson.file, cast.line, _unknown_movement(cast.movement))
    for layer in stage.layers:
        if layer not in LAYERS:
            allowed, near = ", ".join(LAYERS), did_you_mean(layer, LAYERS)
            problem = f'"{layer}" is no layer; allowed: {allowed}{near}'
            yield AuthorError(lesson.file, stage.lines.get("layers", stage.line), problem)
    if stage.props and "props" not in stage.layers:
        problem = 'props are not seen without their layer; add "props" to layers'
        yield AuthorError(lesson.file, stage.lines.get("props", stage.line), problem)
    mark = stage.highlight
    line = stage.lines.get("highlight", stage.line)
    if mark is None:
        return
    if mark not in HIGHLIGHTS:
        allowed, near = ", ".join(HIGHLIGHTS), did_you_mean(mark, HIGHLIGHTS)
        problem = f'highlight "{mark}" does not exist; allowed: {allowed}{near}'
        yield AuthorError(lesson.file, line, problem)
        return
    layer = "muscles" if mark in GROUPS else "bones"
    if layer not in stage.layers:
        problem = f'highlight "{mark}" is not seen without its layer; add "{layer}" to layers'
        yield AuthorError(lesson.file, line, problem)


def stage_figures(
    lesson: Lesson, build: Build, stage: Figures, words: Words
) -> Iterator[AuthorError]:
    """Figures that do not do what is asked of them, and what does not show on them."""
    line = build.stage.line
    for name, repetition in stage.items():
        take = repetition.take
        if take.status != "ok":
            why = words.reason(take.reason) if take.reason else "it is only the nearest"
            yield AuthorError(lesson.file, line, f"{name} cannot be done as asked: {why}")
        for problem in standing(take):
            yield AuthorError(lesson.file, line, f"{name}: {problem}")
    yield from _highlight(lesson, build, stage)


def _weighed(lesson: Lesson, build: Build, stage: Figures) -> Iterator[AuthorError]:
    """A figure whose muscles cannot give what is asked, where that can mislead somebody.

    As in the window, a figure without a load is weighed only where its efforts are looked at: the
    landing of a jump is more than the model's muscles can give, and yet its motion is right.
    """
    looked_at = "muscles" in build.stage.layers or bool(
        _EFFORT.search("\n".join((said(build), *build.claims)))
    )
    for name, repetition in stage.items():
        if not looked_at and repetition.take.load.mass_kg <= 0.0:
            continue
        for joint, lack in repetition.efforts.lacking_Nm.items():
            problem = f"{name}: the {joint} lacks {lack:.0f} N·m; take a lighter load"
            if repetition.take.load.mass_kg <= 0.0:
                problem = (
                    f"{name}: the {joint} lacks {lack:.0f} N·m, so its efforts are no answer; show "
                    "it without muscles and say nothing of them"
                )
            yield AuthorError(lesson.file, build.stage.line, problem)


def _highlight(lesson: Lesson, build: Build, stage: Figures) -> Iterator[AuthorError]:
    """A highlighted muscle works in every figure, or the lesson says why it rests."""
    group = build.stage.highlight
    if group not in GROUPS:
        return
    resting = [name for name, each in stage.items() if _level(each, group, build.stage) < AT_WORK]
    if resting and not build.stage.quiet:
        problem = (
            f'highlight "{group}" rests in {", ".join(resting)} at the moment shown; '
            'highlight another muscle, or say why it rests with quiet = "…"'
        )
        yield AuthorError(lesson.file, build.stage.lines.get("highlight", 1), problem)
    if build.stage.quiet and not resting:
        problem = f'"{group}" is at work in every figure shown; delete quiet'
        yield AuthorError(lesson.file, build.stage.lines.get("quiet", 1), problem)


def _level(repetition: Repetition, group: str, stage: StagePlan) -> int:
    """The highest level of a group, either side, at the moment that a build rests on."""
    efforts, take = repetition.efforts, repetition.take
    columns = [efforts.groups.index(f"{group}_{side}") for side in ("near", "far")]
    moment = stage.at if stage.play == "still" else stage.stop_at
    levels = efforts.level[:, columns]
    if moment is None and stage.play != "still":
        return int(levels.max())
    if moment == TURN:
        index = turn_index(take)
    elif isinstance(moment, str):
        try:
            index = take.index_at(end_of(take, moment))
        except KeyError:
            # Beside others it is shown at their moment, which is none of its own phases.
            return int(levels.max())
    else:
        index = take.index_at((moment or 0.0) * take.duration_s)
    return int(levels[index].max())


def _unknown_movement(name: str) -> str:
    near = did_you_mean(name, movements())
    return f'there is no movement "{name}"; there are: {", ".join(movements())}{near}'


# ── texts and claims ─────────────────────────────────────────────────────────────────────────────


def _texts(
    lesson: Lesson, build: Build, stage: Figures, words: Words, rows: list[str]
) -> Iterator[AuthorError]:
    for _, start, text in parts(build):
        for placeholder in placeholders(text):
            try:
                shown(placeholder, stage, words)
            except UnknownQuantity as problem:
                line = line_of(f"{{{placeholder.name}", rows, start)
                yield AuthorError(lesson.file, line, str(problem))


def _claims(lesson: Lesson, build: Build, stage: Figures) -> Iterator[AuthorError]:
    claims: list[tuple[str, int, Lines]] = [
        (claim, place, stated.lines)
        for stated in (build, build.question, build.drag)
        if stated is not None
        for place, claim in enumerate(stated.proof)
    ]
    for claim, place, lines in claims:
        problem = broken(claim, stage)
        if problem:
            yield AuthorError(lesson.file, lines.get(f"proof[{place}]", build.line), problem)


def broken(claim: str, stage: Mapping[str, Repetition]) -> str:
    """Why a claim does not hold for the figures on the stage; empty when it does."""
    try:
        verdict = conditions.judge(conditions.parse(claim), stage)
    except (NotACondition, UnknownQuantity) as problem:
        return f"proof: {problem}"
    if verdict.holds:
        return ""
    return (
        f"proof fails: {claim} (computed: {verdict.left:.4g} and {verdict.right:.4g}); "
        "correct what the lesson says"
    )
