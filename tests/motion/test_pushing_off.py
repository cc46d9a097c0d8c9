"""A jump from the hinge: what it asks of the ground, feet can give."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.contacts import FRICTION
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.balance import base
from hinge_tutor.motion.movement import load_movement, read_movement
from hinge_tutor.motion.pressing import PLANNED_FRICTION
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.grounds import surfaces
from tests.motion.small_movements import small

BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")


@cache
def jump(text: str = "default") -> Take:
    return solve(load_movement("vertical-jump"), body(text))


@pytest.mark.parametrize("text", BODIES)
def test_feet_give_all_that_a_jump_asks(text: str) -> None:
    take = jump(text)
    assert take.status == "ok"
    found, under = loads(take), base(take)
    assert not found.unsupported_N.any()
    assert not found.unsupported_Nm.any()
    pressed = found.cop_m[under.known, 0]
    assert (under.low_x_m[under.known] < pressed).all()
    assert (pressed < under.high_x_m[under.known]).all()


@pytest.mark.parametrize("text", BODIES)
def test_feet_clear_the_box_and_land_on_it(text: str) -> None:
    take = solve(load_movement("box-jump"), body(text))
    assert take.status == "ok"
    found, under = loads(take), base(take)
    assert not found.unsupported_N.any()
    pressed = found.cop_m[under.known, 0]
    assert (under.low_x_m[under.known] < pressed).all()
    assert (pressed < under.high_x_m[under.known]).all()
    ((_, (left, _, _, top)),) = surfaces(take)
    (flight,) = (span for span in take.spans if span.phase == "flight")
    for moment in np.linspace(flight.from_s, flight.to_s, 80):
        pose = take.at(float(moment))
        for name in ("toe_tip_near", "ball_near", "heel_near"):
            x, y = 1000 * pose.point(name)
            # Rounding at touch-down, when the foot lies on the box: a tenth of a millimeter.
            assert x < left or y > top - 0.1, (name, moment)
    assert take.pose.point("heel_near")[-1, 1] == pytest.approx(top / 1000, abs=1e-4)


def test_a_push_with_contradictions_is_refused_and_not_a_crash(tmp_path: Path) -> None:
    words = shelf.lessons("movements", "vertical-jump.toml").read_text(encoding="utf-8")
    ahead = words.replace(
        'phases = ["set_up", "descent", "ascent", "landing", "lockout", "breathe"]',
        'phases = ["set_up", "descent", "ascent"]\n[[support]]\nkind = "flat_foot"\n'
        'side = "both"\nahead = 0.2\nphases = ["landing", "lockout", "breathe"]',
    ).replace("[poses.leaving]", "[poses.leaving]\nweight_ahead_foot = 0.45")
    assert ahead.count("ahead") == 2
    file = tmp_path / "leap.toml"
    file.write_text(ahead, encoding="utf-8")
    reason = solve(read_movement(file), body()).reason
    assert reason is not None
    assert reason.code == "push_unsteady"


def test_a_hop_asks_no_more_than_forefeet_can_give() -> None:
    found = loads(solve(small("hop"), body("default")))
    # What a plan leaves to rounding at take-off is below a thousandth of a newton.
    assert np.abs(found.unsupported_N).max() < 1e-3
    assert np.abs(found.unsupported_Nm).max() < 1e-3


@pytest.mark.parametrize("text", BODIES)
def test_it_flies_as_high_as_its_speed_says(text: str) -> None:
    take = jump(text)
    air = take.during(("flight",))
    assert not np.array([force.force_N[air] for force in loads(take).supports]).any()
    (flight,) = (span for span in take.spans if span.phase == "flight")
    moments = np.linspace(flight.from_s, flight.to_s, 400)
    height = np.array([take.com_at(float(t))[1] for t in moments])
    step = 1e-4
    after, before = (take.com_at(flight.from_s + way)[1] for way in (step, -step))
    speed = (after - before) / (2 * step)
    assert height.max() - height[0] == pytest.approx(speed**2 / (2 * GRAVITY_M_S2), rel=1e-2)


def test_no_limb_goes_through_the_floor() -> None:
    take = jump()
    lowest = min(float(take.pose.point(name)[:, 1].min()) for name in take.body.landmarks)
    assert lowest > -1e-6


def test_it_loads_like_a_hinge_and_the_arms_swing() -> None:
    take = jump()
    loaded = take.at(take.turn_s)
    hips = take.pose.point("mid_hip")[0, 0] - loaded.point("mid_hip")[0]
    assert hips > 0.1
    arms = take.q[:, take.body.index("shoulder_flexion_near")]
    assert np.ptp(np.degrees(arms)) > 90


def test_less_friction_is_planned_than_there_is() -> None:
    assert PLANNED_FRICTION < FRICTION
