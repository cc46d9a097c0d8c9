"""A hand on a wall is drawn with its palm on it, on every body, and nothing jumps on the way."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.fitting import fitting
from hinge_tutor.stage.grounds import surfaces
from hinge_tutor.stage.hands import hands
from hinge_tutor.stage.leaning import leaned
from tests.motion.small_movements import small

BODIES = ("default", "default-woman", "long-thighed", "small", "tall")
LEANING = (("leg-swing", "far"), ("split-hamstring-stretch", "near"))
# How far a drawn palm may be off the wall's face: the width of a line on a usual sheet.
OFF_MM = 4.0


def _take(movement: str, who: str) -> Take:
    return solve(load_movement(movement), body(who))


@pytest.mark.parametrize("who", BODIES)
@pytest.mark.parametrize(("movement", "side"), LEANING)
def test_the_palm_lies_on_the_wall_at_one_place(movement: str, side: str, who: str) -> None:
    take = _take(movement, who)
    fit = fitting(take.body, hands(take))
    (face,) = [box[0] for kind, box in surfaces(take) if kind == "wall"]
    touching = {
        phase for each in take.supports if each.on == f"hand_{side}" for phase in each.phases
    }
    times = [t for t in take.time_s if not touching or take.phase_at(float(t)) in touching]
    places = []
    for time_s in times[::7]:
        placed = fit.place(leaned(take, take.at(float(time_s))))
        sleeve = np.array(placed.run(f"sleeve_{side}")).reshape(-1, 2)
        assert sleeve[:, 0].max() == pytest.approx(face, abs=OFF_MM)
        hand = leaned(take, take.at(float(time_s))).point(f"hand_{side}")
        places.append(complex(*hand))
    assert np.ptp(np.real(places)) < 1e-3
    assert np.ptp(np.imag(places)) < 1e-3


@pytest.mark.parametrize(("movement", "side"), LEANING)
def test_the_arm_keeps_its_lengths_and_its_shoulder(movement: str, side: str) -> None:
    take = _take(movement, "default")
    solved, drawn = take.pose, leaned(take, take.pose)
    for one, other in itertools.pairwise(("shoulder", "elbow", "wrist")):
        long = [
            np.linalg.norm(pose.point(f"{one}_{side}") - pose.point(f"{other}_{side}"), axis=-1)
            for pose in (solved, drawn)
        ]
        assert long[0] == pytest.approx(long[1])
    for still in (f"shoulder_{side}", "mid_hip", "head", "toe_tip_near"):
        assert np.abs(solved.point(still) - drawn.point(still)).max() < 1e-9


def test_both_palms_lie_on_one_wall_at_one_height() -> None:
    take = solve(small("wall-leg-swing"), body("default"))
    fit = fitting(take.body, hands(take))
    faces = {box[0] for kind, box in surfaces(take) if kind == "wall"}
    assert len(faces) == 1
    for time_s in take.time_s[::7]:
        pose = leaned(take, take.at(float(time_s)))
        placed = fit.place(pose)
        for side in SIDES:
            sleeve = np.array(placed.run(f"sleeve_{side}")).reshape(-1, 2)
            assert sleeve[:, 0].max() == pytest.approx(max(faces), abs=OFF_MM)
        near, far = (pose.point(f"hand_{side}")[1] for side in SIDES)
        assert near == pytest.approx(far, abs=1e-3)


def test_what_is_solved_stays_where_no_hand_leans() -> None:
    take = _take("hip-hinge", "default")
    pose = take.at(take.turn_s)
    assert leaned(take, pose) is pose
    split = _take("split-hamstring-stretch", "default")
    assert leaned(split, first := split.at(0.0)).q == pytest.approx(first.q)


def test_many_poses_are_leaned_as_each_of_them_is() -> None:
    take = _take("leg-swing", "default")
    times = take.time_s[::20]
    every = leaned(take, Pose(take.body, np.array([take.at(float(t)).q for t in times]))).q
    for row, time_s in zip(every, times, strict=True):
        assert row == pytest.approx(leaned(take, take.at(float(time_s))).q, abs=1e-9)
