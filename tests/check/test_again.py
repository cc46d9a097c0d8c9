"""Checked again, problems are those of the files as they are now, and little is done twice."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.check import Again, check, content
from hinge_tutor.lessons.changes import forget
from hinge_tutor.lessons.words import words
from hinge_tutor.located import AuthorError
from tests.lessons.packing import LESSON, folder

Judged = list[str]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judged:
    """The names of the files that are really judged."""
    names: Judged = []
    of = content.of

    def noted(path: Path) -> tuple[AuthorError, ...]:
        names.append(path.name)
        return of(path)

    monkeypatch.setattr(content, "of", noted)
    return names


def write(path: Path, text: str) -> None:
    """Writes a file at a moment that is later than any before."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    now = max(before, path.stat().st_mtime_ns) + 1_000_000
    os.utime(path, ns=(now, now))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("a.md", "b.md"):
        write(tmp_path / name, LESSON)
    return tmp_path


def wrong(path: Path) -> None:
    write(path, LESSON.replace('"recall"', '"recal"'))


def test_only_what_was_written_is_judged_again(home: Path, judged: Judged) -> None:
    again = Again([home])
    assert again.problems() == []
    assert judged == ["a.md", "b.md"]
    wrong(home / "b.md")
    (problem,) = again.problems()
    assert problem.file == str(home / "b.md")
    assert judged == ["a.md", "b.md", "b.md"]
    assert again.problems() == [problem]
    write(home / "b.md", LESSON)
    assert again.problems() == []
    assert judged == ["a.md", "b.md", "b.md", "b.md"]


def test_files_come_and_go(home: Path, judged: Judged) -> None:
    again = Again([home])
    again.problems()
    before = again.stamps()
    write(home / "c.md", LESSON)
    assert again.stamps() != before
    again.problems()
    (home / "a.md").unlink()
    again.problems()
    assert judged == ["a.md", "b.md", "c.md"]


def test_a_picture_that_is_put_beside_a_lesson_is_seen(home: Path) -> None:
    write(home / "a.md", LESSON.replace("A hinge.", "A hinge. ![hips](hips.png)"))
    again = Again([home])
    assert len(again.problems()) == 1
    before = again.stamps()
    (home / "hips.png").write_bytes(b"")
    assert again.stamps() != before
    assert again.problems() == []


def test_a_pack_is_judged_again_when_anything_in_it_changes(tmp_path: Path, judged: Judged) -> None:
    home = folder(tmp_path / "home")
    again = Again([home])
    assert again.problems() == []
    wrong(home / "01-small.md")
    assert len(again.problems()) == 1
    (home / "pictures/hips.png").write_bytes(b"none")
    assert len(again.problems()) == 2
    assert judged == ["home"] * 3


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A shelf of one's own, with two lessons of the course."""
    shutil.copytree(shelf.lessons(), tmp_path / "lessons")
    for path in (tmp_path / "lessons" / "en").glob("*.md"):
        path.unlink()
    write(tmp_path / "lessons/en/01-first.md", LESSON)
    write(tmp_path / "lessons/en/02-second.md", LESSON.replace('introduces = ["hinge"]', ""))
    monkeypatch.setattr(shelf, "lessons", (tmp_path / "lessons").joinpath)
    forget()
    yield tmp_path / "lessons" / "en"
    forget()


def test_a_lesson_is_judged_again_when_one_before_it_loses_a_term(
    course: Path, judged: Judged
) -> None:
    again = Again([course / "02-second.md"])
    before = len(again.problems())
    write(course / "01-first.md", LESSON + "\n")
    assert len(again.problems()) == before
    assert judged == ["02-second.md"]
    write(course / "01-first.md", LESSON.replace('introduces = ["hinge"]', ""))
    said = [problem.problem for problem in again.problems()]
    assert any('"Hinge" is used before it is introduced' in each for each in said)
    assert judged == ["02-second.md"] * 2


def test_words_that_change_make_everything_new(course: Path, home: Path, judged: Judged) -> None:
    again = Again([home / "a.md"])
    assert again.problems() == []
    table = course / "words.toml"
    write(table, table.read_text(encoding="utf-8").replace("avoid = [", 'avoid = ["watch", ', 1))
    assert '"watch" threatens' in again.problems()[0].problem
    assert judged == ["a.md"] * 2


def test_what_is_forgotten_is_read_again() -> None:
    kept = words()
    assert words() is kept
    forget()
    assert words() is not kept


def test_it_says_what_a_check_says(home: Path) -> None:
    wrong(home / "b.md")
    assert list(map(str, Again([home]).problems())) == list(map(str, check([home])))
