"""Saving and bringing in one's data out of the window: told in a sentence, and felt at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hinge_tutor.app.chooser import Chooser
from hinge_tutor.app.errand import DONE
from hinge_tutor.app.own_data import save_data
from hinge_tutor.app.own_data_file import read_data
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from tests.app.test_own_data import NOW, card, put_card, seen, somebody

from .conftest import READ, Opened, settle

PATIENT_MS = 60_000


def own_window(opened: Opened, folder: Path) -> Window:
    """A window that keeps what is done in a folder."""
    memory = Memory(folder)
    memory.keep_settings(READ)
    return opened(memory=memory)


def test_all_of_it_is_saved_with_what_happened_just_now(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = own_window(opened, tmp_path / "mine")
    put_card(tmp_path / "mine", card("aa", 1))
    window.session.memory.progress = window.session.progress.with_seen("squat", 4, 2)
    path = tmp_path / "all"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.commands.run("save_mine")
    errand = window.errands.errand
    assert errand is not None
    qtbot.waitUntil(lambda: not errand.running, timeout=PATIENT_MS)
    assert errand.state.name == DONE, errand.state.problem
    found = read_data(tmp_path / "all.zip")
    assert found.settings == READ
    assert found.progress is not None
    assert found.progress.of("squat").seen == {(4, 2)}
    assert list(found.cards) == ["client-001-aa000000.json"]


def test_what_comes_in_counts_at_once(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = own_window(opened, tmp_path / "mine")
    save_data(somebody(tmp_path / "theirs", 3), tmp_path / "data.zip", NOW)
    chosen = str(tmp_path / "data.zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    window.commands.run("bring_mine")
    settle()
    session = window.session
    assert session.settings.theme == "dark"
    assert session.settings.text_percent == 150
    assert (1, 3) in session.progress.of("what-is-a-hinge").seen
    assert "Client cards: 2." in session.notice
    assert "backups" in session.notice
    # And it stays so when something is changed afterwards.
    session.change_settings(replace(session.settings, theme="light"))
    window.close()
    assert (1, 3) in seen(tmp_path / "mine")
    assert Memory(tmp_path / "mine").settings.text_percent == 150


def test_a_file_of_something_else_is_one_sentence_and_nothing_changes(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = own_window(opened, tmp_path / "mine")
    (tmp_path / "cake.zip").write_bytes(b"cake")
    chosen = str(tmp_path / "cake.zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    before = (tmp_path / "mine" / "settings.json").read_bytes()
    window.commands.run("bring_mine")
    assert window.session.notice.startswith("cake.zip is no file that")
    assert (tmp_path / "mine" / "settings.json").read_bytes() == before
    assert not (tmp_path / "mine" / "backups").exists()
    assert window.isVisible()


def test_a_full_disk_is_one_sentence(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = own_window(opened, tmp_path / "mine")
    save_data(somebody(tmp_path / "theirs", 3), tmp_path / "data.zip", NOW)
    chosen = str(tmp_path / "data.zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hinge_tutor.app.own_data_in.save_data", full)
    window.commands.run("bring_mine")
    assert "the disk is full" in window.session.notice
    assert window.session.settings == READ


def test_who_keeps_nothing_has_nothing_to_save(window: Window) -> None:
    possible = {each.id: each.possible() for each in window.commands.all}
    assert not possible["save_mine"]
    assert not possible["bring_mine"]


@pytest.mark.parametrize("command", ["save_mine", "bring_mine"])
def test_who_names_no_file_is_asked_nothing_more(
    command: str, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = own_window(opened, tmp_path / "mine")
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    window.commands.run(command)
    assert window.errands.errand is None
    assert window.session.settings == Settings(health_note_read=True)


def test_whoever_deletes_a_card_hears_where_it_may_still_be(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = own_window(opened, tmp_path / "mine")
    save_data(somebody(tmp_path / "theirs", 3), tmp_path / "data.zip", NOW)
    chosen = str(tmp_path / "data.zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    window.commands.run("train")
    training = window.train.training
    for backups in (False, True):
        training.new_client()
        training.see("rounded-back")
        training.keep("")
        if backups:
            window.commands.run("bring_mine")
        window.commands.run("client_delete")
        card = window.desk.top()
        assert isinstance(card, Chooser)
        QTest.keyClick(card._field, Qt.Key.Key_Down)
        QTest.keyClick(card._field, Qt.Key.Key_Return)
        settle()
        assert window.session.notice.startswith("The card is deleted.")
        assert (str(tmp_path / "mine" / "backups") in window.session.notice) is backups
