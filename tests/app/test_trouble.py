"""What breaks is written down, said once in friendly words, and does not end the program."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from hinge_tutor.app.note import Note
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.trouble import LARGEST_LOG, Trouble
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.progress import Place

from .conftest import Opened, settle, unasked


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
    assert "RuntimeError: the floor is lava" in QGuiApplication.clipboard().text()
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
