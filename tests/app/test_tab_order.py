"""Tab goes through what a step has one do before it comes to the buttons that turn pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.window import Window

from .conftest import Opened, settle

LESSON = Path(__file__).parent.parent / "lessons" / "good" / "repair.md"
# Builds with what they ask for: so many choices or dials, or a button.
ASKING = [((2, 2), 3), ((3, 1), 2), ((4, 1), 1), ((5, 1), 2)]


def reached(window: Window) -> list[QWidget]:
    """What Tab comes to from the lesson until the button that goes on."""
    window.learn.lesson.setFocus()
    found: list[QWidget] = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if isinstance(focus, QPushButton) and focus.text() in ("Back", "Next", "Finish"):
            break
        found.append(focus)
    return found


@pytest.mark.parametrize(("place", "count"), ASKING)
def test_what_is_asked_for_is_reached_from_top_to_bottom(
    opened_on: Opened, place: tuple[int, int], count: int
) -> None:
    window = opened_on(LESSON)
    window.session.go(window.session.route.find("repair", *place))
    settle()
    found = [each for each in reached(window) if each.objectName() in ("choice", "dial", "large")]
    assert len(found) == count
    tops = [each.mapTo(window, QPoint(0, 0)).y() for each in found]
    assert tops == sorted(tops)


def test_choices_that_are_made_anew_are_reached_as_well(opened_on: Opened) -> None:
    window = opened_on(LESSON)
    for place in ((2, 2), (5, 1), (2, 2)):
        window.session.go(window.session.route.find("repair", *place))
        settle()
        shown = [b for b in window.findChildren(ChoiceButton) if b.isVisible()]
        assert [each for each in reached(window) if isinstance(each, ChoiceButton)] == shown
