"""Menus without room beside each other stand in one; beside them the ways to use the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from hinge_tutor.app.command import plain
from hinge_tutor.app.settings import Settings

from .conftest import Opened, settle


def test_one_menu_holds_all_where_they_have_no_room(opened: Opened) -> None:
    window = opened((600, 700), Settings(health_note_read=True, text_percent=200))
    menus = window.top.menus

    def gathered() -> bool:
        return menus.gathered

    assert gathered()
    (one,) = [action for action in menus.actions() if action.isVisible()]
    assert plain(one.text()) == "Menu"
    inside = one.menu()
    assert isinstance(inside, QMenu)
    names = [plain(action.text()) for action in inside.actions()]
    assert names == [plain(name) for name in window.commands.menus()]
    window.resize(1800, 900)
    settle()
    assert not gathered()
    shown = [plain(action.text()) for action in menus.actions() if action.isVisible()]
    assert shown == names


@pytest.mark.parametrize(
    ("size", "percent", "shown"),
    [((1280, 800), 100, True), ((1024, 640), 100, True), ((1024, 640), 200, False)],
)
def test_the_ways_to_use_the_window_stand_where_they_have_room(
    size: tuple[int, int], percent: int, shown: bool, opened: Opened
) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    assert window.top.modes.isVisible() == shown


def test_each_way_is_a_press_and_the_one_that_is_on_is_marked(opened: Opened) -> None:
    window = opened()
    buttons = window.top.modes.buttons

    def on() -> list[str]:
        return [id_ for id_, made in buttons.items() if made.isChecked()]

    assert on() == ["learn"]
    buttons["learn"].click()
    assert on() == ["learn"]
    buttons["train"].click()
    assert (on(), window.train.shown) == (["train"], True)
    buttons["train"].click()
    assert (on(), window.train.shown) == (["train"], True)
    buttons["learn"].click()
    assert (on(), window.train.shown) == (["learn"], False)
    buttons["present_here"].click()
    settle()
    assert window.presenting
    window.close_innermost()
    settle()
    assert on() == ["learn"]
