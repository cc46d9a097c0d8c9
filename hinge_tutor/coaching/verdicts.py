"""What the form rules say of several figures at one moment: which one leaves a rule, who keeps it.

A rule is told of a figure that keeps it only while another one leaves it, and of nobody who ever
leaves a rule: praise for everything that is right would bury what there is to see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hinge_tutor.coaching.rules import Rule, shipped

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition


@dataclass(frozen=True)
class Verdict:
    """A rule that is left at a moment, or one that is kept while another figure leaves it."""

    rule: Rule
    kept: bool


def verdicts(company: Mapping[int, tuple[Repetition, float]], number: int) -> tuple[Verdict, ...]:
    """What is told of one of several figures, each at its own time, s, in the rules' order."""
    repetition, time_s = company[number]
    own = left(repetition, time_s)
    if repetition.findings:
        return tuple(Verdict(rule, kept=False) for rule in own)
    others = {
        rule.id
        for other, (figure, time) in company.items()
        if other != number
        for rule in left(figure, time)
    }
    return tuple(
        Verdict(rule, kept=True)
        for rule in shipped().rules
        if rule.id in others and keeps(repetition, rule, time_s)
    )


def left(repetition: Repetition, time_s: float) -> tuple[Rule, ...]:
    """The rules that a repetition leaves at a moment; each finding lasts half a sample longer."""
    found = repetition.findings
    if not found:
        return ()
    spare = _half_a_sample(repetition)
    now = {each.rule for each in found if each.from_s - spare <= time_s <= each.to_s + spare}
    return tuple(rule for rule in shipped().rules if rule.id in now)


def keeps(repetition: Repetition, rule: Rule, time_s: float) -> bool:
    """Whether a rule judges this moment of a repetition, which never leaves it."""
    take = repetition.take
    judged = take.movement.id in rule.movements and rule.measure in repetition.measures
    if not judged or (rule.phases and take.phase_at(time_s) not in rule.phases):
        return False
    return all(each.rule != rule.id for each in repetition.findings)


def _half_a_sample(repetition: Repetition) -> float:
    times = repetition.take.time_s
    return float(times[-1] - times[0]) / max(len(times) - 1, 1) / 2
