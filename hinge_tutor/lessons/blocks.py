"""Reads the fenced TOML blocks of a lesson into values, with a harmless one for each wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hinge_tutor.coaching.strengths import STRENGTHS
from hinge_tutor.lessons.lesson import (
    FORMAT,
    KINDS,
    Choice,
    Lines,
    Question,
    Reference,
)
from hinge_tutor.located import Located, Reader

# A lesson is one sitting; what takes longer is two lessons.
MINUTES = (5, 10)
# Four choices are as many as can be weighed at once, and each has a number key.
CHOICES = (2, 4)


@dataclass(frozen=True)
class FrontMatter:
    """What stands over a lesson."""

    title: str = ""
    minutes: int = 0
    correct: str = ""
    goal: str = ""
    lines: Lines = field(default_factory=dict)
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class StepHead:
    """What stands at the head of a step."""

    kind: str = "show"
    why: str = ""
    reference: str = ""
    line: int = 1
    why_line: int = 1


@dataclass(frozen=True)
class BuildHead:
    """What stands at the head of a build."""

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


def lines(reader: Reader, *keys: str) -> Lines:
    """The lines of those names that a block has, and of each entry of those that are lists."""
    found: dict[str, int] = {}
    table: Mapping[str, Any] = raw(reader.located, reader.path)
    for key in (key for key in keys if key in table):
        found[key] = reader.line(key)
        value = table[key]
        for place in range(len(value) if isinstance(value, list) else 0):
            found[f"{key}[{place}]"] = reader.line(key, place)
    return found


def raw(located: Located, path: tuple[str | int, ...]) -> Any:
    value: Any = located.data
    for part in path:
        value = value[part]
    return value
