"""What a build asks of the reader's hands: a guess, a repair, repetitions to move along with.

Frozen values like those of `lesson.py`, and `line` and `lines` mean the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hinge_tutor.lessons.lines import Lines

# Where a guess may lie of the place where something really is, seen facing right.
SIDES_OF_TRUTH = ("above", "below", "ahead", "behind")
# What a `fix` may put in somebody's hand besides the dials of faults.
DEPTH = "depth"


@dataclass(frozen=True)
class Miss:
    """A guess that lies on one side of the truth (SIDES_OF_TRUTH), and the belief behind it."""

    where: str
    explanation: str
    misconception: str
    line: int = field(default=1, compare=False)
    lines: Lines = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Drag:
    """A prediction by hand: where will this point of a figure be?

    `handle` is the point (`motion/handles.py`) of the figure named `figure`, `at` the phase whose
    end is asked for. A guess within `close_cm` of the truth is met, and told `explanation`; farther
    off it hears the miss of its side, where there is one. `reveal` is as in Question.
    """

    prompt: str
    figure: str
    handle: str
    at: str
    close_cm: float
    explanation: str
    misses: tuple[Miss, ...] = ()
    reveal: str = ""
    proof: tuple[str, ...] = ()
    line: int = field(default=1, compare=False)
    lines: Lines = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Fix:
    """A figure to repair: `controls` are dials of its faults, or DEPTH, one to three of them.

    It is done when no form rule finds anything in the figure named `figure`.
    """

    prompt: str
    figure: str
    controls: tuple[str, ...]
    explanation: str
    line: int = field(default=1, compare=False)
    lines: Lines = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Practice:
    """Repetitions to move along with: how many, and whether the figure faces the other way."""

    count: int
    mirror: bool = False
