"""Muscles are drawn where they pull: their levers, their size, their place under the skin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.muscle_groups import of_analysis
from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import SIDE, columns, fitted, size
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.motion.movement import movements
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.anatomy import swells
from hinge_tutor.stage.drawing import drawing
from hinge_tutor.stage.fitting import Placed
from tests.stage.edges import area_mm2, largest_loop_mm2, out_mm, sampled

pytestmark = pytest.mark.slow

BODIES = ("default", "default-woman", "long-thighed", "small", "tall", "stiff")
COORDINATES = {
    "hip": "hip_flexion_near",
    "knee": "knee_flexion_near",
    "ankle": "ankle_dorsiflexion_near",
    "l5s1": "l5s1_flexion",
    "shoulder": "shoulder_flexion_near",
}
CROSSING = (
    *(("glutes", "hip"), ("hamstrings", "hip"), ("adductor_magnus", "hip")),
    *(("quadriceps", "hip"), ("hip_flexors", "hip")),
    *(("hamstrings", "knee"), ("quadriceps", "knee"), ("calf", "knee")),
    *(("calf", "ankle"), ("shin", "ankle")),
    *(("back_extensors", "l5s1"), ("rectus_abdominis", "l5s1"), ("hip_flexors", "l5s1")),
    ("lats", "shoulder"),
)
# A drawn lever may miss the computed one by so much, cm.
LEVER_CM = 2.0
# One is longer than the body is deep: the published arm of rectus abdominis at the lowest disc is
# 13 to 17 cm, by height, and the skin of the drawn belly lies 13 cm ahead of the disc. So it is
# drawn 10 to 12.5 cm ahead, under that skin, and its line is up to 5 cm short.
LONGER_CM = {("rectus_abdominis", "l5s1"): 5.1}
# A computed lever shorter than this has no side worth drawing: adductor magnus behind an extended
# hip is the only one, cm.
NO_SIDE_CM = 0.3
# A muscle of constant volume that halves or doubles its length has √½ to √2 times the area seen
# from one side; drawn ones stay within that of the area they have in standing.
LEAST_AREA, MOST_AREA = 0.7, 1.42
# How far an outline may come out of the skin, mm of the body: less than a line at 1080p is thick.
OUT_MM = 3.0
# An outline that crosses itself ties off a loop; one this small cannot be seen, mm².
LOOP_MM2 = 25.0
# Comparisons at one joint of one body: fewer would mean that most poses were left out.
LEAST_COMPARED = 250
# Moments of each repetition that are looked at, and the step of a difference quotient, rad.
MOMENTS, STEP = 13, 0.01


@cache
def actors(who: str) -> tuple[Actor, ...]:
    return tuple(Actor(perform(name, body(who))) for name in movements())


def poses(actor: Actor) -> Iterator[tuple[float, Pose]]:
    take = actor.repetition.take
    for time in np.linspace(0.0, take.duration_s, MOMENTS):
        yield float(time), take.at(float(time))


def at_work(actor: Actor) -> Iterator[tuple[Placed, str]]:
    """The drawing at each of these moments, swollen as its muscles work, and when that is."""
    movement = actor.repetition.take.movement.id
    for time, pose in poses(actor):
        placed = actor.fit.place(pose, swell=swells(actor.works(time)))
        yield placed, f"in {movement} at {time:.2f} s"


def middle_mm(placed: Placed, muscle: str) -> float:
    """The length of a muscle's middle line: from tip to tip between its rails."""
    knots = outline(placed, muscle)[::3][:-1]
    count = len(drawing().muscles[muscle].back)
    back, front = knots[1 : count + 1], knots[count + 2 :][::-1]
    middle = np.concatenate([knots[:1], (back + front) / 2, knots[count + 1 : count + 2]])
    return float(np.abs(np.diff(middle)).sum())


def outline(placed: Placed, muscle: str) -> ComplexArray:
    return np.array(placed.run(f"muscle.{muscle}")).view(np.complex128)


def turned(pose: Pose, coordinate: str, by: float) -> Pose:
    q = pose.q.copy()
    q[pose.body.index(coordinate)] += by
    return Pose(pose.body, q)


def drawn_levers_cm(actor: Actor, pose: Pose, joint: str) -> dict[str, float]:
    """Of each muscle that crosses a joint, minus what its line gains for each rad: r = -dL/dq."""
    ends = [actor.fit.place(turned(pose, COORDINATES[joint], by)) for by in (-STEP, STEP)]
    return {
        muscle: (middle_mm(ends[0], muscle) - middle_mm(ends[1], muscle)) / (2 * STEP) / 10
        for muscle, crossed in CROSSING
        if crossed == joint
    }


def computed_cm(someone: Body, q: FloatArray, muscle: str, joint: str) -> float:
    """The mean by strength of the heads of a group that cross the joint."""
    _, arms = lengths_and_arms(q[None, list(columns(someone, "near"))])
    own = arms[SIDE.index(joint), 0]
    members = of_analysis()
    weight = members.weights[:, members.names.index(muscle)] * (np.abs(own) > 0.0)
    return float(own @ weight / weight.sum()) * size(someone) * 100


def measured(pose: Pose, joint: str) -> bool:
    """Whether the joint is within the angles at which the computed arms were read off."""
    low, high = (float(bound[SIDE.index(joint)]) for bound in fitted())
    return low <= float(pose.value(COORDINATES[joint])) <= high


@pytest.mark.parametrize("joint", COORDINATES)
@pytest.mark.parametrize("who", BODIES)
def test_the_line_of_a_drawn_muscle_has_the_lever_it_is_computed_with(who: str, joint: str) -> None:
    compared = 0
    for actor in actors(who):
        for time, pose in poses(actor):
            if not measured(pose, joint):
                continue
            for muscle, drawn in drawn_levers_cm(actor, pose, joint).items():
                compared += 1
                computed = computed_cm(pose.body, pose.q, muscle, joint)
                where = f"{muscle} in {actor.repetition.take.movement.id} at {time:.2f} s"
                allowed = LONGER_CM.get((muscle, joint), LEVER_CM)
                assert drawn == pytest.approx(computed, abs=allowed), where
                if abs(computed) > NO_SIDE_CM:
                    assert drawn * computed > 0, f"{where} is on the other side of the {joint}"
    assert compared > LEAST_COMPARED


@pytest.mark.parametrize("who", BODIES)
def test_a_drawn_muscle_keeps_its_size_while_it_works_and_changes_its_length(who: str) -> None:
    for actor in actors(who):
        standing = actor.fit.place(actor.standing)
        for placed, when in at_work(actor):
            for muscle in drawing().muscles:
                share = area_mm2(outline(placed, muscle)) / area_mm2(outline(standing, muscle))
                assert LEAST_AREA < share < MOST_AREA, f"{muscle} {when}"


@pytest.mark.parametrize("who", BODIES)
def test_no_muscle_pokes_through_the_skin(who: str) -> None:
    for actor in actors(who):
        allowed = OUT_MM * actor.repetition.take.body.height_m / 1.75
        for placed, when in at_work(actor):
            skins = [sampled(placed.run(run)) for run in ("trunk", "buttock", "leg_near", "cap")]
            for muscle in drawing().muscles:
                far = out_mm(sampled(placed.run(f"muscle.{muscle}")), skins)
                assert far < allowed, f"{muscle} {when}"


@pytest.mark.parametrize("who", BODIES)
def test_no_muscle_ties_itself_into_a_knot(who: str) -> None:
    for actor in actors(who):
        for placed, when in at_work(actor):
            for muscle in drawing().muscles:
                knot = largest_loop_mm2(sampled(placed.run(f"muscle.{muscle}")))
                assert knot < LOOP_MM2, f"{muscle} {when}"
