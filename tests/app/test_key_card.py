"""Every command gets other keys by pressing them, and everything that shows keys follows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from hinge_tutor.app.key_card import KeyCard
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window

from .conftest import Opened, settle, unasked
from .test_keys import ALT, CTRL, SHIFT, Held, Key, press


def card_on(window: Window, typed: str) -> KeyCard:
    """The card with what is typed found, and the focus in the field for the new key."""
    window.commands.run("keys")
    settle()
    press(window, typed)
    press(window, Key.Key_Return)
    card = window.desk.top()
    assert isinstance(card, KeyCard)
    assert card.capture.hasFocus()
    return card


def button(card: KeyCard, words: str) -> QPushButton:
    settle()
    return next(
        each
        for each in card.findChildren(QPushButton)
        if each.isVisible() and (each.text() == words or each.accessibleName() == words)
    )


def told(card: KeyCard) -> str:
    return " ".join(
        label.text()
        for label in card.findChildren(QLabel, "quiet")
        if label.isVisible() and label.text()
    )


def shown_in_menu(window: Window, words: str) -> str:
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    texts = [action.text() for action in window.findChildren(QAction)]
    (text,) = (text for text in texts if text.partition("\t")[0] == words)
    return text.partition("\t")[2]


NEW: tuple[tuple[str, Key | str, Held, str], ...] = (
    ("a letter", "q", Held.NoModifier, "Q"),
    ("with Ctrl", Key.Key_U, CTRL, "Ctrl+U"),
    ("with Alt and Shift", Key.Key_U, ALT | SHIFT, "Alt+Shift+U"),
    ("a key of its own", Key.Key_F9, Held.NoModifier, "F9"),
    ("one that a field would keep", Key.Key_Delete, Held.NoModifier, "Del"),
    ("one that copies", Key.Key_A, CTRL, "Ctrl+A"),
)


@pytest.mark.parametrize(("key", "held", "name"), [n[1:] for n in NEW], ids=[n[0] for n in NEW])
def test_a_key_is_pressed_and_counts_at_once(
    window: Window, key: Key | str, held: Held, name: str
) -> None:
    unasked(window.session)
    card = card_on(window, "replay")
    press(window, key, held)
    if window.commands.get("replay").keys == ("R",):
        # Another command has it.
        button(card, "Take it").click()
    assert window.commands.get("replay").keys == ("R", name)
    assert "Replay" in told(card)
    window.desk.close_all()
    window.learn.stage.setFocus()
    window.session.timeline.play(False)
    press(window, key, held)
    assert window.session.timeline.clock.playing


def test_a_key_of_another_command_is_asked_for_and_stays_there_by_default(window: Window) -> None:
    card = card_on(window, "replay")
    press(window, Key.Key_Space)
    assert told(card) == "Space is the key of “Play or pause”. Take it from there?"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Leave it there"
    press(window, Key.Key_Return)
    assert window.session.settings.keys == ()
    assert card.capture.hasFocus()
    press(window, Key.Key_Space)
    button(card, "Take it").click()
    assert window.commands.get("replay").keys == ("R", "Space")
    assert window.commands.get("play").keys == ("Alt+K",)


@pytest.mark.parametrize(
    ("key", "held", "part"),
    [
        (Key.Key_PageDown, Held.NoModifier, "remotes"),
        (Key.Key_F5, Held.NoModifier, "remotes"),
        (".", Held.NoModifier, "remotes"),
        (Key.Key_Return, Held.NoModifier, "Enter goes on"),
        (Key.Key_L, ALT, "opens the menu"),
        ("r", Held.NoModifier, "already"),
        (Key.Key_VolumeUp, Held.NoModifier, "no name"),
    ],
)
def test_what_cannot_be_had_is_told(window: Window, key: Key | str, held: Held, part: str) -> None:
    card = card_on(window, "replay")
    press(window, key, held)
    assert part in told(card)
    assert window.session.settings.keys == ()
    assert window.desk.top() is card
    assert not window.presenting


def test_escape_leads_back_and_tab_leads_on(window: Window) -> None:
    card = card_on(window, "replay")
    press(window, Key.Key_Tab)
    assert not card.capture.hasFocus()
    card.capture.setFocus()
    press(window, Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert not card.capture.hasFocus()
    assert window.desk.top() is card
    press(window, Key.Key_Escape)
    assert window.desk.top() is None


def test_a_key_held_to_be_pressed_with_another_is_none(window: Window) -> None:
    card = card_on(window, "replay")
    for key in (Key.Key_Control, Key.Key_Shift, Key.Key_Alt, Key.Key_CapsLock):
        press(window, key)
    press(window, Key.Key_U, Held.MetaModifier)
    assert window.session.settings.keys == ()
    assert told(card) == "Press the new key. Esc leads back to the list."


def test_keys_are_taken_away_and_come_back(window: Window) -> None:
    card = card_on(window, "play or")
    button(card, "Take Space from “Play or pause”").click()
    button(card, "Take Alt+K from “Play or pause”").click()
    assert window.commands.get("play").keys == ()
    assert told(card) == "Play or pause: no key"
    assert card.capture.hasFocus()
    card.usual.click()
    assert window.commands.get("play").keys == ("Space", "Alt+K")
    assert window.session.settings.keys == ()


def test_a_key_of_a_remote_has_no_button_that_takes_it(window: Window) -> None:
    card = card_on(window, "present from the start")
    assert not [b for b in card.findChildren(QPushButton) if b.text().startswith("F5")]


def test_everything_usual_asks_once(window: Window) -> None:
    card = card_on(window, "replay")
    press(window, Key.Key_F9)
    card.all_usual.click()
    assert window.session.settings.keys != ()
    button(card, "Keep mine").click()
    assert window.session.settings.keys != ()
    card.all_usual.click()
    card.yes.click()
    assert window.session.settings.keys == ()
    assert window.commands.get("replay").keys == ("R",)


def test_menus_key_card_and_palette_show_the_new_keys(window: Window) -> None:
    unasked(window.session)
    card = card_on(window, "replay")
    button(card, "Take R from “Replay”").click()
    press(window, Key.Key_F9)
    window.desk.close_all()
    assert shown_in_menu(window, "Replay") == "F9"
    press(window, Key.Key_F1)
    help_ = window.desk.top()
    assert help_ is not None
    caps = [label.text() for label in help_.findChildren(QLabel, "key")]
    assert "F9" in caps
    assert "R" not in caps
    window.desk.close_all()
    window.session.timeline.play(False)
    press(window, "r")
    assert not window.session.timeline.clock.playing


def test_what_works_over_cards_follows_its_command(window: Window) -> None:
    card_on(window, "larger text")
    press(window, Key.Key_F8)
    assert window.commands.get("larger").keys == ("Ctrl+=", "F8")
    window.desk.close_all()
    window.desk.help()
    press(window, Key.Key_F8)
    assert window.session.settings.text_percent == 125


def test_keys_are_kept(opened: Opened, tmp_path: Path) -> None:
    window = opened(memory=Memory(tmp_path / "kept"))
    card_on(window, "replay")
    press(window, Key.Key_F9)
    again = opened(memory=Memory(tmp_path / "kept"))
    assert again.commands.get("replay").keys == ("R", "F9")
    assert again.session.notice == ""


def test_keys_that_cannot_be_read_are_said_once_and_the_rest_counts(
    opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    lines = ["play: Esc", "dance: K", "replay: F9"]
    settings = json.dumps({"format": 1, "health_note_read": True, "keys": lines})
    (folder / "settings.json").write_text(settings, encoding="utf-8")
    window = opened(memory=Memory(folder))
    assert "“dance”" in window.session.notice
    assert "Esc" in window.session.notice
    assert window.commands.get("replay").keys == ("F9",)
    assert window.commands.get("play").keys == ("Space", "Alt+K")


def test_a_letter_is_given_while_letters_are_off_and_that_is_said(opened: Opened) -> None:
    window = opened(settings=Settings(health_note_read=True, letter_keys=False))
    card = card_on(window, "usual text")
    press(window, "u")
    button(card, "Take it").click()
    assert "switched off" in told(card)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_the_card_fits_while_it_asks(opened: Opened, size: tuple[int, int], percent: int) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    card = card_on(window, "replay")
    press(window, Key.Key_Space)
    inside = card.usual.parentWidget()
    assert inside is not None
    low = card.usual.mapTo(card, card.usual.rect().bottomLeft()).y()
    assert low < window.height()
    for each in (card.yes, card.no, card.usual, card.all_usual, card.capture):
        assert each.height() >= each.minimumSizeHint().height()
        assert inside.rect().contains(each.geometry())


def test_a_message_is_heard(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "hinge_tutor.app.key_card.announce", lambda _card, words: said.append(words)
    )
    card_on(window, "replay")
    press(window, Key.Key_F9)
    assert said[-1] == "Replay: R, F9"
