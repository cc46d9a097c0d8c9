"""What a pose on a photo says: its balance, the target's moment, what differs, how sure it is."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.photo_reading import (
    HANDS,
    SURE,
    TRUNK,
    _measure_spreads,
    balance,
    differing,
    match,
    proportions,
    spreads,
    sure_findings,
)
from hinge_tutor.coaching.repetition import Repetition, hold, perform
from hinge_tutor.coaching.rules import shipped
from hinge_tutor.motion.photo_fit import Fit, fit
from hinge_tutor.motion.pose_angles import angles_of
from tests.motion.photographed import photographed


def read(
    movement: str, faults: dict[str, float] | None = None, at_s: float | None = None
) -> tuple[Fit, Repetition, Repetition]:
    """A moment of a movement as a photo: its fit, the pose held, and the hinge beside it."""
    person = body()
    take = perform(movement, person, faults=faults or {}).take
    q = take.at(take.turn_s if at_s is None else at_s).q
    found = fit(person, photographed(person, q))
    assert found is not None
    target = perform("hip-hinge", person)
    return found, hold(target, angles_of(person, found.q, True), "descent"), target


@pytest.mark.parametrize("at_s", [2.5, 3.0, 3.5, 4.0])
def test_a_hinge_is_matched_with_its_own_moment_and_nothing_differs(at_s: float) -> None:
    found, pose, target = read("hip-hinge", at_s=at_s)
    matched = match(pose.take, target.take)
    assert matched.time_s == pytest.approx(at_s, abs=0.15)
    assert matched.short == 0.0
    assert differing(pose.take, target.take, matched.time_s, spreads(found)) == ()


@pytest.mark.parametrize(
    ("movement", "faults", "first", "by"),
    [
        ("hip-hinge", {"rounded-back": 1.0}, "lower_back", HANDS),
        ("hip-hinge", {"squatty-hinge": 1.0}, "hip_down", HANDS),
        ("squat", {}, "hip_down", TRUNK),
    ],
)
def test_what_is_done_otherwise_is_told_first(
    movement: str, faults: dict[str, float], first: str, by: str
) -> None:
    found, pose, target = read(movement, faults)
    matched = match(pose.take, target.take)
    assert matched.by == by
    told = differing(pose.take, target.take, matched.time_s, spreads(found))
    assert told
    assert told[0].sight == first
    assert told[0].by > 0.0


def test_what_the_marks_leave_open_is_not_told() -> None:
    found, pose, target = read("hip-hinge", {"rounded-back": 1.0})
    matched = match(pose.take, target.take)
    blind = dict.fromkeys(spreads(found), 1000.0)
    assert differing(pose.take, target.take, matched.time_s, blind) == ()


def test_a_pose_that_is_deeper_than_the_target_says_by_how_much() -> None:
    _, pose, target = read("forward-bend")
    matched = match(pose.take, target.take)
    low = float(pose.take.pose.point("hand_near")[0, 1])
    deepest = float(target.take.at(target.take.turn_s).point("hand_near")[1])
    assert matched.time_s == target.take.turn_s
    assert matched.short == pytest.approx(100 * (deepest - low), abs=0.2)


def test_balance_is_told_and_not_made() -> None:
    """By hand: turned stiffly about the ankle, the center of mass at h moves by h sin of it."""
    found, _, _ = read("hip-hinge", at_s=0.0)
    stands = balance(found)
    assert stands.beyond_m == 0.0
    person = found.body
    q = np.array(found.q)
    turn = math.radians(14.0)
    for name in ("ankle_dorsiflexion_near", "ankle_dorsiflexion_far", "root_pitch"):
        q[person.index(name)] += turn
    leaning = fit(person, photographed(person, q))
    assert leaning is not None
    falls = balance(leaning)
    high = float(found.pose.center_of_mass[1]) - person.lengths_m["ankle_height"]
    moved = high * math.sin(turn) + stands.at_m * (math.cos(turn) - 1.0)
    assert falls.at_m == pytest.approx(stands.at_m + moved, abs=0.015)
    assert falls.beyond_m == pytest.approx(falls.at_m - falls.high_m)


def test_rules_are_told_as_left_only_where_the_photo_is_sure_of_it() -> None:
    found, pose, _ = read("hip-hinge", {"squatty-hinge": 1.0})
    sure, _ = sure_findings(pose, found)
    assert {"hinge-knees-quiet", "hinge-shins-upright"} <= {each.rule for each in sure}
    # The same pose, of which marks tell a hundred times less.
    blind = Fit(
        found.body,
        found.marked,
        found.q,
        found.m_per_px,
        found.shift_m,
        1e4 * found.covariance,
        found.held,
    )
    none, more = sure_findings(pose, blind)
    assert none == ()
    assert more


def test_a_rule_is_told_as_left_from_two_spreads_on_as_sights_are() -> None:
    found, pose, _ = read("hip-hinge", {"squatty-hinge": 1.0})
    rule = "hinge-knees-quiet"
    (told,) = (each for each in pose.findings if each.rule == rule)
    (measure,) = (each.measure for each in shipped().rules if each.id == rule)
    spread = _measure_spreads(pose, found, {measure})[measure]
    beyond = abs(told.value - told.limit) / spread
    for times, is_told in ((0.95 * beyond / SURE, True), (1.05 * beyond / SURE, False)):
        other = replace(found, covariance=times**2 * found.covariance)
        sure, more = sure_findings(pose, other)
        assert (rule in {each.rule for each in sure}) is is_told
        assert more or is_told


@pytest.mark.parametrize(
    ("movement", "faults"),
    [("hip-hinge", {}), ("hip-hinge", {"rounded-back": 1.0}), ("squat", {})],
)
def test_findings_are_those_of_the_pose_but_near_a_limit(
    movement: str, faults: dict[str, float]
) -> None:
    """With marks that are off by half a percent of stature."""
    person, chance = body(), np.random.default_rng(5)
    target = perform("hip-hinge", person)
    take = perform(movement, person, faults=faults).take
    for at_s in (3.0, 4.0, 5.0):
        q = take.at(at_s).q
        true = hold(target, angles_of(person, q, True), "descent")
        marked = photographed(person, q, off_m=0.005 * person.height_m, chance=chance)
        found = fit(person, marked)
        assert found is not None
        pose = hold(target, angles_of(person, found.q, True), "descent")
        sure, _ = sure_findings(pose, found)
        assert {each.rule for each in sure} <= {each.rule for each in true.findings}
        # And the other way round: what the true pose leaves by more than that, is found.
        plain, _ = sure_findings(true, found)
        assert {each.rule for each in plain} <= {each.rule for each in pose.findings}


def test_marks_of_another_build_suggest_its_proportions() -> None:
    long = body("femur=+10%,torso=-8%")
    q = perform("hip-hinge", long).take.q[0]
    found = fit(body(), photographed(long, q))
    assert found is not None
    told = proportions(found)
    assert told is not None
    suggested = body(",".join(f"{name}={value:+g}%" for name, value in told.items()))
    for part in ("thigh", "shank", "trunk"):
        assert suggested.lengths_m[part] == pytest.approx(long.lengths_m[part], rel=0.02), part
    again = fit(suggested, found.marked)
    assert again is not None
    assert again.missed_m < found.missed_m


def test_marks_that_are_all_on_one_point_suggest_no_proportions() -> None:
    found, _, _ = read("hip-hinge")
    marks = dict.fromkeys(found.marked.marks, found.marked.marks["hip"])
    assert proportions(replace(found, marked=replace(found.marked, marks=marks))) is None


def test_without_the_marks_of_legs_and_trunk_nothing_is_suggested() -> None:
    found, _, _ = read("hip-hinge")
    marks = {name: at for name, at in found.marked.marks.items() if name != "knee"}
    less = fit(found.body, type(found.marked)(found.marked.size, marks, found.marked.ground))
    assert less is not None
    assert proportions(less) is None
