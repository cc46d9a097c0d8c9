"""A run that is ended from below leaves its traces, and the next start tells of it once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hinge_tutor.app.hard_end import HardEnd
from hinge_tutor.app.trouble import LOG_NAME

CRASH = """
import faulthandler, sys
from pathlib import Path
from hinge_tutor.app.hard_end import HardEnd
HardEnd(Path(sys.argv[1])).watch()
def falls():
    faulthandler._sigsegv()
falls()
"""
ENDS_WELL = """
import sys
from pathlib import Path
from hinge_tutor.app.hard_end import HardEnd
run = HardEnd(Path(sys.argv[1]))
run.watch()
run.end()
"""


def run(script: str, folder: Path) -> int:
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, timeout=60, check=False
    )
    return done.returncode


def test_a_fault_is_kept_and_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "mis datos ñ"
    assert run(CRASH, folder) != 0
    said = HardEnd(folder).told()
    log = folder / LOG_NAME
    assert said == (
        f"Last time the tutor was ended by a fault in it. What is known of it is in {log}."
    )
    assert "falls" in log.read_text(encoding="utf-8")
    assert HardEnd(folder).told() == ""
    assert [path.name for path in folder.iterdir()] == [LOG_NAME]


def test_a_run_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    assert run(ENDS_WELL, tmp_path / "data") == 0
    assert list((tmp_path / "data").iterdir()) == []
    assert HardEnd(tmp_path / "data").told() == ""


def test_a_run_that_was_ended_by_the_system_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "ended-999999999.txt").write_text("", encoding="utf-8")
    assert HardEnd(tmp_path).told() == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there the system keeps what is open")
def test_what_another_run_has_open_is_left_to_it(tmp_path: Path) -> None:
    theirs = tmp_path / f"ended-{os.getppid()}.txt"
    theirs.write_text("half of a message", encoding="utf-8")
    assert HardEnd(tmp_path).told() == ""
    assert theirs.exists()


def test_without_a_place_to_write_nothing_is_kept_and_nothing_stops(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    nowhere = HardEnd(tmp_path / "file")
    assert nowhere.told() == ""
    nowhere.watch()
    nowhere.end()
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""
