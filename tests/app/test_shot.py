"""A shot is the real window as a picture, and touches nothing personal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hinge_tutor import shelf
from hinge_tutor.app.settings import THEMES
from hinge_tutor.app.shot import shot
from hinge_tutor.lessons.course import UnknownLesson
from hinge_tutor.located import AuthorError, AuthorErrors

LESSON = "what-is-a-hinge"
# The step and build that show muscles, and with them the roll.
WHO_WORKS = (2, 5)


@pytest.mark.parametrize("theme", THEMES)
def test_a_shot_has_the_size_and_the_colors_asked_for(
    qtbot: QtBot, tmp_path: Path, theme: str
) -> None:
    assert qtbot is not None
    out = tmp_path / "shot.png"
    shot(LESSON, 2, 1, 0.5, (1024, 640), theme, out)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1024, 640)
    assert (image.pixelColor(500, 400).lightness() < 100) == (theme == "dark")
    assert not shelf.user_data().exists()


def test_two_shots_of_one_moment_are_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    for name in ("one.png", "two.png"):
        shot(LESSON, 3, 1, "turn", (1024, 640), "light", tmp_path / name)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_a_lesson_that_does_not_exist_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    with pytest.raises(UnknownLesson, match="no-such"):
        shot("no-such", 1, 1, None, (1024, 640), "light", tmp_path / "shot.png")


def test_a_place_that_takes_no_file_is_an_error_of_the_world(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    with pytest.raises(FileNotFoundError, match="nowhere"):
        shot(LESSON, 1, 1, None, (1024, 640), "light", tmp_path / "nowhere" / "shot.png")


@pytest.mark.parametrize(
    "broken",
    [
        "hinge_tutor.app.program.figures",
        "hinge_tutor.app.shot.words",
        "hinge_tutor.app.scenery.scene.picture",
        "hinge_tutor.stage.roll.roll",
    ],
)
def test_a_picture_of_something_broken_is_no_shot(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def refuse(*_: object) -> None:
        raise AuthorErrors([AuthorError("figure.toml", 7, "x is nan; write a finite number")])

    assert qtbot is not None
    monkeypatch.setattr(broken, refuse)
    hook = sys.excepthook
    with pytest.raises(AuthorErrors, match=r"figure\.toml:7"):
        shot(LESSON, *WHO_WORKS, None, (1600, 1000), "light", tmp_path / "shot.png")
    assert not (tmp_path / "shot.png").exists()
    assert sys.excepthook is hook
