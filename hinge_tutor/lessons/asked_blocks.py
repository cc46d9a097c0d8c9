"""Reads the blocks that ask something of the reader: a question, a guess by hand, a repair."""

from __future__ import annotations

from dataclasses import replace

from hinge_tutor.lessons import stage_block
from hinge_tutor.lessons.bounds import MOST_ROWS
from hinge_tutor.lessons.by_hand import SIDES_OF_TRUTH, Drag, Fix, Miss
from hinge_tutor.lessons.lesson import Choice, Question, StagePlan
from hinge_tutor.lessons.lines import lines
from hinge_tutor.located import Reader
from hinge_tutor.motion.handles import HANDLES
from hinge_tutor.motion.phases import PHASES

# Four choices are as many as can be weighed at once, and each has a number key.
CHOICES = (2, 4)
# Nearer than 1 cm no hand guesses; a guess that is 30 cm off has not met anything.
CLOSE_CM = (1.0, 30.0)
# A replay that does not say how fast it is.
SLOWLY = 0.5
# What somebody turns at once, and still knows which of it did what.
MOST_CONTROLS = 3


def question(reader: Reader, plan: StagePlan | None) -> Question:
    """A question; each choice stands in its own [[choice]]. `plan` is the build's stage."""
    tables = reader.tables("choice", most=MOST_ROWS)
    choices = tuple(_choice(table, plan) for table in tables)
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


def _choice(table: Reader, plan: StagePlan | None) -> Choice:
    right = table.flag("right", False)
    misconception = table.text("misconception", "")
    if not right and not misconception:
        table.problem("this choice is not right and names no misconception; write misconception")
    if right and misconception:
        table.problem("the right choice needs no misconception; delete it", "misconception")
    replay = None
    if table.has("replay"):
        if right:
            table.problem("the right choice needs no replay; delete it", "replay")
        replay = stage_block.stage(table.table("replay"), _replayed(plan))
    return Choice(
        text=table.text("text"),
        right=right,
        explanation=table.text("explanation"),
        misconception=misconception,
        replay=replay,
        line=table.line(),
        lines=lines(table, "text", "explanation", "misconception", "replay"),
    )


def _replayed(plan: StagePlan | None) -> StagePlan | None:
    """What a replay is laid over: the build's stage, which plays slowly where it stands still.

    Who is asked sees the figures stand; the same again would disprove nothing.
    """
    if plan is None or plan.play != "still":
        return plan
    return replace(plan, play="once", speed=SLOWLY)


def drag(reader: Reader) -> Drag:
    """A guess by hand; each side on which it may miss stands in its own [[miss]]."""
    misses = tuple(
        Miss(
            where=table.choice("where", SIDES_OF_TRUTH),
            explanation=table.text("explanation"),
            misconception=table.text("misconception"),
            line=table.line(),
            lines=lines(table, "explanation", "misconception"),
        )
        for table in reader.tables("miss", optional=True, most=MOST_ROWS)
    )
    sides = [miss.where for miss in misses]
    if len(set(sides)) < len(sides):
        reader.problem("two misses on one side; keep one of them", "miss")
    return Drag(
        prompt=reader.text("prompt"),
        figure=reader.text("figure"),
        handle=reader.choice("handle", tuple(handle.name for handle in HANDLES)),
        at=reader.choice("at", PHASES, "turn"),
        close_cm=reader.number("close_cm", *CLOSE_CM),
        explanation=reader.text("explanation"),
        misses=misses,
        reveal=reader.text("reveal", ""),
        proof=reader.texts("proof", ()),
        line=reader.line(),
        lines=lines(reader, "prompt", "figure", "explanation", "reveal", "proof"),
    )


def fix(reader: Reader) -> Fix:
    """A figure to repair, and what the learner may turn."""
    controls = reader.texts("controls")
    if not 1 <= len(controls) <= MOST_CONTROLS:
        problem = f"{len(controls)} controls; write one to {MOST_CONTROLS}"
        reader.problem(problem, "controls")
    return Fix(
        prompt=reader.text("prompt"),
        figure=reader.text("figure"),
        controls=controls,
        explanation=reader.text("explanation"),
        line=reader.line(),
        lines=lines(reader, "prompt", "figure", "controls", "explanation"),
    )
