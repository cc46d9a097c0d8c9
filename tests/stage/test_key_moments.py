"""Key moments tell a repetition in a few stills."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.faults import changed
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.stage.key_moments import key_moments
from tests.motion.small_movements import small


def test_a_key_pose_is_shown_when_it_is_first_reached() -> None:
    take = solve(load_movement("hip-hinge"), body("default"))
    down = next(span for span in take.spans if span.phase == "descent")
    found = [(moment.phase, moment.time_s) for moment in key_moments(take)]
    tall = next(span for span in take.spans if span.phase == "brace")
    assert found == [("set_up", 0.0), ("brace", tall.to_s), ("descent", down.to_s)]


def test_a_fault_at_the_end_is_no_pose_of_its_own() -> None:
    movement = changed(load_movement("hip-hinge"), {"leaning-back": 1.0})
    take = solve(movement, body("default"))
    assert [moment.phase for moment in key_moments(take)] == ["set_up", "brace", "descent"]


def test_a_flight_is_shown_in_the_air() -> None:
    take = solve(small("hop"), body("default"))
    air = next(span for span in take.spans if span.phase == "flight")
    found = {moment.phase: moment.time_s for moment in key_moments(take, most=9)}
    assert (air.from_s + air.to_s) / 2 in [m.time_s for m in key_moments(take, most=9)]
    assert list(found) == ["set_up", "descent", "ascent", "flight"]


@pytest.mark.parametrize("most", [3, 4])
def test_too_many_moments_keep_first_deepest_and_last(most: int) -> None:
    take = solve(small("hop"), body("default"))
    every, some = key_moments(take, most=9), key_moments(take, most=most)
    assert len(some) == most
    assert (some[0], some[-1]) == (every[0], every[-1])
    assert set(some) <= set(every)
    assert min(every, key=lambda each: abs(each.time_s - take.turn_s)) in some
