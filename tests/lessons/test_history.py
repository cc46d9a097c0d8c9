"""Changes are undone and redone one by one, and a movement of a hand is one change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.lessons.history import MOST, History

STEPS = st.lists(
    st.tuples(st.sampled_from(["change", "drag", "undo", "redo", "settle"]), st.integers(0, 4)),
    max_size=40,
)


def test_a_change_is_undone_and_redone() -> None:
    changed = History(1).changed(2).changed(3)
    assert changed.undone().present == 2
    assert changed.undone().undone().present == 1
    assert changed.undone().undone().redone().redone() == changed


def test_a_drag_is_one_entry_until_it_is_settled() -> None:
    dragged = History(0).changed(1, "height").changed(2, "height").changed(3, "height")
    assert dragged.undone().present == 0
    again = dragged.settled().changed(4, "height")
    assert again.undone().present == 3


def test_another_slider_is_another_entry() -> None:
    both = History(0).changed(1, "height").changed(2, "mass").changed(3, "height")
    assert both.past == (0, 1, 2)


def test_a_drag_back_to_where_it_began_leaves_nothing() -> None:
    assert History(0).changed(1, "height").changed(0, "height") == History(0)


def test_what_was_undone_is_gone_after_another_change() -> None:
    assert History(0).changed(1).undone().changed(2).future == ()
    dragged = History(0).changed(1).undone().changed(2, "height").changed(3, "height")
    assert dragged.future == ()


def test_nothing_changes_where_nothing_is_new_or_left() -> None:
    assert History(1).changed(1) == History(1)
    assert History(1).undone() == History(1)
    assert History(1).redone() == History(1)


def test_the_past_is_bounded() -> None:
    long = History(0)
    for value in range(1, 3 * MOST):
        long = long.changed(value)
    assert len(long.past) == MOST
    assert long.past[-1] == 3 * MOST - 2
    while long.past:
        long = long.undone()
    assert len(long.future) == MOST


def done(one: History[int], kind: str, value: int) -> History[int]:
    """The history after one step."""
    if kind == "undo":
        return one.undone()
    if kind == "redo":
        return one.redone()
    if kind == "settle":
        return one.settled()
    return one.changed(value, "drag" if kind == "drag" else "")


@given(STEPS)
def test_undo_is_the_opposite_of_redo(steps: list[tuple[str, int]]) -> None:
    one = History(0)
    for kind, value in steps:
        one = done(one, kind, value)
        if one.past:
            assert one.undone().redone() == one.settled()
        if one.future:
            assert one.redone().undone() == one.settled()
