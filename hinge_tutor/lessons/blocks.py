"""Reads the fenced TOML blocks of a lesson into values, with a harmless one for each wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hinge_tutor.coaching.rules import STRENGTHS
from hinge_tutor.lessons.lesson import (
    FORMAT,
    KINDS,
    PLAYS,
    Cast,
    Choice,
    Lines,
    Question,
    Reference,
    StagePlan,
)
from hinge_tutor.located import Located, Reader
from hinge_tutor.motion.movement import PHASES

# Real time is 1; below a twentieth nothing seems to move, above 2 nobody can follow.
SPEED = (0.05, 2.0)
LOAD_KG = (0.0, 400.0)
MOST_FIGURES = 3
# A lesson is one sitting; what takes longer is two lessons.
MINUTES = (5, 10)
# Four choices are as many as can be weighed at once, and each has a number key.
CHOICES = (2, 4)

Value = TypeVar("Value")


@dataclass(frozen=True)
class FrontMatter:
    title: str = ""
    minutes: int = 0
    correct: str = ""
    goal: str = ""
    lines: Lines = field(default_factory=dict)
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class StepHead:
    kind: str = "show"
    why: str = ""
    reference: str = ""
    line: int = 1
    why_line: int = 1


@dataclass(frozen=True)
class BuildHead:
    why: str = ""
    introduces: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    lines: Lines = field(default_factory=dict)


def front_matter(reader: Reader) -> FrontMatter:
    """Title, minutes, the movement taught, the goal in one sentence, and the references."""
    made = reader.whole("format", 1, 1000)
    if made > FORMAT:
        reader.problem(f"format is {made}; this program reads {FORMAT}; update it", "format")
    references = tuple(
        Reference(
            id=table.text("id"),
            text=table.text("text"),
            strength=table.choice("strength", STRENGTHS),
            limit=table.text("limit"),
            line=table.line(),
        )
        for table in reader.tables("reference", optional=True)
    )
    return FrontMatter(
        title=reader.text("title"),
        minutes=reader.whole("minutes", *MINUTES),
        correct=reader.text("correct"),
        goal=reader.text("goal"),
        lines=lines(reader, "title", "correct"),
        references=references,
    )


def step_head(reader: Reader) -> StepHead:
    """Kind, reason and reference of a step."""
    return StepHead(
        kind=reader.choice("kind", KINDS),
        why=reader.text("why", ""),
        reference=reader.text("reference", ""),
        line=reader.line("reference"),
        why_line=reader.line("why"),
    )


def build_head(reader: Reader) -> BuildHead:
    """What one build explains, the terms it introduces, and the conditions its words rely on."""
    return BuildHead(
        why=reader.text("why", ""),
        introduces=reader.texts("introduces", ()),
        proof=reader.texts("proof", ()),
        lines=lines(reader, "why", "introduces", "proof"),
    )


def cue(reader: Reader) -> str:
    """The one cue of a build."""
    return reader.text("text")


def question(reader: Reader) -> Question:
    """A question; each choice stands in its own [[choice]]."""
    tables = reader.tables("choice")
    choices = tuple(_choice(table) for table in tables)
    asked = Question(
        prompt=reader.text("prompt"),
        choices=choices,
        reveal=reader.text("reveal", ""),
        proof=reader.texts("proof", ()),
        line=reader.line(),
        lines=lines(reader, "prompt", "reveal", "proof"),
    )
    right = sum(choice.right for choice in choices)
    low, high = CHOICES
    if tables and not low <= len(choices) <= high:
        reader.problem(f"{len(choices)} choices; write {low} to {high} of them", "choice")
    if tables and right != 1:
        reader.problem(f"{right} choices have right = true; exactly one must", "choice")
    return asked


def _choice(table: Reader) -> Choice:
    right = table.flag("right", False)
    misconception = table.text("misconception", "")
    if not right and not misconception:
        table.problem("this choice is not right and names no misconception; write misconception")
    if right and misconception:
        table.problem("the right choice needs no misconception; delete it", "misconception")
    return Choice(
        text=table.text("text"),
        right=right,
        explanation=table.text("explanation"),
        misconception=misconception,
        line=table.line(),
        lines=lines(table, "text", "explanation", "misconception"),
    )


def stage(reader: Reader, inherited: StagePlan | None) -> StagePlan:
    """What stands on the stage; what the block leaves out is as in the step's own block.

    Highlight, stop, difference and quiet belong to one build and are never inherited.
    """
    base = inherited or StagePlan(())
    cast = _cast(reader, base)
    if not cast:
        reader.problem('no figure on the stage; write movements = ["hip-hinge"]', "movements")
    if len(cast) > MOST_FIGURES:
        reader.problem(f"{len(cast)} figures; at most {MOST_FIGURES} fit", "movements")
    names = [figure.name for figure in cast]
    if len(set(names)) < len(names):
        reader.problem("two figures have one name; give each its own in names", "movements")
    return StagePlan(
        movements=cast,
        same_height=reader.flag("same_height", base.same_height),
        layers=reader.texts("layers", base.layers),
        highlight=reader.text("highlight", "") or None,
        speed=reader.number("speed", *SPEED, default=base.speed),
        play=reader.choice("play", PLAYS, base.play),
        at=_moment(reader, "at", base.at),
        stop_at=reader.choice("stop_at", PHASES) if reader.has("stop_at") else None,
        difference=reader.flag("difference", False),
        quiet=reader.text("quiet", ""),
        line=reader.line(),
        lines={**base.lines, **lines(reader, "bodies", "layers", "highlight", "play", "quiet")},
    )


def _cast(reader: Reader, base: StagePlan) -> tuple[Cast, ...]:
    """The figures from parallel lists: one movement, body, load and name for each."""
    movements = reader.texts("movements", tuple(cast.movement for cast in base.movements))
    count = len(movements)
    own = reader.has("movements")
    inherited = base.movements if not own else ()
    bodies = _each(reader, "bodies", tuple(cast.body for cast in inherited), count, "default")
    names = _each(reader, "names", tuple(cast.name for cast in inherited), count, "")
    low, high = LOAD_KG
    given = reader.numbers("loads_kg", low, high, default=tuple(c.load_kg for c in inherited))
    loads = _fitted(reader, "loads_kg", given, count, 0.0)
    rows = [reader.line("movements")] * count if own else [cast.line for cast in inherited]
    return tuple(
        Cast(name or movement, movement, body, load, line=line)
        for movement, body, name, load, line in zip(
            movements, bodies, names, loads, rows, strict=True
        )
    )


def _each(
    reader: Reader, key: str, default: tuple[str, ...], count: int, otherwise: str
) -> tuple[str, ...]:
    return _fitted(reader, key, reader.texts(key, default), count, otherwise)


def _fitted(
    reader: Reader, key: str, values: tuple[Value, ...], count: int, otherwise: Value
) -> tuple[Value, ...]:
    if len(values) not in (0, count):
        reader.problem(f"{key} has {len(values)} entries for {count} figures; write {count}", key)
    return values if len(values) == count else (otherwise,) * count


def lines(reader: Reader, *keys: str) -> Lines:
    """The lines of those names that a block has, and of each entry of those that are lists."""
    found: dict[str, int] = {}
    table: Mapping[str, Any] = _raw(reader.located, reader.path)
    for key in (key for key in keys if key in table):
        found[key] = reader.line(key)
        value = table[key]
        for place in range(len(value) if isinstance(value, list) else 0):
            found[f"{key}[{place}]"] = reader.line(key, place)
    return found


def _moment(reader: Reader, key: str, default: float | str | None) -> float | str | None:
    """A number 0 to 1 of the repetition, or the name of a phase, which means its end."""
    if not reader.has(key):
        return default
    value: Any = _raw(reader.located, (*reader.path, key))
    if isinstance(value, str):
        return reader.choice(key, PHASES)
    return reader.number(key, 0.0, 1.0)


def _raw(located: Located, path: tuple[str | int, ...]) -> Any:
    value: Any = located.data
    for part in path:
        value = value[part]
    return value
