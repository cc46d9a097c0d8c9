"""What is kept as the name of a key is what pressing it gives."""

from __future__ import annotations

import pytest

from hinge_tutor.app.bound_keys import opens
from hinge_tutor.app.key_names import is_key
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.languages import languages

from .conftest import Opened

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


@pytest.mark.parametrize("language", [each.code for each in languages()])
def test_no_usual_key_opens_a_menu_in_any_language(opened: Opened, language: str) -> None:
    commands = opened(settings=Settings(health_note_read=True, language=language)).commands
    menus = {opens(menu) for menu in commands.menus()}
    assert len(menus) == len(commands.menus()), "two menus share a letter"
    assert [key for each in commands.usual for key in each.keys if key in menus] == []
