"""Small ways of the window: into panes, out of menus, over dials, and on from the last lesson."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenuBar, QPushButton

from hinge_tutor.app.dial_slider import DialSlider
from hinge_tutor.app.guess_card import GuessCard
from hinge_tutor.app.keys import _belongs_to
from hinge_tutor.app.panes import holds_focus
from hinge_tutor.app.route import Spot
from hinge_tutor.app.way_row import WaySlider
from hinge_tutor.app.window import Window

from .conftest import settle
from .test_keys import press

DRAG = Spot(0, 1, 0)


def button(window: Window, text: str) -> QPushButton:
    """The button that says this, and can be seen."""
    found = window.findChildren(QPushButton)
    return next(each for each in found if each.text() == text and each.isVisible())


def test_the_arrows_lead_a_guess_as_soon_as_one_has_come_to_it(guesses: Window) -> None:
    guesses.session.go(DRAG)
    settle()
    assert isinstance(guesses.focusWidget(), WaySlider)
    press(guesses, Qt.Key.Key_Left)
    assert guesses.session.guess is not None
    press(guesses, Qt.Key.Key_PageDown)
    assert guesses.session.spot != DRAG, "pages turn all the same"


def test_who_works_elsewhere_keeps_the_focus(guesses: Window) -> None:
    guesses.learn.transport.setFocus()
    guesses.next_pane()
    guesses.learn.stage.setFocus()
    guesses.session.go(DRAG)
    settle()
    assert guesses.focusWidget() is guesses.learn.stage


def test_the_wheel_over_a_dial_turns_nothing(guesses: Window) -> None:
    guesses.session.go(DRAG)
    settle()
    slider = guesses.learn.lesson.findChild(DialSlider)
    assert isinstance(slider, DialSlider)
    before = slider.value()
    at = QPointF(slider.rect().center())
    wheel = QWheelEvent(
        at,
        slider.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, wheel)
    assert slider.value() == before
    assert not wheel.isAccepted(), "what scrolls the column may have it"


def test_f6_leads_to_what_stands_first(guesses: Window) -> None:
    guesses.session.go(DRAG)
    guesses.learn.stage.setFocus()
    settle()
    for _ in range(6):
        press(guesses, Qt.Key.Key_F6)
        if holds_focus(guesses.learn.lesson):
            break
    (card,) = guesses.learn.lesson.findChildren(GuessCard)
    assert holds_focus(card), "and not to what stands under it"


@pytest.mark.parametrize(
    ("key", "kept"), [("Esc", True), ("Down", True), ("PgDown", False), ("F5", False)]
)
def test_an_open_menu_has_its_keys_and_a_remote_its_own(
    window: Window, key: str, kept: bool
) -> None:
    """Otherwise Esc would never come to it, and it would keep the arrows for good."""
    (bar,) = window.findChildren(QMenuBar)
    assert _belongs_to(bar, key) is kept


@pytest.mark.whole_course
def test_after_the_last_lesson_all_of_them_are_shown(window: Window) -> None:
    session = window.session
    session.go(session.route.spots[0])
    session.finish()
    settle()
    shown = [b.text() for b in window.findChildren(QPushButton) if b.isVisible()]
    assert "All lessons" not in shown
    session.go(session.route.spots[-1])
    session.finish()
    settle()
    QTest.mouseClick(button(window, "All lessons"), Qt.MouseButton.LeftButton)
    settle()
    assert window.desk.shows("lessons")
