"""Numbers drawn within the sources' spread: always the same ones, and as wide as they should be."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.muscles import GROUPS
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.draws import DRAWS, Draw, draws, table

# With so many draws a median or a spread of the drawn values is known to about this share.
CLOSE = 0.03


def test_the_draws_are_always_the_same() -> None:
    assert draws() == draws.__wrapped__()
    assert len(set(draws())) == DRAWS


@pytest.mark.parametrize("group", GROUPS)
def test_arms_are_drawn_as_wide_as_their_row_says(group: str) -> None:
    column = GROUPS.index(group)
    logs = np.log([draw.spread.arms[column] for draw in draws()])
    share = table()["arms"][group]["share"]
    # s² = ln(1 + c²): for glutes, c = .11, s = sqrt(ln 1.0121) = .10967.
    assert np.median(logs) == pytest.approx(0.0, abs=1e-9)
    assert logs.std() == pytest.approx(math.sqrt(math.log1p(share**2)), rel=CLOSE)


def test_the_factor_of_the_glutes_worked_by_hand() -> None:
    """The 21st of 40 parts has z = 0.0313 (Φ = 20.5 / 40): exp(.10967 · .0313) = 1.00344."""
    arms = sorted(draw.spread.arms[GROUPS.index("glutes")] for draw in draws())
    assert arms[20] == pytest.approx(1.00344, abs=1e-5)


def test_long_thighs_go_with_short_trunks() -> None:
    femur = np.array([draw.femur_percent for draw in draws()])
    torso = np.array([draw.torso_percent for draw in draws()])
    row = table()["body"]
    assert femur.std() == pytest.approx(row["femur_percent"], rel=CLOSE)
    assert torso.std() == pytest.approx(row["torso_percent"], rel=0.1)
    # Forty draws know a correlation of -.82 to about .05.
    found = np.corrcoef(femur, torso)[0, 1]
    assert found == pytest.approx(row["femur_torso_correlation"], abs=0.12)


def test_a_drawn_body_keeps_its_height_and_mass() -> None:
    person = body("long-thighed")
    drawn = Draw(femur_percent=2.0, torso_percent=-1.0, tibia_percent=1.0).body(person)
    assert drawn.specification.femur_percent == pytest.approx(10.0)
    assert drawn.specification.torso_percent == pytest.approx(-8.0)
    assert (drawn.height_m, drawn.mass_kg) == (person.height_m, person.mass_kg)


def test_a_drawn_body_is_one_that_can_be() -> None:
    far = Draw(femur_percent=100.0, torso_percent=-100.0, tibia_percent=100.0)
    drawn = far.body(body("long-thighed")).specification
    assert (drawn.femur_percent, drawn.torso_percent, drawn.tibia_percent) == (20.0, -20.0, 20.0)


def test_feet_press_evenly_between_nothing_and_slipping() -> None:
    pressing = sorted(draw.spread.pressing for draw in draws())
    # Forty parts of equal width, each at its middle: 1/80, 3/80 … 79/80.
    assert pressing == pytest.approx([(part + 0.5) / DRAWS for part in range(DRAWS)])
