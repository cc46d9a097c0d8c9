"""Form rules judge a take phase by phase; their file is read with every problem at once."""

from __future__ import annotations

import math
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.measures import measures
from hinge_tutor.coaching.moments import at_phase
from hinge_tutor.coaching.rules import Rule, Rules, Target, judge, read_rules, shipped
from hinge_tutor.lessons.words import words
from hinge_tutor.located import AuthorErrors
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.movement import load_movement, movements
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take

PHASE = ("set_up", "descent", "descent", "turn", "ascent", "ascent")
TAKE = cast(
    "Take",
    SimpleNamespace(
        movement=SimpleNamespace(id="x"),
        time_s=np.arange(6.0),
        during=lambda phases: np.array([not phases or phase in phases for phase in PHASE]),
    ),
)


def rules(low: float = -math.inf, high: float = math.inf, phases: tuple[str, ...] = ()) -> Rules:
    rule = Rule("r", "f", ("x",), "bend_deg", low, high, "°", phases, "s", "model", 1)
    return Rules((rule,), (), (), "rules.toml")


@pytest.mark.parametrize(
    ("low", "high", "phases", "found"),
    [
        (-9, 9, (), []),
        (-9, 4, (), [(2.0, 4.0, 7.0, 4.0)]),
        (-9, 5, (), [(3.0, 3.0, 7.0, 5.0)]),
        (3, 9, (), [(0.0, 1.0, 0.0, 3.0), (5.0, 5.0, 1.0, 3.0)]),
        (3, 9, ("turn",), []),
        (-9, 4, ("turn", "ascent"), [(3.0, 4.0, 7.0, 4.0)]),
        (-9, 4, ("lockout",), []),
    ],
)
def test_a_finding_spans_the_samples_outside(
    low: float, high: float, phases: tuple[str, ...], found: list[tuple[float, ...]]
) -> None:
    values = {"bend_deg": np.array([0.0, 2.0, 5.0, 7.0, 5.0, 1.0])}
    findings = judge(TAKE, values, rules(low, high, phases))
    assert [(f.from_s, f.to_s, f.value, f.limit) for f in findings] == found


def test_a_measure_exactly_on_its_limit_keeps_the_rule() -> None:
    assert judge(TAKE, {"bend_deg": 5.0 + 1e-9}, rules(high=5.0)) == ()


def test_a_single_value_is_judged_over_the_whole_take() -> None:
    (finding,) = judge(TAKE, {"bend_deg": 8.0}, rules(high=5.0))
    assert (finding.from_s, finding.to_s, finding.value) == (0.0, 5.0, 8.0)


def test_a_single_value_is_found_once_however_often_its_phases_come_back() -> None:
    (finding,) = judge(TAKE, {"bend_deg": 8.0}, rules(high=5.0, phases=("set_up", "turn")))
    assert (finding.from_s, finding.to_s) == (0.0, 0.0)


def test_a_rule_of_another_movement_or_measure_says_nothing() -> None:
    assert judge(TAKE, {"other_deg": 99.0}, rules(high=5.0)) == ()


@pytest.mark.parametrize("movement", movements())
def test_the_default_body_keeps_every_rule(movement: str) -> None:
    take = solve(load_movement(movement), body())
    assert judge(take, measures(take, loads(take))) == ()


@pytest.mark.parametrize(
    ("specification", "rule", "said"),
    [
        # 40° of hamstrings: the knees bend 38°, and the shins lean 9°.
        ("hamstrings=40", "hinge-knees-quiet", "The knees bend up to 38°"),
        # 10° of ankle: the lower back gives what the ankle cannot.
        ("hamstrings=30,ankle=10", "hinge-back-keeps-shape", "The lower back changes by up to 10°"),
    ],
)
def test_a_finding_says_what_its_rule_measures(specification: str, rule: str, said: str) -> None:
    take = solve(load_movement("hip-hinge"), body(specification))
    found = {each.rule: each for each in judge(take, measures(take, loads(take)))}
    assert words().finding(found[rule]).startswith(said)


@pytest.mark.parametrize(
    "target", shipped().targets, ids=lambda target: f"{target.movement}-{target.measure}"
)
def test_the_default_body_meets_every_target(target: Target) -> None:
    take = solve(load_movement(target.movement), body())
    value = at_phase(take, measures(take, loads(take))[target.measure], target.at or "turn")
    assert target.low <= value <= target.high


def test_every_shipped_number_has_a_source() -> None:
    sources = [rule.source for rule in shipped().rules]
    sources += [target.source for target in shipped().targets]
    sources += [claim.source for claim in shipped().claims]
    assert all(len(source) > 20 for source in sources)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[[rule]]\n", 2, "id is missing"),
        ('[[target]]\nmovement = "x"\nlow = 3\nhigh = 1\n', 4, "low 3 is above high 1"),
        ('[[target]]\nmovement = "x"\n', 2, "neither low nor high"),
        ('[[rule]]\nstrenght = "model"\n', 3, 'did you mean "strength"?'),
        ("[[rule]]\nlow = nan\n", 3, "write a finite number"),
    ],
)
def test_a_faulty_file_says_what_and_where(tmp_path: Path, text: str, line: int, said: str) -> None:
    file = tmp_path / "rules.toml"
    file.write_text("format = 1\n" + text, encoding="utf-8")
    with pytest.raises(AuthorErrors) as caught:
        read_rules(file)
    assert (line, True) in {(e.line, said in e.problem) for e in caught.value.errors}
