"""A rule is told of who leaves it, and of who keeps it only beside somebody who leaves it."""

from __future__ import annotations

from functools import cache

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.coaching.rules import shipped
from hinge_tutor.coaching.verdicts import Verdict, keeps, left, verdicts

RULES = {rule.id: rule for rule in shipped().rules}


@cache
def done(movement: str, fault: str = "") -> Repetition:
    return perform(movement, body(), faults={fault: 1.0} if fault else {})


def told(*cast: Repetition, at_s: float) -> list[list[tuple[str, bool]]]:
    company = {number: (each, at_s) for number, each in enumerate(cast)}
    every: list[tuple[Verdict, ...]] = [verdicts(company, number) for number in company]
    return [[(each.rule.id, each.kept) for each in one] for one in every]


def test_a_correct_movement_alone_is_told_nothing() -> None:
    repetition = done("hip-hinge")
    for time_s in repetition.take.time_s:
        assert told(repetition, at_s=float(time_s)) == [[]]


def test_the_right_one_keeps_what_the_other_leaves() -> None:
    right, wrong = done("hip-hinge"), done("hip-hinge", "craned-neck")
    (finding,) = wrong.findings
    during = (finding.from_s + finding.to_s) / 2
    assert told(right, wrong, at_s=during) == [[("long-neck", True)], [("long-neck", False)]]
    assert told(right, wrong, at_s=0.0) == [[], []]


def test_who_leaves_one_rule_is_not_praised_for_another() -> None:
    wrong, other = done("hip-hinge", "craned-neck"), done("hip-hinge", "rounded-back")
    first, second = told(wrong, other, at_s=5.0)
    assert not any(kept for _, kept in (*first, *second))


def test_a_movement_is_only_told_that_it_keeps_a_rule_of_its_own() -> None:
    rule = RULES["hinge-back-keeps-shape"]
    assert keeps(done("hip-hinge"), rule, 5.0)
    assert not keeps(done("forward-bend"), rule, 5.0)
    assert not keeps(done("hip-hinge", "rounded-back"), rule, 0.0)


def test_a_rule_is_kept_only_in_phases_that_it_judges() -> None:
    rule, hinge = RULES["hips-reach-the-wall"], done("hip-hinge")
    assert keeps(hinge, rule, hinge.take.turn_s)
    assert not keeps(hinge, rule, 0.0)


@pytest.mark.parametrize("share", [0.25, 1.0])
def test_a_rule_is_left_at_every_sample_of_its_finding(share: float) -> None:
    repetition = perform("hip-hinge", body(), faults={"rounded-back": share})
    for finding in repetition.findings:
        for time_s in repetition.take.time_s:
            if finding.from_s <= time_s <= finding.to_s:
                assert RULES[finding.rule] in left(repetition, float(time_s))


def test_a_rule_is_not_left_a_sample_before_or_after_its_finding() -> None:
    repetition = done("hip-hinge", "craned-neck")
    (finding,) = repetition.findings
    step = repetition.take.duration_s / (len(repetition.take.time_s) - 1)
    assert left(repetition, finding.from_s - step) == ()
    assert left(repetition, finding.to_s + step) == ()
