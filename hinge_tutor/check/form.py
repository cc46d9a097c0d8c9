"""The form rules are about things that exist, and the default body meets every target."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

from hinge_tutor.check import proof
from hinge_tutor.coaching.measures import at_phase
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.rules import Rule, Rules, Target, read_rules
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError, AuthorErrors, did_you_mean
from hinge_tutor.motion.movement import PHASES, movements


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
        for movement in rule.movements:
            yield from _names(rules, rule.line, movement, rule.measure, rule.phases)
    for target in rules.targets:
        at = (target.at,) if target.at else ()
        broken = list(_names(rules, target.line, target.movement, target.measure, at))
        yield from broken
        if not broken:
            yield from _target(rules, target)
    stage = figures(StagePlan(tuple(Cast(each, each) for each in movements())))
    for claim in rules.claims:
        problem = proof.broken(claim.condition, stage)
        if problem:
            yield AuthorError(rules.file, claim.line, problem)


def movement_problems(movement: str, file: str, words: Words) -> Iterator[AuthorError]:
    """What a movement does not keep on the default body: solvable, contacts, balance, own rules."""
    repetition = _perform(movement)
    take = repetition.take
    if take.status != "ok":
        said = words.reason(take.reason) if take.reason else "it is only the nearest"
        yield AuthorError(file, 1, f"{movement} is not possible for the default body: {said}")
    for problem in proof.standing(take):
        yield AuthorError(file, 1, f"{movement}: {problem}")
    for finding in repetition.findings:
        said = words.finding(finding)
        yield AuthorError(file, 1, f"{movement} breaks the form rule {finding.rule}: {said}")


def measured(rule: Rule | Target) -> str:
    """The limits of a rule as they are written: `75 … 95 °`, `at least 15 cm`."""
    if math.isinf(rule.low):
        return f"at most {rule.high:g} {rule.unit}"
    if math.isinf(rule.high):
        return f"at least {rule.low:g} {rule.unit}"
    return f"{rule.low:g} … {rule.high:g} {rule.unit}"


def _names(
    rules: Rules, line: int, movement: str, measure: str, phases: tuple[str, ...]
) -> Iterator[AuthorError]:
    known = movements()
    if movement not in known:
        near = did_you_mean(movement, known)
        problem = f'there is no movement "{movement}"; there are: {", ".join(known)}{near}'
        yield AuthorError(rules.file, line, problem)
        return
    measures = _perform(movement).measures
    if measure not in measures:
        near = did_you_mean(measure, measures)
        problem = f'"{measure}" is not measured; allowed: {", ".join(sorted(measures))}{near}'
        yield AuthorError(rules.file, line, problem)
    for phase in phases:
        if phase not in PHASES:
            near = did_you_mean(phase, PHASES)
            problem = f'"{phase}" is no phase; allowed: {", ".join(PHASES)}{near}'
            yield AuthorError(rules.file, line, problem)


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
