"""One row of the proof: what was computed, what it is held against, and the verdict."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, get_args

# What a row can be, in the order of the page: arithmetic that must hold; a second calculation of
# our own; what was measured on people and not used in building the model; what was met only after
# the model was changed; an order that studies agree on; a number that was fitted; a figure that is
# told and not judged.
Section = Literal[
    "identity", "recalculated", "independent", "adapted", "direction", "calibrated", "reported"
]
SECTIONS: tuple[Section, ...] = get_args(Section)

Beside = Literal["below", "within", "above"]
Verdict = Literal["met", "missed", "reported", "no_answer", "not_installed", "not_computed"]


@dataclass(frozen=True)
class Figure:
    """What was computed: one value, or several whose order counts, by their names.

    `note` is the code of a sentence that says more about it, such as where the worst value is, and
    `told` are the values of that sentence. `installed` is false where an engine is not there, and
    `answers` where the muscles of the body lack moment, so that its efforts are no answer.
    """

    values: tuple[float, ...]
    note: str = ""
    told: Mapping[str, float | str] = field(default_factory=dict)
    installed: bool = True
    answers: bool = True


NOT_INSTALLED = Figure((), installed=False)


@dataclass(frozen=True)
class Target:
    """What a figure is held against: at least `low` and at most `high`, or falling values.

    `aim` is the published value in the middle, where there is one; `falling` names the values of
    which each must be larger than the next. `measured` is a range of people that the figure stands
    beside and is not judged by.
    """

    low: float = -math.inf
    high: float = math.inf
    aim: float | None = None
    falling: tuple[str, ...] = ()
    measured: tuple[float, float] | None = None

    def missed_by(self, figure: Figure) -> float:
        """How far a figure is outside; 0 inside."""
        if self.falling:
            return max(0.0, *(second - first for first, second in pairwise(figure.values)))
        (value,) = figure.values
        return max(0.0, self.low - value, value - self.high)

    def meets(self, figure: Figure) -> bool:
        """Whether a figure is inside: a number, and, in an order, each larger than the next."""
        if not all(math.isfinite(value) for value in figure.values):
            return False
        if self.falling:
            return all(first > second for first, second in pairwise(figure.values))
        return self.missed_by(figure) == 0.0

    @property
    def judges(self) -> bool:
        """Whether there is anything to meet."""
        return bool(self.falling) or math.isfinite(self.low) or math.isfinite(self.high)

    @property
    def people(self) -> tuple[float, float] | None:
        """What people measured of a figure that is not judged, from low to high."""
        if self.measured is None and self.aim is not None and not self.judges:
            return (self.aim, self.aim)
        return self.measured


@dataclass(frozen=True)
class Family:
    """Rows of one kind: where they stand, how their figures are written, and their targets.

    Targets by case; a family of one row has the case "". With `each` there is a case for each of
    something, such as each movement, and "" is the target of all of them.
    """

    id: str
    section: Section
    unit: str
    decimals: int
    source: str
    targets: Mapping[str, Target] = field(default_factory=dict)
    each: str = ""

    def cases(self, found: Mapping[str, object]) -> tuple[str, ...]:
        """Its cases: its own, or those that were found where it has one for each of something."""
        return tuple(found if self.each else self.targets)


@dataclass(frozen=True)
class Row:
    """A case of a family with its figure; without one it was not computed."""

    family: Family
    case: str
    figure: Figure | None

    @property
    def target(self) -> Target:
        """What it is held against."""
        return self.family.targets["" if self.family.each else self.case]

    @property
    def id(self) -> str:
        """`squat-glutes:25`; a family of one row has its own name."""
        return f"{self.family.id}:{self.case}" if self.case else self.family.id

    @property
    def missed_by(self) -> float:
        """How far its figure is outside its target; 0 where there is none."""
        if self.figure is None or not self.figure.values or not self.target.judges:
            return 0.0
        return self.target.missed_by(self.figure)

    @property
    def beside(self) -> Beside | None:
        """Where its figure, as it is written, is beside what was measured on people."""
        people = self.target.people
        if people is None or self.figure is None or not self.figure.values:
            return None
        value = round(self.figure.values[0], self.family.decimals)
        if not math.isfinite(value):
            return None
        return "below" if value < people[0] else "above" if value > people[1] else "within"

    @property
    def verdict(self) -> Verdict:
        """What came out."""
        if self.figure is None:
            return "not_computed"
        if not self.figure.installed:
            return "not_installed"
        if not self.figure.answers:
            return "no_answer"
        if not self.target.judges:
            return "reported"
        return "met" if self.target.meets(self.figure) else "missed"
