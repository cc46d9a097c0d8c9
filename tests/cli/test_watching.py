"""`check --watch` says what is wrong whenever a file was written, and stops in one word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from hinge_tutor.cli import main
from hinge_tutor.cli.watching import watch
from tests.lessons.packing import LESSON, zipped

ROOT = Path(__file__).resolve().parent.parent.parent
WRONG = LESSON.replace('"recall"', '"recal"')
Act = Callable[[], object]


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "small.md"
    path.write_text(LESSON, encoding="utf-8")
    return path


def seen(paths: list[Path], acts: Sequence[Act], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is said while these things happen, one after each look; then somebody stops it."""
    left: Iterator[Act] = iter(acts)

    def rest() -> None:
        act = next(left, None)
        if act is None:
            raise KeyboardInterrupt
        act()

    with pytest.raises(KeyboardInterrupt):
        watch(paths, rest)
    shown = capsys.readouterr()
    assert shown.err == ""
    first, *lines = shown.out.splitlines()
    assert first == "Checked again whenever a file changes; Ctrl+C stops."
    return lines


def verdicts(lines: list[str]) -> list[str]:
    return [line[10:] for line in lines if line[2] == ":"]


def nothing() -> None:
    pass


def writes(path: Path, text: str) -> Act:
    stamps = iter(range(1, 100))

    def act() -> None:
        path.write_text(text, encoding="utf-8")
        # Later than any other, on disks that count in whole seconds as well.
        now = path.stat().st_mtime_ns + 10**9 * (next(stamps) + len(text))
        os.utime(path, ns=(now, now))

    return act


def test_it_says_at_once_how_things_stand(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = seen([lesson], [nothing, nothing], capsys)
    hours, minutes, seconds = line[:8].split(":")
    assert int(hours) < 24 > 0 <= int(minutes) < 60 > int(seconds)
    assert line[8:] == "  all good"


def test_a_change_is_checked_once_and_told_with_its_place(
    lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    acts = [writes(lesson, WRONG), *[nothing] * 4, writes(lesson, LESSON), *[nothing] * 4]
    lines = seen([lesson], acts, capsys)
    assert verdicts(lines) == ["all good", "1 problem", "all good"]
    assert lines[1].startswith(f"{lesson}:126: kind is ")


def test_a_half_written_file_is_let_finish(
    lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    acts = [
        writes(lesson, LESSON[:500]),
        writes(lesson, LESSON[:900]),
        writes(lesson, LESSON + "\n"),
        *[nothing] * 4,
    ]
    assert verdicts(seen([lesson], acts, capsys)) == ["all good", "all good"]


def test_a_file_that_is_replaced_is_missed_only_when_it_stays_away(
    lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    acts = [lesson.unlink, writes(lesson, LESSON + "\n"), nothing, nothing, lesson.unlink]
    lines = seen([lesson], [*acts, nothing, nothing], capsys)
    assert verdicts(lines) == ["all good", "all good", "1 problem"]
    assert "there is no such file" in lines[-2]


def test_a_zip_is_watched_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "home.zip"
    path.write_bytes(zipped())
    acts = [lambda: path.write_bytes(b"none"), nothing, nothing]
    assert verdicts(seen([path], acts, capsys)) == ["all good", "1 problem"]


def test_what_is_not_there_is_told_before_anything_is_watched(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--watch", "nowhere.md"]) == 2
    assert capsys.readouterr().err == "There is no file or folder nowhere.md; check its name.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt as a shell sends it")
def test_ctrl_c_stops_it_in_one_word(lesson: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "hinge_tutor", "check", "--watch", str(lesson)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert "Ctrl+C stops" in process.stdout.readline()
        assert process.stdout.readline().endswith("  all good\n")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (out, err, process.returncode) == ("", "Stopped.\n", 130)
