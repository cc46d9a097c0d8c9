"""A depth is a share of a movement's own way down, for whatever it is that goes down."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.linkage import ROOT_PITCH
from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.depth import LEAST, aims
from hinge_tutor.motion.faults import changed
from hinge_tutor.motion.movement import load_movement, movements
from hinge_tutor.motion.phases import Phase
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load, Take

# Who throws or leaves the ground needs the whole way for it; the others can stop anywhere.
THROWN = ("box-jump", "kettlebell-swing", "skier-swing", "vertical-jump")
CALM = tuple(name for name in movements() if name not in THROWN)
# A key pose is found anew from its own share of the way: contacts and balance bend that a little.
NEARLY = 0.06
# A hand on a wall stays where the wall is, so that its arm goes further.
AT_A_WALL = 0.2
EXACT_M = 1e-3


@cache
def take(movement: str, depth: float = 1.0, who: str = "default") -> Take:
    """A movement to a depth."""
    return solve(load_movement(movement), body(who), depth=depth)


def way_down(movement: str, depth: float) -> float:
    """How far of its own way down a movement is at its deepest, in the angles of all joints."""
    whole, part = take(movement), take(movement, depth)
    spans = {span.phase: span for span in whole.spans}
    above = {"hip-hinge-stretch-first": spans.get("bow"), "deadlift": spans.get("lower")}
    tall = whole.at((above.get(movement) or spans["descent"]).from_s).q[ROOT_PITCH:]
    down = whole.at(whole.turn_s).q[ROOT_PITCH:] - tall
    return float((part.at(part.turn_s).q[ROOT_PITCH:] - tall) @ down / (down @ down))


@pytest.mark.parametrize("movement", CALM)
@pytest.mark.parametrize("depth", [0.75, 0.4])
def test_a_movement_goes_that_share_of_its_own_way_down(movement: str, depth: float) -> None:
    near = AT_A_WALL if movement == "split-hamstring-stretch" else NEARLY
    assert way_down(movement, depth) == pytest.approx(depth, abs=near)


@pytest.mark.parametrize("movement", CALM)
def test_a_shallow_movement_stands_as_well_as_a_whole_one(movement: str) -> None:
    whole, part = take(movement), take(movement, 0.5)
    assert part.status == whole.status == "ok"
    for contact in part.contacts:
        off = np.abs(part.pose.point(contact.point) - np.array(contact.target_m)).max(axis=-1)
        assert off[part.during(contact.phases)].max() < EXACT_M
    assert part.duration_s == pytest.approx(whole.duration_s)


@pytest.mark.parametrize("movement", THROWN)
def test_who_cannot_throw_from_so_high_is_told_why(movement: str) -> None:
    part = take(movement, LEAST)
    assert part.status == "nearest"
    assert part.reason is not None


def test_the_whole_depth_is_the_movement_itself() -> None:
    assert np.array_equal(take("hip-hinge", 1.0).q, take("hip-hinge").q)
    nearly = take("hip-hinge", 0.999)
    assert np.abs(nearly.q - take("hip-hinge").q).max() < 0.01


def test_a_stiff_body_goes_the_same_share_of_its_own_shorter_way() -> None:
    hip = body().index("hip_flexion_near")
    stiff, half = (take("hip-hinge", depth, "stiff") for depth in (1.0, 0.5))
    folds = [float(each.at(each.turn_s).q[hip] - each.q[0, hip]) for each in (stiff, half)]
    assert folds[1] == pytest.approx(folds[0] / 2, rel=0.1)


def test_the_start_stays_where_it_is() -> None:
    for movement in ("leg-swing", "lunge", "hip-hinge"):
        assert np.array_equal(take(movement, LEAST).q[0], take(movement).q[0])


def test_a_lift_from_the_floor_begins_higher() -> None:
    whole, part = take("deadlift"), take("deadlift", 0.5)
    grip = [float(each.at(0.0).point("hand_near")[1]) for each in (whole, part)]
    assert grip[1] - grip[0] > 0.2


def test_a_bar_stays_where_it_is_kept_ahead_of_the_feet() -> None:
    part = take("romanian-deadlift", 0.5)
    deep, tall = part.at(part.turn_s), part.at(0.0)
    assert abs(deep.point("hand_near")[0] - tall.point("hand_near")[0]) < 0.1


def test_a_bar_on_the_back_is_held_at_any_depth() -> None:
    part = solve(load_movement("squat"), body(), load=Load(20.0, "back"), depth=0.5)
    elbow = part.q[:, part.body.index("elbow_flexion_near")]
    assert float(np.ptp(elbow)) < 0.05


def test_a_fault_goes_along_with_the_depth() -> None:
    round_back = changed(load_movement("hip-hinge"), {"rounded-back": 1.0})
    lumbar = body().index("l3l4_flexion")
    bent = [
        float(np.ptp(solve(round_back, body(), depth=depth).q[:, lumbar])) for depth in (1.0, 0.5)
    ]
    assert bent[1] == pytest.approx(bent[0] / 2, rel=0.15)


def test_poses_deeper_than_asked_stop_on_their_own_ways() -> None:
    phases = (
        Phase("descent", "deep", 1.0, "down", {}),
        Phase("straighten", "half", 1.0, None, {}),
        Phase("ascent", "tall", 1.0, "up", {}),
    )
    # Root x and y do not count; the way down is 2 in pitch, and half of it lies at (1, 1).
    u = [
        np.array([9.0, 9.0, 0.0, 0.0]),
        np.array([0.0, 0.0, 2.0, 0.0]),
        np.array([0.0, 0.0, 1.0, 1.0]),
        np.array([9.0, 9.0, 0.0, 0.0]),
    ]
    start, deep, half, end = aims(u, phases, "tall", 0.4)
    assert (start, end) == (None, None)
    assert deep is not None
    assert half is not None
    assert [deep.share, half.share] == pytest.approx([0.4, 0.8])
    assert deep.u.tolist() == pytest.approx([9 - 0.4 * 9, 9 - 0.4 * 9, 0.8, 0.0])
    assert half.u.tolist() == pytest.approx([9 - 0.8 * 9, 9 - 0.8 * 9, 0.8, 0.8])
    assert aims(u, phases, "tall", 0.6)[2] is None


def test_what_goes_nowhere_has_no_depth() -> None:
    phases = (Phase("descent", "tall", 1.0, "down", {}),)
    assert aims([np.zeros(4), np.zeros(4)], phases, "tall", 0.5) == (None, None)
