"""The palette finds a command by a few letters, says why one cannot be run, and learns."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListWidget, QMenu

from hinge_tutor.app.noted_rows import NOTE
from hinge_tutor.app.palette import command_rows, ranked
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window

from .conftest import Opened, unasked
from .test_keys import CTRL, Key, press

FOUND = (
    ("dark", "theme_dark"),
    ("theme night", "theme_dark"),
    ("settings", "preferences"),
    ("shortcuts", "help"),
    ("fulscreen", "full_screen"),
    ("full scren", "full_screen"),
    ("glosary", "glossary"),
    ("prefrences", "preferences"),
    ("prfrncs", "preferences"),
    ("F11", "full_screen"),
    ("ctrl+l", "lessons"),
    ("mot play", "play"),
    ("LARGER", "larger"),
    ("exit", "leave"),
    ("patient", "train"),
    ("coach", "train"),
    ("posture", "photo"),
    ("mocap", "recording"),
    ("motion capture", "recording"),
    ("opensim", "recording"),
    ("c3d", "recording"),
    ("video", "export"),
    ("gif", "export"),
    ("screenshot", "copy_picture"),
    ("print", "handout"),
    ("worksheet", "bundle"),
    ("backup", "save_mine"),
    ("restore backup", "bring_mine"),
    ("import backup", "bring_mine"),
    ("tts", "narration"),
    ("speech", "narration"),
    ("speaker notes", "console"),
    ("presenter view", "console"),
    ("laser", "pointer"),
)


@pytest.mark.parametrize(("typed", "wanted"), FOUND)
def test_a_few_letters_find_a_command(window: Window, typed: str, wanted: str) -> None:
    assert ranked(window.commands.all, typed)[0].id == wanted


@pytest.mark.parametrize("typed", ["zzzz", "play zzzz", "%", "…"])
def test_what_nothing_has_finds_nothing(window: Window, typed: str) -> None:
    assert ranked(window.commands.all, typed) == []


def test_nothing_typed_lists_everything_in_the_order_of_the_menus(window: Window) -> None:
    assert ranked(window.commands.all, " ") == list(window.commands.all)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("oscuros", "theme_dark"),
        ("dark", "theme_dark"),
        ("glosario", "glossary"),
        ("mocap", "recording"),
    ],
)
def test_spanish_and_english_names_are_found_in_spanish(
    opened: Opened, typed: str, wanted: str
) -> None:
    window = opened(settings=Settings(health_note_read=True, language="es"))
    found = [command.id for command in ranked(window.commands.all, typed)]
    assert found[0] == wanted


def test_what_was_run_last_stands_first(window: Window) -> None:
    for typed in ("dark", "larger"):
        press(window, Key.Key_K, CTRL)
        press(window, typed)
        press(window, Key.Key_Return)
    assert window.session.settings.theme == "dark"
    rows = command_rows(window.commands, letters=True)
    assert [row.words for row in rows[:2]] == ["View › Larger text", "View › Dark colors"]
    assert len(rows) == len({row.words for row in rows})


def test_what_cannot_be_run_says_why_and_is_not_run(window: Window) -> None:
    session = window.session
    session.go(next(s for s in session.route.spots if session.route.build(s).question is not None))
    press(window, Key.Key_K, CTRL)
    press(window, "sandbox")
    card = window.desk.top()
    assert card is not None
    (list_,) = card.findChildren(QListWidget)
    row = list_.item(0)
    assert row.text() == "Show › Sandbox"
    assert row.data(NOTE) == "A question is open; it waits for an answer."
    press(window, Key.Key_Return)
    assert window.desk.top() is card
    press(window, Key.Key_Escape)
    unasked(session)
    (row_now,) = (r for r in command_rows(window.commands, True) if r.words == "Show › Sandbox")
    assert (row_now.possible, row_now.note) == (True, "")


# What a menu says of these by being gray is plain.
PLAIN = ("present", "next_part", "previous_part", "digit_")


def test_what_cannot_be_done_says_why_wherever_one_is(window: Window) -> None:
    session = window.session
    spots = session.route.spots
    asks = next(spot for spot in spots if session.route.build(spot).question is not None)
    silent: set[str] = set()
    for spot in (spots[0], asks, spots[-1]):
        session.go(spot)
        silent |= {
            command.id
            for command in window.commands.all
            if not command.possible() and not command.reason()
        }
    window.commands.run("next")
    assert session.finished
    silent |= {c.id for c in window.commands.all if not c.possible() and not c.reason()}
    assert {each for each in silent if not each.startswith(PLAIN)} == set()


def test_a_menu_says_why_as_well_and_ticks_what_is_on(window: Window) -> None:
    session = window.session
    session.go(next(s for s in session.route.spots if session.route.build(s).question is not None))
    actions = {}
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        actions.update({each.text().partition("\t")[0]: each for each in menu.actions()})
    sandbox = actions["Sandbox"]
    assert not sandbox.isEnabled()
    assert sandbox.toolTip() == sandbox.statusTip() == "A question is open; it waits for an answer."
    assert actions["Preferences…"].statusTip() == ""
    mirror = window.commands.get("mirror")
    shown = next(each for words, each in actions.items() if words == mirror.words)
    assert shown.isCheckable()
    for _ in range(2):
        mirror.run()
        for menu in window.findChildren(QMenu):
            menu.aboutToShow.emit()
        assert mirror.checked is not None
        assert shown.isChecked() == mirror.checked()
