"""Figures that pass by are those of the finished plan, solved with less, and kept by nobody."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body import skeleton
from hinge_tutor.lessons.figures import _perform, figures
from hinge_tutor.lessons.passing import SAMPLES, Passing
from hinge_tutor.lessons.scene_text import parse_scene
from hinge_tutor.motion.movement import UnknownMovement

# Where a motion is cut into a third of the samples, its poses differ by less than anybody sees.
NEARLY_RAD = 0.02


@pytest.mark.parametrize(
    "scene",
    [
        "squat@height=1.83,femur=+3%*20:back/3-1-1-1^80",
        "hip-hinge+rounded-back=60@stiff",
        "hip-hinge~squat=40",
        "squat(knee_flexion=60)",
    ],
)
def test_a_figure_that_passes_is_nearly_the_finished_one(scene: str) -> None:
    plan = parse_scene(scene)
    (passing,) = Passing().figures(plan).values()
    (finished,) = figures(plan).values()
    assert len(passing.take.time_s) <= max(len(finished.take.time_s), SAMPLES)
    for share in (0.0, 0.3, 0.5, 0.8):
        one, other = (
            each.take.at(share * each.take.duration_s).q[2:] for each in (passing, finished)
        )
        assert np.abs(one - other).max() < NEARLY_RAD


def test_who_did_not_change_is_not_solved_again() -> None:
    passing = Passing()
    first = passing.figures(parse_scene("squat@height=1.8|lunge"))
    second = passing.figures(parse_scene("squat@height=1.81|lunge"))
    assert second["lunge-2"] is first["lunge-2"]
    assert second["squat-1"] is not first["squat-1"]


def test_figures_that_pass_come_to_one_height_where_the_plan_asks_for_it() -> None:
    plan = parse_scene("hip-hinge@height=1.8|squat")
    together = type(plan)(plan.movements, same_height=True)
    hinge, squat = Passing().figures(together).values()
    assert squat.take.hand_height_m == pytest.approx(hinge.take.hand_height_m, abs=1e-3)


def test_nothing_is_kept_but_the_last_ones() -> None:
    passing = Passing()
    kept = _perform.cache_info().currsize, skeleton.body.cache_info().currsize
    for step in range(30):
        passing.figures(parse_scene(f"squat@height=1.{50 + step}"))
    assert (_perform.cache_info().currsize, skeleton.body.cache_info().currsize) == kept
    assert len(passing._kept) == 1
    passing.forget()
    assert not passing._kept


def test_what_cannot_be_solved_leaves_the_last_ones() -> None:
    passing = Passing()
    plan = parse_scene("squat")
    before = passing.figures(plan)
    hop = type(plan)((type(plan.movements[0])("hop", "hop"),))
    with pytest.raises(UnknownMovement):
        passing.figures(hop)
    assert passing.figures(plan)["squat-1"] is before["squat-1"]
