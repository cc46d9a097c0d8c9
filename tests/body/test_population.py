"""Where a body stands among people, on cases worked by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random
from statistics import NormalDist, fmean, stdev
from typing import Any

import pytest

from hinge_tutor.body.population import PARTS, RANKED, RAREST, below, drawn, table
from hinge_tutor.body.specification import ENTRIES, Sex, Specification, parse_specification

MAN, WOMAN = Specification(), parse_specification("default-woman")
# Φ(1) and Φ(2), from any table of the normal distribution.
ONE, TWO = 0.8413, 0.9772


def place(text: str, entry: str) -> float:
    """The share of people below a body."""
    found = below(parse_specification(text), entry)
    assert found is not None
    return found


def test_height_is_normal_about_the_mean_of_a_sex() -> None:
    # (1.825 - 1.756) / .069 = 1; (1.756 - 1.628) / .064 = 2
    assert place("height=1.756", "height") == pytest.approx(0.5)
    assert place("height=1.825", "height") == pytest.approx(ONE, abs=1e-3)
    assert place("sex=female,height=1.756", "height") == pytest.approx(TWO, abs=1e-3)


def test_mass_is_normal_in_its_logarithm() -> None:
    # c = 14.2 / 85.5 = .16608; σ² = ln 1.02758 = .02721; median 85.5 exp(-.0136) = 84.345
    assert place("mass=84.345", "mass") == pytest.approx(0.5, abs=1e-3)
    heavy = 84.345 * math.exp(math.sqrt(0.02721))
    assert place(f"mass={heavy}", "mass") == pytest.approx(ONE, abs=1e-3)


def test_a_proportion_is_what_the_body_really_has() -> None:
    # Thigh 422, shank 440, trunk 603 mm: with thigh · 1.08 their sum 1465 becomes 1498.76, so all
    # shrink by .97747 and the thigh is 5.567 % longer: z = 5.567 / 4.68 = 1.1895, Φ = .8829.
    assert place("femur=+8%", "femur") == pytest.approx(0.8829, abs=1e-3)
    # The trunk is 2.253 % shorter: z = -.566, Φ = .2857.
    assert place("femur=+8%", "torso") == pytest.approx(0.2857, abs=1e-3)


def test_the_default_proportions_are_in_the_middle() -> None:
    for body in (MAN, WOMAN):
        for entry in PARTS:
            assert below(body, entry) == pytest.approx(0.5)


def test_more_of_an_entry_is_never_a_lower_place() -> None:
    for body in (MAN, WOMAN):
        for entry in RANKED:
            row = ENTRIES[entry]
            values = [row.low + part * (row.high - row.low) / 10 for part in range(11)]
            changes: list[dict[str, Any]] = [{row.field: value} for value in values]
            found = [below(replace(body, **change), entry) for change in changes]
            assert all(share is not None and 0.0 <= share <= 1.0 for share in found)
            assert found == sorted(found, key=lambda share: share or 0.0)


def test_what_nobody_has_counted_has_no_place() -> None:
    assert [entry for entry in ENTRIES if below(MAN, entry) is None] == [
        "ankle",
        "hamstrings",
        "strength",
    ]


def test_every_row_has_a_source() -> None:
    for sex in ("male", "female"):
        for row in table()[sex].values():
            assert row["source"]


@pytest.mark.parametrize("sex", ["male", "female"])
def test_people_are_drawn_as_they_differ_and_nobody_is_one_of_a_kind(sex: Sex) -> None:
    chance = Random(20)
    people = [drawn(chance, sex) for _ in range(400)]
    rows = table()[sex]
    heights = [person.height_m for person in people]
    assert fmean(heights) == pytest.approx(rows["height"]["mean_m"], abs=0.01)
    # A normal distribution cut off at 2 standard deviations keeps .88 of one.
    assert stdev(heights) == pytest.approx(0.88 * rows["height"]["sd_m"], rel=0.12)
    femurs = [person.femur_percent for person in people]
    assert fmean(femurs) == pytest.approx(0.0, abs=0.6)
    assert stdev(femurs) == pytest.approx(0.88 * rows["proportions"]["femur_percent"], rel=0.12)
    cut = NormalDist().cdf(RAREST)
    for person in people:
        assert person.sex == sex
        assert parse_specification(person.text).text == person.text
        for entry in ("height", "mass"):
            share = below(person, entry)
            assert share is not None
            # Rounded to what a person would name.
            assert 1 - cut - 0.01 <= share <= cut + 0.01
