"""Sentences name figures of rows: every name that is offered has a value, and the right one."""

from __future__ import annotations

import pytest

from hinge_tutor.check.evidence.naming import offered
from hinge_tutor.check.evidence.page_shape import EVERYWHERE
from hinge_tutor.check.evidence.page_words import page_words
from hinge_tutor.check.evidence.row import Figure, Row
from hinge_tutor.check.evidence.targets import families
from hinge_tutor.check.evidence.told import told


def one(id_: str, *values: float, case: str = "") -> dict[str, str]:
    return told([Row(families()[id_], case, Figure(values))], page_words())


def test_every_name_has_a_value_even_where_nothing_is_computed() -> None:
    blank = [Row(family, case, None) for family in families().values() for case in family.targets]
    names = [name for family in families().values() for name in offered(family)]
    assert len(names) == len(set(names))
    assert told(blank, page_words()).keys() == {*names, *EVERYWHERE}


def test_two_values_of_an_order_are_told_with_how_far_they_are_apart() -> None:
    found = one("stoop_shear", 507.0, 471.0)
    assert found["stoop_shear_stoop"] == "507 N"
    # 507 / 471 - 1 = .076
    assert found["stoop_shear_apart"] == "8 %"
    assert found["stoop_shear_size"] == page_words().plain("sizes", "close")
    far = one("stoop_shear", 600.0, 471.0)
    assert far["stoop_shear_size"] == page_words().plain("sizes", "far")


@pytest.mark.parametrize(
    ("ratio", "room"),
    # .8 to 1.25: a tenth of that range is .045.
    [(1.23, "edge"), (1.2, "inside"), (0.84, "edge"), (1.26, "outside"), (0.79, "outside")],
)
def test_a_figure_near_an_end_of_its_range_is_at_the_edge(ratio: float, room: str) -> None:
    expected = page_words().plain("room", room)
    assert one("stoop_over_squat", ratio)["stoop_over_squat_room"] == expected


def test_a_unit_of_words_is_written_out() -> None:
    found = one("slack_shifts", 0.222, case="hamstrings")
    assert found["slack_shifts_hamstrings"] == "0.222 of a fiber's length"


def test_what_people_showed_stands_in_the_unit_of_the_figure() -> None:
    found = one("bend_timing", 97.0, case="silent")
    assert found["bend_timing_silent_people"] == "80 %"
    assert found["bend_timing_silent_beside"] == page_words().plain("beside", "above")
