"""A dropped file opens as what its ending says, and what is no such file changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.app.scene_files import scene_of
from hinge_tutor.app.window import Window
from hinge_tutor.stage.shared_scene import write_shared
from tests.app.conftest import unasked
from tests.app.dropped import dropped


@pytest.mark.parametrize(
    "name", ["notes.txt", "table.csv", "noending", "film.mp4", "a.hinge.bak", "folder"]
)
def test_what_nobody_opens_is_not_taken(window: Window, tmp_path: Path, name: str) -> None:
    unasked(window.session)
    (tmp_path / name).write_bytes(b"\x01")
    assert not dropped(window, tmp_path / name)
    assert window.learn.lesson.isVisible()


def test_what_only_calls_itself_a_photo_leaves_the_lesson_and_says_so(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "photo.png"
    path.write_text("a letter")
    assert dropped(window, path)
    assert not window.learn.shows_photo
    assert window.learn.lesson.isVisible()
    assert "photo.png" in window.session.notice


@pytest.mark.parametrize("name", ["walk.trc", "walk.MOT", "walk.sto", "walk.c3d"])
def test_a_recording_is_read_as_one(window: Window, tmp_path: Path, name: str) -> None:
    unasked(window.session)
    path = tmp_path / name
    path.write_bytes(b"no recording")
    assert dropped(window, path)
    assert window.learn.shows_recording
    assert window.learn.recording.work.name == name
    assert window.learn.close_recording()


def test_a_recording_is_not_taken_while_a_question_is_open(window: Window, tmp_path: Path) -> None:
    session = window.session
    session.go(next(spot for spot in session.route.spots if session.route.build(spot).question))
    path = tmp_path / "walk.trc"
    path.write_bytes(b"no recording")
    assert not dropped(window, path)
    assert not window.learn.shows_recording


def test_a_scene_is_shown_or_one_sentence_says_why_not(window: Window, tmp_path: Path) -> None:
    unasked(window.session)
    good, bad = tmp_path / "good.hinge", tmp_path / "bad.hinge"
    good.write_text(write_shared(scene_of(window.session)) + "\n", encoding="utf-8")
    bad.write_text("hinge: nonsense\n", encoding="utf-8")
    assert dropped(window, bad)
    assert not window.session.trying
    assert "bad.hinge" in window.session.notice
    assert dropped(window, good)
    assert window.session.trying


def test_a_pack_is_opened_or_one_sentence_says_why_not(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(b"no zip")
    assert dropped(window, path)
    assert "pack.zip" in window.session.notice
