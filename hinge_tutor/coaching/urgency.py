"""What form rules found in a repetition, the most important first and each rule once.

`importance` of a rule is in the rules' file, with the reason for that order.
"""

from __future__ import annotations

from collections.abc import Iterable

from hinge_tutor.coaching.rules import LAST, Finding, Rules, shipped


def most_important(found: Iterable[Finding], rules: Rules | None = None) -> tuple[Finding, ...]:
    """The worst finding of each rule, by its importance and then by its place in the file."""
    order = {rule.id: number for number, rule in enumerate((rules or shipped()).rules)}
    importance = {rule.id: rule.importance for rule in (rules or shipped()).rules}
    worst: dict[str, Finding] = {}
    for finding in found:
        known = worst.get(finding.rule)
        if known is None or _beyond(finding) > _beyond(known):
            worst[finding.rule] = finding

    def place(finding: Finding) -> tuple[int, int]:
        return importance.get(finding.rule, LAST), order.get(finding.rule, len(order))

    return tuple(sorted(worst.values(), key=place))


def _beyond(finding: Finding) -> float:
    """How far past its limit a rule is left, in its own unit."""
    return abs(finding.value - finding.limit)
