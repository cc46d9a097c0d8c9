"""The stage keeps its room while a figure on it is changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QSlider

from hinge_tutor.app.dial_card import DialCard
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.dial import trial
from hinge_tutor.lessons.lesson import Cast, StagePlan

from .conftest import settle, unasked


def wide_mm(window: Window) -> float:
    settle()
    picture = window.learn.stage.painted
    assert picture is not None
    return picture.width


def show(window: Window, body: str) -> None:
    window.session.try_out(StagePlan((Cast("hip-hinge", "hip-hinge", body),), play="still"))


def test_a_body_that_becomes_a_little_smaller_does_not_make_the_stage_jump(window: Window) -> None:
    show(window, "height=1.80")
    before = wide_mm(window)
    show(window, "height=1.70")
    assert wide_mm(window) == before


def test_a_body_that_becomes_much_smaller_gets_a_stage_of_its_size_once_it_is_let_go(
    window: Window,
) -> None:
    show(window, "height=2.10")
    before = wide_mm(window)
    session = window.session
    session.hold(True)
    held = session.options
    show(window, "height=1.40")
    session.set_options(replace(session.options, in_hand=held.in_hand))
    assert wide_mm(window) == before
    session.hold(False)
    assert wide_mm(window) < before


def test_another_build_has_a_room_of_its_own(window: Window) -> None:
    show(window, "height=2.10")
    before = wide_mm(window)
    window.session.stop_trying()
    assert wide_mm(window) != before


def test_a_dial_is_in_hand_while_it_is_held(window: Window) -> None:
    session = window.session
    unasked(session)
    session.try_out(trial("hip-hinge", "rounded-back", session.build.stage))
    card = window.learn.findChild(DialCard)
    assert card is not None
    slider = card.findChild(QSlider)
    assert slider is not None
    slider.sliderPressed.emit()
    assert session.options.in_hand
    slider.sliderReleased.emit()
    assert not session.options.in_hand
