"""Walls, doors and boxes stand where the correct movement comes to, and say how far it is."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.goals import (
    above_cm,
    behind_cm,
    box_top_m,
    buttock_radius_m,
    goals,
    wall_x_m,
)
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.motion.take import Take

BODIES = ("default", "long-thighed", "stiff", "small", "tall")


@pytest.mark.parametrize("who", BODIES)
def test_every_body_just_reaches_its_own_wall(who: str) -> None:
    hinge = perform("hip-hinge", body(who))
    gap = np.asarray(hinge.measures["wall_gap_cm"])
    assert gap.min() == pytest.approx(0.0, abs=1e-9)
    # It begins a hinge away: as far as the hips travel back from there.
    hips = hinge.take.pose.point("mid_hip")[:, 0]
    assert gap[0] == pytest.approx(100 * (hips[0] - hips.min()))


def test_the_wall_touches_the_buttock_and_not_the_hip() -> None:
    take = perform("hip-hinge", body()).take
    hips = take.pose.point("mid_hip")[:, 0]
    # 14.5 cm behind the hip on a trunk of the reference's length.
    assert buttock_radius_m(take.body) == pytest.approx(0.145, abs=0.002)
    assert wall_x_m(take) == pytest.approx(hips.min() - buttock_radius_m(take.body))


def test_a_hinge_that_squats_stays_away_from_the_wall_of_the_correct_one() -> None:
    fault = perform("hip-hinge", body(), faults={"squatty-hinge": 1.0})
    wall = wall_x_m(fault.correct)
    gaps = behind_cm(fault.take.pose, wall)
    assert fault.measures["wall_gap_cm"] == pytest.approx(gaps)
    assert float(gaps.min()) > 2.0


def test_what_has_no_fault_is_its_own_correct_movement() -> None:
    hinge = perform("hip-hinge", body())
    assert hinge.correct is hinge.take


def test_the_box_is_as_high_as_the_hands_at_the_turn() -> None:
    take = perform("forward-bend", body()).take
    _, top = box_top_m(take)
    gap = above_cm(take.pose, top)
    assert gap[take.index_at(take.turn_s)] == pytest.approx(0.0, abs=0.05)
    assert gap[0] > 20.0


def test_only_what_is_asked_for_is_placed() -> None:
    take = perform("squat", body()).take

    def never() -> Take:
        raise AssertionError("nothing has to be placed")

    assert goals(take, ("dowel", "board"), never) == {}
    assert set(goals(take, ("wall", "door", "box"), lambda: take)) == {
        "wall_gap_cm",
        "door_gap_cm",
        "box_gap_cm",
    }
