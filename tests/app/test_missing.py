"""What is missing or broken is said in one sentence, and the tutor opens all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.app import icons
from hinge_tutor.lessons.course import Entry
from hinge_tutor.located import AuthorError

from .conftest import Opened, settle


def test_a_course_of_broken_lessons_opens_and_says_file_and_line(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = AuthorError("01-what.md", 7, "the front matter is not closed")
    entry = Entry("what", 1, "01-what.md", None, (error,))
    monkeypatch.setattr("hinge_tutor.app.program.course.entries", lambda _: (entry,))
    window = opened()
    assert "01-what.md:7" in window.session.notice
    assert window.learn.status.isVisible()
    assert window.session.repetitions == ()
    for command in window.commands.all:
        if command.id not in ("leave", "present", "present_here", "full_screen"):
            window.commands.run(command.id)
            settle()
            window.desk.close_all()
    assert window.isVisible()


def test_a_window_without_icons_has_names_on_its_buttons(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing(*parts: str) -> Path:
        if parts[0] == "icons":
            raise shelf.MissingFile("The file is missing.")
        return found(*parts)

    found = shelf.assets
    icons._drawing.cache_clear()
    monkeypatch.setattr(shelf, "assets", missing)
    window = opened()
    assert window.isVisible()
    assert tmp_path.is_dir()
    icons._drawing.cache_clear()


def test_a_missing_typeface_is_said(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hinge_tutor.app.program.paint.load_fonts", lambda: ("font_missing:bold",))
    assert "typeface" in opened().session.notice
