"""What a button says of itself names the keys that do the same, as they are now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolButton

from hinge_tutor.app.key_hint import KeyHint
from hinge_tutor.app.window import Window

from .conftest import unasked


def tip_of(window: Window, name: str) -> str:
    """What is said when somebody rests on a button of the transport."""
    buttons = window.learn.transport.findChildren(QToolButton)
    button = next(each for each in buttons if each.accessibleName() == name)
    # Shown, it would be a window that the off-screen platform cannot raise.
    for hint in button.findChildren(KeyHint):
        hint.eventFilter(button, QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), QPoint(3, 3)))
    return button.toolTip()


@pytest.mark.parametrize(
    ("name", "tip"),
    [
        ("Play", "Play (Space, Alt+K)"),
        ("Replay", "Replay (R)"),
        ("Slower", "Slower (−)"),
        ("Next key pose", "Next key pose (Shift+→)"),
        ("Loop", "Loop"),
    ],
)
def test_a_button_names_its_keys(window: Window, name: str, tip: str) -> None:
    unasked(window.session)
    window.session.timeline.play(False)
    assert tip_of(window, name) == tip
    assert tip_of(window, name) == tip, "asked twice it says the same"


def test_other_keys_are_named_at_once(window: Window) -> None:
    session = window.session
    session.change_settings(replace(session.settings, keys=("replay: F9",)))
    assert tip_of(window, "Replay") == "Replay (F9)"
    session.change_settings(replace(session.settings, keys=("replay:",)))
    assert tip_of(window, "Replay") == "Replay"


def test_letters_that_do_nothing_are_not_named(window: Window) -> None:
    session = window.session
    session.change_settings(replace(session.settings, letter_keys=False))
    assert tip_of(window, "Replay") == "Replay"
    assert tip_of(window, "Play") == "Play (Space, Alt+K)"


def test_a_button_that_changes_its_words_keeps_its_keys(window: Window) -> None:
    unasked(window.session)
    window.session.timeline.play(False)
    assert tip_of(window, "Play") == "Play (Space, Alt+K)"
    window.session.timeline.play()
    assert tip_of(window, "Pause") == "Pause (Space, Alt+K)"
    window.session.timeline.play(False)
