"""`body` writes all that another engine needs to rebuild the body."""

from __future__ import annotations

import json

import pytest

from hinge_tutor.cli import main


def test_the_segments_are_a_tree_that_weighs_what_the_body_weighs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["body", "--body", "height=1.8,mass=82", "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "hinge-tutor/body-1"
    names = [segment["name"] for segment in found["segments"]]
    assert found["segments"][0]["parent"] is None
    for number, segment in enumerate(found["segments"][1:], 1):
        assert segment["parent"] in names[:number]
        assert segment["sign"] in (1, -1)
        assert segment["inertia_kgm2"] > 0
    assert sum(segment["mass_kg"] for segment in found["segments"]) == pytest.approx(82)
    keys = "name parent joint coordinate sign joint_in_parent_m mass_kg com_m inertia_kgm2"
    assert list(found["segments"][0]) == keys.split()
    assert found["ranges_deg"]["ankle_dorsiflexion_near"][1] == pytest.approx(35)
    assert any(muscle["name"].startswith("glut") for muscle in found["muscles"])


def test_the_shank_of_the_default_body_is_as_documented(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["body", "--json", "-"])
    segments = json.loads(capsys.readouterr().out)["segments"]
    shank = next(segment for segment in segments if segment["name"] == "shank_near")
    assert shank["parent"] == "thigh_near"
    assert shank["coordinate"] == "knee_flexion_near"
    assert shank["sign"] == -1
    assert shank["joint_in_parent_m"] == pytest.approx([0.0, -0.4242], abs=2e-3)
    assert shank["mass_kg"] == pytest.approx(3.248, abs=5e-3)


def test_a_table_is_shown_without_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["body", "--body", "tall"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("tall: male, 1.95 m, 95 kg, strength 100 %")
    assert "shank_near" in shown
