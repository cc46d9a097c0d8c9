"""The figure holds together in every pose, on every body."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load
from hinge_tutor.stage.anatomy import LEG_MUSCLES, TRUNK_MUSCLES, Work
from hinge_tutor.stage.drawing import GRIP
from hinge_tutor.stage.figure import figure_shapes
from hinge_tutor.stage.fitting import Placed, fitting
from hinge_tutor.stage.loads import carried
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.shapes import Curve, Silhouette
from tests.stage.company import EXTREMES, posed, three
from tests.stage.drawn import numbers
from tests.stage.edges import out_mm, sampled

BODIES = (
    "default",
    "height=1.5,mass=45,sex=female",
    "height=2.05,mass=130",
    "femur=+10%,torso=-9%",
)
# A point that must lie inside two outlines at once: there they cannot come apart.
SEAMS = (
    ("mid_hip", "trunk", "leg_near"),
    ("shoulder_near", "trunk", "arm_near"),
)
# A filling may come so near to the middle of an outline, which is twice as wide.
WITHIN_MM = 1.0


def winding(placed: Placed, run: str, x: float, y: float) -> int:
    """How often an outline goes around a point: 0 is outside."""
    points = placed.run(run)
    corners = [complex(points[0], points[1])]
    for start in range(2, len(points) - 5, 6):
        a = corners[-1]
        b, c, d = (complex(points[start + i], points[start + i + 1]) for i in (0, 2, 4))
        for number in range(1, 5):
            t = number / 4
            corners.append(
                (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d
            )
    rays = np.array(corners) - complex(x, y)
    turns = float(np.angle(rays[1:] / rays[:-1]).sum())
    return round(turns / (2 * math.pi))


@pytest.mark.parametrize("who", BODIES)
@pytest.mark.parametrize("name", EXTREMES)
def test_limbs_and_trunk_overlap_at_their_joint(name: str, who: str) -> None:
    someone = body(who)
    pose = posed(EXTREMES[name], someone)
    placed = fitting(someone).place(pose)
    for joint, first, second in SEAMS:
        x, y = pose.point(joint) * 1000
        assert winding(placed, first, x, y) != 0, f"{joint} has left the {first}"
        assert winding(placed, second, x, y) != 0, f"{joint} has left the {second}"
    for joint in ("knee_near", "elbow_near", "wrist_near"):
        x, y = pose.point(joint) * 1000
        run = "leg_near" if joint == "knee_near" else "arm_near"
        assert winding(placed, run, x, y) != 0, f"{joint} is bare"


@pytest.mark.parametrize("raised", range(-60, 181, 15))
def test_the_arm_has_no_hole_at_the_shoulder(raised: int) -> None:
    """What is painted as the near arm, sleeve and cap, covers the bone from shoulder to elbow."""
    pose = posed({"shoulder_flexion": float(raised)})
    placed = fitting(body()).place(pose)
    shoulder, elbow = (
        complex(*(pose.point(name) * 1000)) for name in ("shoulder_near", "elbow_near")
    )
    for along, across in itertools.product((0.0, 0.1, 0.2, 0.3, 0.5, 0.8), (-0.07, 0.0, 0.07)):
        at = shoulder + complex(along, across) * (elbow - shoulder)
        inside = [winding(placed, run, at.real, at.imag) for run in ("sleeve_near", "cap")]
        assert any(inside), f"a hole {along:.0%} down the arm"


@pytest.mark.parametrize("who", BODIES)
@pytest.mark.parametrize("name", EXTREMES)
def test_head_and_trunk_share_the_neck(name: str, who: str) -> None:
    someone = body(who)
    pose = posed(EXTREMES[name], someone)
    placed = fitting(someone).place(pose)
    # Half-way between the lowest joint of the neck and the joint of the head.
    x, y = (pose.point("c7") + pose.point("head")) / 2 * 1000
    assert winding(placed, "trunk", x, y) != 0
    x, y = pose.point("head") * 1000
    assert winding(placed, "head", x, y) != 0
    # One outline ends inside the other: the head's lowest points lie in the trunk.
    nape = placed.run("head")
    inside = [
        winding(placed, "trunk", nape[i], nape[i + 1]) != 0 for i in range(0, len(nape) - 1, 6)
    ]
    assert any(inside)


@pytest.mark.parametrize("who", BODIES)
@pytest.mark.parametrize("name", EXTREMES)
def test_every_number_is_finite_and_no_line_is_longer_than_the_body(name: str, who: str) -> None:
    someone = body(who)
    shapes, _ = figure_shapes(
        fitting(someone),
        posed(EXTREMES[name], someone),
        0j,
        pens(3.0, 700.0),
        Options(frozenset({"muscles", "bones"})),
        {group: Work(0.4, "shortening", 0.8) for group in (*LEG_MUSCLES, *TRUNK_MUSCLES)},
    )
    for shape in shapes:
        values = list(numbers(shape))
        assert np.isfinite(values).all(), shape.name
        assert max(map(abs, values)) < 2.0 * someone.height_m * 1000, shape.name


def test_outlines_move_smoothly_through_a_deep_fold() -> None:
    """No point jumps: a two-hundredth of the fold moves every point by less than 2 cm."""
    fit = fitting(body())
    deep = EXTREMES["deepest squat"]
    before = fit.place(posed({}))
    for step in range(1, 201):
        now = fit.place(posed({name: value * step / 200 for name, value in deep.items()}))
        assert np.abs(np.array(now.z) - before.z).max() < 20.0
        before = now


def test_the_sole_lies_on_the_ground() -> None:
    placed = fitting(body()).place(posed(EXTREMES["deepest squat"]))
    heights = placed.run("leg_near")[1::2]
    # Control points of the round heel reach a little below the curve itself.
    assert min(heights) == pytest.approx(0.0, abs=3.0)


def test_the_back_rounds_when_the_spine_does() -> None:
    """The trunk's outline bulges further from the line hip to neck when the lumbar spine bends."""

    def bulge(lumbar: float) -> float:
        pose = posed({"lumbar_flexion": lumbar, "root_pitch": 90 - lumbar / 2})
        placed = fitting(body()).place(pose)
        hip, neck = (complex(*(pose.point(name) * 1000)) for name in ("mid_hip", "c7"))
        along = (neck - hip) / abs(neck - hip)
        points = placed.run("trunk")
        offsets = [
            ((complex(x, y) - hip) / along).imag
            for x, y in zip(points[0::2], points[1::2], strict=True)
            if 0.3 < ((complex(x, y) - hip) / along).real / abs(neck - hip) < 0.7
        ]
        return max(offsets)

    assert bulge(50) > bulge(0) + 20


def test_muscles_swell_when_they_work_and_shorten() -> None:
    fit = fitting(body())
    pose = posed({})

    def thickness(work: Work) -> float:
        shapes, _ = figure_shapes(
            fit, pose, 0j, pens(3.0, 700.0), Options(frozenset({"muscles"})), {"hamstrings": work}
        )
        (muscle,) = (s for s in shapes if isinstance(s, Curve) and s.name == "muscle.hamstrings")
        x, y = np.array(muscle.points[0::2]), np.array(muscle.points[1::2])
        return float(np.abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2)

    quiet, hard = Work(0.0, "resting", 1.1), Work(0.6, "shortening", 0.8)
    assert thickness(hard) > 1.05 * thickness(quiet)


def test_a_heavier_body_is_wider_and_a_female_one_has_narrower_shoulders() -> None:
    def width(who: str) -> float:
        x = fitting(body(who)).place(posed({}, body(who))).run("trunk")[0::2]
        return max(x) - min(x)

    assert width("mass=110") > 1.1 * width("default")
    assert width("sex=female,mass=75,height=1.75") < width("default")


def test_a_heavy_body_is_wide_at_the_waist_and_keeps_its_calves() -> None:
    def widths(who: str) -> list[float]:
        placed = fitting(body(who)).place(posed({}, body(who)))
        found = []
        for run, low, high in (
            ("trunk", 1050, 1150),
            ("trunk", 1330, 1400),
            ("leg_near", 300, 400),
        ):
            points = np.array(placed.run(run)).reshape(-1, 2)
            here = points[(points[:, 1] > low) & (points[:, 1] < high), 0]
            found.append(float(np.ptp(here)))
        return found

    waist, chest, calf = (
        heavy / usual for heavy, usual in zip(widths("mass=150"), widths("default"), strict=True)
    )
    assert waist > 1.15 * chest
    assert chest > calf > 1.0


def test_the_far_limbs_lie_behind_the_near_ones() -> None:
    shapes, _ = figure_shapes(
        fitting(body()), posed({}), 0j, pens(3.0, 700.0), Options(frozenset()), {}
    )
    limbs = ("far_arm", "far_leg", "body", "near_arm")
    names = [shape.name for shape in shapes if shape.name in limbs]
    assert names == ["far_arm", "far_arm", "far_leg", "body", "near_arm"]


def test_a_load_is_in_the_hand_and_the_hand_is_closed() -> None:
    open_hand, fist = fitting(body()), fitting(body(), (GRIP, GRIP))
    pose = posed({})
    take = still(body(), {}, load=Load(20.0))
    load = carried(take, pose, 0j, pens(3.0, 700.0))
    shapes, placed = figure_shapes(fist, pose, 0j, pens(3.0, 700.0), Options(frozenset()), {}, load)
    weights = [shape for shape in shapes if shape.name == "load"]
    assert weights
    x, y = pose.point("hand_near") * 1000
    corners = [point for weight in weights for point in getattr(weight, "points", ())]
    assert sum(corners[0::2]) / len(corners[0::2]) == pytest.approx(x)
    assert sum(corners[1::2]) / len(corners[1::2]) == pytest.approx(y)
    assert winding(placed, "arm_near", x, y) != 0
    lowest = min(placed.run("arm_near")[1::2])
    assert lowest > min(open_hand.place(pose).run("arm_near")[1::2]) + 60
    empty, _ = figure_shapes(open_hand, pose, 0j, pens(3.0, 700.0), Options(frozenset()), {})
    assert not [shape for shape in empty if shape.name == "load"]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_soles_do_not_slide_while_the_figure_moves(number: int) -> None:
    take = three()[number].take
    fit = fitting(take.body)
    start, stop = (value // 2 for value in fit.runs["leg_near"])
    first = fit.place(take.at(0.0)).z[start:stop]
    sole = first.imag < 8.0
    assert sole.sum() > 10
    for time in np.linspace(0.0, take.duration_s, 24):
        moved = np.abs(fit.place(take.at(float(time))).z[start:stop] - first)[sole]
        assert moved.max() < 2.0


@pytest.mark.parametrize("who", BODIES)
@pytest.mark.parametrize("hip", [-20, 0, 40, 90])
def test_what_hides_the_ends_of_the_trunk_muscles_stays_inside_the_skin(hip: int, who: str) -> None:
    someone = body(who)
    pose = posed({"hip_flexion": hip}, someone)
    shapes, _ = figure_shapes(
        fitting(someone), pose, 0j, pens(2.0, 600.0), Options(frozenset({"muscles"})), {}
    )
    (thigh,) = (shape for shape in shapes if isinstance(shape, Curve) and shape.name == "thigh")
    (skin,) = (shape for shape in shapes if isinstance(shape, Silhouette) and shape.name == "body")
    # Many of its points are the skin's own; whether such a one is inside has no answer.
    points = sampled(thigh.points) + 1e-6
    assert out_mm(points, [sampled(curve) for curve in skin.curves]) < WITHIN_MM
