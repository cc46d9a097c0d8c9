"""What a movement is usually done with, where its hands end, and the way that they take."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.skeleton import body
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.movement import Movement, read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load

HINGE = shelf.lessons("movements", "hip-hinge.toml").read_text(encoding="utf-8")
# Contacts and weight are kept within this at every sample, m.
PROMISED_M = 1e-3


def _movement(folder: Path, change: tuple[str, str], more: str = "") -> Movement:
    right, wrong = change
    assert right in HINGE
    file = folder / "hip-hinge.toml"
    file.write_text(HINGE.replace(right, wrong, 1) + more, encoding="utf-8")
    return read_movement(file)


def test_a_movement_is_done_with_its_usual_load_unless_told(tmp_path: Path) -> None:
    person = body("mass=60")
    usual = _movement(tmp_path, ("", ""), '\n[load]\nkind = "barbell"\nbody_masses = 0.25\n')
    assert usual.load_kind == "barbell"
    assert solve(usual, person).load == Load(15.0, "hands")
    assert solve(usual, person, load=Load(0.0)).load.mass_kg == 0.0
    assert solve(usual, person, load=Load(8.0, "back")).load == Load(8.0, "back")


def test_a_pose_keeps_the_grip_as_far_ahead_as_it_says(tmp_path: Path) -> None:
    person = body("default")
    goal = "[poses.deep]\nexact = { hand_ahead = 0.1, hand_height_m = 0.6 }"
    take = solve(_movement(tmp_path, ("[poses.deep]", goal)), person)
    grip = take.at(take.turn_s).point("hand_near")
    leg = person.lengths_m["thigh"] + person.lengths_m["shank"]
    assert grip[0] == pytest.approx(0.1 * leg, abs=1e-6)
    assert grip[1] == pytest.approx(0.6, abs=1e-6)


def test_a_straight_way_keeps_the_grip_on_a_line(tmp_path: Path) -> None:
    goal = "[poses.deep]\nexact = { hand_ahead_m = 0.05 }"
    plain = _movement(tmp_path, ("[poses.deep]", goal))
    straight = _movement(tmp_path, ('id = "descent"', 'id = "descent"\nstraight = true'), "")
    assert not any(phase.straight for phase in plain.phases)
    take = solve(straight, body("default"))
    down = take.during(("descent",))
    x = take.pose.point("hand_near")[down, 0]
    # From the first to the last it only moves one way, as evenly as its phase is eased.
    steps = np.diff(x)
    assert (steps >= -1e-9).all() or (steps <= 1e-9).all()
    for contact in take.contacts:
        moved = take.pose.point(contact.point) - np.array(contact.target_m)
        assert np.abs(moved).max() < PROMISED_M


def test_the_weight_is_kept_where_a_pose_wants_it(tmp_path: Path) -> None:
    person = body("default")
    there = _movement(tmp_path, ("[poses.deep]", "[poses.deep]\nweight_ahead_foot = -0.1"))
    take = solve(there, person)
    target = person.com_target_x_m
    assert take.com_m[0, 0] == pytest.approx(target, abs=1e-6)
    at_turn = take.com_at(take.turn_s)[0]
    assert at_turn == pytest.approx(target - 0.1 * person.lengths_m["foot"], abs=1e-6)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("[poses.deep]", "[poses.deep]\nexact = { hand_ahed = 1 }", "did you mean hand_ahead?"),
        (
            "[poses.deep]",
            "[poses.deep]\nexact = { hand_ahead = 1, hand_ahead_m = 1 }",
            "hand_ahead is given twice",
        ),
        ("[poses.deep]", "[poses.deep]\nexact = { hand_ahead_m = nan }", "write a finite number"),
        ("[poses.deep]", "[poses.deep]\nweight_ahead_foot = 2", "number in -0.5 … 0.5"),
        ('id = "turn"', 'id = "turn"\nstraight = 1', "write true or false"),
        ('"glutes"', '"glute"', 'did you mean "glutes"?'),
        ('props = ["dowel", "wall"]', 'props = ["dovel"]', 'did you mean "dowel"?'),
        ("[poses.deep]", '[load]\nkind = "barbel"\n[poses.deep]', 'did you mean "barbell"?'),
        ("[poses.deep]", "[load]\nkg = -3\n[poses.deep]", "number in 0 … 500"),
        ("[poses.deep]", "[load]\nkg = 3\nbody_masses = 1\n[poses.deep]", "keep one"),
    ],
)
def test_one_mistake_in_a_movement_file_is_named(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    with pytest.raises(AuthorErrors) as refused:
        _movement(tmp_path, (right, wrong))
    assert said in str(refused.value)
    assert "hip-hinge.toml:" in str(refused.value)
