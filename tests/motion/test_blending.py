"""A blend lies between its movements: the corners are they, and everything between stands."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.motion.blended_stills import as_take, deepest, stills
from hinge_tutor.motion.blending import between, blended, checked
from hinge_tutor.motion.corners import BlendError, Mix, corners
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.movement import Movement, load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import TURN, Load, Take

THREE = ("hip-hinge", "squat", "forward-bend")
BODIES = ("default", "long-thighed", "stiff", "small")
# Contacts and balance are promised within this at every sample.
MILLIMETER = 0.001
# Between key poses a limit may be passed by this.
HALF_A_DEGREE = math.radians(0.5)
# A blend changes evenly from corner to corner; the pose that stands nearest bends the way a little.
EVENLY = 1.25
STEPS = 20
# The moments of each phase at which two neighboring blends are compared.
MOMENTS = np.linspace(0.0, 1.0, 11)
# A take is a spline through its samples, so its deepest pose is off by some millionths (m, rad); a
# hundredth of a millimeter, or a thousandth of a degree, is far below what is shown.
SAME_POSE = 1e-5


def shares(steps: int) -> FloatArray:
    """All shares of three in whole parts of so many."""
    return np.array(
        [
            (i / steps, j / steps, (steps - i - j) / steps)
            for i in range(steps + 1)
            for j in range(steps + 1 - i)
        ]
    )


def mixed(row: FloatArray) -> tuple[tuple[str, float], ...]:
    return tuple(zip(THREE, map(float, row), strict=True))


def course_of(take: Take) -> FloatArray:
    """Coordinates at the same moments of each phase; the turn may be short or missing."""
    return np.array(
        [
            take.at(span.from_s + part * (span.to_s - span.from_s)).q
            for span in take.spans
            if span.phase != TURN
            for part in MOMENTS
        ]
    )


def blend(mix: Mix, who: Body, load: Load | None = None, hand_m: float | None = None) -> Movement:
    done, _ = blended(mix, who, load, hand_m)
    return done


@pytest.mark.parametrize("name", THREE)
def test_at_a_corner_a_blend_is_the_movement_itself(name: str) -> None:
    others = tuple((other, float(other == name)) for other in THREE)
    assert blend(others, body("default")) is load_movement(name)


def test_weights_are_mixed_by_their_logarithms_onsets_and_seconds_evenly() -> None:
    half = blend((("hip-hinge", 0.5), ("squat", 0.5)), body("default"))
    # Knee: √(30 · 100) = 54.77; ankle: √(0.1 · 10) = 1.
    assert half.weights["knee_flexion"] == pytest.approx(54.772, abs=1e-3)
    assert half.weights["ankle_dorsiflexion"] == pytest.approx(1.0)
    # Down: (3 + 2) / 2; at the bottom: (1 + 0) / 2.
    assert half.tempo == (2.5, 0.5, 1.0, 1.0)
    descent = next(phase for phase in half.phases if phase.id == "descent")
    # The hinge's knee begins at .1, the squat's at 0.
    assert descent.onset["knee_flexion"] == pytest.approx((0.05, 1.0))


def test_a_key_pose_aims_at_the_mean_of_the_solved_ones() -> None:
    who = body("default")
    half = blend((("hip-hinge", 0.5), ("squat", 0.5)), who)
    ends = [solve(load_movement(name), who) for name in ("hip-hinge", "squat")]
    knee = who.index("knee_flexion_near")
    mean = sum(float(take.at(take.turn_s).q[knee]) for take in ends) / 2
    aimed = next(half.poses[phase.pose] for phase in half.phases if phase.id == TURN)
    assert aimed.targets["knee_flexion"] == pytest.approx(mean, abs=SAME_POSE)
    # Hanging arms aim at the vertical: half-way from 0 to 75 degrees.
    assert math.degrees(aimed.targets["arm_angle"]) == pytest.approx(37.5, abs=0.1)


@pytest.mark.parametrize("who", BODIES)
def test_every_blend_keeps_contacts_balance_and_limits_at_every_sample(who: str) -> None:
    person = body(who)
    bounds = person.limits.bounds
    for row in shares(5):
        take = solve(blend(mixed(row), person), person)
        assert np.isfinite(np.stack([take.q, take.qd, take.qdd])).all(), row
        points = take.pose.points(tuple(contact.point for contact in take.contacts))
        targets = np.array([contact.target_m for contact in take.contacts])
        assert np.abs(points - targets).max() < MILLIMETER, row
        assert np.abs(take.com_m[:, 0] - take.com_target_x_m).max() < MILLIMETER, row
        for bound in bounds:
            total = sum(w * take.q[:, person.index(name)] for name, w in bound.terms.items())
            assert np.max(total) < bound.limit + HALF_A_DEGREE, (row, bound.name)


@pytest.mark.parametrize("who", ["default", "stiff"])
@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 2), (0, 2)])
def test_the_motion_changes_evenly_from_corner_to_corner(who: str, one: int, other: int) -> None:
    person = body(who)
    courses = []
    for step in range(STEPS + 1):
        row = np.zeros(3)
        row[one], row[other] = 1.0 - step / STEPS, step / STEPS
        courses.append(course_of(solve(blend(mixed(row), person), person)))
    even = np.abs(courses[-1] - courses[0]).max() / STEPS
    largest = max(np.abs(b - a).max() for a, b in pairwise(courses))
    assert largest < EVENLY * even


@pytest.mark.parametrize("who", BODIES)
def test_hands_of_a_blend_are_neither_higher_nor_lower_than_its_corners(who: str) -> None:
    person = body(who)
    heights = [solve(load_movement(name), person).hand_height_m for name in THREE]
    for row in shares(5):
        height = solve(blend(mixed(row), person), person).hand_height_m
        assert min(heights) - MILLIMETER < height < max(heights) + MILLIMETER, row


def test_a_blend_reaches_the_hand_height_that_is_asked_for() -> None:
    person, asked = body("default"), 0.6
    mix = mixed(np.array([0.4, 0.3, 0.3]))
    take = solve(blend(mix, person, hand_m=asked), person, hand_height_m=asked)
    assert take.status == "ok"
    assert take.hand_height_m == pytest.approx(asked, abs=MILLIMETER)


@pytest.mark.parametrize("at", ["hands", "back"])
def test_blends_hold_a_load_where_their_corners_hold_it(at: str) -> None:
    person, load = body("default"), Load(20.0, at)
    take = solve(blend(mixed(np.array([0.2, 0.5, 0.3])), person, load), person, load=load)
    assert take.status == "ok"
    assert np.abs(take.com_m[:, 0] - take.com_target_x_m).max() < MILLIMETER


@pytest.mark.parametrize("who", BODIES)
@pytest.mark.parametrize("load", [Load(), Load(20.0), Load(30.0, "back")])
def test_the_still_poses_of_all_blends_are_those_of_their_repetitions(who: str, load: Load) -> None:
    person = body(who)
    found, rows = corners(THREE, person, load), shares(6)
    many = stills(found, rows)
    assert many.stands.all()
    for row, q in zip(rows, as_take(found, many.u).q, strict=True):
        take = solve(blend(mixed(row), person, load), person, load=load)
        assert np.abs(take.at(take.turn_s).q - q).max() < SAME_POSE, row


def test_what_does_not_settle_with_the_others_is_solved_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found, rows = corners(THREE, body("stiff")), shares(4)
    together = stills(found, rows)
    monkeypatch.setattr("hinge_tutor.motion.blended_stills.MOST_STEPS", 2)
    alone = stills(found, rows)
    assert alone.stands.all()
    assert np.abs(alone.u - together.u).max() < SAME_POSE


def test_the_deepest_pose_is_the_end_of_the_descent() -> None:
    found = corners(THREE, body("default"))
    blend = between(found, (0.5, 0.3, 0.2), THREE)
    assert blend.phases[deepest(found) - 1].id == "descent"
    assert blend.blend == (("hip-hinge", 0.5), ("squat", 0.3), ("forward-bend", 0.2))


@pytest.mark.parametrize(
    ("mix", "said"),
    [
        ((("squat", 0.5),), "50 % together"),
        ((("squat", -0.5), ("hip-hinge", 1.5)), "-50 %"),
        ((("squat", math.nan), ("hip-hinge", 0.5)), "nan %"),
        ((("squat", 0.5), ("squat", 0.5)), "given twice"),
    ],
)
def test_shares_that_are_no_blend_are_refused_in_one_sentence(
    mix: tuple[tuple[str, float], ...], said: str
) -> None:
    with pytest.raises(BlendError, match=said):
        checked(mix)


@pytest.mark.parametrize("other", ["lunge", "kettlebell-swing", "vertical-jump", "banded-hinge"])
def test_movements_on_other_feet_have_nothing_between_them(other: str) -> None:
    with pytest.raises(BlendError, match="nothing between"):
        blend((("hip-hinge", 0.5), (other, 0.5)), body("default"))


def test_hanging_arms_and_arms_on_a_bar_do_not_blend(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(name: str) -> Movement:
        movement = load_movement(name)
        return movement if name == "squat" else replace(movement, rack={})

    monkeypatch.setattr("hinge_tutor.motion.corners.load_movement", loaded)
    with pytest.raises(BlendError, match="hold their arms"):
        corners(("hip-hinge", "squat"), body("default"), Load(21.5, "back"))


def test_who_cannot_do_a_corner_at_all_stands_there() -> None:
    found = corners(THREE, body("default"))
    standing = replace(found[1], u=(found[1].u[0],) * len(found[1].u))
    assert standing.stays
    assert not found[1].stays


def test_faults_belong_to_the_movements_that_have_them_and_are_mixed_with_them() -> None:
    # A rounded back is of the hinge and not of the bend; half of it is left in a half of each.
    person, wrong = body("default"), (("rounded-back", 1.0),)
    mix = (("hip-hinge", 0.5), ("forward-bend", 0.5))
    done, _ = blended(mix, person, wrong=wrong)
    plain, _ = blended(mix, person)
    lumbar = [
        sum(
            value
            for name, value in movement.poses[movement.phases[2].pose].targets.items()
            if name in ("l5s1_flexion", "l3l4_flexion", "l1l2_flexion")
        )
        for movement in (done, plain)
    ]
    ends = [corners(("hip-hinge",), person, wrong=each)[0] for each in (wrong, ())]
    rounds = [
        float(end.u[deepest(ends)] @ end.course.unknowns.row("lumbar_flexion")) for end in ends
    ]
    assert lumbar[0] - lumbar[1] == pytest.approx((rounds[0] - rounds[1]) / 2, abs=1e-9)
    assert done.faults == wrong
    assert solve(done, person).status == "ok"


def test_a_fault_of_none_of_the_movements_is_refused_in_one_sentence() -> None:
    with pytest.raises(FaultError, match="does not belong to hip-hinge or forward-bend"):
        blended(
            (("hip-hinge", 0.5), ("forward-bend", 0.5)), body("default"), wrong=(("heels-up", 1.0),)
        )
    with pytest.raises(FaultError, match="does not belong to"):
        blended((("hip-hinge", 0.5), ("squat", 0.5)), body("default"), wrong=(("nonsense", 1.0),))


def test_a_heel_that_is_up_in_one_movement_alone_leaves_nothing_between() -> None:
    on = faults()["heels-up"].on
    assert "squat" in on
    assert "forward-bend" not in on
    with pytest.raises(BlendError, match="stand"):
        blended(
            (("squat", 0.5), ("forward-bend", 0.5)), body("default"), wrong=(("heels-up", 1.0),)
        )
