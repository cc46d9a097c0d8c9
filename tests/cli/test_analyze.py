"""`analyze` writes every documented key, finite numbers, and nothing else on standard output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.muscles import group_names
from hinge_tutor.body.skeleton import body
from hinge_tutor.cli import main
from hinge_tutor.cli.analysis_json import analysis_json
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.motion.movement import read_movement
from hinge_tutor.motion.repetition import solve

KEYS = [
    "format",
    "movement",
    "body",
    "load",
    "gravity_m_s2",
    "status",
    "reason",
    "coordinates",
    "time_s",
    "phase",
    "q",
    "qd",
    "qdd",
    "points_m",
    "targets",
    "com_m",
    "cop_m",
    "contacts",
    "external",
    "net_moment_Nm",
    "passive_moment_Nm",
    "active_moment_Nm",
    "passive_share",
    "effort",
    "effort_group",
    "level",
    "work_mode",
    "muscle_length",
    "anatomical",
    "reserve_Nm",
    "l5s1_compression_N",
    "l5s1_shear_N",
    "l5s1_compression_band_N",
    "l5s1_shear_band_N",
    "measures",
    "findings",
]
WORDS = {"level": {"rest", "low", "moderate", "high"}}
WORDS["work_mode"] = {"resting", "stretched", "holding", "lengthening", "shortening"}


def analyzed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """The one object on standard output, which must have no NaN in it."""
    assert main(["analyze", *words, "--json", "-"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""

    def refuse(name: str) -> float:
        raise AssertionError(f"{name} is not JSON")

    found: dict[str, Any] = json.loads(shown.out, parse_constant=refuse)
    return found


@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
def test_every_documented_key_is_there_with_one_value_for_each_sample(
    movement: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = analyzed(capsys, movement)
    assert list(found) == KEYS
    assert found["format"] == "hinge-tutor/analysis-1"
    assert found["movement"] == movement
    count = len(found["time_s"])
    assert count >= 101
    assert found["coordinates"] == list(body().coordinates)
    assert len(found["phase"]) == len(found["com_m"]) == len(found["cop_m"]) == count
    for key in ("q", "qd", "qdd"):
        assert list(found[key]) == found["coordinates"]
        assert all(len(column) == count for column in found[key].values())
    for key in ("effort_group", "level", "work_mode", "muscle_length"):
        assert list(found[key]) == list(group_names())
        assert all(len(column) == count for column in found[key].values())
    for key, allowed in WORDS.items():
        assert {word for column in found[key].values() for word in column} <= allowed
    for force in found["external"].values():
        assert np.shape(force["point_m"]) == np.shape(force["force_N"]) == (count, 2)
        assert len(force["moment_Nm"]) == count
    assert set(found["net_moment_Nm"]) == set(body().joints)
    assert {"hip_near", "knee_near", "c7", "hand_near", "heel_near"} <= set(found["points_m"])
    for point, where in found["targets"]["contacts"].items():
        assert np.allclose(found["points_m"][point], where, atol=1e-3)
    com_x = np.array(found["com_m"])[:, 0]
    assert np.allclose(com_x, found["targets"]["com_x_m"], atol=1e-3)


def test_the_ground_and_the_load_carry_the_whole_weight(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = analyzed(capsys, "hip-hinge", "--load", "20", "--static")
    weight = -9.81 * body().mass_kg
    # 75 kg and 20 kg: ground 9.81 · 95 = 932 N up, hands 9.81 · 20 = 196 N down.
    total = sum(np.array(force["force_N"]) for force in found["external"].values())
    assert np.allclose(total, [0.0, -weight])
    assert found["load"] == {"mass_kg": 20.0, "at": "hands"}


def test_static_has_no_velocity_and_no_acceleration(capsys: pytest.CaptureFixture[str]) -> None:
    moving = analyzed(capsys, "squat")
    still = analyzed(capsys, "squat", "--static")
    assert still["q"] == moving["q"]
    assert not np.any(list(still["qd"].values()))
    assert not np.any(list(still["qdd"].values()))
    assert np.any(list(moving["qd"].values()))


def test_samples_and_tempo_are_what_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "hip-hinge", "--samples", "11", "--tempo", "4-2-3-1")
    # Eleven even moments and the ends of the phases between them.
    assert 11 <= len(found["time_s"]) <= 11 + 7
    when, phase = np.array(found["time_s"]), np.array(found["phase"])
    assert when[phase == "descent"][-1] - when[phase == "brace"][-1] == pytest.approx(4.0)


def test_a_pose_keeps_its_angles_and_finds_its_balance(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "--pose", "hip_flexion=78, knee_flexion=18")
    assert found["status"] == "ok"
    assert len(found["time_s"]) == 1
    for side in ("near", "far"):
        assert found["q"][f"hip_flexion_{side}"][0] == pytest.approx(np.radians(78))
        assert found["q"][f"knee_flexion_{side}"][0] == pytest.approx(np.radians(18))
    assert found["com_m"][0][0] == pytest.approx(found["targets"]["com_x_m"][0], abs=1e-3)


def test_a_grouped_name_is_shared_over_its_joints(capsys: pytest.CaptureFixture[str]) -> None:
    q = analyzed(capsys, "--pose", "lumbar_flexion=20")["q"]
    # 20° shared .31, .435, .255.
    for joint, degrees in (("l5s1", 6.2), ("l3l4", 8.7), ("l1l2", 5.1)):
        assert q[f"{joint}_flexion"][0] == pytest.approx(np.radians(degrees))


def test_a_movement_beyond_a_body_gives_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "squat", "--body", "ankle=15")
    assert found["status"] == "nearest"
    assert "ankle" in found["reason"].lower()
    assert found["body"]["specification"] == "ankle=15"


def test_without_json_a_page_of_text_tells_the_main_things(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["analyze", "hip-hinge", "--body", "tall", "--load", "10"]) == 0
    shown = capsys.readouterr().out
    assert "Hip hinge: tall (man, 1.95 m, 95 kg), 10\u00a0kg in the hands" in shown
    assert "The body can do this as asked." in shown
    for word in ("Measures", "Effort", "Hamstrings", "L5/S1"):
        assert word in shown


def test_a_movement_that_is_not_for_everybody_says_so_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["analyze", "jefferson-curl"]) == 0
    assert "Not with a back injury." in capsys.readouterr().out.splitlines()[1]


def test_a_load_beyond_the_muscles_is_called_too_heavy(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["analyze", "hip-hinge", "--load", "10"]) == 0
    assert "Too heavy" not in capsys.readouterr().out
    assert main(["analyze", "hip-hinge", "--load", "200"]) == 0
    assert "Too heavy for this body" in capsys.readouterr().out


def test_the_bracing_class_is_named_without_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "hip-hinge"]) == 0
    said = capsys.readouterr().out
    (line,) = [line for line in said.splitlines() if line.startswith("Bracing:")]
    assert "transversus abdominis" in line
    assert not any(letter.isdigit() for letter in line)


def test_json_can_go_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "squat.json"
    assert main(["analyze", "squat", "--json", str(file)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(file.read_text(encoding="utf-8"))["movement"] == "squat"


def test_the_heaviest_load_is_looked_for_and_analyzed(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "hip-hinge", "--limit")
    limit = found["limit"]
    assert limit["load_kg"] > 0.0
    assert found["load"] == {"mass_kg": limit["load_kg"], "at": "hands"}
    assert limit["joint"] in found["net_moment_Nm"]
    assert limit["phase"] in found["phase"]
    assert limit["reason"] is None
    assert main(["analyze", "hip-hinge", "--limit"]) == 0
    said = capsys.readouterr().out
    assert f"{limit['load_kg']:g}\u00a0kg in the hands" in said
    assert "run out" in said


def test_a_limit_and_a_load_do_not_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "hip-hinge", "--limit", "--load", "10"]) == 2
    assert "leave out --load" in capsys.readouterr().err


def test_a_load_at_nowhere_is_said_with_all_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "hip-hinge", "--load", "10", "--at", "bakc"]) == 2
    said = capsys.readouterr().err
    assert 'did you mean "back"' in said
    assert "ankles" in said


def test_uncertainty_gives_bands_and_claims(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "squat", "--uncertainty")
    bands = found["uncertainty"]
    assert set(bands["effort_group"]) == set(found["effort_group"])
    for group, band in bands["effort_group"].items():
        assert len(band["low"]) == len(found["time_s"])
        assert all(0 <= low <= high for low, high in zip(band["low"], band["high"], strict=True))
        assert group in found["level"]
    press = bands["l5s1_compression_N"]
    middle = len(found["time_s"]) // 2
    assert press["low"][middle] < found["l5s1_compression_N"][middle] < press["high"][middle]
    claims = {claim["condition"]: claim for claim in bands["claims"]}
    order = claims["squat.effort.quadriceps > squat.effort.hamstrings"]
    assert order["holds"] is True
    assert order["disputed"] is False
    assert main(["analyze", "squat", "--uncertainty"]) == 0
    said = capsys.readouterr().out
    assert "Squat: quadriceps above Squat: hamstrings: holds" in said


def test_a_still_pose_has_bands_too(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "--pose", "hip_flexion=60,knee_flexion=15", "--uncertainty")
    band = found["uncertainty"]["effort_group"]["hamstrings_near"]
    assert len(band["low"]) == len(band["high"]) == 1
    assert band["low"][0] < found["effort_group"]["hamstrings_near"][0] < band["high"][0]


def test_muscles_by_anatomy_are_there_with_their_sides(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "hip-hinge")["anatomical"]
    assert set(found) == {"effort", "level", "work_mode", "muscle_length"}
    for kind in found.values():
        assert len(kind) == 28
        assert {"soleus_near", "soleus_far", "multifidus_near"} <= set(kind)


def test_the_limit_says_where_the_load_is_also_when_nobody_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert analyzed(capsys, "squat", "--limit")["limit"]["at"] == "hands"
    assert main(["analyze", "squat", "--limit"]) == 0
    said = capsys.readouterr().out
    assert "kg in the hands. With a little more, the muscles at the" in said
    assert "at their limit there: " in said


def test_claims_are_weighed_with_the_load_where_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("squat", "--load", "20", "--uncertainty")
    hands, back = (analyzed(capsys, *words, *more) for more in ((), ("--at", "back")))
    order = "squat.effort.quadriceps > squat.effort.hamstrings"
    margins = [
        next(
            claim["margin"]
            for claim in found["uncertainty"]["claims"]
            if claim["condition"] == order
        )
        for found in (hands, back)
    ]
    assert margins[0] != margins[1]


def test_a_measure_that_says_nothing_in_the_air_is_null() -> None:
    hop = read_movement(shelf.assets("proof", "movements", "hop.toml"))
    take = solve(hop, body())
    written = json.loads(json.dumps(analysis_json(Repetition(take)), allow_nan=False))
    flying = take.during(("flight",))
    pressure = written["measures"]["cop_foot_percent"]
    assert [value is None for value in pressure] == flying.tolist()
    assert any(flying)
