"""The rod along the back: where it touches, and by how much it misses."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.dowel import BACK, CONTACTS, along, dowel
from hinge_tutor.coaching.repetition import perform

# A back that stands upright: three places on the line x = 0, the hollows 3 cm ahead of it.
UPRIGHT = np.array([0 + 0j, 0.03 + 0.1j, 0.03 + 0.2j, 0.01 + 0.3j, 0.4j, 0.02 + 0.5j, 0.7j])


def test_a_straight_back_touches_with_all_three() -> None:
    found = along(UPRIGHT)
    assert {name: float(gap) for name, gap in found.gaps_cm.items()} == pytest.approx(
        {"head": 0.0, "upper_back": 0.0, "tailbone": 0.0}
    )
    assert found.foot == pytest.approx(0j)
    assert found.tip == pytest.approx(0.7j)


def test_a_head_that_goes_forward_loses_its_contact_and_says_by_how_much() -> None:
    forward = UPRIGHT.copy()
    forward[-1] += 0.05
    # The rod stays on x = 0, through tailbone and upper back: 5 cm to the head.
    assert float(along(forward).gaps_cm["head"]) == pytest.approx(5.0)


def test_a_back_that_rounds_leaves_its_ends() -> None:
    # A place 10 cm behind the line from tailbone to head, 0.4 of 0.7 m up. The rod through it and
    # the tailbone misses the head by 0.7 sin a + 0 with tan a = 0.1 / 0.4: 0.7 * 0.2425 = 17.0 cm;
    # through it and the head it misses the tailbone by 0.7 sin b, tan b = 0.1 / 0.3: 22.1 cm.
    round_ = UPRIGHT.copy()
    round_[4] -= 0.1
    gaps = along(round_).gaps_cm
    assert float(gaps["tailbone"]) == pytest.approx(0.0)
    assert float(gaps["head"]) == pytest.approx(70 * 0.1 / np.hypot(0.1, 0.4), abs=1e-6)


@pytest.mark.parametrize("turn_deg", [-170.0, -90.0, -45.0, 0.0, 60.0])
def test_the_gaps_do_not_change_with_the_whole_body(turn_deg: float) -> None:
    forward = UPRIGHT + np.array([0.0, 0.01, 0.02, 0.0, -0.03, 0.0, 0.04])
    turned = forward * np.exp(1j * np.radians(turn_deg)) + (2 - 1j)
    for name in CONTACTS:
        assert float(along(turned).gaps_cm[name]) == pytest.approx(
            float(along(forward).gaps_cm[name]), abs=1e-6
        )


def test_no_place_of_the_back_is_behind_the_rod() -> None:
    for movement in ("hip-hinge", "forward-bend", "squat"):
        take = perform(movement, body()).take
        found = dowel(take.pose)
        way = found.tip - found.foot
        outward = 1j * way / np.abs(way)
        points = take.pose.points(BACK)
        z = points[..., 0] + 1j * points[..., 1]
        behind = ((z - found.foot[:, None]) * np.conj(outward)[:, None]).real
        assert behind.max() < 1e-6
        assert min(float(gaps.min()) for gaps in found.gaps_cm.values()) >= 0.0


def test_one_pose_and_many_have_the_same_rod() -> None:
    take = perform("hip-hinge", body()).take
    many, one = dowel(take.pose), dowel(Pose(take.body, take.q[40]))
    assert many.tip[40] == pytest.approx(one.tip)
    assert float(many.gaps_cm["head"][40]) == pytest.approx(float(one.gaps_cm["head"]))


def test_a_bend_of_the_spine_loses_the_tailbone() -> None:
    bend = perform("forward-bend", body())
    turn = bend.take.index_at(bend.take.turn_s)
    assert dowel(bend.take.pose).gaps_cm["tailbone"][turn] > 10.0
