"""The card of the hand-out shows the page, changes it, and has it made into a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from hinge_tutor.app.errand import DONE, FAILED
from hinge_tutor.app.handout_card import HandoutCard
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.units import US
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.dial import trial
from tests.export.pdf_reading import read

from .conftest import Opened, settle

PATIENT_MS = 60_000


def answered(window: Window) -> None:
    """Past the question that the course begins with."""
    while window.session.pending:
        window.commands.run("next")


def opened_card(window: Window) -> HandoutCard:
    answered(window)
    QTest.keyClick(window.learn.lesson, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    card = window.desk.top()
    assert isinstance(card, HandoutCard)
    return card


def said(card: HandoutCard) -> str:
    return card.page.accessibleDescription().replace("\u00a0", " ")


def chosen(card: HandoutCard, fault: str) -> str:
    card.fault.setCurrentIndex(card.fault.findData(fault))
    return said(card)


def saved(
    window: Window, card: HandoutCard, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> str:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    card.save.click()
    errand = window.errands.errand
    assert errand is not None
    qtbot.waitUntil(lambda: not errand.running, timeout=PATIENT_MS)
    settle()
    return errand.state.name


def test_a_fault_beside_the_movement_brings_its_cue(window: Window) -> None:
    card = opened_card(window)
    assert "≠" not in chosen(card, "none")
    page = chosen(card, "rounded-back")
    assert "Not like this yet" in page
    assert "Imagine a broomstick" in page
    assert card.cue.currentData() == "rounded-back"
    card.cue.setCurrentIndex(card.cue.findData("none"))
    assert "Keep this in mind" not in said(card)


def test_what_is_tried_on_the_stage_stands_on_the_page(window: Window) -> None:
    answered(window)
    session = window.session
    session.try_out(trial("hip-hinge", "craned-neck", session.build.stage))
    settle()
    assert "Craned neck, as on the stage" in opened_card(window).fault.currentText()


def test_own_words_go_before_a_cue_and_a_name_is_not_kept(window: Window) -> None:
    card = opened_card(window)
    card.say.setText("Zip the coat up.")
    card.whom.setText("Ada")
    assert "Zip the coat up." in said(card)
    assert "For Ada" in said(card)
    card.dismiss()
    card = opened_card(window)
    assert card.whom.text() == card.say.text() == ""
    assert "Ada" not in said(card)


def test_the_file_is_the_page(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    card = opened_card(window)
    chosen(card, "squatty-hinge")
    card.whom.setText("Ada")
    shown = said(card)
    # An ending that was forgotten is added.
    assert saved(window, card, tmp_path / "ada", monkeypatch, qtbot) == DONE
    assert not card.isVisible()
    # The typeface has one glyph for a closing quotation mark and for a letter that looks like it.
    written = read(tmp_path / "ada.pdf").text.replace("ˮ", "”")
    assert sorted(written.split()) == sorted(shown.split())
    assert [each.name for each in tmp_path.iterdir()] == ["ada.pdf"]


def test_a_folder_that_is_gone_is_one_sentence_and_the_window_lives(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    card = opened_card(window)
    assert saved(window, card, tmp_path / "gone" / "a.pdf", monkeypatch, qtbot) == FAILED
    errand = window.errands.errand
    assert errand is not None
    assert "its folder is gone." in errand.state.problem
    assert opened_card(window).isVisible()


def test_nothing_is_asked_for_where_nobody_names_a_file(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = opened_card(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    card.save.click()
    assert window.errands.errand is None
    assert card.isVisible()


def test_a_question_keeps_its_figures_to_itself(window: Window) -> None:
    command = window.commands.by_key("Ctrl+P")
    assert command is not None
    assert window.session.pending
    assert not command.possible()
    answered(window)
    assert command.possible()


def test_all_of_it_is_reached_by_tab(window: Window) -> None:
    card = opened_card(window)
    met = []
    for _ in range(10):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in met:
            break
        met.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {card.fault, card.cue, card.say, card.whom, card.save} <= set(met)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "es"])
def test_it_fits_a_small_window(opened: Opened, percent: int, language: str) -> None:
    settings = Settings(health_note_read=True, text_percent=percent, language=language, units=US)
    window = opened((1024, 640), settings)
    card = opened_card(window)
    settle()
    assert card.page.place.height() > 250
    inside = card.rect()
    for widget in (card.page, card.save, card.title):
        corner = widget.mapTo(card, widget.rect().bottomRight())
        assert inside.contains(corner), widget
    assert "5′ 9″, 165 lb" in said(card)


def test_a_bundle_is_made_in_a_folder_of_its_own(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Ended amid the work: what was begun is gone, and so is the folder."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window.commands.run("bundle")
    errand = window.errands.errand
    assert errand is not None
    order = errand.state.order
    assert order is not None
    assert order.target == tmp_path / "hinge-tutor-what-is-a-hinge"
    qtbot.waitUntil(lambda: errand.state.done > 0, timeout=PATIENT_MS)
    assert [each.name for each in tmp_path.iterdir()] == [f".hinge-tutor-{errand.pid}.part"]
    errand.stop()
    assert list(tmp_path.iterdir()) == []
    assert window.isVisible()
