"""`prove` prints and writes every row, and ends with 1 only where arithmetic does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.check.evidence import rows as evidence
from hinge_tutor.check.evidence.page import read
from hinge_tutor.check.evidence.page_words import page_words
from hinge_tutor.check.evidence.row import Figure
from hinge_tutor.cli import main


def test_every_row_is_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "proof.md"
    assert main(["prove", "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    found = read(out.read_text(encoding="utf-8"))
    assert len(found) > 60
    assert max(map(len, printed.splitlines())) <= 110
    assert all(title in printed for title in found)
    assert "Arithmetic holds." in printed
    assert "missed by" in printed


def test_a_missed_prediction_is_no_error_and_missed_arithmetic_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = {"sharing": lambda: {"": Figure((1e-6,))}, "bend_end": lambda: {"": Figure((0.9,))}}
    monkeypatch.setattr(evidence, "COMPUTED", few)
    assert main(["prove"]) == 0
    assert "missed by 0.85" in capsys.readouterr().out
    monkeypatch.setattr(evidence, "COMPUTED", few | {"sharing": lambda: {"": Figure((0.2,))}})
    assert main(["prove"]) == 1
    assert "a mistake of the program" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evidence, "COMPUTED", {"sharing": lambda: {"": Figure((1 / 0,))}})
    assert main(["prove", "--out", str(tmp_path / "none" / "proof.md")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_is_not_computed_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evidence, "COMPUTED", {})
    assert main(["prove"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (at,) = (number for number, each in enumerate(lines) if "Swing" in each)
    # Directions are too wide for one line: the title stands above.
    assert lines[at + 1].endswith(page_words().plain("verdicts", "not_computed"))
