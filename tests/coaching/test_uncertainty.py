"""Bands of efforts, and which comparisons flip inside them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.muscles import GROUPS
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.coaching.uncertainty import band, contradicted, uncertainty
from hinge_tutor.mechanics.spread import Spread

# Fewer draws than usual keep the tests quick; what they ask does not depend on how many.
FEW = 12


def test_a_band_holds_nine_in_ten() -> None:
    # Of 0 … 100 the 5th percentile is 5 and the 95th is 95.
    found = band(np.arange(101.0))
    assert found.low == pytest.approx(5.0)
    assert found.high == pytest.approx(95.0)


@pytest.mark.parametrize(
    ("holds", "margins", "disputed"),
    [
        (True, [1.0, 2.0, 3.0], False),
        (False, [-1.0, -2.0, -3.0], False),
        (True, [-1.0, 0.0, 2.0], True),
        # "At least level 1": as often level 0, which fails, as level 1, which just holds.
        (True, [-1.0, 0.0], True),
        # One in forty on the other side is what a band of nine in ten leaves out.
        (True, [-0.1] + [1.0] * 39, False),
        (True, [-0.1] * 8 + [1.0] * 32, True),
        # What holds as computed and fails in every draw is not settled at all.
        (True, [-0.1] * 40, True),
        (False, [0.1] * 40, True),
        (False, [-0.1] * 39 + [1.0], False),
    ],
)
def test_a_comparison_is_disputed_when_draws_say_otherwise(
    holds: bool, margins: list[float], disputed: bool
) -> None:
    assert contradicted(holds, margins) is disputed


@pytest.mark.parametrize("movement", ["hip-hinge", "squat"])
def test_the_bands_are_around_what_is_computed(movement: str) -> None:
    person = body("default")
    nominal = perform(movement, person)
    found = uncertainty(nominal, lambda draw: perform(movement, person, draw=draw), FEW)
    assert found.count == FEW
    assert found.effort.low.shape == nominal.efforts.effort.shape
    assert np.isfinite([found.effort.low, found.effort.high]).all()
    assert (found.effort.low <= found.effort.high).all()
    most = nominal.efforts.effort.max(axis=0)
    column = int(most.argmax())
    peak = int(nominal.efforts.effort[:, column].argmax())
    assert found.effort.low[peak, column] < most[column] < found.effort.high[peak, column]
    # Numbers that differ by tenths move a strong effort by more than a hundredth.
    assert found.effort.high[peak, column] - found.effort.low[peak, column] > 0.01


def test_without_another_number_there_is_no_band() -> None:
    nominal = perform("hip-hinge", body("default"))
    found = uncertainty(nominal, lambda _: nominal, FEW)
    assert found.effort.low == pytest.approx(nominal.efforts.effort, abs=1e-12)
    assert found.effort.high == pytest.approx(nominal.efforts.effort, abs=1e-12)
    compression = nominal.efforts.l5s1_compression_N
    assert found.l5s1_compression_N.high == pytest.approx(compression, abs=1e-9)


def test_a_weaker_model_works_harder() -> None:
    """Half the strength in every group: the hamstrings' effort at the turn about doubles."""
    nominal = perform("hip-hinge", body("default"))
    weak = replace(nominal, spread=Spread(strength=(0.5,) * (len(GROUPS) + 1)))
    turn = nominal.take.index_at(nominal.take.turn_s)
    column = nominal.efforts.groups.index("hamstrings_near")
    now, then = (each.efforts.effort[turn, column] for each in (nominal, weak))
    assert then == pytest.approx(2 * now, rel=0.15)
