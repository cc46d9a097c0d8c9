"""A command that is asked how far it is says so in lines that a program reads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINE = re.compile(r"progress (\d+) (\d+)")


def run(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    line = ["render", "squat", "--out", str(folder / "a.gif"), "--size", "160x100", "--seconds"]
    return subprocess.run(
        [sys.executable, "-m", "hinge_tutor", *line, "0.5", *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_line_counts_up_to_the_whole(tmp_path: Path) -> None:
    done = run(tmp_path, "--progress")
    assert done.returncode == 0, done.stderr
    found = [LINE.fullmatch(line) for line in done.stdout.splitlines()]
    assert [match and match.groups() for match in found] == [(str(n), "11") for n in range(12)]


def test_without_it_nothing_is_said(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_once_nobody_listens_the_work_ends_without_a_trace(tmp_path: Path) -> None:
    line = f"{sys.executable} -m hinge_tutor render squat --out {tmp_path}/a.gif --size 160x100"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{line} --progress | head -n 1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert LINE.match(done.stdout)
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []
