"""`compare` says what two figures differ in, in words or as data."""

from __future__ import annotations

import json

import pytest

from hinge_tutor.cli import main

PAIR = "hip-hinge|hip-hinge+squatty-hinge=100"


def test_it_says_so_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", PAIR]) == 0
    said = capsys.readouterr().out
    assert said.startswith("The only difference: the knees bend ")
    assert said.count("\n") == 1


def test_as_data_it_has_the_same_values_with_their_units(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["compare", PAIR, "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "hinge-tutor/comparison-1"
    (parameter,) = found["parameters"]
    assert (parameter["fault"], parameter["first"], parameter["second"]) == ("squatty-hinge", 0, 1)
    own = parameter["own"]
    assert own["by_deg"] == pytest.approx(own["second_deg"] - own["first_deg"])
    assert found["phase"] == "turn"
    for seen in found["seen"]:
        assert {key.rpartition("_")[2] for key in seen if key != "sight"} in ({"cm"}, {"deg"})


@pytest.mark.parametrize("scene", ["squat", "squat|squat|squat"])
def test_only_two_can_be_compared(scene: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", scene]) == 2
    assert "Name two figures" in capsys.readouterr().err
