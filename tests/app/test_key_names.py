"""What is kept as the name of a key is what pressing it gives."""

from __future__ import annotations

import pytest

from hinge_tutor.app.key_names import is_key
from hinge_tutor.app.window import Window

KEYS = (
    *("N", "Ñ", "Я", "7", "?", ",", "=", "-", "[", "\\", "/"),
    *("Space", "Return", "Esc", "PgDown", "F5", "F24", "Left", "Home", "Del", "Backspace", "Ins"),
    *("Ctrl+K", "Ctrl+,", "Ctrl+=", "Ctrl+-", "Alt+Left", "Ctrl+Shift+PgDown", "Ctrl+Alt+Shift+A"),
    *("Shift+F1", "Shift+Up", "Alt+Shift+E", "Ctrl+Alt+0"),
)
NONE = (
    *("", " ", "n", "ctrl+k", "Ctrl+", "+", "_", "Enter", "Ctrl++", "Shift+E", "Shift+?"),
    *(
        "Ctrl+Shift+1",
        "Shift+Ctrl+K",
        "K, L",
        "Caps Lock",
        "Nonsense",
        "F99",
        "NN",
        "\n",
        "Ctrl+K+L",
    ),
)


@pytest.mark.parametrize("name", KEYS)
def test_a_key_that_can_be_pressed_has_a_name(name: str) -> None:
    assert is_key(name)


@pytest.mark.parametrize("name", NONE)
def test_what_no_key_gives_is_no_name(name: str) -> None:
    assert not is_key(name)


def test_every_usual_key_is_named_as_it_is_pressed(window: Window) -> None:
    assert [key for each in window.commands.usual for key in each.keys if not is_key(key)] == []
