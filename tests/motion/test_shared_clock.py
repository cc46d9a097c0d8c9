"""Several repetitions share one clock: by phase, by the turn, in real time."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.motion.shared_clock import PHASE, SYNCS, TIME, TURN, Course, shared_clock
from hinge_tutor.motion.take import Take

CLOCK = np.linspace(0.0, 1.0, 401)
# Fine steps of a clock turn no joint by more than this (rad, 8°); a leap from pose to pose does.
SMOOTH_RAD = 0.14
# A pose this near (rad, 1°) to another is that one.
ALIKE_RAD = 0.018


@cache
def take(movement: str) -> Take:
    return perform(movement, body()).take


def way(of: Take, course: Course) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The joints of a take at every moment of the clock."""
    return np.stack([of.at(float(time_s)).q[2:] for time_s in course.over(CLOCK)])


@pytest.mark.parametrize(
    ("leader", "follower"),
    [
        ("deadlift", "romanian-deadlift"),
        ("romanian-deadlift", "deadlift"),
        ("pick-up-box", "hip-hinge"),
        ("squat", "deadlift"),
        ("hip-hinge", "hip-hinge-stretch-first"),
        ("hip-hinge", "sprint-start"),
        ("squat", "hip-hinge"),
    ],
)
def test_nobody_leaps_from_one_pose_to_another(leader: str, follower: str) -> None:
    both = (take(leader), take(follower))
    # The sprint's step moves a knee quickly; its own fastest step is the measure.
    for each, course in zip(both, shared_clock(both).courses, strict=True):
        assert np.abs(np.diff(way(each, course), axis=0)).max() < 2 * SMOOTH_RAD


@pytest.mark.parametrize(
    ("leader", "follower"),
    [("deadlift", "romanian-deadlift"), ("romanian-deadlift", "deadlift"), ("squat", "deadlift")],
)
def test_who_begins_at_the_floor_is_deep_and_tall_with_who_begins_standing(
    leader: str, follower: str
) -> None:
    both = (take(leader), take(follower))
    clock = shared_clock(both)
    # Where the leader's phases end it is still, so easing does not count.
    ends = [t / clock.duration_s for t in (0.0, *(span.to_s for span in clock.spans))]
    shares = []
    for each, course in zip(both, clock.courses, strict=True):
        crowns = np.array([each.at(course.at(t)).point("vertex")[1] for t in ends])
        every = each.pose.point("vertex")[:, 1]
        shares.append((crowns - every.min()) / np.ptp(every))
    deep, tall = shares[0] < 0.02, shares[0] > 0.98
    assert deep.any()
    assert tall.any()
    assert shares[1][deep].max() < 0.05
    assert shares[1][tall].min() > 0.95
    # Both begin alike and end as they began.
    for each, course in zip(both, clock.courses, strict=True):
        first, last = way(each, course)[[0, -1]]
        assert np.abs(first - last).max() < ALIKE_RAD


def test_at_its_turn_a_deadlift_meets_a_romanian_one_at_the_bottom() -> None:
    both = (take("deadlift"), take("romanian-deadlift"))
    clock = shared_clock(both)
    own = clock.own_times(clock.moment("turn"))
    spans = {span.phase: span for span in both[1].spans}
    assert spans["turn"].from_s - 1e-6 <= own[1] <= spans["turn"].to_s + 1e-6


@pytest.mark.parametrize("sync", SYNCS)
def test_a_moment_of_ones_own_is_found_on_the_clock(sync: str) -> None:
    takes = (take("romanian-deadlift"), take("deadlift"))
    for each, course in zip(takes, shared_clock(takes, sync).courses, strict=True):
        for own_s in (0.2, 2.0, 3.0, 5.0, 7.0):
            wanted = each.at(own_s).q[2:]
            assert each.at(course.at(course.when(own_s))).q[2:] == pytest.approx(wanted, abs=1e-6)


def test_by_phase_the_first_take_is_the_clock() -> None:
    both = (take("hip-hinge"), take("squat"))
    clock = shared_clock(both)
    assert (clock.duration_s, clock.spans) == (both[0].duration_s, both[0].spans)
    assert clock.own_times(0.4)[0] == pytest.approx(0.4 * both[0].duration_s)
    assert clock.uneven
    assert not shared_clock((take("hip-hinge"), take("hip-hinge"))).uneven


@pytest.mark.parametrize("movements", [("hip-hinge", "squat"), ("squat", "deadlift", "hip-hinge")])
def test_by_the_turn_all_turn_at_the_same_moment(movements: tuple[str, ...]) -> None:
    takes = tuple(take(each) for each in movements)
    clock = shared_clock(takes, TURN)
    assert clock.own_times(clock.turn_s / clock.duration_s) == pytest.approx(
        [each.turn_s for each in takes]
    )
    assert clock.own_times(0.0) == pytest.approx([0.0] * len(takes))
    assert clock.own_times(1.0) == pytest.approx([each.duration_s for each in takes])


@pytest.mark.parametrize("sync", [TURN, TIME])
def test_in_its_own_seconds_nobody_is_faster_or_slower_than_the_clock(sync: str) -> None:
    takes = (take("squat"), take("forward-bend"))
    clock = shared_clock(takes, sync)
    step_s = clock.duration_s * float(CLOCK[1])
    for each, course in zip(takes, clock.courses, strict=True):
        steps = np.diff(course.over(CLOCK))
        moving = (course.over(CLOCK)[:-1] > 1e-9) & (
            course.over(CLOCK)[1:] < each.duration_s - 1e-9
        )
        assert steps[moving] == pytest.approx(step_s)


def test_in_real_time_the_shorter_one_waits_at_its_end() -> None:
    takes = (take("squat"), take("forward-bend"))
    clock = shared_clock(takes, TIME)
    assert clock.duration_s == pytest.approx(takes[1].duration_s)
    assert clock.own_times(0.99)[0] == pytest.approx(takes[0].duration_s)


@pytest.mark.parametrize("sync", SYNCS)
def test_phases_fill_the_clock_without_a_gap(sync: str) -> None:
    clock = shared_clock((take("squat"), take("deadlift")), sync)
    assert clock.spans[0].from_s == 0.0
    assert clock.spans[-1].to_s == pytest.approx(clock.duration_s)
    for one, two in zip(clock.spans, clock.spans[1:], strict=False):
        assert one.to_s == pytest.approx(two.from_s)


def test_a_way_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=f"{PHASE}, {TURN}, {TIME}"):
        shared_clock((take("squat"),), "tempo")
