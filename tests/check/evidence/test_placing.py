"""Where a load sits is compared at one lean of the trunk, and each place is the one it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hinge_tutor.check.evidence import placing
from hinge_tutor.check.evidence.predictions import Figures


def test_four_places_are_compared_in_the_order_of_their_levers() -> None:
    (levers,) = placing.load_levers().values()
    assert len(levers.values) == len(placing.PLACES)
    assert list(levers.values) == sorted(levers.values, reverse=True)


@pytest.mark.parametrize("compute", [placing.load_back, placing.load_hamstrings])
def test_who_has_the_longer_lever_to_hold_works_more(compute: Callable[[], Figures]) -> None:
    (efforts,) = compute().values()
    assert list(efforts.values) == sorted(efforts.values, reverse=True)
    assert all(0.0 < value < 1.0 for value in efforts.values)


def test_a_hanging_weight_keeps_a_part_of_its_moment_and_a_band_more() -> None:
    (kept,) = placing.band_and_plate().values()
    band, plate = kept.values
    # Half the lean leaves a weight on the back about the sine of half the angle: .42 / .77 = .55,
    # less what stays behind the hips; a band that lengthens makes up for its shorter lever.
    assert 0.0 < plate < 0.55
    assert band > plate


def test_a_cable_from_behind_is_held_by_the_hips_when_standing() -> None:
    (top,) = placing.cable_and_weight().values()
    cable, weight = top.values
    assert cable > weight > 0.0
