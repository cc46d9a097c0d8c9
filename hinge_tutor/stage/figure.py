"""The figure of one pose, from the far arm at the back to the near hand at the front."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.stage.anatomy import LEG_MUSCLES, TRUNK_MUSCLES, Work, muscle_shapes, swells
from hinge_tutor.stage.fitting import Fitting, Placed
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.picture import Curve, Disc, Shape, Silhouette, Strokes

Point = tuple[float, float]

BODY = ("trunk", "head", "buttock", "leg_near", "arm_near", "thumb_near")
FACE_LINES = ("eye", "eyelid", "brow", "nostril", "mouth", "jaw")
LEG_LINES = ("ankle_bone", "kneecap")
HAND_LINES = ("thumb_edge", "finger_index", "finger_middle", "finger_ring")
# Runs whose line is that of another: the near arm has none where it goes over into the shoulder.
OPENED = {"near_arm": {"arm_near": "sleeve_near"}}
# Below this hip flexion (degrees) the buttock folds over the thigh.
BUTTOCK_FOLD_DEG = 40.0
# How far a fold of flesh runs from its corner toward the joint.
FOLD_SHARE = 0.45
# A weight of one kilogram is drawn with this radius, in mm: 20 kg are 11 cm, as a dumbbell's end.
LOAD_MM = 42.0
SPINE_POINTS = ("l5s1", "l3l4", "l1l2", "thoracic_lower", "thoracic_upper", "c7", "head")


def figure_shapes(
    fit: Fitting,
    pose: Pose,
    at_mm: complex,
    pens: Pens,
    options: Options,
    works: Mapping[str, Work],
    load_kg: float = 0.0,
) -> tuple[list[Shape], Placed]:
    """The shapes of one figure moved by `at_mm`, and its points."""
    with_muscles = options.shows("muscles")
    placed = fit.place(pose, at_mm, pens.line, swells(works) if with_muscles else None)
    run = placed.run
    highlight = options.highlight
    shapes: list[Shape] = [
        _silhouette(placed, "far_arm", ("arm_far", "thumb_far"), "skin_far", "outline_far", pens),
        _silhouette(placed, "far_leg", ("leg_far",), "skin_far", "outline_far", pens),
        _silhouette(placed, "body", BODY, "skin", "outline", pens),
        Curve("hair", "body", run("hair"), fill="hair"),
        *([Curve("bun", "body", run("bun"), fill="hair")] if pose.body.sex == "female" else []),
        Curve("pupil", "body", run("pupil"), fill="detail"),
        Curve("ear", "body", run("ear"), fill="skin", line="detail", width=pens.fine),
        *_lines(placed, FACE_LINES, pens.fine),
    ]
    if with_muscles:
        shapes += muscle_shapes(placed, TRUNK_MUSCLES, works, pens, highlight)
        shapes.append(Curve("thigh", "body", run("leg_near"), fill="skin"))
    if options.shows("bones"):
        # The pelvis lies deeper than the muscles of the leg.
        pelvis = Curve("pelvis", "bones", run("pelvis_bone"), "bone", "bone_line", pens.fine)
        shapes.append(pelvis)
    if with_muscles:
        shapes += muscle_shapes(placed, LEG_MUSCLES, works, pens, highlight)
    shapes += _creases(fit, placed, pose, at_mm, pens)
    if options.shows("bones"):
        shapes += _bones(pose, at_mm, pens, highlight)
    if load_kg > 0:
        shapes += _load(pose, at_mm, pens, load_kg)
    shapes += [
        _silhouette(placed, "near_arm", ("arm_near", "thumb_near"), "skin", "outline", pens),
        *_lines(placed, HAND_LINES, pens.fine),
    ]
    if options.shows("bones"):
        shapes += _joints(pose, at_mm, pens, highlight)
    return shapes, placed


def _silhouette(
    placed: Placed, name: str, runs: tuple[str, ...], fill: str, line: str, pens: Pens
) -> Silhouette:
    curves = tuple(placed.run(part) for part in runs)
    edges = tuple(OPENED.get(name, {}).get(part, part) for part in runs)
    rims = tuple(placed.run(f"rim.{part}") for part in edges)
    return Silhouette(name, "body", curves, rims, fill, line, pens.line)


def _lines(placed: Placed, names: tuple[str, ...], width: float) -> list[Shape]:
    return [Curve(name, "body", placed.run(name), line="detail", width=width) for name in names]


def _creases(fit: Fitting, placed: Placed, pose: Pose, at_mm: complex, pens: Pens) -> list[Shape]:
    """Ankle bone and kneecap, and the folds at hip and knee."""
    shapes = _lines(placed, LEG_LINES, pens.fine)
    if math.degrees(float(pose.value("hip_flexion_near"))) < BUTTOCK_FOLD_DEG:
        shapes += _lines(placed, ("buttock_fold",), pens.fine)
    for fold in fit.folds:
        corner = fold.corner(placed.z) if fold.closed(pose) else None
        if corner is not None:
            x, y = (pose.point(fold.joint) * 1000).tolist()
            stop = corner + FOLD_SHARE * (complex(x, y) + at_mm - corner)
            points = (corner.real, corner.imag, stop.real, stop.imag)
            shapes.append(Strokes(fold.name, "body", points, "detail", pens.line))
    return shapes


def load_radius_mm(load_kg: float) -> float:
    """The radius of a weight seen from its end: that of a ball grows with the root of its mass."""
    return LOAD_MM * math.cbrt(load_kg)


def _load(pose: Pose, at_mm: complex, pens: Pens, load_kg: float) -> list[Shape]:
    """The end of a dumbbell in the near hand, with its mass."""
    x, y = (pose.point("hand_near") * 1000).tolist()
    x, y, radius = x + at_mm.real, y + at_mm.imag, load_radius_mm(load_kg)
    return [
        Disc("load", "body", x, y, radius, "load", "outline", pens.line),
        Disc("load", "body", x, y, 0.8 * radius, "", "plate", pens.fine),
    ]


def joint_points(pose: Pose, at_mm: complex) -> dict[str, tuple[float, float]]:
    """Joints and tips of the near side and the spine, in mm."""
    names = (
        "mid_hip",
        "knee_near",
        "ankle_near",
        "ball_near",
        "toe_tip_near",
        "heel_near",
        "shoulder_near",
        "elbow_near",
        "wrist_near",
        "l5s1",
        "l3l4",
        "l1l2",
        "thoracic_lower",
        "thoracic_upper",
        "c7",
        "head",
    )
    xy = (pose.points(names) * 1000.0 + np.array([at_mm.real, at_mm.imag])).tolist()
    return {name: (point[0], point[1]) for name, point in zip(names, xy, strict=True)}


def _bones(pose: Pose, at_mm: complex, pens: Pens, highlight: str | None) -> list[Shape]:
    at = joint_points(pose, at_mm)
    # The foot's bones end inside its skin, so they stop short of the landmarks on the ground.
    heel = _between(at["heel_near"], at["ankle_near"], 0.3)
    ball = _between(at["ball_near"], at["ankle_near"], 0.2)
    toe = _between(at["toe_tip_near"], ball, 0.3)
    knee, ankle, hip = at["knee_near"], at["ankle_near"], at["mid_hip"]
    lines = ((hip, knee), (knee, ankle), (ankle, ball), (ball, toe), (ankle, heel))
    points = tuple(value for start, stop in lines for value in (*start, *stop))
    shapes: list[Shape] = [
        Strokes("bones", "bones", points, "bone_line", pens.bone + 2 * pens.fine),
        Strokes("bones", "bones", points, "bone", pens.bone),
    ]
    spine = [at[name] for name in SPINE_POINTS]
    halfway = [((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in pairwise(spine)]
    marked = highlight == "spine"
    radius, fill = pens.bone * (1.0 if marked else 0.8), "accent" if marked else "bone"
    line = "highlight" if marked else "bone_line"
    shapes += [
        Disc("vertebra", "bones", x, y, radius, fill, line, pens.fine) for x, y in spine + halfway
    ]
    return shapes


def _between(start: Point, stop: Point, share: float) -> Point:
    return start[0] + share * (stop[0] - start[0]), start[1] + share * (stop[1] - start[1])


def _joints(pose: Pose, at_mm: complex, pens: Pens, highlight: str | None) -> list[Shape]:
    at = joint_points(pose, at_mm)
    shapes: list[Shape] = []
    for name, point in (("hip", "mid_hip"), ("knee", "knee_near"), ("ankle", "ankle_near")):
        marked = highlight == name
        shapes.append(
            Disc(
                f"joint.{name}",
                "bones",
                *at[point],
                pens.joint * (1.4 if marked else 1.0),
                fill="accent" if name == "hip" or marked else "joint",
                line="highlight" if marked else "joint_line",
                width=pens.line * 1.2,
            )
        )
    return shapes
