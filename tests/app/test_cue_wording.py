"""A cue is said as something outside to reach for, or of the body, as somebody prefers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hinge_tutor.app.cards import CueCard
from hinge_tutor.app.window import Window

from .conftest import settle


def card(window: Window) -> CueCard:
    return next(each for each in window.learn.lesson.findChildren(CueCard))


def said(window: Window) -> str:
    labels = card(window).findChildren(QLabel)
    return next(label.text() for label in labels if label.objectName() == "strong")


def to_a_cue(window: Window) -> None:
    route = window.session.route
    window.session.go(next(s for s in route.spots if route.build(s).cue))
    settle()


def test_a_button_says_the_cue_in_the_other_wording_from_now_on(window: Window) -> None:
    to_a_cue(window)
    build = window.session.build
    assert (build.cue, build.inner_cue) != ("", "")
    button = card(window).findChild(QPushButton)
    assert button is not None
    seen = [(said(window), button.text())]
    for _ in range(2):
        button.click()
        settle()
        seen.append((said(window), button.text()))
    outer, inner = (build.cue, "Said of the body"), (build.inner_cue, "As a picture")
    assert seen == [outer, inner, outer]


def test_a_key_does_the_same_and_the_choice_is_kept(window: Window) -> None:
    to_a_cue(window)
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    settle()
    assert window.session.settings.inner_cues
    assert said(window) == window.session.build.inner_cue
    window.session.go(window.session.route.after(window.session.spot))
    to_a_cue(window)
    assert said(window) == window.session.build.inner_cue
