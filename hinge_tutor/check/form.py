"""The form rules are about things that exist, and the default body meets every target."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from hinge_tutor.check import proof
from hinge_tutor.coaching.measures import MEASURES
from hinge_tutor.coaching.moments import at_phase
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.rules import Rule, Rules, Target, read_rules
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.located import AuthorError, AuthorErrors, did_you_mean
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import load_movement, movements
from hinge_tutor.motion.phases import PHASES

# The unit of a measure, by the end of its name; a ratio has none.
UNITS = {"cm": "cm", "m": "m", "s": "s", "deg": "°", "percent": "%", "down": ""}


def read(path: Path) -> tuple[Rules | None, tuple[AuthorError, ...]]:
    """The rules in a file, or what keeps it from being read."""
    try:
        return read_rules(path), ()
    except AuthorErrors as errors:
        return None, errors.errors


def problems(rules: Rules) -> Iterator[AuthorError]:
    """Rules that name nothing, and targets that the default body misses."""
    seen: set[str] = set()
    for rule in rules.rules:
        if rule.id in seen:
            yield AuthorError(rules.file, rule.line, f'a second rule "{rule.id}"; rename one')
        seen.add(rule.id)
        yield from _rule(rules, rule)
    for target in rules.targets:
        broken = list(_aim(rules, target))
        yield from broken
        if not broken:
            yield from _target(rules, target)
    stage = figures(StagePlan(tuple(Cast(each, each) for each in movements())))
    for claim in rules.claims:
        problem = proof.broken(claim.condition, stage)
        if problem:
            yield AuthorError(rules.file, claim.line, problem)


def measured(rule: Rule | Target) -> str:
    """The limits of a rule as they are written: `75 … 95 °`, `at least 15 cm`."""
    if math.isinf(rule.low):
        return f"at most {rule.high:g} {rule.unit}"
    if math.isinf(rule.high):
        return f"at least {rule.low:g} {rule.unit}"
    return f"{rule.low:g} … {rule.high:g} {rule.unit}"


def _rule(rules: Rules, rule: Rule) -> Iterator[AuthorError]:
    yield from _measure(rules, rule)
    yield from _phases(rules, rule, rule.phases)
    if rule.fault not in faults():
        near = did_you_mean(rule.fault, faults())
        problem = f'there is no fault "{rule.fault}"; there are: {", ".join(faults())}{near}'
        yield AuthorError(rules.file, rule.line, problem)


def _measure(rules: Rules, row: Rule | Target) -> Iterator[AuthorError]:
    """A measure that exists, in the unit that its name ends with."""
    if row.measure not in MEASURES:
        near = did_you_mean(row.measure, MEASURES)
        problem = f'"{row.measure}" is not measured; allowed: {", ".join(sorted(MEASURES))}{near}'
        yield AuthorError(rules.file, row.line, problem)
        return
    unit = UNITS[row.measure.rpartition("_")[2]]
    if row.unit != unit:
        problem = f'{row.measure} is in "{unit}", not in "{row.unit}"; write unit = "{unit}"'
        yield AuthorError(rules.file, row.line, problem)


def _phases(rules: Rules, row: Rule | Target, phases: Iterable[str]) -> Iterator[AuthorError]:
    for phase in phases:
        if phase not in PHASES:
            near = did_you_mean(phase, PHASES)
            problem = f'"{phase}" is no phase; allowed: {", ".join(PHASES)}{near}'
            yield AuthorError(rules.file, row.line, problem)


def _aim(rules: Rules, target: Target) -> Iterator[AuthorError]:
    """What is wrong in a target before anything is measured."""
    known = movements()
    if target.movement not in known:
        near = did_you_mean(target.movement, known)
        problem = f'there is no movement "{target.movement}"; there are: {", ".join(known)}{near}'
        yield AuthorError(rules.file, target.line, problem)
        return
    yield from _measure(rules, target)
    yield from _phases(rules, target, [target.at] if target.at else [])
    measured = _perform(target.movement).measures
    if target.measure in MEASURES and target.measure not in measured:
        problem = (
            f'{target.movement} has no "{target.measure}"; it has: {", ".join(sorted(measured))}'
        )
        yield AuthorError(rules.file, target.line, problem)
    ids = [phase.id for phase in load_movement(target.movement).phases]
    if target.at in PHASES and target.at not in ids:
        problem = f'{target.movement} has no phase "{target.at}"; it has: {", ".join(ids)}'
        yield AuthorError(rules.file, target.line, problem)


def _target(rules: Rules, target: Target) -> Iterator[AuthorError]:
    repetition = _perform(target.movement)
    value = at_phase(repetition.take, repetition.measures[target.measure], target.at or "turn")
    if not target.low <= value <= target.high:
        problem = (
            f"{target.movement}: {target.measure} is {value:.1f} {target.unit}, "
            f"the target is {measured(target)} ({target.source})"
        )
        yield AuthorError(rules.file, target.line, problem)


def _perform(movement: str) -> Repetition:
    return figures(StagePlan((Cast(movement, movement),)))[movement]
