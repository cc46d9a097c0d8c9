"""The sheet that a file's figures stand on: letters keep their part of it, and secrets are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.untold import untold

# Letters have their usual size on a sheet as large as this, and never less.
USUAL_PX = (1280, 720)
# What stays untold: what would answer a question, or whatever tells the figures apart.
ANSWER, FIGURES = "answer", "figures"


def sheet(
    words: Words, size: tuple[int, int], cast: Sequence[Repetition], kept: str | None = None
) -> Plan:
    """A sheet of `size` px for these figures; `kept` is what it keeps from whoever sees it."""
    letters = max(min(size[0] / USUAL_PX[0], size[1] / USUAL_PX[1]), 1.0)
    made = Plan(*size, words, letters=letters)
    if kept == FIGURES:
        return untold(made, cast)
    if kept == ANSWER:
        return replace(made, badges=("",) * len(cast))
    return made
