"""A figure that holds a pose still is shown, judged and told like others, also beside them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.app.pose_words import pose_in_words
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.scene_text import parse_scene
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.shared_clock import SYNCS, shared_clock
from hinge_tutor.stage import scene
from hinge_tutor.stage.arrangement import OVERLAY, Arrangement
from hinge_tutor.stage.options import LAYERS, Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.shapes import Label
from tests.stage.drawn import numbers

HINGE = "hip-hinge(turn:hip_flexion=70,knee_flexion=18)"
SQUAT = "squat(descent:hip_flexion=70,knee_flexion=60)"
SCENES = (
    HINGE,
    f"{HINGE}|squat",
    f"squat|{HINGE}",
    f"{HINGE}|{SQUAT}",
    "lunge(descent:hip_flexion_near=60,knee_flexion_near=80)",
    "leg-curl(knee_flexion=40)",
    "hip-distraction(neck_flexion=-20)",
    "kettlebell-swing(hip_flexion=60)",
    "vertical-jump(descent:hip_flexion=80,knee_flexion=80)",
    "leg-swing(knee_flexion_near=20)|good-morning(hip_flexion=40)*20",
)
ARRANGED = (
    Arrangement(),
    Arrangement(view=OVERLAY),
    Arrangement(difference=True),
    *(Arrangement(sync=sync) for sync in SYNCS[1:]),
)


def those(text: str) -> tuple[Repetition, ...]:
    return tuple(figures(parse_scene(text)).values())


@pytest.mark.parametrize("text", SCENES)
def test_held_poses_have_measures_efforts_words_and_every_layer(text: str) -> None:
    company = those(text)
    for each in company:
        assert all(np.size(value) for value in each.measures.values())
        assert np.isfinite(each.efforts.effort).all()
        assert words().movement(each.take.movement.id) in pose_in_words(each, words(), 0.0)
    plan = Plan(1200.0, 700.0, words())
    for layers in (frozenset[str](), frozenset(LAYERS)):
        for arranged in ARRANGED:
            options = Options(layers=layers, arrangement=arranged)
            for t in (0.0, 0.4, 1.0):
                picture = scene.picture(company, plan, options, t)
                assert all(math.isfinite(n) for shape in picture.shapes for n in numbers(shape))
                titles = " ".join(s.text for s in picture.shapes if isinstance(s, Label))
                assert "held pose" in titles


def test_a_still_pose_beside_a_motion_leaves_it_its_time() -> None:
    for text in (f"{HINGE}|squat", f"squat|{HINGE}"):
        takes = [each.take for each in those(text)]
        squat = next(take for take in takes if take.duration_s)
        for sync in SYNCS:
            clock = shared_clock(takes, sync)
            assert clock.duration_s == pytest.approx(squat.duration_s)
            assert [span.phase for span in clock.spans] == [span.phase for span in squat.spans]
            assert not clock.uneven
            assert clock.own_times(0.5)[takes.index(squat)] == pytest.approx(squat.duration_s / 2)


def test_poses_alone_stand_on_a_clock_that_does_not_run() -> None:
    clock = shared_clock([each.take for each in those(HINGE)])
    assert clock.duration_s == 0.0
    assert clock.own_times(0.7) == (0.0,)
    assert clock.moment("turn") == 0.0


def test_a_pose_is_judged_by_the_rules_of_the_phase_that_it_is_held_in() -> None:
    (deep,) = those("hip-hinge(turn:hip_flexion=70)")
    (begun,) = those("hip-hinge(set_up:hip_flexion=70)")
    assert len(deep.findings) > len(begun.findings)


def test_the_camera_stays_where_the_motion_has_it_when_a_pose_is_taken() -> None:
    plan = Plan(1200.0, 700.0, words())
    moving, holding = (scene.picture(those(t), plan, Options(), 0.0) for t in ("squat", SQUAT))
    assert (moving.width, moving.height) == (holding.width, holding.height)
    spots = [{spot.name: (spot.x, spot.y) for spot in each.hotspots} for each in (moving, holding)]
    assert spots[0]["ankle"] == pytest.approx(spots[1]["ankle"], abs=1e-6)
    assert spots[0]["hip"][1] > spots[1]["hip"][1]
