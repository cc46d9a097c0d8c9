"""What is most important to repair is told first, and each rule once, as bad as it gets."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.coaching.rules import LAST, Finding, shipped
from hinge_tutor.coaching.urgency import most_important


def finding(rule: str, value: float = 10.0, limit: float = 5.0) -> Finding:
    return Finding(rule, "", 0.0, 1.0, value, limit)


ORDERED = (
    ("weight-over-the-foot", "hinge-back-keeps-shape", "hinge-knees-quiet", "arms-hang"),
    ("weight-mid-foot-to-heel", "back-stops-with-the-hips", "hips-first", "long-neck"),
    ("heels-stay-down", "lift-keeps-the-back-long", "lean-does-not-grow", "brace-holds"),
)


@pytest.mark.parametrize("order", ORDERED)
def test_balance_comes_before_the_back_before_knees_before_the_rest(order: tuple[str, ...]) -> None:
    found = [finding(rule) for rule in order]
    assert [each.rule for each in most_important(reversed(found))] == list(order)
    assert [each.rule for each in most_important(found)] == list(order)


def test_what_a_prop_answers_comes_after_what_the_body_shows() -> None:
    found = most_important([finding("rod-keeps-the-tailbone"), finding("ribs-keep-shape")])
    assert [each.rule for each in found] == ["ribs-keep-shape", "rod-keeps-the-tailbone"]


def test_rules_of_one_importance_stand_as_in_their_file() -> None:
    same = [rule for rule in shipped().rules if rule.importance == 2]
    found = most_important(finding(rule.id) for rule in reversed(same))
    assert [each.rule for each in found] == [rule.id for rule in same]


@pytest.mark.parametrize(
    ("values", "limit", "worst"),
    [((7.0, 30.0, 12.0), 5.0, 30.0), ((-9.0, -40.0), -5.0, -40.0), ((7.0, -40.0), 5.0, -40.0)],
)
def test_a_rule_is_told_once_and_at_its_worst(
    values: tuple[float, ...], limit: float, worst: float
) -> None:
    # (7, -40) against 5: 2 past it and 45 past it.
    (told,) = most_important([finding("long-neck", value, limit) for value in values])
    assert told.value == worst


def test_every_importance_is_used_and_a_rule_without_one_comes_last() -> None:
    rules = shipped()
    assert set(Counter(rule.importance for rule in rules.rules)) == set(range(1, LAST + 1))
    new = replace(rules.rules[0], id="new", importance=LAST)
    more = replace(rules, rules=(new, *rules.rules))
    found = most_important([finding("new"), finding("hips-first"), finding("unheard-of")], more)
    assert [each.rule for each in found] == ["hips-first", "new", "unheard-of"]


def test_two_faults_at_once_are_told_back_first() -> None:
    done = perform("hip-hinge", body(), faults={"rounded-back": 0.6, "squatty-hinge": 0.8})
    assert [each.rule for each in most_important(done.findings)][:3] == [
        "hinge-back-keeps-shape",
        "hinge-shins-upright",
        "hinge-knees-quiet",
    ]
