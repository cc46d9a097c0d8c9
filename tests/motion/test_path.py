"""The way from pose to pose: what moves when, and which arms keep to what."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.limits import SPINE_JOINTS
from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.movement import load_movement, read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take

BEND = shelf.lessons("movements", "forward-bend.toml").read_text(encoding="utf-8")
DOWN = "onset = { lumbar_flexion = [0.0, 0.85], thoracic_flexion = [0.0, 0.85]"
# Eased angles are corrected onto the ground; a spine that need not help moves by less than this.
STILL_RAD = 1e-3


def _bend(folder: Path, onset: str) -> Take:
    assert DOWN in BEND
    file = folder / "forward-bend.toml"
    file.write_text(BEND.replace(DOWN, f"onset = {{ {onset}", 1), encoding="utf-8")
    return solve(read_movement(file), body("default"))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_joint_of_the_spine_goes_before_its_group(tmp_path: Path, order: tuple[int, int]) -> None:
    windows = ("lumbar_flexion = [0.0, 0.5]", "l1l2_flexion = [0.5, 1.0]")
    take = _bend(tmp_path, ", ".join(windows[each] for each in order))
    span = next(span for span in take.spans if span.phase == "descent")
    half = take.index_at((span.from_s + span.to_s) / 2)
    late, early = (take.q[:, take.body.index(name)] for name in ("l1l2_flexion", "l3l4_flexion"))
    turn = take.index_at(take.turn_s)
    assert abs(late[half] - late[0]) < STILL_RAD
    assert early[half] == pytest.approx(early[turn], abs=STILL_RAD)


@pytest.mark.parametrize("joint", SPINE_JOINTS)
def test_every_joint_of_the_spine_may_have_its_own_onset(tmp_path: Path, joint: str) -> None:
    assert _bend(tmp_path, f"{joint} = [0.2, 0.9]").status == "ok"


def test_arms_held_against_the_trunk_keep_to_it() -> None:
    # The plate is held at -52° at both ends of the way, so all along it.
    take = solve(load_movement("weighted-hinge"), body("default"))
    shoulder = np.degrees(take.q[:, take.body.index("shoulder_flexion_near")])
    assert np.ptp(shoulder) < 1.0


def test_hanging_arms_keep_to_the_vertical() -> None:
    take = solve(load_movement("hip-hinge"), body("default"))
    arm = take.pose.point("elbow_near") - take.pose.point("shoulder_near")
    assert np.abs(np.degrees(np.arctan2(arm[:, 0], -arm[:, 1]))).max() < 1.0
