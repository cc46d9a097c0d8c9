"""How figures are arranged is one value that can be walked through and put back."""

from __future__ import annotations

import pytest

from hinge_tutor.motion.shared_clock import SYNCS
from hinge_tutor.stage.arrangement import AS_IT_COMES, OVERLAY, STACKED, VIEWS, Arrangement


def test_one_key_walks_through_the_views_and_around() -> None:
    arrangement, seen = AS_IT_COMES, []
    for _ in VIEWS:
        seen.append(arrangement.view)
        arrangement = arrangement.next_view()
    assert tuple(seen) == VIEWS
    assert arrangement == AS_IT_COMES
    assert AS_IT_COMES.next_sync().sync == SYNCS[1]


def test_swapping_goes_round_and_comes_back() -> None:
    assert AS_IT_COMES.swapped(2).shown(2) == (1, 0)
    assert AS_IT_COMES.swapped(2).swapped(2).shown(2) == (0, 1)
    assert AS_IT_COMES.swapped(3).shown(3) == (2, 0, 1)


def test_each_figure_alone_in_turn_and_then_all_again() -> None:
    arrangement, seen = AS_IT_COMES, []
    for _ in range(4):
        arrangement = arrangement.next_solo(3)
        seen.append(arrangement.shown(3))
    assert seen == [(0,), (1,), (2,), (0, 1, 2)]


def test_hiding_everybody_leaves_somebody() -> None:
    assert Arrangement(hidden=frozenset({0, 1})).shown(2) == (0,)


def test_a_swap_keeps_who_is_hidden_hidden() -> None:
    alone = AS_IT_COMES.next_solo(2)
    assert alone.swapped(2).shown(2) == (0,)


def test_opacity_ends_at_nothing_and_at_all() -> None:
    arrangement = AS_IT_COMES
    for _ in range(9):
        arrangement = arrangement.turned(1)
    assert arrangement.opacity == pytest.approx(1.0)
    assert AS_IT_COMES.turned(-1).opacity == pytest.approx(0.4)


def test_an_open_question_hears_nothing_from_figures_on_each_other() -> None:
    telling = Arrangement(view=OVERLAY, difference=True, mirrored=True)
    quiet = telling.reticent()
    assert (quiet.view, quiet.difference, quiet.mirrored) == ("side by side", False, True)
    assert Arrangement(view=STACKED).reticent().view == STACKED
