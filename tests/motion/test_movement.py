"""Movement files say what is wrong with them, all at once, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.movement import UnknownMovement, load_movement, movements, read_movement
from hinge_tutor.motion.phases import parse_tempo

SQUAT = shelf.lessons("movements", "squat.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", movements())
def test_every_shipped_movement_is_read(name: str) -> None:
    movement = load_movement(name)
    assert movement.id == name
    assert any(phase.pose != movement.start for phase in movement.phases)
    assert all(set(phase.muscles) <= set(GROUPS) for phase in movement.phases)


@pytest.mark.parametrize(
    ("good", "bad", "line_holds", "words"),
    [
        ('tempo = "2-0-1-1"', 'tempo = "fast"', "tempo", ("fast", "3-1-1-1")),
        ('tempo = "2-0-1-1"', 'tempo = "0-0-1-1"', "tempo", ("down",)),
        ('pose = "deep"', 'pose = "deeep"', "deeep", ("deeep", "deep")),
        ("hip_flexion_deg = 118", "hip_flexion_deg = 500", "hip_flexion_deg", ("500", "-45 … 160")),
        ("hip_flexion_deg = 118", "hip_flexon_deg = 118", "hip_flexon", ("hip_flexion_deg",)),
        ("hip_flexion_deg = 118", "hip_flexion = 118", "hip_flexion = 118", ("_deg",)),
        ("thigh_level_m", "thigh_lvl_m", "thigh_lvl", ("thigh_level",)),
        ("hip_flexion = 1\n", "hip_flexion = nan\n", "nan", ("nan",)),
        ('id = "descent"', 'id = "set_up"', 'id = "set_up"', ("two phases", "first is on line")),
        ("symmetric = true", "symetric = true", "symetric", ("symmetric",)),
    ],
)
def test_one_fault_gives_one_sentence_with_its_line(
    tmp_path: Path, good: str, bad: str, line_holds: str, words: tuple[str, ...]
) -> None:
    assert good in SQUAT
    file = tmp_path / "squat.toml"
    file.write_text(SQUAT.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(AuthorErrors) as refused:
        read_movement(file)
    said = "\n".join(str(error) for error in refused.value.errors)
    assert all(word in said for word in words)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert any(line_holds in lines[error.line - 1] for error in refused.value.errors)


def test_an_unknown_movement_names_the_nearest() -> None:
    with pytest.raises(UnknownMovement, match="hip-hinge"):
        load_movement("hip-hing")


@pytest.mark.parametrize("text", ["", "1-1-1", "a-b-c-d", "nan-1-1-1", "1-1-1-999", "-1-1-1-1"])
def test_a_tempo_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="tempo"):
        parse_tempo(text)
