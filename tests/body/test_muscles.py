"""The muscles' tables: complete, sourced, consistent, and what they become for another body."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest

from hinge_tutor.body.muscles import (
    GROUPS,
    columns,
    described,
    group_names,
    heads,
    names,
    optimal_fibers,
    size,
    strengths,
    table,
)
from hinge_tutor.body.skeleton import body

FILES = ("muscles", "trunk_muscles", "passive")
NAMES = [head.name for head in heads()]


def test_there_is_a_head_in_every_group() -> None:
    assert {head.group for head in heads()} == {*GROUPS, None}
    assert group_names()[:3] == ("glutes_near", "glutes_far", "hamstrings_near")
    assert len(names()) == 2 * len(heads()) == len(set(names()))
    assert names()[0].endswith("_near")
    assert names()[-1].endswith("_far")


def numbers_without_source(row: dict[str, Any]) -> bool:
    """Whether a row holds numbers of its own and no source for them."""
    own = any(isinstance(value, (int, float, list)) for value in row.values())
    return own and not any(key.endswith("source") for key in row)


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_numbers_has_a_source(name: str) -> None:
    rows = {key: row for key, row in table(name).items() if isinstance(row, dict)}
    for muscle, row in rows.pop("muscles", {}).items():
        assert not numbers_without_source(row), muscle
    for key, row in rows.items():
        assert not numbers_without_source(row), key
    assert table(name)["format"] == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_head_is_physically_possible(name: str) -> None:
    head = heads()[NAMES.index(name)]
    assert 50.0 < head.fmax_N < 10_000.0
    assert 0.01 < head.optimal_fiber_m < 0.5
    assert 0.0 <= head.pennation < math.radians(30)
    # Standing, no fiber is beyond the overlap of its filaments.
    fiber = (head.length_at_zero_m - head.tendon_slack_m) / head.optimal_fiber_m
    assert 0.4 < fiber < 1.7


def test_the_trunk_is_scaled_by_its_specific_tension() -> None:
    # 706 N at 100 N/cm² times 0.5.
    assert heads()[NAMES.index("rectus_abdominis")].fmax_N == pytest.approx(353.0)


def test_psoas_is_one_muscle_at_hip_and_spine_and_iliacus_ends_on_the_pelvis() -> None:
    psoas, iliacus = (heads()[NAMES.index(name)].crossing for name in ("psoas", "iliacus"))
    # All of it crosses L5/S1; 1172 and 477 of 2235 cross the joints above.
    assert psoas == pytest.approx((1.0, 1172 / 2235, 477 / 2235))
    assert iliacus == (0.0, 0.0, 0.0)


def test_women_are_as_strong_as_their_share_of_muscle() -> None:
    man, woman = body("default"), body("sex=female,height=1.75,mass=75")
    share = strengths(woman) / strengths(man)
    # (1 - .33) and (1 - .40) over (21.0 / .306) / (33.0 / .384) = 68.63 / 85.94 = .7986.
    assert share[NAMES.index("soleus")] == pytest.approx(0.67 / 0.7986, abs=0.005)
    assert share[NAMES.index("multifidus_lower")] == pytest.approx(0.60 / 0.7986, abs=0.005)
    assert set(np.round(share, 9)) == {0.84, 0.75}


def test_strength_goes_with_mass_and_lengths_with_height() -> None:
    reference, other = body("default"), body("height=1.925,mass=90,strength=50%")
    assert size(other) == pytest.approx(1.1)
    # 0.5 · 90 / 75.
    assert strengths(other) == pytest.approx(0.6 * strengths(reference))
    assert optimal_fibers(other) == pytest.approx(1.1 * optimal_fibers(reference))


def test_a_side_has_its_own_columns_and_the_common_spine() -> None:
    person = body("default")
    near, far = columns(person, "near"), columns(person, "far")
    assert [person.coordinates[at] for at in near[:3]] == [
        "hip_flexion_near",
        "knee_flexion_near",
        "ankle_dorsiflexion_near",
    ]
    assert near[3:6] == far[3:6]
    assert person.coordinates[far[6]] == "shoulder_flexion_far"


def test_the_description_is_plain_data() -> None:
    rows = json.loads(json.dumps(described(body("default"))))
    assert [row["name"] for row in rows] == list(names())
    vastus = next(row for row in rows if row["name"] == "vastus_lateralis_far")
    assert vastus["group"] == "quadriceps_far"
    # 5149 N · 0.117 m.
    assert vastus["volume_Nm"] == pytest.approx(602.433)
