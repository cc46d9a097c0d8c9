"""Each mistake in a rules file is told with its line, what is allowed, and the nearest name."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.check import check

RULE = """format = 1
[[rule]]
id = "shins"
fault = "squatty-hinge"
movements = ["hinges"]
measure = "shin_angle_deg"
high = 12
unit = "°"
phases = ["descent", "turn"]
source = "a test of what is told"
strength = "coaching"
"""


def said_of(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "rules.toml"
    file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in check([file])]


def test_a_rule_can_be_right(tmp_path: Path) -> None:
    assert said_of(tmp_path, RULE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ('fault = "squatty-hinge"', 'fault = "squaty-hinge"', 2, 'did you mean "squatty-hinge"?'),
        ('["hinges"]', '["hinge"]', 5, 'did you mean "hinges"?'),
        ('["hinges"]', "[]", 5, "movements is empty; name a movement or a family"),
        ("shin_angle_deg", "shin_angel_deg", 2, 'did you mean "shin_angle_deg"?'),
        ('unit = "°"', 'unit = "cm"', 2, 'shin_angle_deg is in "°", not in "cm"'),
        ("high = 12", "high = nan", 7, "write a finite number"),
        ("high = 12", "high = 1e9", 7, "write a number in -1000 … 1000"),
        ("high = 12", 'high = "12"', 7, "write a number"),
        ("high = 12", "low = 20\nhigh = 12", 7, "low 20 is above high 12"),
        ("high = 12\n", "", 2, "neither low nor high"),
        ('"turn"]', '"trun"]', 2, 'did you mean "turn"?'),
        ('strength = "coaching"', 'strength = "coached"', 11, 'did you mean "coaching"?'),
        ("measure =", "mesure =", 6, 'did you mean "measure"?'),
        ('source = "a test of what is told"\n', "", 2, "source is missing"),
    ],
)
def test_one_mistake_is_told_with_its_line(
    tmp_path: Path, right: str, wrong: str, line: int, said: str
) -> None:
    assert right in RULE
    found = said_of(tmp_path, RULE.replace(right, wrong, 1))
    assert any(f"rules.toml:{line}: " in each and said in each for each in found), found


def test_two_rules_of_one_name_are_one_too_many(tmp_path: Path) -> None:
    (problem,) = said_of(tmp_path, RULE + RULE.split("\n", 1)[1])
    assert 'a second rule "shins"' in problem


TARGET = """
[[target]]
movement = "squat"
measure = "hip_down_cm"
low = 25
unit = "cm"
source = "a test of what is told"
strength = "physics"
"""


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('"squat"', '"sqat"', 'did you mean "squat"?'),
        ('"hip_down_cm"', '"load_path_width_cm"', 'squat has no "load_path_width_cm"; it has: '),
        ("low = 25", 'low = 25\nat = "flight"', 'squat has no phase "flight"; it has: '),
        ("low = 25", "low = 250", "the target is at least 250 cm"),
    ],
)
def test_a_target_that_cannot_be_met_is_told(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    (problem,) = said_of(tmp_path, "format = 1\n" + TARGET.replace(right, wrong, 1))
    assert said in problem
