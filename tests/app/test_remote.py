"""A presenter's remote alone walks the lesson: PgDn, PgUp, F5, Esc and the dot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window

from .conftest import Opened, settle

Key = Qt.Key


def click(window: Window, key: Key) -> None:
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, key)
    settle()


def test_the_whole_lesson_and_back_with_two_buttons(opened: Opened) -> None:
    window = opened()
    session = window.session
    seen = [session.spot]
    for _ in session.route.spots:
        click(window, Key.Key_PageDown)
        seen.append(session.spot)
    assert list(dict.fromkeys(seen)) == list(session.route.spots)
    for _ in session.route.spots:
        click(window, Key.Key_PageUp)
    assert session.spot == session.route.spots[0]


def test_the_note_of_the_first_start_does_not_stop_a_remote(opened: Opened) -> None:
    window = opened(settings=Settings())
    window.desk.health_note()
    settle()
    assert window.desk.top() is not None
    click(window, Key.Key_PageDown)
    assert window.desk.top() is None
    assert window.session.settings.health_note_read
    assert window.session.spot == window.session.route.spots[1]


def test_presenting_blackens_and_ends_with_the_remote(opened: Opened) -> None:
    window = opened(settings=Settings(health_note_read=True, letter_keys=False))
    session = window.session
    session.go(session.route.spots[5])
    click(window, Key.Key_F5)
    assert window.audience.isVisible()
    assert session.spot == session.route.spots[0]
    for _ in session.route.spots:
        click(window, Key.Key_PageDown)
    assert session.spot == session.route.spots[-1]
    QTest.keyClicks(QApplication.focusWidget() or window, ".")
    blank = [session.blank]
    click(window, Key.Key_PageUp)
    assert session.spot == session.route.spots[-2]
    QTest.keyClicks(QApplication.focusWidget() or window, ".")
    blank.append(session.blank)
    assert blank == ["black", ""]
    click(window, Key.Key_Escape)
    assert not window.presenting
    assert window.isVisible()


def test_arrows_enter_and_a_click_turn_pages_before_an_audience(opened: Opened) -> None:
    window = opened()
    session = window.session
    click(window, Key.Key_F5)
    for key in (Key.Key_Return, Key.Key_Right, Key.Key_Down):
        click(window, key)
    assert session.spot == session.route.spots[3]
    click(window, Key.Key_Left)
    assert session.spot == session.route.spots[2]
    QTest.mouseClick(window.audience.stage, Qt.MouseButton.LeftButton)
    assert session.spot == session.route.spots[3]
    assert not window.top.isVisible()
