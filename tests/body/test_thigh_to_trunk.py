"""One number for thigh and trunk: one grows as the other one shrinks, and people have a spread."""

from __future__ import annotations

import pytest

from hinge_tutor.body.anthropometry import measure
from hinge_tutor.body.population import (
    THIGH_TO_TRUNK,
    below,
    thigh_to_trunk_percent,
    with_thigh_to_trunk,
)
from hinge_tutor.body.specification import Specification, parse_specification


@pytest.mark.parametrize("percent", [-20.0, -8.0, 0.0, 5.0, 16.0, 20.0])
def test_what_is_set_is_what_the_body_has(percent: float) -> None:
    body = with_thigh_to_trunk(Specification(), percent)
    assert thigh_to_trunk_percent(body) == pytest.approx(percent, abs=0.15)
    own, usual = (measure(each).lengths_m for each in (body, Specification()))
    ratio = own["thigh"] / own["trunk"] / (usual["thigh"] / usual["trunk"])
    assert 100 * (ratio - 1) == pytest.approx(percent, abs=0.15)
    assert own["stature"] == usual["stature"]


def test_long_thighs_and_a_short_trunk_come_together() -> None:
    """+8 % and -7 % is an ordinary body of the 5th to 95th percentile: 1.08 / .93 = 1.161."""
    body = with_thigh_to_trunk(Specification(), 16.1)
    assert body.femur_percent == pytest.approx(8.0, abs=0.5)
    assert body.torso_percent == pytest.approx(-7.0, abs=0.5)
    share = below(body, THIGH_TO_TRUNK)
    assert share is not None
    assert 0.9 < share < 0.99


@pytest.mark.parametrize(("sex", "percent"), [("male", 8.4), ("female", 7.7)])
def test_one_deviation_is_more_than_84_of_100_have(sex: str, percent: float) -> None:
    body = parse_specification(f"sex={sex}")
    assert below(body, THIGH_TO_TRUNK) == pytest.approx(0.5)
    longer = with_thigh_to_trunk(body, percent)
    assert below(longer, THIGH_TO_TRUNK) == pytest.approx(0.841, abs=0.005)
