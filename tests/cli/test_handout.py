"""`handout` writes the page that it is asked for, and refuses the rest in one sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from hinge_tutor.app.paper import A4, LETTER, usual_paper
from hinge_tutor.cli import main
from tests.export.pdf_reading import read


@pytest.fixture(autouse=True)
def _same_application(qapp: object) -> None:
    """All tests of one process draw with the one application that a process can have."""
    del qapp


def made(tmp_path: Path, *line: str) -> str:
    out = tmp_path / "page.pdf"
    assert main(["handout", *line, "--out", str(out)]) == 0
    return read(out).text


def test_it_says_what_it_was_asked_to(tmp_path: Path) -> None:
    line = ("hip-hinge", "--fault", "squatty-hinge=70", "--date", "2026-03-04", "--for", "Ada")
    said = made(tmp_path, *line)
    for part in ("For Ada", "March 4, 2026", "squatty hinge 70 %", "Your shins are posts."):
        assert part in said


def test_the_fault_of_a_scene_stands_beside_the_movement_without_it(tmp_path: Path) -> None:
    said = made(tmp_path, "hip-hinge+craned-neck=50", "--cue", "turn")
    assert "craned neck 50 %" in said
    assert "Stop when the backs of the thighs pull." in said


def test_a_lesson_gives_its_correct_movement_and_a_step_its_own(tmp_path: Path) -> None:
    assert "Another movement" not in made(tmp_path, "--lesson", "what-is-a-hinge")
    said = made(tmp_path, "--lesson", "what-is-a-hinge", "--step", "2")
    assert "Another movement" in said


def test_own_words_and_a_name_can_come_from_files(tmp_path: Path) -> None:
    (tmp_path / "name.txt").write_text("Bea\n Cruz", encoding="utf-8")
    (tmp_path / "cue.txt").write_text("Zip the coat up.", encoding="utf-8")
    line = ("--for-file", str(tmp_path / "name.txt"), "--say-file", str(tmp_path / "cue.txt"))
    said = made(tmp_path, "squat", *line)
    assert "For Bea Cruz" in said
    assert "Zip the coat up." in said


def test_us_units_tell_the_body_and_its_load(tmp_path: Path) -> None:
    said = made(tmp_path, "deadlift*60", "--units", "us")
    assert "5′ 9″, 165 lb, 132 lb in the hands" in said


def test_progress_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path, "squat", "--progress")
    assert capsys.readouterr().out.split("\n")[:2] == ["progress 0 3", "progress 1 3"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (("squat", "--out", "x.png"), "must end in .pdf"),
        (("--out", "x.pdf"), "Give a scene or --lesson"),
        (("squat", "--lesson", "what-is-a-hinge", "--out", "x.pdf"), "one of both"),
        (("squat", "--paper", "a5", "--out", "x.pdf"), "a4, letter"),
        (("squat", "--units", "imperial", "--out", "x.pdf"), "metric, us"),
        (("hip-hinge", "--cue", "descend", "--out", "x.pdf"), "descent"),
        (("squat", "--date", "27.11.2026", "--out", "x.pdf"), "2026-11-27"),
        (("squat", "--fault", "no-such", "--out", "x.pdf"), "no-such"),
        (("squat", "--fault", "craned-neck=20", "--out", "x.pdf"), "craned-neck"),
        (("squat", "--for-file", "nowhere.txt", "--out", "x.pdf"), "no text that can be read"),
        (("squat", "--for", "x" * 201, "--out", "x.pdf"), "may have 200"),
        (("squat", "--out", "nowhere/x.pdf"), "There is no folder"),
    ],
)
def test_what_it_cannot_do_is_one_sentence(
    line: tuple[str, ...],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["handout", *line]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_is_one_sentence_and_the_old_page_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import resource
    import signal

    out = tmp_path / "page.pdf"
    out.write_bytes(b"what was there")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        code = main(["handout", "squat", "--out", str(out)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert code == 2
    assert "could not be written" in capsys.readouterr().err
    assert out.read_bytes() == b"what was there"
    assert [each.name for each in tmp_path.iterdir()] == ["page.pdf"]


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("de_DE", A4), ("en_GB", A4), ("en_US", LETTER), ("es_MX", LETTER), ("fr_CA", LETTER)],
)
def test_the_usual_paper_is_that_of_the_land(locale: str, paper: str) -> None:
    assert usual_paper(QLocale(locale)) == paper
