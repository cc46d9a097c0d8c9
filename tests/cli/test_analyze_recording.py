"""`analyze --recording` tells what it read, judges it, and refuses what is no recording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hinge_tutor.cli import main
from tests.recordings import synthesis, writers
from tests.recordings.synthesis import View


@pytest.fixture(scope="module")
def hinges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hinges as a laboratory exports them: millimeters, z up, facing -y."""
    view = View((0.0, -1.0, 0.0), (0.0, 0.0, 1.0), units="mm")
    points = synthesis.points(
        synthesis.done("hip-hinge"),
        synthesis.RAJAGOPAL,
        rate=50.0,
        again=2,
        view=view,
        gaps={"RLFC": (3.0, 3.1)},
    )
    path = tmp_path_factory.mktemp("recordings") / "hinges.trc"
    path.write_text(writers.trc(points), encoding="utf-8")
    return path


def test_the_summary_says_what_was_read_and_found(
    hinges: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", "--recording", str(hinges), "--body", "mass=82"]) == 0
    said = capsys.readouterr().out
    for part in (
        "TRC, 17.8 s at 50 frames a second",
        "OpenSim Rajagopal2016",
        "Lengths in mm; up is +z, forward is -y.",
        "82 kg",
        "Repetition 1 of 2",
        "Most like the movement: Hip hinge.",
        "Filled by the curve around it: 0.1",
        "Computed with: no load",
    ):
        assert part in said, said
    assert "as asked" not in said


def test_the_json_object_has_the_recording_beside_the_analysis(
    hinges: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["analyze", "hip-hinge", "--recording", str(hinges), "--repetition", "2"]
    assert main([*words, "--load", "16", "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "hinge-tutor/analysis-1"
    assert (found["movement"], found["load"]["mass_kg"]) == ("hip-hinge", 16.0)
    recording = found["recording"]
    assert recording["movement_given"] is True
    assert (recording["units"], recording["up"], recording["forward"]) == ("mm", "+z", "-y")
    assert (recording["repetition"], len(recording["repetitions"])) == (2, 2)
    assert len(recording["filled"]) == len(found["time_s"])
    assert recording["filled_s"] == 0.0
    phases = [phase["phase"] for phase in recording["repetitions"][0]["phases"]]
    assert phases == ["set_up", "descent", "turn", "ascent", "lockout"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--repetition", "3"], "has 2 that can be used"),
        (["--repetition", "0"], "--repetition"),
        (["--tempo", "1-1-1-1"], "leave out --tempo"),
        (["--fault", "rounded-back=50"], "leave out --fault"),
        (["--uncertainty"], "leave out --uncertainty"),
        (["--load", "-1"], "--load"),
        (["--body", "mass=heavy"], "not a number"),
    ],
)
def test_what_does_not_go_with_a_recording_is_refused(
    hinges: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["analyze", "--recording", str(hinges), *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("name", ["missing.trc", "", "."])
def test_what_is_no_file_gets_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["analyze", "--recording", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_repetition_without_a_recording_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "hip-hinge", "--repetition", "2"]) == 2
    assert "--recording" in capsys.readouterr().err
