"""Whenever the tutor is killed, what it has said to be written is there when it starts again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def killed(folder: Path, *how: str) -> list[dict[str, Any]]:
    """What was found after each kill."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.app.killed", str(folder), *how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


@pytest.mark.slow
def test_two_hundred_kills_at_random_instants_lose_nothing(tmp_path: Path) -> None:
    found = killed(tmp_path, "random", "20260301", "200")
    assert len(found) == 200
    assert [each["lost"] for each in found] == [[]] * 200
    # Nothing was ever damaged, and only what was being written may be there without a report.
    assert sum(each["mishaps"] for each in found) == 0
    assert {each["kept"] - each["before"] - each["reported"] for each in found} <= {0, 1}
    # Some died while they wrote, or this would prove nothing.
    assert sum(each["reported"] for each in found) > 200
    assert sum(each["left"] for each in found) > 0


@pytest.mark.parametrize("case", ["first", "later"])
def test_a_death_before_any_step_of_a_write_loses_at_most_that_write(
    tmp_path: Path, case: str
) -> None:
    *died, whole = killed(tmp_path, "steps", case)
    assert len(died) > 5
    assert all(each["died"] for each in died)
    assert not whole["died"]
    for each in (*died, whole):
        assert (each["lost"], each["mishaps"], each["goes_on"]) == ([], [], True)
        # What the dead one has left is gone after the next write.
        assert set(each["names"]) <= {"progress.json", "progress.backup.json", "progress.lock"}
    # It is there from one step on, and stays.
    assert [each["kept"] for each in (*died, whole)] == sorted(e["kept"] for e in (*died, whole))
    assert whole["kept"]


def test_a_death_while_a_damaged_file_is_mended_loses_neither_it_nor_its_copy(
    tmp_path: Path,
) -> None:
    *died, whole = killed(tmp_path, "steps", "damaged")
    assert len(died) > 10
    for each in (*died, whole):
        assert (each["lost"], each["goes_on"]) == ([], True)
        assert "progress.unreadable-1.json" in each["names"]
        assert not any(name.startswith(".") for name in each["names"])
    assert whole["kept"]


def test_windows_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    assert killed(tmp_path, "together", "3") == [{"lost": [], "mishaps": 0}]
