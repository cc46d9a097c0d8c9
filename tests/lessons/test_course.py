"""The course in its order, and one broken lesson that does not take the others down."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.lessons import course
from hinge_tutor.located import AuthorErrors

GOOD = Path(__file__).parent / "good" / "small.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A shelf with a course of two lessons."""
    (tmp_path / "en").mkdir()
    shutil.copy(GOOD, tmp_path / "en" / "01-first.md")
    shutil.copy(GOOD, tmp_path / "en" / "02-second.md")
    (tmp_path / "course.toml").write_text('format = 1\nlessons = ["first", "second"]\n')
    monkeypatch.setattr(shelf, "lessons", tmp_path.joinpath)
    course.order.cache_clear()
    yield tmp_path
    course.order.cache_clear()


def test_every_lesson_of_the_shipped_course_opens() -> None:
    found = course.entries()
    assert [entry.id for entry in found] == list(course.order())
    assert all(entry.lesson is not None for entry in found)
    assert course.load_lesson("what-is-a-hinge").number == 1


def test_an_unknown_lesson_is_one_sentence_with_the_nearest_name() -> None:
    with pytest.raises(course.UnknownLesson, match="did you mean"):
        course.load_lesson("what-is-an-hinge")


def test_lessons_come_in_the_order_of_the_course(folder: Path) -> None:
    (folder / "course.toml").write_text('format = 1\nlessons = ["second", "first"]\n')
    course.order.cache_clear()
    assert [(entry.id, entry.place) for entry in course.entries()] == [("second", 1), ("first", 2)]


def test_a_broken_lesson_leaves_the_others_standing(folder: Path) -> None:
    (folder / "en" / "01-first.md").write_text("+++\ntitle = \n", encoding="utf-8")
    first, second = course.entries()
    assert first.lesson is None
    assert first.errors[0].file.endswith("01-first.md")
    assert second.lesson is not None


def test_a_lesson_without_its_file_leaves_the_others_standing(folder: Path) -> None:
    (folder / "en" / "02-second.md").unlink()
    with pytest.raises(course.UnknownLesson, match=r"has a lesson .second., but its file NN-sec"):
        course.load_lesson("second")
    first, second = course.entries()
    assert first.lesson is not None
    assert second.lesson is None


def test_a_changed_lesson_is_read_again(folder: Path) -> None:
    before = course.load_lesson("first")
    file = folder / "en" / "01-first.md"
    file.write_text(file.read_text().replace("A small lesson", "Another one"), encoding="utf-8")
    assert before.title == "A small lesson"
    assert course.load_lesson("first").title == "Another one"


def test_a_language_without_a_lesson_falls_back_to_english(folder: Path) -> None:
    (folder / "nl").mkdir()
    assert course.load_lesson("first", "nl").title == "A small lesson"


def test_a_course_that_names_a_lesson_twice_says_so(folder: Path) -> None:
    (folder / "course.toml").write_text('format = 1\nlessons = ["first", "first"]\n')
    course.order.cache_clear()
    with pytest.raises(AuthorErrors, match="twice"):
        course.order()
