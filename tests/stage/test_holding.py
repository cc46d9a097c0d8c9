"""Arms that hold a load on the trunk are drawn as they are seen from the side."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.motion.take import Load
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.holding import HOLDS, held, seen_arm, worn

BODIES = ("default", "default-woman", "long-thighed", "small", "tall")
BARS = ("back", "low_back")
# A fist is closed around a bar of 28 mm, so its middle is the bar's.
AT_THE_BAR_MM = 1.0
# How far the drawn arms' weight may shift the whole body's center: what is drawn is not what was
# solved, and shall be nearly the same. A plate's hands are farther from the flat model's.
SHIFT_MM = {"back": 2.0, "low_back": 2.0, "front": 4.0, "plate": 10.0}


def squat(who: str, at: str) -> Repetition:
    return perform("squat", body(who), load=Load(20.0, at))


@pytest.mark.parametrize("at", BARS)
@pytest.mark.parametrize("who", BODIES)
def test_hands_are_at_the_bar_with_the_elbows_under_them(who: str, at: str) -> None:
    actor = Actor(squat(who, at))
    take = actor.repetition.take
    for time in (0.0, take.turn_s):
        pose = take.at(time)
        joints = actor.fit.place(pose).joints
        hand = complex(*joints["hand_near"])
        assert hand == pytest.approx(complex(*pose.point(HOLDS[at].at)) * 1000, abs=AT_THE_BAR_MM)
        trunk = np.exp(1j * float(pose.angle("upper_thorax")))
        shoulder = complex(*pose.point("shoulder_near")) * 1000
        elbow = (elbow_mm(actor, time) - shoulder) / trunk
        assert elbow.imag < -150, "the elbow is below the shoulder, along the trunk"
        assert -250 < elbow.real < 0, "and behind it, but not far behind the back"


@pytest.mark.parametrize("who", BODIES)
def test_hands_are_at_a_bar_on_the_front_with_the_elbows_ahead_of_it(who: str) -> None:
    actor = Actor(squat(who, "front"))
    take = actor.repetition.take
    for time in (0.0, take.turn_s):
        pose = take.at(time)
        hand = complex(*actor.fit.place(pose).joints["hand_near"])
        assert hand == pytest.approx(complex(*pose.point("bar_front")) * 1000, abs=AT_THE_BAR_MM)
        trunk = np.exp(1j * float(pose.angle("upper_thorax")))
        shoulder = complex(*pose.point("shoulder_near")) * 1000
        elbow = (elbow_mm(actor, time) - shoulder) / trunk
        assert elbow.real > 0.7 * 1000 * take.body.lengths_m["upper_arm"]
        assert abs(elbow.imag) < 0.4 * elbow.real, "the upper arm is level with the shoulders"


def elbow_mm(actor: Actor, time: float) -> complex:
    """Where the drawn elbow is: the end of the shortened upper arm."""
    pose, hold = actor.repetition.take.at(time), held(actor.repetition.take)
    assert hold is not None
    arm = seen_arm(pose.body, hold)
    turned = np.exp(1j * (float(pose.angle("upper_thorax")) + arm.upper_angle))
    return complex(complex(*pose.point("shoulder_near")) - 1j * arm.upper_m * turned) * 1000


@pytest.mark.parametrize("at", HOLDS)
@pytest.mark.parametrize("who", BODIES)
def test_an_arm_seen_from_the_side_is_never_longer_than_it_is(who: str, at: str) -> None:
    someone = body(who)
    arm = seen_arm(someone, HOLDS[at])
    assert 0 < arm.upper_m <= someone.lengths_m["upper_arm"] + 1e-9
    assert 0 < arm.lower_m <= someone.lengths_m["forearm"] + 1e-9


def test_the_arm_of_a_hand_worked_case() -> None:
    """A shoulder and a grip 24 cm apart across the picture, elbows straight down.

    Upper arm .25, forearm with grip .30: a = (.0625 - .09 + .0576) / .48 = .06271 beside the
    shoulder, √(.0625 - .003932) = .24201 below it. From the side both are .242 long, the forearm
    less its grip of .06.
    """
    someone = dataclasses.replace(
        body(), lengths_m={**body().lengths_m, "upper_arm": 0.25, "forearm": 0.24}
    )
    place = complex(someone.places["bar_high"].sum() - someone.places["shoulder_near"].sum())
    hold = dataclasses.replace(
        HOLDS["back"],
        forward_m=-place.real,
        up_m=-place.imag,
        outward_m=0.24,
        elbows=(0.0, -1.0, 0.0),
    )
    arm = seen_arm(someone, hold)
    assert arm.upper_m == pytest.approx(0.24201, abs=1e-5)
    assert arm.lower_m == pytest.approx(0.24201 - 0.06, abs=1e-5)
    assert arm.upper_angle == pytest.approx(0.0)
    assert abs(arm.lower_angle) == pytest.approx(np.pi)


@pytest.mark.parametrize(
    ("movement", "load"), [("lunge", Load(20.0, "back")), ("hip-hinge", Load(0.0, "back"))]
)
def test_arms_that_hang_are_drawn_hanging(movement: str, load: Load) -> None:
    assert held(perform(movement, body(), load=load).take) is None


@pytest.mark.parametrize(
    ("movement", "load"),
    [
        ("squat", Load(20.0, "back")),
        ("squat", Load(20.0, "low_back")),
        ("squat", Load(20.0, "front")),
        ("good-morning", Load(20.0, "back")),
        ("weighted-hinge", Load(10.0, "plate")),
    ],
)
def test_drawn_arms_weigh_where_the_solved_ones_do(movement: str, load: Load) -> None:
    take = perform(movement, body(), load=load).take
    hold = held(take)
    assert hold is not None
    arm, someone = seen_arm(take.body, hold), take.body
    drawn = worn(someone, arm)
    short = {"upper_arm": arm.upper_m, "forearm": arm.lower_m}
    for time in (0.0, take.turn_s):
        pose = take.at(time)
        trunk = float(pose.angle("upper_thorax"))
        angle = {"upper_arm": arm.upper_angle, "forearm": arm.lower_angle, "hand": arm.lower_angle}
        at = complex(*pose.point("shoulder_near"))
        moment = 0.0
        for part in ("upper_arm", "forearm", "hand"):
            segment = drawn.segment(f"{part}_near")
            turned = np.exp(1j * (trunk + angle[part]))
            length = short.get(part, 0.0)
            share = length / someone.lengths_m[part] if part in short else 1.0
            center = at + complex(segment.com_m[0], share * segment.com_m[1]) * turned
            solved = pose.segment_centers[someone.linkage.index[segment.name], 0]
            moment += 2 * segment.mass_kg * (center.real - float(solved))
            at = at - 1j * length * turned
        shift = 1000 * moment / (someone.mass_kg + take.load.mass_kg)
        assert abs(shift) < SHIFT_MM[take.load.at]
