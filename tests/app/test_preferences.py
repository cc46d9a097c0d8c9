"""Everything that the settings hold can be chosen, found, seen in every window, and undone."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from hinge_tutor.app.choice_row import ChoiceRow
from hinge_tutor.app.key_card import KeyCard
from hinge_tutor.app.preference_rows import NOT_USUAL, sections
from hinge_tutor.app.preferences import Preferences
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window

from .conftest import READ, Opened, settle

# These have a place of their own: a card, a note, a menu.
ELSEWHERE = {"keys", "health_note_read", "packs"}


def card_of(window: Window, section: str = "") -> Preferences:
    window.commands.run("preferences")
    card = window.desk.top()
    assert isinstance(card, Preferences)
    if section:
        card.show_section(section)
    settle()
    return card


def seen(card: Preferences) -> set[str]:
    """The titles of the rows that are shown."""
    return {row.title for rows in card._rows.values() for row in rows if row.isVisible()}


def test_each_choice_changes_one_setting_and_each_setting_has_two_choices(
    session: Session,
) -> None:
    found: dict[str, set[object]] = {}
    strange = replace(Settings(), theme="?", text_percent=-1, units="?", plot="?", language="?")
    switches = [field.name for field in fields(Settings) if field.type == "bool"]
    values: dict[str, Any] = asdict(strange)
    on = Settings(**values | dict.fromkeys(switches, True))
    off = Settings(**values | dict.fromkeys(switches, False))
    for section in sections(session):
        for row in section.rows:
            for _, made in row.choices:
                names = {
                    name
                    for start in (on, off)
                    for name, value in asdict(made(start)).items()
                    if value != asdict(start)[name]
                }
                (name,) = names
                found.setdefault(name, set()).add(asdict(made(strange))[name])
    assert set(found) == {field.name for field in fields(Settings)} - ELSEWHERE
    assert all(len(each) > 1 for each in found.values())
    assert found["theme"] == {"light", "dark", "projector"}


def test_sections_stand_at_the_left_where_there_is_room(opened: Opened) -> None:
    card = card_of(opened())
    (list_,) = card.findChildren(QListWidget)
    assert list_.isVisible()
    assert seen(card) == {"Language", "Muscle names", "Cues", "Lengths and weights"}
    list_.setCurrentRow(1)
    settle()
    assert seen(card) == {"Colors", "Text size"}


def test_sections_stand_below_each_other_where_there_is_none(opened: Opened) -> None:
    card = card_of(opened((1024, 640), Settings(health_note_read=True, text_percent=200)))
    (list_,) = card.findChildren(QListWidget)
    assert not list_.isVisible()
    assert {"Language", "Colors", "Progress"} <= seen(card)
    headings = [h.text() for h in card.findChildren(QLabel, "kicker") if h.isVisible()]
    assert headings[0] == "LANGUAGE AND WORDS"
    assert len(headings) == 7


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("dark", {"Colors"}),
        ("color", {"Colors", "Text size", "When presenting"}),
        ("SIZE", {"Text size"}),
        ("presenting colors", {"When presenting"}),
        ("folder", {"Where it is kept"}),
        ("zzz", set()),
    ],
)
def test_what_is_typed_finds_rows_of_all_sections(
    window: Window, typed: str, titles: set[str]
) -> None:
    card = card_of(window, "keys")
    (field,) = [f for f in card.findChildren(QLineEdit) if f.isVisible()]
    field.setText(typed)
    settle()
    assert seen(card) == titles
    labels = card.findChildren(QLabel)
    (nothing,) = (label for label in labels if label.text() == "Nothing has this word.")
    assert nothing.isVisible() == (not titles)
    field.clear()
    settle()
    assert seen(card) == {"Letters, digits and signs", "The key of every command"}


def test_keys_are_changed_from_here_and_esc_leads_back(window: Window) -> None:
    card = card_of(window, "keys")
    next(b for b in card.findChildren(QPushButton) if b.text() == "Change keys…").click()
    settle()
    assert isinstance(window.desk.top(), KeyCard)
    window.close_innermost()
    assert window.desk.top() is card


def test_usual_preferences_ask_once_and_keep_what_is_no_taste(opened: Opened) -> None:
    mine = Settings(
        theme="dark",
        text_percent=125,
        health_note_read=True,
        units="us",
        language="es",
        keys=("replay: F9",),
        letter_keys=False,
        plots=True,
    )
    window = opened(settings=mine)
    card = card_of(window, "data")
    card._usual.ask.click()
    assert window.session.settings == mine
    card._usual.keep.click()
    assert window.session.settings == mine
    card._usual.ask.click()
    card._usual.does.click()
    now = window.session.settings
    assert now == Settings(health_note_read=True, language="es", keys=("replay: F9",))
    assert {name: getattr(now, name) for name in NOT_USUAL} == {
        name: getattr(mine, name) for name in NOT_USUAL
    }


def test_buttons_follow_what_is_changed_elsewhere(window: Window) -> None:
    card = card_of(window, "look")
    window.commands.run("theme_dark")
    rows = [row for row in card._rows["look"] if isinstance(row, ChoiceRow)]
    checked = [b.text() for row in rows for b in row._made if b.isChecked()]
    assert checked == ["Dark", "100 %"]


def test_the_folder_of_ones_data_is_shown_and_opened(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    folder = tmp_path / "mis datos ñ"
    memory = Memory(folder)
    memory.settings = READ
    card = card_of(opened(memory=memory), "data")
    assert card.data.path.text().replace("\u200b", "") == str(folder)
    card.data.button.click()
    assert [url.toLocalFile() for url in asked] == [str(folder)]
    assert folder.is_dir()
    assert "cannot" not in card.data.path.text()


@pytest.mark.parametrize("why", ["nothing shows folders", "a file stands there"])
def test_a_folder_that_cannot_be_opened_is_said(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    folder = tmp_path / "data"
    if why == "a file stands there":
        folder.write_text("", encoding="utf-8")
    memory = Memory(folder)
    memory.settings = READ
    card = card_of(opened(memory=memory), "data")
    card.data.button.click()
    settle()
    said = [label.text() for label in card.data.findChildren(QLabel) if label.isVisible()]
    wanted = str(folder) if why == "nothing shows folders" else "a file stands where the folder"
    assert wanted in said[1]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", [(560, 480), (1024, 640), (1280, 800)])
def test_no_row_is_wider_than_the_card(
    opened: Opened, size: tuple[int, int], language: str, percent: int
) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent, language=language))
    card = card_of(window)
    for section in ("words", "look", "motion", "keys", "stage", "present", "data"):
        card.show_section(section)
        settle()
        assert card._inside.width() <= card._area.viewport().width(), section
