"""`new-lesson` writes a lesson that is right at once, where it may, and over nothing."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.check import check
from hinge_tutor.cli import main
from hinge_tutor.lessons import course, template
from hinge_tutor.lessons.document import read_lesson
from hinge_tutor.lessons.languages import ENGLISH, languages
from hinge_tutor.lessons.lesson import KINDS
from hinge_tutor.lessons.markdown import BLOCKS
from hinge_tutor.lessons.pack import read_pack
from tests.lessons.packing import tree


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A source tree whose lessons are ours to change."""
    shutil.copytree(shelf.lessons(), tmp_path / "lessons")
    monkeypatch.setattr(shelf, "lessons", (tmp_path / "lessons").joinpath)
    course.order.cache_clear()
    yield tmp_path / "lessons"
    course.order.cache_clear()


def test_it_is_right_from_the_first_moment_on(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = max(int(path.name[:2]) for path in course.files().values())
    assert main(["new-lesson", "lean-over-the-sink"]) == 0
    path = checkout / "en" / f"{last + 1:02}-lean-over-the-sink.md"
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == str(path)
    assert (
        second == f'Next: add "lean-over-the-sink" to the lessons in {checkout}/course.toml, then'
    )
    assert third.strip() == f"hinge-tutor check --watch {path}"
    assert check([path]) == []
    assert read_lesson(path).title == "Lean over the sink"


@pytest.mark.parametrize("language", [each.code for each in languages()])
def test_it_shows_every_kind_of_step_and_block(language: str) -> None:
    path = shelf.lessons(language, template.FILE)
    text, lesson = path.read_text(encoding="utf-8"), read_lesson(path)
    assert {step.kind for step in lesson.steps} == set(KINDS)
    assert all(f"```{block}\n" in text for block in BLOCKS)
    assert check([path]) == []


def test_a_folder_of_ones_own_becomes_a_pack_that_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "new" / "folder"
    assert main(["new-lesson", "lean", "--out", str(home)]) == 0
    said = capsys.readouterr().out
    assert f"hinge-tutor --pack {home}" in said
    assert sorted(path.name for path in home.iterdir()) == ["01-lean.md", "pack.toml"]
    assert check([home]) == []
    assert [lesson.id for lesson in read_pack(home).lessons] == ["my-lessons/lean"]


def test_a_pack_may_begin_in_another_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for id_ in ("alcanzar-algo-bajo", "lavar-los-platos"):
        assert main(["new-lesson", id_, "--out", str(tmp_path), "--language", "es"]) == 0
        head = tmp_path / "pack.toml"
        text = head.read_text(encoding="utf-8").replace('",\n]', '",\n    "lavar-los-platos",\n]')
        if id_ == "alcanzar-algo-bajo":
            head.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert check([tmp_path]) == []
    pack = read_pack(tmp_path)
    assert pack.language == "es"
    assert [lesson.title for lesson in pack.lessons] == ["Alcanzar algo bajo", "Lavar los platos"]


def test_a_lesson_of_the_course_begins_in_english(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(checkout)
    assert main(["new-lesson", "lean", "--language", "es"]) == 2
    assert "begins in English" in capsys.readouterr().err
    assert tree(checkout) == before


def test_a_second_lesson_gets_the_next_number_and_leaves_the_head_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for id_ in ("lean", "reach"):
        assert main(["new-lesson", id_, "--out", str(tmp_path)]) == 0
    assert f'add "reach" to the lessons in {tmp_path}/pack.toml' in capsys.readouterr().out
    assert (tmp_path / "02-reach.md").is_file()
    (problem,) = check([tmp_path])
    assert 'the lesson "reach" is not in the pack; add it to lessons' in problem.problem


@pytest.mark.parametrize("name", ["01-lean.md", "07-lean.md", "lean.md"])
def test_an_id_that_is_taken_is_refused_and_nothing_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    before = tree(tmp_path)
    assert main(["new-lesson", "lean", "--out", str(tmp_path)]) == 2
    assert f"There is a lesson of that name already, {tmp_path / name}" in capsys.readouterr().err
    assert tree(tmp_path) == before


def test_a_file_of_that_name_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # A link to nowhere is no file, and yet a name that is taken.
    (tmp_path / "01-lean.md").symlink_to(tmp_path / "elsewhere.md")
    assert main(["new-lesson", "lean", "--out", str(tmp_path)]) == 2
    assert "already" in capsys.readouterr().err
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_keeps_no_half_lesson(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import resource

    # What does not fit is the end, which is written when the file is closed.
    room = len(template.lesson("lean", ENGLISH).encode()) - 1
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        code = main(["new-lesson", "lean", "--out", str(tmp_path)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert code == 2
    assert "01-lean.md cannot be written" in capsys.readouterr().err
    assert tree(tmp_path) == []


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("Lean", "write small letters"),
        ("lean_over", "write small letters"),
        ("lean--over", "write small letters"),
        ("-lean", ""),
        ("../lean", "write small letters"),
        ("lean.md", "write small letters"),
        ("", "write small letters"),
        ("12", "a number alone tells nothing"),
        ("x" * 61, "61 characters; at most 60"),
        ("straße", "write small letters"),
    ],
)
def test_an_id_that_is_none_is_one_sentence(
    id_: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new-lesson", id_, "--out", str(tmp_path / "a")]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert not (tmp_path / "a").exists()


def test_an_installed_program_asks_for_a_folder(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shelf, "in_checkout", lambda: False)
    before = tree(checkout)
    assert main(["new-lesson", "lean"]) == 2
    assert "hinge-tutor new-lesson lean --out my-lessons" in capsys.readouterr().err
    assert tree(checkout) == before


def test_a_folder_that_cannot_be_made_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["new-lesson", "lean", "--out", str(tmp_path / "file" / "x")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert main(["new-lesson", "lean", "--out", ""]) == 2
    assert "--out has no name" in capsys.readouterr().err


def test_a_title_that_would_frighten_is_left_to_the_author(tmp_path: Path) -> None:
    assert main(["new-lesson", "a-dangerous-bend", "--out", str(tmp_path)]) == 0
    assert read_lesson(tmp_path / "01-a-dangerous-bend.md").title == "Lean and reach"
    assert check([tmp_path]) == []
