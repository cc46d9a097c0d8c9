"""A fault is a changed parameter: nothing at 0, and every share of it in between."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.fault_rows import faults, read_faults
from hinge_tutor.motion.faults import FaultError, applied, changed, parse_faults
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.pose_rows import Goal
from hinge_tutor.motion.repetition import solve

EVERY = [(fault.id, on) for fault in faults().values() for on in fault.on]
# A thousandth of a dial moves nothing by more than this, m or rad: a change of 1 rad or m by all
# of it, and as much again for what balances it.
CLOSE = 2e-3


@pytest.mark.parametrize(("fault", "movement"), EVERY)
def test_at_nothing_a_movement_is_the_very_same(fault: str, movement: str) -> None:
    correct = load_movement(movement)
    assert changed(correct, {fault: 0.0}) is correct


@pytest.mark.parametrize(("fault", "movement"), EVERY)
def test_a_fault_keeps_the_poses_of_phases_that_it_does_not_name(fault: str, movement: str) -> None:
    correct = load_movement(movement)
    wrong = changed(correct, {fault: 1.0})
    ends = {phase.id: phase.pose for phase in correct.phases}
    deep = ends.get("turn", ends.get("descent"))
    named = {phase for change in faults()[fault].changes for phase in change.phases}
    if "deepest" in named:
        named |= {phase.id for phase in correct.phases if phase.pose == deep}
    for before, after in zip(correct.phases, wrong.phases, strict=True):
        if before.id not in named:
            assert wrong.poses[after.pose] == correct.poses[before.pose]
            assert after == before
    assert {pose: wrong.poses[pose] for pose in correct.poses} == dict(correct.poses)
    assert wrong.faults == ((fault, 1.0),)


def test_a_dial_moves_a_target_its_share_of_the_way() -> None:
    # 3° in the file, 30° more at the full share: 3 + .4 · 30 = 15°.
    wrong = changed(load_movement("hip-hinge"), {"rounded-back": 0.4})
    turn = next(phase for phase in wrong.phases if phase.id == "turn")
    assert wrong.poses[turn.pose].targets["lumbar_flexion"] == pytest.approx(math.radians(15))


def test_a_dial_moves_a_target_toward_a_value() -> None:
    # Knees of 20° toward 0, half of the way: 10°; the back 3 + .5 · 18 = 12°.
    wrong = changed(load_movement("hip-hinge"), {"locked-knees": 0.5})
    targets = wrong.poses["deep+locked-knees"].targets
    assert targets["knee_flexion"] == pytest.approx(math.radians(10))
    assert targets["lumbar_flexion"] == pytest.approx(math.radians(12))


def test_a_dial_moves_when_a_part_begins_and_ends() -> None:
    # Knees from [.1, 1] toward [0, .5]: .1 - .5 · .1 and 1 - .5 · .5; hips, which have no window
    # of their own, from [0, 1] toward [.3, 1].
    wrong = changed(load_movement("hip-hinge"), {"knees-first": 0.5})
    (onset,) = (phase.onset for phase in wrong.phases if phase.id == "descent")
    assert onset["knee_flexion"] == pytest.approx((0.05, 0.75))
    assert onset["hip_flexion"] == pytest.approx((0.15, 1.0))


@pytest.mark.parametrize(
    ("share", "ahead_foot", "toes_deg"),
    [
        # Half of the way to the share that lifts: .5 · .8 · 8 / 26 of a foot, and .25 · .06 more.
        (0.25, 0.4 * 8 / 26 + 0.015, 0.0),
        # Half of the way on from there: half of 30°, and .75 · .06 of a foot ahead.
        (0.75, 0.045, 15.0),
    ],
)
def test_a_heel_lets_go_before_it_rises(share: float, ahead_foot: float, toes_deg: float) -> None:
    squat = load_movement("squat")
    wrong = changed(squat, {"heels-up": share})
    deep = wrong.poses["deep+heels-up"]
    assert deep.weight_ahead_foot == pytest.approx(ahead_foot)
    assert deep.targets.get("toe_extension", 0.0) == pytest.approx(math.radians(toes_deg))
    # The brace takes up to twice as long: 1 + share times.
    before, after = (
        next(phase.seconds for phase in each.phases if phase.id == "brace")
        for each in (squat, wrong)
    )
    assert after == pytest.approx((1 + share) * before)


@pytest.mark.parametrize(("fault", "movement"), EVERY)
def test_little_of_a_fault_is_near_the_correct_movement(fault: str, movement: str) -> None:
    person = body("default")
    correct = solve(load_movement(movement), person)
    near = solve(changed(load_movement(movement), {fault: 1e-3}), person)
    assert np.abs(near.q - correct.q).max() < CLOSE
    assert near.duration_s == pytest.approx(correct.duration_s, rel=CLOSE)


def test_the_deepest_pose_is_changed_wherever_a_phase_ends_in_it() -> None:
    """A lift from the floor begins in its deepest pose, comes up, and goes down again."""
    hinge = load_movement("hip-hinge")
    ids = ("set_up", "ascent", "lockout", "descent", "turn")
    poses = ("deep", "standing", "standing", "deep", "deep")
    by_id = {phase.id: phase for phase in hinge.phases}
    lift = replace(
        hinge,
        start="deep",
        phases=tuple(replace(by_id[i], pose=pose) for i, pose in zip(ids, poses, strict=True)),
    )
    wrong = changed(lift, {"rounded-back": 1.0})
    bent = "deep+rounded-back"
    assert wrong.start == bent
    assert [phase.pose for phase in wrong.phases] == [bent, "standing", "standing", bent, bent]


def test_a_change_may_be_for_some_movements_only() -> None:
    fault = faults()["rounded-back"]
    own = [change for change in fault.changes if "hip-hinge" in change.on]
    assert 0 < len(own) < len(fault.changes)
    elsewhere = replace(fault, changes=tuple(replace(each, on=("squat",)) for each in own))
    hinge = load_movement("hip-hinge")
    assert applied(hinge, elsewhere, 1.0).poses == hinge.poses
    assert applied(hinge, fault, 1.0).poses != hinge.poses


@pytest.mark.parametrize("movement", ["kettlebell-swing", "skier-swing"])
def test_a_round_back_swings_no_weight_through_the_body(movement: str) -> None:
    for who in ("default", "long-thighed", "small", "tall"):
        take = solve(changed(load_movement(movement), {"rounded-back": 1.0}), body(who))
        assert take.status == "ok"
        hand, hip = take.pose.point("hand_near"), take.pose.point("mid_hip")
        behind = hand[:, 0] < hip[:, 0]
        assert behind.any()
        # Behind the hips there is room for a fist under them only.
        assert (hand[behind, 1] < hip[behind, 1] - 0.03).all(), who


def test_hands_that_have_a_place_are_moved_ahead_of_it() -> None:
    hinge = load_movement("hip-hinge")
    placed = replace(hinge.poses["deep"], goals={"hand_ahead": Goal(legs=0.2)})
    lift = replace(hinge, poses={**hinge.poses, "deep": placed})
    drifted = changed(lift, {"loose-shoulders": 0.5}).poses["deep+loose-shoulders"]
    # .14 of a leg at the full share: .2 + .5 · .14.
    assert drifted.goals["hand_ahead"].legs == pytest.approx(0.27)
    assert changed(hinge, {"loose-shoulders": 0.5}).poses["deep+loose-shoulders"].goals == {}


@pytest.mark.parametrize(
    "shares",
    [
        {"rounded-back": 0.4, "craned-neck": 1.0, "no-brace": 0.5},
        {"squatty-hinge": 0.7, "weight-on-toes": 0.5, "loose-shoulders": 1.0},
        {"past-the-stretch": 0.6, "leaning-back": 1.0, "knees-first": 0.8},
        {"locked-knees": 1.0, "leaning-back": 0.3, "weight-on-toes": 0.5},
    ],
)
def test_faults_together_are_still_a_movement(shares: dict[str, float]) -> None:
    repetition = perform("hip-hinge", body("default"), faults=shares)
    assert repetition.take.status == "ok"
    assert set(repetition.take.movement.faults) == set(shares.items())


def test_a_brace_that_is_let_go_changes_no_pose_and_no_effort() -> None:
    correct = perform("hip-hinge", body("default"))
    slack = perform("hip-hinge", body("default"), faults={"no-brace": 0.75})
    assert np.array_equal(slack.take.q, correct.take.q)
    assert np.array_equal(slack.efforts.activation, correct.efforts.activation)
    assert slack.take.movement.trunk_pressure == pytest.approx(0.25)


def test_faults_go_together_in_any_order() -> None:
    movement = load_movement("hip-hinge")
    one = changed(movement, {"leaning-back": 1.0, "rounded-back": 0.5})
    other = changed(movement, {"rounded-back": 0.5, "leaning-back": 1.0})
    assert one == other
    lumbar = one.poses[{phase.id: phase.pose for phase in one.phases}["turn"]].targets
    assert lumbar["lumbar_flexion"] == pytest.approx(math.radians(3 + 0.5 * 30))


def test_a_lifted_heel_leaves_the_forefoot_to_carry() -> None:
    take = perform("squat", body("default"), faults={"heels-up": 1.0}).take
    down = take.index_at(take.turn_s)
    heel = take.pose.point("heel_near")[:, 1]
    assert heel[0] == pytest.approx(0.0, abs=1e-6)
    assert heel[down] > 0.05
    ball = take.pose.point("ball_near")
    # Over the toes' quarter next to the ball, not over the whole foot any more.
    assert take.com_m[down, 0] > ball[down, 0]
    assert np.abs(ball - ball[0]).max() < 1e-6


def test_weight_is_kept_as_far_ahead_as_the_dial_says() -> None:
    person = body("default")
    share = 0.5
    correct, wrong = (
        perform("hip-hinge", person, faults={"weight-on-toes": each}).take for each in (0.0, share)
    )
    moved = wrong.com_at(wrong.turn_s)[0] - correct.com_at(correct.turn_s)[0]
    full = faults()["weight-on-toes"].changes[0].weight_ahead_foot
    assert moved == pytest.approx(share * full * person.lengths_m["foot"], abs=1e-6)


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ({"roundedback": 1.0}, 'did you mean "rounded-back"?'),
        ({"heels-up": 1.0}, "does not belong to hip-hinge"),
        ({"rounded-back": 1.5}, "give 0 to 100"),
        ({"rounded-back": math.nan}, "give 0 to 100"),
    ],
)
def test_a_fault_that_cannot_be_says_why(shares: dict[str, float], said: str) -> None:
    with pytest.raises(FaultError) as refused:
        changed(load_movement("hip-hinge"), shares)
    assert said in str(refused.value)


def test_faults_are_read_from_a_line_of_text() -> None:
    assert parse_faults("rounded-back=60, leaning-back") == (
        ("rounded-back", 0.6),
        ("leaning-back", 1.0),
    )
    assert parse_faults("") == ()


def _spoiled(tmp_path: Path, change: Callable[[str], str]) -> str:
    file = tmp_path / "faults.toml"
    file.write_text(change(GOOD), encoding="utf-8")
    with pytest.raises(AuthorErrors) as refused:
        read_faults(file)
    return str(refused.value)


GOOD = """format = 1
[[fault]]
id = "rounded-back"
on = ["hip-hinge"]
rules = ["hinge-back-keeps-shape"]
drill = "hip-hinge"
[[fault.change]]
phases = ["descent", "turn"]
add = { lumbar_flexion_deg = 25 }
[[fault.consequence]]
rule = "stand-tall"
reason = "It does."
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ('on = ["hip-hinge"]', 'on = ["hip-hinges"]', 4, 'did you mean "hip-hinge"?'),
        ('on = ["hip-hinge"]', "on = []", 4, "on is empty"),
        ('drill = "hip-hinge"', 'drill = "rest"', 6, "allowed: "),
        ("add =", 'on = ["hnge"]\nadd =', 9, 'did you mean "hinges"?'),
        ("add =", "on = []\nadd =", 9, "on is empty"),
        ('phases = ["descent", "turn"]', 'phases = ["decent"]', 8, 'did you mean "descent"?'),
        ("lumbar_flexion_deg", "lumber_flexion_deg", 9, "did you mean lumbar_flexion_deg?"),
        ("lumbar_flexion_deg = 25", "lumbar_flexion = 25", 9, "targets end in _deg"),
        ("= 25", "= nan", 9, "write a finite number"),
        ("add = { lumbar_flexion_deg = 25 }", "", 7, "this changes nothing"),
        ("add = { lumbar_flexion_deg = 25 }", "heels_up_deg = 400", 9, "number in 0 … 60"),
        ("add =", "ad =", 9, 'did you mean "add"?'),
        ('reason = "It does."', "", 10, "reason is missing"),
        ('id = "rounded-back"\n', "", 2, "id is missing"),
        ("add =", "weight_ahead_foot = 0.9\nadd =", 9, "number in -0.5 … 0.5"),
    ],
)
def test_one_mistake_in_the_file_is_named_with_its_line(
    tmp_path: Path, right: str, wrong: str, line: int, said: str
) -> None:
    assert right in GOOD
    message = _spoiled(tmp_path, lambda text: text.replace(right, wrong, 1))
    assert f"faults.toml:{line}:" in message
    assert said in message


def test_two_faults_of_one_name_are_one_too_many(tmp_path: Path) -> None:
    message = _spoiled(tmp_path, lambda text: text + text.split("\n", 1)[1])
    assert 'a second fault "rounded-back", after line 2' in message
