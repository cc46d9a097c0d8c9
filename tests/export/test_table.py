"""A table has the values of the analysis, columns with units, and each figure its own samples."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from hinge_tutor.cli import main
from hinge_tutor.export.image import ExportError
from hinge_tutor.export.table import columns, save_csv, table
from tests.stage.company import MOVEMENTS, three


@pytest.fixture(autouse=True)
def _same_application(qapp: object) -> None:
    """All tests of one process draw with the one application that a process can have."""
    del qapp


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_column_says_its_unit() -> None:
    units = ("_deg", "_Nm", "_percent", "_N")
    assert all(name.endswith(units) for name in columns())
    assert len(set(columns())) == len(columns())


def test_each_figure_stands_below_the_other_with_its_own_samples() -> None:
    rows = read(table(dict(zip(MOVEMENTS, three(), strict=True))))
    for name, repetition in zip(MOVEMENTS, three(), strict=True):
        own = [row for row in rows if row["figure"] == name]
        assert len(own) == len(repetition.take.time_s)
        times = [float(row["time_s"]) for row in own]
        assert times == pytest.approx(repetition.take.time_s.tolist())
        assert [row["phase"] for row in own] == list(repetition.take.phase)


def test_the_table_agrees_with_the_analysis(tmp_path: Path) -> None:
    out, analysis = tmp_path / "squat.csv", tmp_path / "squat.json"
    assert main(["render", "squat*20", "--out", str(out)]) == 0
    assert main(["analyze", "squat", "--load", "20", "--json", str(analysis)]) == 0
    rows, told = read(out.read_text(encoding="utf-8")), json.loads(analysis.read_text())

    def column(name: str) -> list[float]:
        return [float(row[name]) for row in rows]

    def near(values: list[float]) -> object:
        return pytest.approx(values, rel=1e-6, abs=1e-5)

    assert column("time_s") == near(told["time_s"])
    assert [row["phase"] for row in rows] == told["phase"]
    for name in ("hip_flexion_deg", "knee_flexion_deg", "spine_change_deg"):
        assert column(name) == near(told["measures"][name])
    for joint in ("hip_near", "hip_far", "knee_near", "ankle_far", "l5s1"):
        assert column(f"{joint}_moment_Nm") == near(told["net_moment_Nm"][joint])
    for group in ("glutes_near", "hamstrings_far", "lats_near"):
        percent = [100 * value for value in told["effort_group"][group]]
        assert column(f"{group}_effort_percent") == near(percent)
    assert column("l5s1_compression_N") == near(told["l5s1_compression_N"])
    for end in ("low", "high"):
        wanted = told["l5s1_compression_band_N"][end]
        assert column(f"l5s1_compression_{end}_N") == near(wanted)


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"could not be written"):
        save_csv({"hinge": three()[0]}, tmp_path / "no" / "such" / "x.csv")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("squat --out x.csv --at turn", "--at does not belong to a file that ends in .csv"),
        ("squat --out x.csv --size 800x500", "--size does not belong"),
        ("movements --out x.csv", "has no curves"),
    ],
)
def test_what_says_nothing_about_a_table_is_refused(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", *line.split()]) == 2
    assert said in capsys.readouterr().err
