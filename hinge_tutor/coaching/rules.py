"""Form rules: what a repetition is expected to keep, and where it does not.

The rules themselves, with their sources, are in `assets/coaching/rules.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor import located, shelf
from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.coaching.strengths import STRENGTHS
from hinge_tutor.located import Reader
from hinge_tutor.motion.families import members

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take

FORMAT = 1
# Wide enough for every measure in degrees, percent, centimeters or meters.
WIDEST = 1000.0
# What is told last, and a rule that does not say when.
LAST = 4
# A measure this close to its limit is on it; rounding of the arithmetic is far below.
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Rule:
    """A measure stays in low … high during some phases; `fault` is what leaving it may mean.

    Without phases it is judged throughout. `movements` are those it is for, families expanded.
    `importance` says which of several is told first, 1 to LAST.
    """

    id: str
    fault: str
    movements: tuple[str, ...]
    measure: str
    low: float
    high: float
    unit: str
    phases: tuple[str, ...]
    source: str
    strength: str
    line: int
    importance: int = LAST


@dataclass(frozen=True)
class Target:
    """What a movement must measure on the default body; `at` is a phase, meaning its end."""

    movement: str
    measure: str
    at: str
    low: float
    high: float
    unit: str
    source: str
    strength: str
    line: int


@dataclass(frozen=True)
class Claim:
    """A condition over movements at their own depth, in the words that lessons use for theirs."""

    condition: str
    source: str
    strength: str
    line: int


@dataclass(frozen=True)
class Rules:
    """Everything in the rules' file."""

    rules: tuple[Rule, ...]
    targets: tuple[Target, ...]
    claims: tuple[Claim, ...]
    file: str


@dataclass(frozen=True)
class Finding:
    """A rule left from `from_s` to `to_s`; `value` is the worst value there, in the rule's unit."""

    rule: str
    fault: str
    from_s: float
    to_s: float
    value: float
    limit: float


def read_rules(path: Path) -> Rules:
    """The rules in a file; raises AuthorErrors with everything wrong in it."""
    reader = Reader(located.read(path))
    reader.whole("format", 1, FORMAT)
    rules = tuple(_rule(table) for table in reader.tables("rule", optional=True))
    targets = tuple(_target(table) for table in reader.tables("target", optional=True))
    claims = tuple(_claim(table) for table in reader.tables("claim", optional=True))
    reader.finish()
    return Rules(rules, targets, claims, str(path))


@lru_cache(maxsize=1)
def shipped() -> Rules:
    """The rules that come with the program."""
    return read_rules(shelf.assets("coaching", "rules.toml"))


def judges(measure: str, movement: str, phase: str) -> bool:
    """Whether a phase of a movement is judged by a measure; true where no rule has both."""
    own = [
        rule for rule in shipped().rules if rule.measure == measure and movement in rule.movements
    ]
    return not own or any(not rule.phases or phase in rule.phases for rule in own)


def judge(
    take: Take, measures: Mapping[str, float | FloatArray], rules: Rules | None = None
) -> tuple[Finding, ...]:
    """Where a take leaves the rules of its movement, in the order of time."""
    found: list[Finding] = []
    for rule in (rules or shipped()).rules:
        if take.movement.id in rule.movements and rule.measure in measures:
            found += _judge(rule, take, measures[rule.measure])
    return tuple(sorted(found, key=lambda finding: (finding.from_s, finding.rule)))


def _judge(rule: Rule, take: Take, measure: float | FloatArray) -> list[Finding]:
    """One finding for each unbroken stretch of samples outside the rule.

    One number for the whole take is found once, in the first phases that it is judged in.
    """
    time = take.time_s
    if np.max(measure) <= rule.high + TOLERANCE and np.min(measure) >= rule.low - TOLERANCE:
        return []
    values = np.broadcast_to(np.asarray(measure, dtype=np.float64), time.shape)
    beyond = np.maximum(values - rule.high, rule.low - values)
    outside = take.during(rule.phases) & (beyond > TOLERANCE)
    if not outside.any():
        return []
    edges = np.diff(np.concatenate(([0], outside.astype(np.int8), [0])))
    found = []
    for first, after in zip(np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0], strict=True):
        worst = int(first) + int(np.argmax(beyond[first:after]))
        value = float(values[worst])
        found.append(
            Finding(
                rule=rule.id,
                fault=rule.fault,
                from_s=float(time[first]),
                to_s=float(time[after - 1]),
                value=value,
                limit=rule.high if value > rule.high else rule.low,
            )
        )
    return found if np.ndim(measure) else found[:1]


def _rule(table: Reader) -> Rule:
    low, high = _limits(table)
    return Rule(
        id=table.text("id"),
        fault=table.text("fault"),
        movements=members(table, "movements"),
        measure=table.text("measure"),
        low=low,
        high=high,
        unit=table.text("unit"),
        phases=table.texts("phases", ()),
        source=table.text("source"),
        strength=table.choice("strength", STRENGTHS),
        line=table.line(),
        importance=table.whole("importance", 1, LAST, LAST),
    )


def _target(table: Reader) -> Target:
    low, high = _limits(table)
    return Target(
        movement=table.text("movement"),
        measure=table.text("measure"),
        at=table.text("at", ""),
        low=low,
        high=high,
        unit=table.text("unit"),
        source=table.text("source"),
        strength=table.choice("strength", STRENGTHS),
        line=table.line(),
    )


def _claim(table: Reader) -> Claim:
    return Claim(
        condition=table.text("condition"),
        source=table.text("source"),
        strength=table.choice("strength", STRENGTHS),
        line=table.line("condition"),
    )


def _limits(table: Reader) -> tuple[float, float]:
    low = table.number("low", -WIDEST, WIDEST) if table.has("low") else -math.inf
    high = table.number("high", -WIDEST, WIDEST) if table.has("high") else math.inf
    if not table.has("low") and not table.has("high"):
        table.problem("neither low nor high; write at least one of them")
    elif low > high:
        table.problem(f"low {low:g} is above high {high:g}; exchange them", "low")
    return low, high
