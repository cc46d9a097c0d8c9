"""Bones are drawn whole, in their joints, and under the skin, in every movement and body."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.motion.movement import movements
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.bone_drawing import KNEECAP, SPINE, bone_drawing
from hinge_tutor.stage.bone_fitting import PlacedBones
from hinge_tutor.stage.bones import LEG_BONES, OUTER_BONES, TRUNK_BONES
from hinge_tutor.stage.bones_file import PARTS, VERTEBRAE
from hinge_tutor.stage.drawing import GRIP, OPEN, drawing
from hinge_tutor.stage.drawing_file import HANDS
from hinge_tutor.stage.figure import figure_shapes
from hinge_tutor.stage.fitting import fitting
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.shapes import Moved, Numbers
from tests.stage.company import EXTREMES, posed
from tests.stage.edges import inside, out_mm, sampled

BODIES = ("default", "default-woman", "long-thighed", "small", "tall", "stiff")
# The thinnest and the heaviest that are accepted at these heights with a spare of some kg.
UNUSUAL = ("height=2.0,mass=50", "height=1.5,mass=38,sex=female", "height=1.6,mass=140")
EVERY = (*TRUNK_BONES, *LEG_BONES, *OUTER_BONES)
SKINS = ("trunk", "head", "buttock", "leg_near", "cap", "sleeve_near", "thumb_near", "hair")
# How far a bone may come out of the skin, mm of the body: less than the skin's line is thick in a
# window. The spinous processes of a thin neck that is bent far back come as near as anything can.
OUT_MM, THIN_OUT_MM = 1.5, 3.0
# Moments of each repetition that are looked at.
MOMENTS = 9
# A rigid bone's points keep their distances but for rounding, mm.
RIGID_MM = 1e-6
# The band from kneecap to shin is a strap: in life it gives by a tenth at most.
BAND_SHARE = 0.12


@cache
def actors(who: str) -> tuple[Actor, ...]:
    return tuple(Actor(perform(name, body(who))) for name in movements())


def curves(placed: PlacedBones, part: str) -> tuple[Numbers, ...]:
    """The curves of a part on the sheet."""
    return Moved(part, "bones", *placed.part(part), "", 0.0).lines().curves


def knots(placed: PlacedBones, part: str) -> list[ComplexArray]:
    """The points through which each curve of a part goes."""
    return [np.array(curve).view(np.complex128)[::3] for curve in curves(placed, part)]


def farthest_out_mm(actor: Actor, pose: Pose) -> float:
    placed, bones = actor.fit.place(pose), actor.fit.bones.place(pose)
    skins = [sampled(placed.run(run)) for run in SKINS]
    every = np.concatenate([points for part in EVERY for points in knots(bones, part)])
    return out_mm(every, skins) / (pose.body.height_m / 1.75)


@pytest.mark.slow
@pytest.mark.parametrize("who", BODIES)
def test_no_bone_leaves_the_skin(who: str) -> None:
    for actor in actors(who):
        take = actor.repetition.take
        for time in np.linspace(0.0, take.duration_s, MOMENTS):
            out = farthest_out_mm(actor, take.at(float(time)))
            assert out < OUT_MM, f"{take.movement.id} at {time:.2f} s"


@pytest.mark.slow
@pytest.mark.parametrize("who", UNUSUAL)
@pytest.mark.parametrize("name", ["hip-hinge", "squat", "forward-bend"])
def test_bones_shrink_under_a_thin_skin(name: str, who: str) -> None:
    actor = Actor(perform(name, body(who)))
    take = actor.repetition.take
    for time in np.linspace(0.0, take.duration_s, MOMENTS):
        assert farthest_out_mm(actor, take.at(float(time))) < THIN_OUT_MM, f"{time:.2f} s"


def test_the_spine_is_counted_as_in_every_atlas() -> None:
    assert [sum(name.startswith(region) for name in VERTEBRAE) for region in "LTC"] == [5, 12, 7]
    placed = fitting(body()).bones.place(posed({}))
    assert len(curves(placed, SPINE)) == len(VERTEBRAE)
    bones = bone_drawing(drawing())
    assert sum(name.startswith("rib_") for bone in bones for name in bone.names) == 12
    assert [name for bone in bones for name in bone.names if bone.part == SPINE] == list(VERTEBRAE)


@pytest.mark.parametrize("name", EXTREMES)
def test_no_bone_is_ever_bent(name: str) -> None:
    bones = fitting(body()).bones
    upright, now = (bones.place(pose) for pose in (posed({}), posed(EXTREMES[name])))
    for part in EVERY:
        for before, after in zip(knots(upright, part), knots(now, part), strict=True):
            one, other = (np.abs(z[:, None] - z[None, :]) for z in (before, after))
            assert np.abs(one - other).max() < RIGID_MM


def turns_deg(before: PlacedBones, after: PlacedBones) -> list[float]:
    """How far each vertebra has turned clockwise, which is forward."""
    pairs = zip(knots(before, SPINE), knots(after, SPINE), strict=True)
    return [-math.degrees(np.angle((b[1] - b[0]) / (a[1] - a[0]))) for a, b in pairs]


def test_a_round_back_shares_its_bend_among_all_discs() -> None:
    """Up to the middle of the chest no disc is left out, and none takes more than a quarter."""
    bones = fitting(body()).bones
    bend = {"lumbar_flexion": 50.0, "thoracic_flexion": 30.0}
    turned = turns_deg(bones.place(posed({})), bones.place(posed(bend)))
    moving = np.diff([0.0, *turned[: VERTEBRAE.index("T3")]])
    assert moving.min() > 0.1
    assert moving.max() < sum(bend.values()) / 4
    assert turned[VERTEBRAE.index("C7")] == pytest.approx(sum(bend.values()), abs=0.5)


@pytest.mark.parametrize("name", EXTREMES)
def test_neighboring_vertebrae_stay_apart_and_together(name: str) -> None:
    """Middles keep the distance of a body with its disc, within a quarter."""
    bones = fitting(body()).bones

    def gaps(pose: Pose) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        middles = [points[:-1].mean() for points in knots(bones.place(pose), SPINE)]
        return np.abs(np.diff(middles))

    assert gaps(posed(EXTREMES[name])) == pytest.approx(gaps(posed({})), rel=0.25)


@pytest.mark.parametrize("who", BODIES)
@pytest.mark.parametrize("name", EXTREMES)
def test_the_thigh_bone_turns_in_its_socket_and_the_shin_under_it(name: str, who: str) -> None:
    """Hip, knee and elbow centers lie in the bones that meet there."""
    someone = body(who)
    pose = posed(EXTREMES[name], someone)
    placed = fitting(someone).bones.place(pose)
    for joint, part in (
        ("mid_hip", "thigh"),
        ("mid_hip", "pelvis"),
        ("knee_near", "thigh"),
        ("ankle_near", "foot"),
        ("shoulder_near", "arm"),
        ("elbow_near", "arm"),
    ):
        center = np.array([complex(*(pose.point(joint) * 1000))])
        around = [inside(center, sampled(curve))[0] for curve in curves(placed, part)]
        assert any(around), f"{joint} is outside of the {part}"


@pytest.mark.parametrize("bend", range(0, 141, 20))
def test_the_kneecap_hangs_on_its_band(bend: int) -> None:
    """From its lower end to the bump of the shin the band keeps its length while the knee bends."""
    bones = fitting(body()).bones

    def band(angle: float) -> float:
        placed = bones.place(posed({"knee_flexion": angle}))
        (cap,), shin = knots(placed, KNEECAP), knots(placed, "shank")[0]
        upright = bones.place(posed({}))
        lowest = int(knots(upright, KNEECAP)[0].imag.argmin())
        bump = int(np.abs(knots(upright, "shank")[0] - complex(*place)).argmin())
        return float(abs(cap[lowest] - shin[bump]))

    x, y = posed({}).point("knee_near") * 1000
    place = (x + 39.0, y - 64.0)
    assert band(float(bend)) == pytest.approx(band(0.0), rel=BAND_SHARE)


def test_a_fist_has_other_fingers_than_an_open_hand() -> None:
    pose = posed({})
    open_hand, fist = (fitting(body(), (hand, OPEN)).bones.place(pose) for hand in (OPEN, GRIP))
    assert curves(open_hand, "hand") == curves(fist, "hand")
    lowest = [min(min(c[1::2]) for c in curves(hand, "fingers")) for hand in (open_hand, fist)]
    assert lowest[1] > lowest[0] + 60


@pytest.mark.parametrize("hand", [OPEN, *HANDS])
def test_the_bones_of_a_hand_lie_in_a_hand_of_their_shape(hand: str) -> None:
    fit, pose = fitting(body(), (hand, OPEN)), posed({})
    skins = [sampled(fit.place(pose).run(run)) for run in ("sleeve_near", "thumb_near")]
    bones = fit.bones.place(pose)
    every = np.concatenate([*knots(bones, "hand"), *knots(bones, "fingers")])
    assert out_mm(every, skins) < OUT_MM


def test_a_hole_runs_the_other_way_round_than_its_bone() -> None:
    placed = fitting(body()).bones.place(posed({}))
    areas = {part: [area(points) for points in knots(placed, part)] for part in EVERY}
    assert sum(each < 0 for areas_of in areas.values() for each in areas_of) == 1
    assert sum(each < 0 for each in areas["pelvis"]) == 1


def area(points: ComplexArray) -> float:
    """What a line goes around counter-clockwise."""
    return float((points.conj() * np.roll(points, -1)).imag.sum() / 2)


def bone_names(*layers: str, highlight: str | None = None) -> list[str]:
    options = Options(frozenset(layers), highlight=highlight)
    shapes, _ = figure_shapes(fitting(body()), posed({}), 0j, pens(3.0, 700.0), options, {})
    return [shape.name for shape in shapes if isinstance(shape, Moved) and shape.layer == "bones"]


def test_every_part_is_drawn_once_and_only_where_bones_are_shown() -> None:
    every = sorted(f"bone.{part}" for part in (*PARTS, SPINE, KNEECAP))
    assert sorted(bone_names("bones")) == every
    assert sorted(bone_names("bones", "muscles")) == every
    assert bone_names("muscles") == []


def test_a_highlighted_spine_is_seen_over_muscles_and_arm() -> None:
    options = Options(frozenset({"bones", "muscles"}), highlight=SPINE)
    shapes, _ = figure_shapes(fitting(body()), posed({}), 0j, pens(3.0, 700.0), options, {})
    names = [shape.name for shape in shapes]
    last = len(names) - 1 - names[::-1].index("bone.spine")
    assert last > names.index("near_arm") > names.index("muscle.back_extensors")
    assert isinstance(shape := shapes[last], Moved)
    assert (shape.fill, shape.line) == ("accent", "highlight")
