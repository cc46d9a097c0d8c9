"""An arm that holds a leg pulls both its ends alike, and only the joints between them feel it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.holds import Hold
from hinge_tutor.motion.movement import load_movement, read_movement
from hinge_tutor.motion.repetition import solve

STRETCH = "split-hamstring-stretch"
BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")
# Rounding of sums of forces, N, and of moments, N·m.
ROUNDED = 1e-8


def _effort(done: Repetition, group: str, phase: str) -> float:
    """Effort of a group of the near side in the middle of a phase."""
    span = next(span for span in done.take.spans if span.phase == phase)
    at = done.take.index_at((span.from_s + span.to_s) / 2)
    return float(done.efforts.effort[at, done.efforts.groups.index(f"{group}_near")])


def test_a_hold_grows_stays_and_fades() -> None:
    # s(0) = 0, s(1/2) = 1/2, s(1) = 1: at 1/8 of the phase half of it, from 1/4 on all of it.
    hold = Hold("hold", "thigh_back_near", "shin_near", 200.0, ("press",))
    force = hold.force_at(np.array([0.0, 0.125, 0.25, 0.5, 0.75, 0.875, 1.0]))
    assert force == pytest.approx([0.0, 100.0, 200.0, 200.0, 200.0, 100.0, 0.0])


def test_the_floor_and_the_hips_feel_nothing_of_it() -> None:
    movement, person = load_movement(STRETCH), body("default")
    held = Repetition(solve(movement, person))
    free = Repetition(solve(replace(movement, holds=()), person))
    for joint in ("hip_near", "l5s1", "knee_far", "hip_far"):
        one, other = (each.loads.net_moment_Nm[joint] for each in (held, free))
        assert np.abs(one - other).max() < ROUNDED, joint
    assert np.abs(held.loads.cop_m - free.loads.cop_m).max() < ROUNDED
    knee = held.loads.net_moment_Nm["knee_near"] - free.loads.net_moment_Nm["knee_near"]
    pressing = held.take.during(("press",))
    # The knee has to open against the arm, and only then.
    assert knee[pressing].max() > 10.0
    assert np.abs(knee[~pressing]).max() < ROUNDED


@pytest.mark.parametrize("who", BODIES)
def test_the_quadriceps_press_and_let_go_and_the_leg_opens(who: str) -> None:
    done = Repetition(solve(load_movement(STRETCH), body(who)))
    assert done.take.status == "ok", done.take.reason
    assert not done.efforts.lacking_Nm
    pressed, resting = _effort(done, "quadriceps", "press"), _effort(done, "quadriceps", "turn")
    assert pressed >= 0.05
    assert resting < 0.6 * pressed
    ends = {span.phase: done.take.index_at(span.to_s) for span in done.take.spans}
    knee = np.asarray(done.measures["knee_flexion_deg"])
    assert knee[ends["sink"]] < knee[ends["press"]] - 10.0
    foot = done.take.pose.point("heel_near")
    assert np.abs(foot - foot[0]).max() < 1e-3


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("force_N = 250", "force_N = -250", "number in 1 … 1000"),
        ("force_N = 250", "force_N = nan", "finite number"),
        ('to = "shin"', 'to = "shinn"', 'did you mean "shin"?'),
        ('to = "shin"', 'to = "thigh_back"', "from a place to itself"),
        ('phases = ["press"]', 'phases = ["pres"]', 'did you mean "press"?'),
        ('phases = ["press"]', "phases = []", "phases is empty"),
        ("[[hold]]", "[[holds]]", 'did you mean "hold"?'),
    ],
)
def test_one_mistake_in_a_hold_is_named(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    text = shelf.lessons("movements", f"{STRETCH}.toml").read_text(encoding="utf-8")
    assert right in text
    file = tmp_path / f"{STRETCH}.toml"
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(AuthorErrors) as refused:
        read_movement(file)
    assert said in str(refused.value)
