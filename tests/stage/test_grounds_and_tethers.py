"""Blocks, benches and walls lie under what they carry; bands and cables hold at both ends."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.supports import FLOOR_RAD
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.far_side import FAR_ARM_MM
from hinge_tutor.stage.grounds import FLOOR_MM, ground_shapes, surfaces
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.shapes import Curve
from hinge_tutor.stage.tethers import AROUND, AROUND_MM, tether_shapes
from tests.motion.small_movements import NAMES, small

PENS = pens(2.0, 800.0)


def _take(name: str) -> Take:
    return solve(small(name), body("default"))


def test_what_stands_on_the_floor_has_nothing_under_it() -> None:
    assert surfaces(_take("split-lunge")) == []
    assert ground_shapes(_take("split-lunge"), 0j, PENS) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_support_off_the_floor_lies_on_something(name: str) -> None:
    take = _take(name)
    for support in take.supports:
        boxes = surfaces(take)
        for x, y in support.targets_m:
            if support.normal != FLOOR_RAD:
                # A wall for the far hand alone is seen where that hand is.
                leaning = {each.on for each in take.supports if each.normal != FLOOR_RAD}
                ahead = FAR_ARM_MM if leaning == {"hand_far"} else 0.0
                assert any(
                    kind == "wall" and 0 <= box[0] - 1000 * x - ahead <= 30 for kind, box in boxes
                )
            elif 1000 * y > FLOOR_MM:
                tops = [b for _, b in boxes if b[0] <= 1000 * x <= b[2]]
                assert any(box[3] == pytest.approx(1000 * y, abs=0.1) for box in tops)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [("prone-curl", {"bench"}), ("wall-leg-swing", {"wall"}), ("hip-thrust", {"bench"})],
)
def test_a_surface_is_what_its_supports_say(name: str, kinds: set[str]) -> None:
    assert {kind for kind, _ in surfaces(_take(name))} == kinds


@pytest.mark.parametrize("name", ["band-under-feet", "cable-hinge", "hip-band-behind"])
def test_a_band_holds_at_both_ends(name: str) -> None:
    take = _take(name)
    for time_s in (0.0, take.turn_s, take.duration_s):
        pose = take.at(time_s)
        for far in (False, True):
            drawn = {s.name: s for s in tether_shapes(take, pose, 7j, PENS, far)}
            for pull in take.pulls:
                if pull.name.endswith("_far") is not far:
                    continue
                line = drawn[pull.name]
                assert isinstance(line, Curve)
                ends = pose.point(pull.to) if isinstance(pull.to, str) else np.array(pull.to)
                # A band around the hips goes on to where the skin ends.
                begins = 1000 * pose.point(pull.on) + (0, 7)
                around = AROUND_MM if pull.on.startswith(AROUND) else 0.0
                assert math.dist(line.points[:2], begins) == pytest.approx(around, abs=1e-6)
                assert line.points[-2:] == pytest.approx(1000 * ends + (0, 7))


def test_a_band_thins_as_the_root_of_its_stretch_and_hangs_when_slack() -> None:
    take = _take("band-under-feet")
    pose = take.at(0.0)
    span = float(np.linalg.norm(pose.point("hand_near") - pose.point("ball_near")))

    def drawn(rest_m: float) -> Curve:
        pull = Pull("band_near", "hand_near", "ball_near", 100.0, rest_m)
        (line,) = tether_shapes(replace(take, pulls=(pull,)), pose, 0j, PENS, far=False)
        assert isinstance(line, Curve)
        return line

    # Twice as long as at rest: 26 mm · √(1/2).
    assert drawn(span / 2).width == pytest.approx(26 * math.sqrt(0.5))
    # A tenth longer than its span: it sags by span · √(3/8 · .1) at its middle.
    slack, tight = drawn(1.1 * span), drawn(span)
    # The middle of a cubic: an eighth of its ends and three of its controls.
    sag = [float(np.array([1, 3, 3, 1]) @ line.points[1::2]) / 8 for line in (tight, slack)]
    assert sag[0] - sag[1] == pytest.approx(1000 * span * math.sqrt(3 / 8 * 0.1))


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_belongs_to_a_figure_is_in_its_extent(name: str) -> None:
    actor = Actor(Repetition(_take(name)))
    take = actor.repetition.take
    extent = actor.extent
    for time_s in np.linspace(0.0, take.duration_s, 7):
        at_mm = complex(-actor.ankle_mm, 0.0)
        pose = take.at(float(time_s))
        shapes, _ = ensemble(actor.fit, take, pose, at_mm, PENS, Options(), {})
        for shape in shapes:
            points = getattr(shape, "points", None)
            if points is None or shape.layer != "stage" or isinstance(shape, Curve):
                continue
            assert min(points[0::2]) >= extent.left - 1.0
            assert max(points[0::2]) <= extent.right + 1.0
            assert max(points[1::2]) <= extent.top + 1.0
