"""Arrows are as long as their forces, and arms as long as what makes the joints' moments."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.motion.movement import load_movement, movements
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load, usual_load
from hinge_tutor.stage import scene
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.force_course import LEAST_N, TURNED, ForceCourse
from hinge_tutor.stage.forces import LONGEST_MM, SCALES, newton_mm, turned
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Bar, Label, Polygon, Shape
from tests.stage.company import sheet

FORCES = Options(frozenset({"forces"}))
# Picture numbers are floats in mm: lengths agree to rounding, forces to as many newtons a mm.
ROUNDING_MM = 1e-6


@cache
def done(movement: str, load_kg: float = 0.0) -> Repetition:
    return perform(movement, body(), load=Load(load_kg) if load_kg else None)


@cache
def standing_bent() -> Repetition:
    """A still pose of one sample, with 20 kg in the hands."""
    bent = {"hip_flexion": 1.2, "knee_flexion": 0.4, "lumbar_flexion": 0.2}
    return Repetition(still(body(), bent, load=Load(20.0)))


def drawn(repetition: Repetition, t: float, highlight: str | None = None) -> Picture:
    return scene.picture((repetition,), sheet(), replace(FORCES, highlight=highlight), t)


def arrow_mm(picture: Picture, name: str) -> complex:
    """From the tail of an arrow to its tip, mm."""
    shapes = picture.named(name)
    (shaft,) = (shape for shape in shapes if isinstance(shape, Bar))
    head = [shape for shape in shapes if isinstance(shape, Polygon)][-1]
    return complex(*head.points[:2]) - complex(*shaft.points[:2])


def arm_mm(picture: Picture, joint: str) -> float:
    (bar,) = (shape for shape in picture.named(f"arm.{joint}") if isinstance(shape, Bar))
    x1, y1, x2, y2 = bar.points
    return abs(complex(x2 - x1, y2 - y1))


@pytest.mark.parametrize("joint", TURNED)
def test_the_drawn_arm_times_the_drawn_force_is_the_static_moment(joint: str) -> None:
    pose = standing_bent()
    picture, scale = drawn(pose, 0.0, joint), newton_mm([ForceCourse(pose)])
    force_N = abs(arrow_mm(picture, f"turns.{joint}")) / scale
    moment_Nm = force_N * arm_mm(picture, joint) / 1000.0
    net = pose.loads.net_moment_Nm
    told = {
        "hip": net["hip_near"] + net["hip_far"],
        "knee": net["knee_near"],
        "ankle": net["ankle_near"],
        "spine": net["l5s1"],
    }[joint]
    assert moment_Nm == pytest.approx(abs(float(told[0])), abs=1e-6)


def test_the_grounds_arrow_is_as_long_and_points_as_its_force() -> None:
    repetition, scale = done("kettlebell-swing"), newton_mm([ForceCourse(done("kettlebell-swing"))])
    for sample in (20, 50, 80):
        t = float(repetition.take.time_s[sample]) / repetition.take.duration_s
        force = np.sum([each.force_N[sample] for each in repetition.loads.supports], axis=0)
        assert arrow_mm(drawn(repetition, t), "force.ground") == pytest.approx(
            scale * complex(*force), abs=ROUNDING_MM
        )


def test_all_figures_have_one_scale_that_stays_while_they_play() -> None:
    cast = (done("deadlift", 60.0), done("hip-hinge"))
    scale = newton_mm([ForceCourse(each) for each in cast])
    for t in (0.0, 0.5, 1.0):
        picture = scene.picture(cast, sheet(), FORCES, t)
        shafts = [shape for shape in picture.named("force.ground") if isinstance(shape, Bar)]
        heads = [s for s in picture.named("force.ground") if isinstance(s, Polygon)]
        times = scene.own_times(cast, t)
        for each, time, shaft, head in zip(cast, times, shafts, heads, strict=True):
            rows = np.sum([one.force_N for one in each.loads.supports], axis=0)
            force = [np.interp(time, each.take.time_s, row) for row in rows.T]
            way = complex(*head.points[:2]) - complex(*shaft.points[:2])
            assert way == pytest.approx(scale * complex(*force), abs=ROUNDING_MM)


@pytest.mark.parametrize("movement", movements())
def test_the_longest_arrow_of_every_movement_is_long_and_fits(movement: str) -> None:
    course = ForceCourse(done(movement))
    longest = newton_mm([course]) * course.largest_N
    assert longest <= LONGEST_MM
    # No two neighboring steps of the scale are farther apart than that.
    assert longest >= LONGEST_MM * min(b / a for a, b in pairwise(SCALES))


@pytest.mark.parametrize(
    ("highlight", "joints"),
    [(None, ("hip", "spine")), ("hamstrings", ("hip", "spine")), ("knee", ("knee",))],
)
def test_only_the_highlighted_joint_has_an_arm_or_else_hip_and_lower_back(
    highlight: str | None, joints: tuple[str, ...]
) -> None:
    assert tuple(turned(highlight)) == joints
    names = {shape.name for shape in drawn(done("hip-hinge"), 0.5, highlight).shapes}
    assert {name for name in names if name.startswith("arm.")} == {f"arm.{j}" for j in joints}


def test_two_feet_at_one_place_push_as_one_and_in_a_split_stance_each_for_itself() -> None:
    assert [force.name for force in ForceCourse(done("squat")).outside] == ["ground"]
    names = [force.name for force in ForceCourse(done("lunge")).outside]
    assert names == ["ground_near", "ground_far"]


def test_bands_and_loads_have_their_arrows() -> None:
    names = {shape.name for shape in drawn(done("banded-hinge"), 0.5).shapes}
    assert "force.band_near" in names
    names = {shape.name for shape in drawn(done("deadlift", 60.0), 0.5).shapes}
    assert "force.load" in names


def test_in_the_air_nothing_pushes() -> None:
    repetition = done("vertical-jump")
    rows = np.sum([each.force_N[:, 1] for each in repetition.loads.supports], axis=0)
    sample = int(np.argmin(rows))
    assert float(rows[sample]) < LEAST_N
    t = float(repetition.take.time_s[sample]) / repetition.take.duration_s
    assert drawn(repetition, t).named("force.ground") == ()


def test_no_arrow_of_a_load_reaches_below_the_floor() -> None:
    for t in np.linspace(0.0, 1.0, 9):
        picture = drawn(done("deadlift", 60.0), float(t))
        (ground,) = picture.named("ground")
        lowest = min(_lowest(shape) for shape in picture.named("force.load"))
        assert lowest >= _lowest(ground)


def _lowest(shape: Shape) -> float:
    return min(getattr(shape, "points", (0.0, np.inf))[1::2])


def test_numbers_say_what_is_drawn() -> None:
    pose = standing_bent()
    (label,) = (s for s in drawn(pose, 0.0, "hip").named("arm.hip") if isinstance(s, Label))
    turning = Actor(pose).forces.turning("hip", 0.0)
    assert turning is not None
    assert label.text == sheet().words.force(
        "moment",
        {
            "cm": 100 * turning.arm_m,
            "newtons": abs(turning.force),
            "moment_Nm": turning.moment_Nm,
        },
    )


@pytest.mark.parametrize("movement", ["good-morning", "weighted-hinge", "banded-hello", "lunge"])
def test_every_arrow_has_its_number_where_there_is_room(movement: str) -> None:
    file, who = load_movement(movement), body()
    repetition = perform(movement, who, load=usual_load(file, who))
    picture = scene.picture((repetition,), sheet(1600, 1000), FORCES, 0.5)
    arrows = {s.name for s in picture.shapes if s.name.startswith(("force.", "turns."))}
    told = {s.name for s in picture.shapes if isinstance(s, Label)}
    assert arrows
    assert arrows <= told
