"""Ways are counted from standing, or from the first pose of who does not begin on both feet."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.travel import beginning, farthest, travels
from hinge_tutor.motion.movement import load_movement, read_movement
from hinge_tutor.motion.repetition import solve


def test_who_stands_travels_from_standing() -> None:
    take = solve(load_movement("squat"), body())
    assert beginning(take).q == pytest.approx(take.standing)


@pytest.mark.parametrize("name", ["all-fours", "split-hinge", "prone-curl"])
def test_who_does_not_stand_travels_from_the_first_pose(name: str) -> None:
    take = solve(read_movement(shelf.assets("proof", "movements", f"{name}.toml")), body())
    assert beginning(take).q == pytest.approx(take.q[0])
    ways = travels(take)
    assert ways["hip_back_m"][0] == ways["hip_down_m"][0] == ways["knee_forward_m"][0] == 0.0


def test_farthest_is_never_the_other_way() -> None:
    ways = {
        "hip_back_m": np.array([0.0, 0.24, 0.1]),
        "hip_down_m": np.array([0.0, -0.02, -0.01]),
        "knee_forward_m": np.array([0.0, 0.05, 0.0]),
        "hand_height_m": np.array([0.7, 0.4, 0.7]),
    }
    found = farthest(ways, turn=1)
    # 24 cm over a hundredth of a centimeter: 2400 says only "much".
    assert found == pytest.approx(
        {
            "hip_back_cm": 24.0,
            "hip_down_cm": 0.0,
            "hip_back_per_down": 2400.0,
            "knee_forward_cm": 5.0,
            "hand_height_cm": 40.0,
        }
    )


def test_flat_heels_are_on_the_floor() -> None:
    take = solve(load_movement("squat"), body())
    assert travels(take)["heel_height_cm"] == pytest.approx(0.0, abs=0.1)
