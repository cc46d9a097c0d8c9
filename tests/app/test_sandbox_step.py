"""A step sends into the sandbox: it starts from the step's figures, and one comes back to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from hinge_tutor.app.way_card import WayCard
from hinge_tutor.app.window import Window

from .conftest import Opened, settle

LESSON = Path(__file__).parent.parent / "lessons" / "good" / "repair.md"
Key = Qt.Key


@pytest.fixture(params=[(1280, 800), (1024, 640), (560, 900)], ids=str)
def window(opened_on: Opened, request: pytest.FixtureRequest) -> Window:
    made = opened_on(LESSON, request.param)
    made.session.go(made.session.route.find("repair", 4, 1))
    settle()
    return made


def button(window: Window) -> QPushButton:
    (card,) = window.learn.lesson.findChildren(WayCard)
    return card.button


def test_a_press_opens_it_on_the_figures_of_the_step(window: Window) -> None:
    assert button(window).isVisible()
    QTest.mouseClick(button(window), Qt.MouseButton.LeftButton)
    settle()
    assert window.drawer.is_open
    assert window.drawer.pane.isVisible()
    assert window.drawer.sandbox.scene == window.session.build.stage.movements


def test_esc_comes_back_to_the_place_and_the_button(window: Window) -> None:
    session = window.session
    here = session.spot
    button(window).setFocus()
    QTest.keyClick(button(window), Key.Key_Space)
    settle()
    sandbox = window.drawer.sandbox
    assert sandbox.cast is not None
    sandbox.change(sandbox.cast.__class__("hip-hinge", "squat"))
    settle()
    assert session.trying
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Escape)
    settle()
    assert session.spot == here
    assert not window.drawer.is_open
    assert button(window).isVisible()
    assert QApplication.focusWidget() is button(window)
    QTest.keyClick(button(window), Key.Key_Escape)
    settle()
    assert session.plan is session.build.stage, "the figures of the lesson again"
    assert session.spot == here


def test_a_remote_goes_on_without_opening_it(window: Window) -> None:
    here = window.session.spot
    QTest.keyClick(window, Key.Key_PageDown)
    assert window.session.spot == window.session.route.after(here)
    settle()
    assert not button(window).isVisible()


def test_opened_with_its_key_the_focus_goes_back_to_the_stage(window: Window) -> None:
    window.learn.stage.setFocus()
    window.commands.run("sandbox")
    settle()
    window.close_innermost()
    assert window.learn.stage.hasFocus()
