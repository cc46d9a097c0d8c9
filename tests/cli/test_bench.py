"""The benchmark's table says what was promised, what was measured, and whether it was kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hinge_tutor.check.evidence.engines import engine
from hinge_tutor.cli.bench import blitting, row, sharing
from hinge_tutor.cli.bench.painting import fullest_stage
from hinge_tutor.cli.bench.row import Row, in_turn, milliseconds, table

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    ("row", "ratio", "kept"),
    [
        (Row("a frame", 6.0, 3.0, "ms"), 0.5, True),
        (Row("a frame", 6.0, 9.0, "ms"), 1.5, False),
        (Row("re-solved", 30.0, 60.0, "per s", floor=True), 0.5, True),
        (Row("re-solved", 30.0, 20.0, "per s", floor=True), 1.5, False),
        (Row("re-solved", 30.0, 0.0, "per s", floor=True), float("inf"), False),
        (Row("wake-ups", 0, 0, ""), 0.0, True),
        (Row("wake-ups", 0, 60, ""), 61.0, False),
    ],
)
def test_a_promise_is_kept_when_its_ratio_is_at_most_one(
    row: Row, ratio: float, kept: bool
) -> None:
    assert row.ratio == pytest.approx(ratio)
    assert row.kept is kept


def test_the_table_has_a_line_for_each_row_in_columns() -> None:
    lines = table([Row("a frame", 6.0, 9.0, "ms"), Row("solved", 30.0, 60.0, "per s", floor=True)])
    assert lines[0].split() == ["what", "limit", "measured", "ratio", "verdict"]
    assert lines[1].split() == ["a", "frame", "≤", "6", "ms", "9", "ms", "1.50", "missed"]
    assert lines[2].split()[-2:] == ["0.50", "kept"]
    assert len({len(line) for line in lines}) == 1


def test_a_row_without_its_engine_says_so() -> None:
    lines = table([Row("sharing", 100.0, 0.0, "×", floor=True, absent="OpenSim")])
    assert lines[1].split() == ["sharing", "≥", "100", "×", "–", "–", "OpenSim", "not", "installed"]


def test_sharing_is_compared_only_where_the_engine_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "engine", lambda _: None)
    (row,) = sharing.rows()
    assert row.absent == "OpenSim"


@pytest.mark.slow
def test_the_engine_shares_the_same_repetition() -> None:
    """No time is asked for, only that both were measured and the row says by what."""
    if engine("opensim") is None:
        pytest.skip("opensim is not installed")
    (row,) = sharing.rows()
    assert row.measured > 0.0
    assert row.what.endswith("ms a sample)")


def test_matplotlib_is_compared_only_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    (row,) = blitting.rows()
    assert row.absent == "matplotlib"


@pytest.mark.slow
def test_matplotlib_draws_the_same_frames() -> None:
    pytest.importorskip("matplotlib")
    (row,) = blitting.rows()
    assert row.measured > 0.0
    assert not row.absent


def test_work_is_done_once_more_than_it_is_measured() -> None:
    done: list[int] = []
    assert milliseconds(done.append, 3) >= 0.0
    assert done == [0, 0, 1, 2]


def test_the_quietest_round_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = iter((3.0, 2.0, 4.0))
    monkeypatch.setattr(row, "milliseconds", lambda _work, _times: next(found))
    assert row.steady_ms(lambda _: None, 5) == 2.0


def test_two_works_take_turns() -> None:
    done: list[str] = []
    in_turn((lambda n: done.append(f"a{n}"), lambda n: done.append(f"b{n}")), 2)
    assert done == ["a0", "b0", "a0", "b0", "a1", "b1"]


# Only where OpenSim, and where matplotlib, is installed.
ENGINE = "sharing the loads"
CHARTS = "painting, against matplotlib with blitting"
PROMISES = (
    "start to first frame",
    "memory at first frame",
    "one repetition, symmetric",
    "one repetition, two-sided",
    "every movement, one body",
    ENGINE,
    "whole frame, lesson layers, 1280×720",
    "whole frame, lesson layers, 1920×1080",
    "whole frame, every layer, 1920×1080",
    "whole frame, lesson layers, 3840×2160",
    "whole frame, every layer, 3840×2160",
    "building the picture",
    "painting, against Qt's replay",
    "re-solved and repainted, load",
    "re-solved and repainted, body",
    CHARTS,
    "technique map, 496 poses",
    "frame while a map is worked out, 99th percentile",
    "one figure follows the point, re-solved and repainted",
    "timer wake-ups in a second, paused",
    "timer wake-ups in a second, hidden",
)


@pytest.mark.slow
def test_every_promise_is_measured_and_a_paused_window_sleeps(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HINGE_TUTOR_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "hinge_tutor", "bench"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    _, *lines, closing = run.stdout.splitlines()
    assert len(lines) == len(PROMISES)
    for promise, line in zip(PROMISES, lines, strict=True):
        assert line.startswith(promise)
        compared = promise in (ENGINE, CHARTS)
        verdicts = ("kept", "missed", "installed") if compared else ("kept", "missed")
        assert line.split()[-1] in verdicts
    assert all(line.endswith("kept") for line in lines if "wake-ups" in line)
    measured = sum(not line.endswith("installed") for line in lines)
    assert closing.endswith(f"of {measured} kept.")


def test_the_stage_that_is_measured_has_three_figures() -> None:
    assert len(fullest_stage().movements) == 3
