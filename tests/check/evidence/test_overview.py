"""What stands at the top of the page is counted and compared, never written by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest

from hinge_tutor.check.evidence.overview import differences, overview, section_lines
from hinge_tutor.check.evidence.page import page
from hinge_tutor.check.evidence.page_words import page_words
from hinge_tutor.check.evidence.row import NOT_INSTALLED, Figure, Row
from hinge_tutor.check.evidence.targets import families
from hinge_tutor.check.evidence.told import told

WORDS = page_words()


def rows(id_: str, values: Mapping[str, Figure | float | None]) -> list[Row]:
    """Rows of a family with figures made up."""
    figures = {
        case: Figure((value,)) if isinstance(value, float) else value
        for case, value in values.items()
    }
    return [Row(families()[id_], case, figure) for case, figure in figures.items()]


def told_of(found: list[Row]) -> list[str]:
    blank = [
        Row(family, case, None)
        for family in families().values()
        for case in family.targets
        if family.id not in {row.family.id for row in found}
    ]
    return list(differences(found, WORDS, told([*found, *blank], WORDS)))


def test_each_section_has_a_line_of_counts() -> None:
    found = [
        *rows("engines", {"mujoco": 1e-12, "opensim": NOT_INSTALLED}),
        *rows("squat_adductor", {"25": 0.7, "30": 0.5, "35": Figure((0.5,), answers=False)}),
        *rows("bend_cancels", {"": 4.7}),
    ]
    assert section_lines(found, WORDS) == [
        "Arithmetic that must hold: 1 met, 1 not compared (program not installed)",
        "After a change of the model: 1 met, 1 missed, 1 open",
        "Reported, not judged: 1 reported without a target",
    ]


def test_what_is_open_is_listed_and_what_is_not_installed_is_counted_apart() -> None:
    found = [*rows("engines", {"opensim": NOT_INSTALLED}), *rows("swing_order", {"": None})]
    top = "\n".join(overview(found, WORDS, told(found, WORDS)))
    assert "- Swing: glutes above back above quadriceps (not computed yet)" in top
    assert (
        "- Counted apart, as the other program was not installed: 1 (Joint moments against OpenSim)"
        in top
    )
    text = page([*found, *rows("bend_cancels", {"": 4.7})], WORDS)
    assert "| Swing" not in text


@pytest.mark.parametrize(
    ("id_", "values", "said"),
    [
        (
            "squat_hamstrings_measured",
            {"25": 0.01, "30": 0.02, "35": 0.05},
            "hamstrings do less than was measured: 0.01 to 0.05, in people 0.04 to 0.12.",
        ),
        (
            "squat_hamstrings_measured",
            {"25": 0.2, "30": 0.2, "35": 0.2},
            "hamstrings do more than was measured: 0.20, in people 0.04 to 0.12.",
        ),
        (
            "bend_timing",
            {"fall": 60.0, "silent": 97.0},
            "the back rests later: from 97 % of the way, in people from about 80 %.",
        ),
        ("bend_timing", {"fall": 60.0, "silent": 70.0}, "the back rests earlier: from 70 %"),
        (
            "squat_moving",
            {"glutes": 0.53, "adductor_magnus": 0.62},
            "glutes do more than surface measurements suggest: up to 0.53, in people 0.1 to 0.3.",
        ),
    ],
)
def test_a_difference_from_people_is_told(id_: str, values: Mapping[str, float], said: str) -> None:
    (sentence,) = told_of(rows(id_, values))
    assert said in sentence


@pytest.mark.parametrize(
    ("id_", "values"),
    [
        ("squat_hamstrings_measured", {"25": 0.04, "30": 0.1, "35": 0.12}),
        ("bend_timing", {"fall": 60.0, "silent": 80.4}),
        ("bend_timing", {"fall": 60.0, "silent": math.nan}),
        # No measurement of the inner thighs is at hand.
        ("squat_moving", {"glutes": 0.2, "adductor_magnus": 0.62}),
        ("squat_moving", {"glutes": None, "adductor_magnus": None}),
    ],
)
def test_no_difference_is_told_where_there_is_none(
    id_: str, values: Mapping[str, float | None]
) -> None:
    found = rows(id_, values)
    assert told_of(found) == []
    blank = [Row(family, case, None) for family in families().values() for case in family.targets]
    top = list(overview(found, WORDS, told(blank, WORDS)))
    assert top[-1] == WORDS.plain("page", "differences_none")
