"""A verdict follows from a figure and its target, and nothing is met by accident."""

from __future__ import annotations

import math

import pytest

from hinge_tutor.check.evidence.row import NOT_INSTALLED, Family, Figure, Row, Target


def row(target: Target, figure: Figure | None) -> Row:
    return Row(Family("made-up", "independent", "N", 1, "nowhere", {"": target}), "", figure)


@pytest.mark.parametrize(
    ("target", "values", "verdict", "missed_by"),
    [
        (Target(high=0.3), (0.28,), "met", 0.0),
        (Target(high=0.3), (0.3,), "met", 0.0),
        # 0.45 - 0.30
        (Target(high=0.3), (0.45,), "missed", 0.15),
        (Target(low=0.1, high=0.3), (0.02,), "missed", 0.08),
        (Target(low=129.0, high=145.0, aim=137.0), (150.0,), "missed", 5.0),
        (Target(aim=80.0), (97.0,), "reported", 0.0),
        (Target(), (97.0,), "reported", 0.0),
        (Target(high=0.3), (math.nan,), "missed", 0.0),
        (Target(falling=("a", "b", "c")), (3.0, 2.0, 1.0), "met", 0.0),
        # 2.0 before 2.5 is half a step wrong.
        (Target(falling=("a", "b", "c")), (3.0, 2.0, 2.5), "missed", 0.5),
        (Target(falling=("a", "b")), (1.0, math.nan), "missed", 0.0),
    ],
)
def test_a_figure_is_judged(
    target: Target, values: tuple[float, ...], verdict: str, missed_by: float
) -> None:
    found = row(target, Figure(values))
    assert found.verdict == verdict
    if all(math.isfinite(value) for value in values):
        assert found.missed_by == pytest.approx(missed_by)


@pytest.mark.parametrize(
    ("target", "value", "beside"),
    [
        (Target(measured=(0.04, 0.12)), 0.01, "below"),
        # Written as 0.04.
        (Target(measured=(0.04, 0.12)), 0.0361, "within"),
        (Target(measured=(0.04, 0.12)), 0.13, "above"),
        (Target(aim=80.0), 97.0, "above"),
        (Target(measured=(0.04, 0.12)), math.nan, None),
        # What is judged does not stand beside anything.
        (Target(low=75.0, high=85.0, aim=80.0), 97.0, None),
        (Target(), 97.0, None),
    ],
)
def test_a_figure_stands_beside_what_people_showed(
    target: Target, value: float, beside: str | None
) -> None:
    family = Family("made-up", "reported", "", 2, "nowhere", {"": target})
    assert Row(family, "", Figure((value,))).beside == beside


def test_equal_values_are_no_order() -> None:
    assert row(Target(falling=("a", "b")), Figure((1.0, 1.0))).verdict == "missed"


def test_what_was_not_computed_is_neither_met_nor_missed() -> None:
    target = Target(high=1.0)
    assert row(target, None).verdict == "not_computed"
    assert row(target, NOT_INSTALLED).verdict == "not_installed"
    assert row(target, Figure((0.5,), answers=False)).verdict == "no_answer"


def test_a_case_is_in_the_name_of_its_row() -> None:
    family = Family("squat", "reported", "", 2, "nowhere", {"25": Target(), "30": Target(high=1.0)})
    assert Row(family, "30", None).id == "squat:30"
    assert Row(family, "30", None).target.high == 1.0
    each = Family("standing", "identity", "", 2, "nowhere", {"": Target(high=2.0)}, each="movement")
    assert each.cases({"squat": None, "hinge": None}) == ("squat", "hinge")
    assert Row(each, "squat", None).target.high == 2.0
