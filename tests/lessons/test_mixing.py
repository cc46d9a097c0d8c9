"""Percents of three movements are whole, never below nothing, and 100 together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.mixing import (
    HINGE,
    SQUAT,
    Percents,
    moved,
    percents_of,
    rounded,
    shares_of,
    turned,
    with_percents,
)

share = st.floats(0.0, 1.0)
percents = st.tuples(share, share, share).map(rounded)


@given(st.tuples(share, share, share))
def test_rounded_shares_are_a_whole(shares: tuple[float, float, float]) -> None:
    found = rounded(shares)
    assert sum(found) == 100
    assert min(found) >= 0
    total = sum(shares)
    if total > 0.0:
        off = [abs(each - 100 * one / total) for each, one in zip(found, shares, strict=True)]
        assert max(off) <= 1.0


@given(percents)
def test_whole_percents_stay_what_they_are(now: Percents) -> None:
    assert rounded(shares_of(now)) == now


@given(percents, st.integers(0, 2), st.integers(-50, 150))
def test_turning_one_leaves_the_others_in_proportion(now: Percents, which: int, to: int) -> None:
    found = turned(now, which, to)
    assert sum(found) == 100
    assert min(found) >= 0
    assert found[which] == min(max(to, 0), 100)
    one, other = (number for number in range(3) if number != which)
    if now[one] and now[other]:
        left = 100 - found[which]
        assert found[one] == pytest.approx(left * now[one] / (now[one] + now[other]), abs=0.51)


def test_where_the_others_had_nothing_they_share_evenly() -> None:
    assert turned((100, 0, 0), HINGE, 40) == (40, 30, 30)
    assert turned((0, 100, 0), SQUAT, 95) == (3, 95, 2)


@given(percents, st.integers(-20, 20), st.integers(-20, 20))
def test_keys_keep_the_point_in_the_triangle(now: Percents, across: int, up: int) -> None:
    found = moved(now, across, up)
    assert sum(found) == 100
    assert min(found) >= 0


def test_keys_move_up_toward_the_hinge_and_across_between_squat_and_bend() -> None:
    assert moved((50, 30, 20), 0, 5) == (55, 27, 18)
    assert moved((50, 30, 20), 5, 0) == (50, 25, 25)
    assert moved((50, 30, 20), -25, 0) == (50, 50, 0)
    assert moved((0, 0, 100), 5, 0) == (0, 0, 100)


@given(percents, st.sampled_from(["hip-hinge", "squat", "forward-bend"]))
def test_a_figure_has_the_percents_that_it_is_given(now: Percents, movement: str) -> None:
    cast = with_percents(Cast("one", movement, load_kg=10.0), now)
    assert percents_of(cast) == now
    assert (cast.movement, cast.load_kg) == (movement, 10.0)


def test_a_corner_is_the_movement_without_a_mix() -> None:
    assert with_percents(Cast("one", "squat"), (0, 100, 0)).mix == ()
    assert with_percents(Cast("one", "squat"), (0, 0, 100)).mix == (("forward-bend", 1.0),)
    assert percents_of(Cast("one", "forward-bend")) == (0, 0, 100)
    assert percents_of(Cast("one", "lunge")) is None
    assert percents_of(Cast("one", "squat", mix=(("romanian-deadlift", 0.5),))) is None
