"""What breaks is written down, said once in friendly words, and does not end the program."""

from __future__ import annotations

import errno
import sys
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from hinge_tutor import __version__, shelf
from hinge_tutor.app.note import Note
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.trouble import LARGEST_LOG, Trouble
from hinge_tutor.app.trouble_card import TroubleCard
from hinge_tutor.app.tutor import Tutor
from hinge_tutor.app.window import Window
from hinge_tutor.cli import main, open_window
from hinge_tutor.cli.command import BROKEN
from hinge_tutor.lessons.progress import Place

from .conftest import READ, Opened, settle, unasked


def raised(message: str) -> tuple[type[BaseException], BaseException]:
    try:
        raise RuntimeError(message)
    except RuntimeError as error:
        return type(error), error


def test_an_exception_is_logged_and_told(window: Window, tmp_path: Path) -> None:
    kind, error = raised("the floor is lava")
    window.trouble.on_exception(kind, error, error.__traceback__)
    settle()
    log = tmp_path / "hinge-tutor.log"
    assert "the floor is lava" in log.read_text(encoding="utf-8")
    card = window.desk.top()
    assert isinstance(card, Note)
    assert any(str(log) in label.text() for label in card.findChildren(QLabel))
    copy = next(b for b in card.findChildren(QPushButton) if b.text() == "Copy details")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError: the floor is lava" in copied
    assert f"hinge-tutor {__version__}" in copied
    window.close_innermost()
    assert window.desk.top() is None
    assert window.isVisible()


def test_a_picture_that_fails_stops_the_motion_and_is_told_once(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    window.learn.stage.failed.connect(told.append)
    calls = []

    def broken(*_: object) -> None:
        calls.append(1)
        raise ValueError("no such bone")

    unasked(window.session)
    settle()
    monkeypatch.setattr("hinge_tutor.app.scenery.scene.picture", broken)
    window.session.timeline.play()
    window.session.timeline.seek(0.4)
    settle()
    assert len(told) == 1
    assert "no such bone" in told[0]
    assert not window.session.timeline.running
    for _ in range(5):
        window.learn.stage.update()
        settle()
    assert len(calls) == 1
    monkeypatch.undo()
    window.close_innermost()
    settle()
    assert window.learn.stage.shown == window.session.timeline.fraction


def test_trouble_while_telling_trouble_ends_there(tmp_path: Path) -> None:
    def tell(_log: str, _details: str) -> None:
        raise ValueError("cannot tell")

    trouble = Trouble(tmp_path, tell)
    kind, error = raised("first")
    trouble.on_exception(kind, error, None)
    text = (tmp_path / "hinge-tutor.log").read_text(encoding="utf-8")
    assert "first" in text
    assert "cannot tell" in text


def test_without_a_place_for_the_log_it_is_still_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told: list[str] = []
    trouble = Trouble(tmp_path / "file", lambda log, _details: told.append(log))
    kind, error = raised("no disk")
    trouble.on_exception(kind, error, None)
    assert told == [""]


def test_a_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    log = tmp_path / "hinge-tutor.log"
    log.write_text("x" * (LARGEST_LOG + 1), encoding="utf-8")
    Trouble(tmp_path, lambda *_: None).report("new")
    assert log.stat().st_size < 1000
    assert (tmp_path / "hinge-tutor.old.log").stat().st_size > LARGEST_LOG


def test_what_no_file_can_hold_is_written_in_signs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def tell(_log: str, _details: str) -> None:
        raise ValueError("a \udc80 again")

    trouble = Trouble(tmp_path, tell)
    kind, error = raised("half a character: \udc80")
    trouble.on_exception(kind, error, None)
    text = trouble.log.read_text(encoding="utf-8")
    assert "half a character: \\udc80" in text
    assert "a \\udc80 again" in text
    assert "udc80" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stderr", None)
    trouble.report("without a terminal")
    assert "without a terminal" in trouble.log.read_text(encoding="utf-8")


def test_what_breaks_with_every_paint_is_told_once_and_stops_the_motion(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards: list[str] = []
    monkeypatch.setattr(window.desk, "trouble", lambda _log, details, _again: cards.append(details))
    window.session.timeline.play()
    for _ in range(4):
        kind, error = raised("the roll is torn")
        window.trouble.on_exception(kind, error, error.__traceback__)
    assert len(cards) == 1
    assert not window.session.timeline.running
    assert window.trouble.log.read_text(encoding="utf-8").count("RuntimeError: the roll") == 1
    kind, error = raised("something else")
    window.trouble.on_exception(kind, error, error.__traceback__)
    assert len(cards) == 2


def test_an_interrupt_from_the_keyboard_is_left_to_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_: passed.append(kind))
    Trouble(tmp_path, lambda *_: None).on_exception(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt]
    assert list(tmp_path.iterdir()) == []


def test_broken_settings_open_the_tutor_with_one_sentence(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "settings.json").write_bytes(b'{"format": 1, "the')
    window = opened(memory=Memory(folder))
    assert "settings.json" in window.session.notice
    assert window.learn.status.isVisible()
    assert (folder / "settings.json").read_bytes() == b'{"format": 1, "the'


def test_the_last_place_is_found_again(opened: Opened, tmp_path: Path) -> None:
    window = opened(memory=Memory(tmp_path / "kept"))
    spot = window.session.route.spots[7]
    window.session.go(spot)
    again = opened(memory=Memory(tmp_path / "kept"))
    assert again.session.spot == spot


def test_a_disk_that_is_full_is_said_and_nothing_stops(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/somewhere/.part")

    monkeypatch.setattr(session.memory, "keep_place", full)
    session.go(session.route.after(session.spot))
    assert session.notice == (
        "Nothing can be saved in your folder: the disk is full. "
        "What you choose holds until the tutor is closed."
    )
    assert session.spot == session.route.spots[1]


@pytest.mark.parametrize("close", ["window", "end"])
def test_closing_while_it_plays_leaves_no_timer_and_keeps_the_place(
    opened: Opened, tmp_path: Path, close: str
) -> None:
    memory = Memory(tmp_path / "kept")
    memory.place = Place("what-is-a-hinge", 3, 1)
    window = opened(memory=memory)
    window.session.timeline.play()
    played = window.session.timeline.running
    if close == "window":
        window.close()
    else:
        window.session.end()
    assert (played, window.session.timeline.running) == (True, False)
    assert Memory(tmp_path / "kept").place == Place("what-is-a-hinge", 3, 1)


def test_a_place_in_a_lesson_that_cannot_be_read_is_not_forgotten(
    opened: Opened, tmp_path: Path
) -> None:
    place = Place("a-lesson-of-tomorrow", 4, 2)
    Memory(tmp_path / "kept").keep_place(place)
    opened(memory=Memory(tmp_path / "kept")).close()
    assert Memory(tmp_path / "kept").place == place


# ── where it may break ───────────────────────────────────────────────────────────────────────────


def trouble_card(window: Window) -> TroubleCard:
    settle()
    card = window.desk.top()
    assert isinstance(card, TroubleCard)
    return card


def broken(*_: object) -> None:
    raise RuntimeError("the floor is lava")


@pytest.fixture
def hooked(window: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A window whose trouble is told as when the tutor runs."""
    # What catches exceptions for the tests would count these as failures.
    monkeypatch.setattr(sys, "excepthook", window.trouble.on_exception)
    return window


def test_what_breaks_in_a_slot_is_told(hooked: Window) -> None:
    button = QPushButton(hooked)
    button.clicked.connect(broken)
    button.click()
    assert "the floor is lava" in trouble_card(hooked).details.toPlainText()
    assert hooked.isVisible()


def test_what_breaks_in_a_timer_is_told_once_however_often_it_fires(hooked: Window) -> None:
    timer = QTimer(hooked)
    timer.timeout.connect(broken)
    for _ in range(3):
        timer.timeout.emit()
    trouble_card(hooked)
    assert hooked.trouble.log.read_text(encoding="utf-8").count("RuntimeError: the floor") == 1


def test_what_breaks_in_a_painter_is_told_once(hooked: Window) -> None:
    class Torn(QLabel):
        def paintEvent(self, _event: object) -> None:
            broken()

    torn = Torn(hooked)
    torn.resize(40, 40)
    torn.show()
    for _ in range(3):
        torn.update()
        settle()
    trouble_card(hooked)
    assert hooked.trouble.log.read_text(encoding="utf-8").count("RuntimeError: the floor") == 1
    torn.hide()


def test_two_things_that_break_in_turn_are_told_once_each(hooked: Window) -> None:
    told: list[str] = []
    trouble = Trouble(hooked.trouble.log.parent, lambda _log, details: told.append(details))
    for _ in range(3):
        for message in ("one", "two"):
            kind, error = raised(message)
            trouble.on_exception(kind, error, None)
    assert len(told) == 2


def test_what_breaks_in_a_thread_is_told_in_the_window(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = sys.excepthook
    tutor = Tutor(session, tmp_path)
    monkeypatch.setattr(sys, "excepthook", hook)
    monkeypatch.setattr(threading, "excepthook", tutor.on_thread_broke)
    tutor.window.show()
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    assert "the floor is lava" in trouble_card(tutor.window).details.toPlainText()
    tutor.window.close()
    tutor.window.deleteLater()
    settle()


def test_what_breaks_before_the_window_is_one_line_and_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(open_window, "opened", broken)
    assert main([]) == BROKEN
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "RuntimeError" in said
    (kept,) = (shelf.user_data() / "log").iterdir()
    assert str(kept) in said
    assert "the floor is lava" in kept.read_text(encoding="utf-8")


# ── the card ─────────────────────────────────────────────────────────────────────────────────────


def test_details_are_read_and_put_away_and_the_log_is_found(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window.trouble.report("RuntimeError: lava\n" * 40)
    card = trouble_card(window)
    assert not card.details.isVisible()
    card.show_details.click()
    settle()
    assert card.details.hasFocus()
    assert card.details.isReadOnly()
    assert card.details.viewport().height() > 100
    card.show_details.click()
    assert not card.details.isVisible()
    card.folder.click()
    assert asked == [str(window.trouble.log.parent)]


def test_what_is_copied_names_no_folder_of_ours(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "somebody"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    lines = [f'File "{place}", line 3' for place in (Path(shelf.__file__), home / "x", np.__file__)]
    window.trouble.report("\n".join((*lines, f"cannot read {shelf.user_data() / 'a'}")))
    card = trouble_card(window)
    copied = card.details.toPlainText()
    assert str(tmp_path) not in copied
    assert str(Path(shelf.__file__).parent) not in copied
    for kept in ("hinge_tutor", "~", "packages", "line 3"):
        assert kept in copied
    assert str(home) in window.trouble.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(560, 480), (1024, 640)])
def test_the_card_fits_with_its_details(
    opened: Opened, size: tuple[int, int], percent: int
) -> None:
    window = opened(size, replace(READ, text_percent=percent))
    window.on_trouble("/a/rather/long/path/to/a/log/file/hinge-tutor.log", "details\n" * 60)
    card = trouble_card(window)
    card.show_details.click()
    card.on_copy()
    settle()
    for button in card.findChildren(QPushButton):
        if button.isVisible():
            corner = button.mapTo(card, button.rect().bottomRight())
            assert card.rect().contains(corner), button.text()
            assert button.height() >= button.minimumSizeHint().height(), button.text()


def test_an_audience_goes_on_behind_the_card(hooked: Window) -> None:
    hooked.present(True)
    settle()
    kind, error = raised("the floor is lava")
    hooked.trouble.on_exception(kind, error, None)
    trouble_card(hooked)
    hooked.close_innermost()
    assert hooked.presenting
    assert hooked.desk.top() is None
    before = hooked.session.spot
    hooked.commands.run("next")
    assert hooked.session.spot != before
