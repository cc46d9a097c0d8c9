"""A lesson in another language is the same lesson in other words: whatever is no word agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hinge_tutor.lessons.by_hand import Drag, Fix
from hinge_tutor.lessons.fill import placeholders
from hinge_tutor.lessons.lesson import Build, Card, Choice, Lesson, Question, StagePlan, Step
from hinge_tutor.located import AuthorError

# A value of an author's, quoted in a sentence.
LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Pair:
    """Something of a lesson that must agree, here and in English, and the line to change."""

    line: int
    what: str
    here: Any
    there: Any


def problems(lesson: Lesson, english: Lesson) -> Iterator[AuthorError]:
    """Where a lesson is another one than the English lesson of its id."""
    for pair in (*_front(lesson, english), *_steps(lesson.steps, english.steps)):
        if pair.here != pair.there:
            here, there = _shown(pair.here), _shown(pair.there)
            problem = f"{pair.what}: {here} here, {there} in English; make both the same"
            yield AuthorError(lesson.file, pair.line, problem)


def _front(lesson: Lesson, english: Lesson) -> Iterator[Pair]:
    lines = lesson.lines
    yield Pair(1, "the number of the file", lesson.number, english.number)
    for name in ("minutes", "correct"):
        yield Pair(lines.get(name, 1), name, getattr(lesson, name), getattr(english, name))
    for name in ("objectives", "key_points"):
        here, there = getattr(lesson, name), getattr(english, name)
        yield Pair(lines.get(name, 1), f"the number of {name}", len(here), len(there))
    here, there = (
        [(reference.id, reference.strength) for reference in each.references]
        for each in (lesson, english)
    )
    yield Pair(1, "references with their strengths", here, there)
    yield Pair(1, "the ids of cards", _ids(lesson.cards), _ids(english.cards))
    for card, other in zip(lesson.cards, english.cards, strict=False):
        shows = lesson.moment(card.shows), english.moment(other.shows)
        yield Pair(card.line, "the moment that a card shows", *shows)
        for name in ("ask", "answer"):
            yield _filled(card.line, name, getattr(card, name), getattr(other, name))


def _ids(cards: Sequence[Card]) -> list[str]:
    return [card.id for card in cards]


def _steps(steps: Sequence[Step], english: Sequence[Step]) -> Iterator[Pair]:
    line = steps[-1].line if steps else 1
    yield Pair(line, "the number of steps", len(steps), len(english))
    for step, other in zip(steps, english, strict=False):
        yield Pair(step.line, "kind", step.kind, other.kind)
        here, there = (each.reference and each.reference.id for each in (step, other))
        yield Pair(step.line, "reference", here, there)
        yield Pair(step.line, "the number of builds", len(step.builds), len(other.builds))
        for build, twin in zip(step.builds, other.builds, strict=False):
            yield from _build(build, twin, step, other)


def _build(build: Build, twin: Build, step: Step, other: Step) -> Iterator[Pair]:
    for name in ("introduces", "proof", "brings", "cue_id", "practice"):
        line = build.lines.get(name, build.line)
        yield Pair(line, name, getattr(build, name), getattr(twin, name))
    for name in ("prompt", "text", "cue", "inner_cue", "why", "aloud", "notes"):
        line = build.lines.get(name, build.line)
        here, there = str(getattr(build, name)), str(getattr(twin, name))
        yield Pair(line, f"whether there is a {name}", bool(here), bool(there))
        yield _filled(line, name, here, there)
    yield from _stage(build.stage.line, build.stage, twin.stage)
    for name in ("question", "drag", "fix"):
        asked, same = getattr(build, name), getattr(twin, name)
        yield Pair(build.line, f"whether there is a {name}", asked is not None, same is not None)
    if build.question and twin.question:
        yield from _question(build.question, twin.question)
        yield _revealed(build.question, twin.question, step, other)
    if build.drag and twin.drag:
        yield from _drag(build.drag, twin.drag)
        yield _revealed(build.drag, twin.drag, step, other)
    if build.fix and twin.fix:
        yield from _fix(build.fix, twin.fix)


def _stage(line: int, stage: StagePlan, other: StagePlan) -> Iterator[Pair]:
    """Everything of a stage but the sentence that says why a muscle rests."""
    yield Pair(line, "whether there is a quiet", bool(stage.quiet), bool(other.quiet))
    yield _filled(line, "quiet", stage.quiet, other.quiet)
    yield Pair(line, "stage", replace(stage, quiet=""), replace(other, quiet=""))


def _question(asked: Question, twin: Question) -> Iterator[Pair]:
    line = asked.lines.get("proof", asked.line)
    yield Pair(line, "proof", asked.proof, twin.proof)
    yield _filled(asked.line, "prompt", asked.prompt, twin.prompt)
    yield Pair(asked.line, "the number of choices", len(asked.choices), len(twin.choices))
    for choice, other in zip(asked.choices, twin.choices, strict=False):
        yield from _choice(choice, other)


def _choice(choice: Choice, other: Choice) -> Iterator[Pair]:
    yield Pair(choice.line, "right", choice.right, other.right)
    for name in ("text", "explanation"):
        line = choice.lines.get(name, choice.line)
        yield _filled(line, name, getattr(choice, name), getattr(other, name))
    here, there = choice.replay, other.replay
    yield Pair(choice.line, "whether there is a replay", here is not None, there is not None)
    if here and there:
        yield from _stage(choice.lines.get("replay", choice.line), here, there)


def _drag(drag: Drag, twin: Drag) -> Iterator[Pair]:
    for name in ("figure", "handle", "at", "close_cm", "proof"):
        line = drag.lines.get(name, drag.line)
        yield Pair(line, name, getattr(drag, name), getattr(twin, name))
    for name in ("prompt", "explanation"):
        yield _filled(drag.line, name, getattr(drag, name), getattr(twin, name))
    here, there = ([miss.where for miss in each.misses] for each in (drag, twin))
    yield Pair(drag.line, "where a guess misses", here, there)
    for miss, other in zip(drag.misses, twin.misses, strict=False):
        yield _filled(miss.line, "explanation", miss.explanation, other.explanation)


def _fix(fix: Fix, twin: Fix) -> Iterator[Pair]:
    for name in ("figure", "controls"):
        line = fix.lines.get(name, fix.line)
        yield Pair(line, name, getattr(fix, name), getattr(twin, name))
    for name in ("prompt", "explanation"):
        yield _filled(fix.line, name, getattr(fix, name), getattr(twin, name))


def _revealed(asked: Question | Drag, twin: Question | Drag, step: Step, other: Step) -> Pair:
    """A build is named by its title, which is a word: what counts is which build that is."""
    here, there = (
        [build.name for build in each.builds].index(one.reveal) + 1
        if one.reveal in [build.name for build in each.builds]
        else None
        for one, each in ((asked, step), (twin, other))
    )
    return Pair(asked.lines.get("reveal", asked.line), "the build that reveals", here, there)


def _filled(line: int, part: str, here: str, there: str) -> Pair:
    """The placeholders of two texts, whatever their order is."""
    found = (
        sorted((each.name, each.format) for each in placeholders(text)) for text in (here, there)
    )
    return Pair(line, f"the placeholders of this {part}", *map(_named, found))


def _named(found: Sequence[tuple[str, str]]) -> list[str]:
    return [f"{{{name}{form and f':{form}'}}}" for name, form in found]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, StagePlan):
        # All of it would say nothing; the line says which block it is.
        return "another block"
    if value is None or value == "" or value == () or value == []:
        return "none"
    told = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return told if len(told) <= LONGEST_SHOWN else told[: LONGEST_SHOWN - 1] + "…"
