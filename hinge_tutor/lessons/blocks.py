"""Reads the fenced TOML blocks of a lesson into values, with a harmless one for each wrong one."""

from __future__ import annotations

from dataclasses import dataclass, field

from hinge_tutor.coaching.strengths import STRENGTHS
from hinge_tutor.lessons.bounds import MOST_ROWS
from hinge_tutor.lessons.by_hand import Practice
from hinge_tutor.lessons.lesson import FORMAT, KINDS, Card, Cue, Reference
from hinge_tutor.lessons.lines import Lines, lines
from hinge_tutor.located import Reader

# A lesson is one sitting; what takes longer is two lessons.
MINUTES = (5, 10)
# Fewer repetitions are no practice; after more than twenty nobody looks at a screen.
REPETITIONS = (1, 20)


@dataclass(frozen=True)
class FrontMatter:
    """What stands over a lesson."""

    title: str = ""
    minutes: int = 0
    correct: str = ""
    goal: str = ""
    lines: Lines = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    objectives: tuple[str, ...] = ()
    key_points: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True)
class StepHead:
    """What stands at the head of a step."""

    kind: str = "show"
    why: str = ""
    reference: str = ""
    notes: str = ""
    line: int = 1
    why_line: int = 1
    notes_line: int = 1


@dataclass(frozen=True)
class BuildHead:
    """What stands at the head of a build."""

    why: str = ""
    introduces: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    aloud: str = ""
    notes: str = ""
    lines: Lines = field(default_factory=dict)


def front_matter(reader: Reader) -> FrontMatter:
    """Title, minutes, the movement taught, the goal in one sentence, what to keep, references."""
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
        for table in reader.tables("reference", optional=True, most=MOST_ROWS)
    )
    return FrontMatter(
        title=reader.text("title"),
        minutes=reader.whole("minutes", *MINUTES),
        correct=reader.text("correct"),
        goal=reader.text("goal"),
        lines=lines(reader, "title", "correct", "goal", "objectives", "key_points"),
        references=references,
        objectives=reader.texts("objectives", ()),
        key_points=reader.texts("key_points", ()),
        cards=_cards(reader),
    )


def _cards(reader: Reader) -> tuple[Card, ...]:
    """The lesson's cards of the recall deck; no two have one id."""
    found: list[Card] = []
    for table in reader.tables("card", optional=True, most=MOST_ROWS):
        id_ = table.text("id")
        if any(card.id == id_ for card in found):
            table.problem(f'a second card "{id_}"; give each its own id', "id")
        found.append(
            Card(id_, table.text("ask"), table.text("answer"), table.text("shows"), table.line())
        )
    return tuple(found)


def step_head(reader: Reader) -> StepHead:
    """Kind, reason and reference of a step, and what its teacher should know."""
    return StepHead(
        kind=reader.choice("kind", KINDS),
        why=reader.text("why", ""),
        reference=reader.text("reference", ""),
        notes=reader.text("notes", ""),
        line=reader.line("reference"),
        why_line=reader.line("why"),
        notes_line=reader.line("notes"),
    )


def build_head(reader: Reader) -> BuildHead:
    """What one build explains, the terms it introduces, the conditions its words rely on, and what
    is said and done before a room.
    """
    return BuildHead(
        why=reader.text("why", ""),
        introduces=reader.texts("introduces", ()),
        proof=reader.texts("proof", ()),
        brings=reader.texts("brings", ()),
        aloud=reader.text("aloud", ""),
        notes=reader.text("notes", ""),
        lines=lines(reader, "why", "introduces", "proof", "brings", "aloud", "notes"),
    )


def cue(reader: Reader) -> Cue:
    """The one cue of a build, in one wording or in two."""
    return Cue(reader.text("text"), reader.text("internal", ""), reader.text("id", ""))


def practice(reader: Reader) -> Practice:
    """What to move along with: how often, and facing which way."""
    return Practice(reader.whole("count", *REPETITIONS), reader.flag("mirror", False))
