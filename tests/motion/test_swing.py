"""Swings: arms as ropes, a steady cycle, a drive that is found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.skeleton import body
from hinge_tutor.lessons.words import words
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.balance import base
from hinge_tutor.motion.movement import load_movement, read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.swing import drive
from hinge_tutor.motion.take import Take
from hinge_tutor.problems import AuthorErrors

SWINGS = ("kettlebell-swing", "skier-swing")
BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")


@cache
def swing(name: str, text: str = "default") -> Take:
    return solve(load_movement(name), body(text))


@pytest.mark.parametrize("text", BODIES)
@pytest.mark.parametrize("name", SWINGS)
def test_nothing_turns_the_arms_and_nothing_but_feet_carries(name: str, text: str) -> None:
    take = swing(name, text)
    assert take.status == "ok"
    found = loads(take)
    # Beside some 60 N·m that weigh on the shoulder when the weight is lifted by hand.
    assert np.abs(found.net_moment_Nm["shoulder_near"]).max() < 1e-3
    assert not found.unsupported_N.any()
    under = base(take)
    assert (under.low_x_m < found.cop_m[:, 0]).all()
    assert (found.cop_m[:, 0] < under.high_x_m).all()


@pytest.mark.parametrize("name", SWINGS)
def test_a_cycle_goes_on_without_a_jump(name: str) -> None:
    take = swing(name)
    for rates in (take.q, take.qd, take.qdd):
        assert rates[0] == pytest.approx(rates[-1], abs=1e-9)
    assert np.abs(take.qd[[0, -1]]).max() < 1e-9
    # It comes down as it went up.
    assert take.q == pytest.approx(take.q[::-1], abs=1e-12)


@pytest.mark.parametrize("name", SWINGS)
def test_the_arms_are_straight_and_never_behind_where_they_lie(name: str) -> None:
    take = swing(name)
    for joint in ("elbow", "wrist"):
        assert np.abs(take.q[:, take.body.index(f"{joint}_flexion_near")]).max() < np.radians(1)
    shoulder = take.q[:, take.body.index("shoulder_flexion_near")]
    middle = len(shoulder) // 2
    assert shoulder.min() > shoulder[middle] - np.radians(1)


def test_faster_hips_push_lying_arms() -> None:
    take = solve(load_movement("kettlebell-swing"), body("default"), tempo=(0.4, 0, 0.4, 0))
    assert [round(span.to_s - span.from_s, 3) for span in take.spans][1:3] == [0.4, 0.4]
    moment = loads(take).net_moment_Nm["shoulder_near"]
    deepest = len(moment) // 2
    # At the deepest moment the trunk pushes them forward, which is flexion; later nothing does.
    assert moment[deepest] < -1.0
    assert np.abs(moment[:: len(moment) - 1]).max() < 1e-3


def test_hips_that_are_too_slow_are_refused() -> None:
    take = solve(load_movement("kettlebell-swing"), body("default"), tempo=(1.4, 0, 1.4, 0))
    assert take.status == "nearest"
    assert take.reason is not None
    assert take.reason.code == "swing_too_slow"
    assert "slow" in words().reason(take.reason)


def test_the_hips_start_hard_and_end_softly() -> None:
    # s(½) = ¼ (6 - 4 + ¾) = 11/16; s(1) = 6 - 8 + 3 = 1; s'' = 12 (1 - τ)(1 - 3τ) is 12 at first.
    assert drive(np.array([0.0, 0.5, 1.0, 2.0])) == pytest.approx([0, 11 / 16, 1, 1])
    h = 1e-4
    begin, end = drive(np.array([0, h, 2 * h])), drive(np.array([1 - 2 * h, 1 - h, 1.0]))
    assert (begin[0] - 2 * begin[1] + begin[2]) / h**2 == pytest.approx(12, rel=1e-2)
    assert (end[0] - 2 * end[1] + end[2]) / h**2 == pytest.approx(0, abs=1e-2)


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('id = "drop"', 'id = "brace"', "a swing has the phases drop, descent, ascent, float"),
        ('pose = "standing"\nseconds', 'pose = "hiked"\nseconds', "the hips rest in standing"),
        ('tempo = "down"', "seconds = 0.5", 'write tempo = "down"'),
        ("symmetric = true", "symmetric = false", "write symmetric = true"),
        ('kind = "flat_foot"', 'kind = "forefoot"', "two flat feet"),
        ("shoulder_flexion_deg", "elbow_flexion_deg = 20\nshoulder_flexion_deg", "delete elbow"),
        ("swing = true", "swing = true\nbalance = false", "has no balance"),
        ("swing = true", 'swing = "yes"', "swing"),
    ],
)
def test_what_is_no_swing_is_said_with_its_line(
    tmp_path: Path, good: str, bad: str, said: str
) -> None:
    text = shelf.lessons("movements", "kettlebell-swing.toml").read_text(encoding="utf-8")
    assert good in text
    file = tmp_path / "kettlebell-swing.toml"
    file.write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(AuthorErrors) as told:
        read_movement(file)
    assert said in str(told.value)
    assert all(error.line > 0 for error in told.value.errors)
