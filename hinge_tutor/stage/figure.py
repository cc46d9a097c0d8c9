"""The figure of one pose, from the far arm at the back to the near hand at the front."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.limits import SIDES
from hinge_tutor.stage.anatomy import LEG_MUSCLES, TRUNK_MUSCLES, Work, muscle_shapes, swells
from hinge_tutor.stage.bone_drawing import SPINE
from hinge_tutor.stage.bones import LEG_BONES, OUTER_BONES, TRUNK_BONES, bone_shapes, joint_shapes
from hinge_tutor.stage.far_side import FAR_LEG_MM
from hinge_tutor.stage.fitting import Fitting, Placed
from hinge_tutor.stage.flank import flank_shapes
from hinge_tutor.stage.folds import KNEE_FOLD, Fold, eased
from hinge_tutor.stage.loads import NOTHING, Carried
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Curve, Lines, Numbers, Shape, Silhouette, flat
from hinge_tutor.stage.untied import untied

FAR = (("far_arm", "arm_far"), ("far_arm", "thumb_far"), ("far_leg", "leg_far"))
LEGS = "leg_near", "leg_far"
BODY = ("trunk", "head", "buttock", "leg_near", "cap")
FACE_LINES = ("eye", "eyelid", "brow", "nostril", "mouth", "jaw")
# What bones raise of the skin; they are not drawn where the bones themselves are.
LEG_LINES = ("ankle_bone", "kneecap")
HAND_LINES = ("thumb_edge", "finger_index", "finger_middle", "finger_ring")
# The near arm has no line where it goes over into the shoulder. Sleeve and cap apart are simple
# outlines in every pose; as one they cross themselves when the arm is raised, which leaves a hole.
ARM, ARM_EDGES = ("sleeve_near", "cap", "thumb_near"), ("sleeve_near", "thumb_near")
# Below this hip flexion (degrees) the buttock begins to fold over the thigh.
BUTTOCK_FOLD_DEG = 40.0
NO_LEGS: Mapping[str, Numbers] = {}
# How far a fold of flesh runs from its corner toward the joint, and where its bow is widest.
FOLD_SHARE, FOLD_MIDDLE = 0.5, 0.35


def figure_shapes(
    fit: Fitting,
    pose: Pose,
    at_mm: complex,
    pens: Pens,
    options: Options,
    works: Mapping[str, Work],
    load: Carried = NOTHING,
) -> tuple[list[Shape], Placed]:
    """The shapes of one figure moved by `at_mm` with its load, and its points."""
    with_muscles = options.shows("muscles")
    placed = fit.place(pose, at_mm, pens.line, swells(works) if with_muscles else None)
    run, legs = placed.run, _legs(fit, placed, pose)
    highlight = options.highlight
    bones = fit.bones.place(pose, at_mm) if options.shows("bones") else None
    shapes: list[Shape] = [
        *load.behind,
        *(
            # Distance thins a line, and thin lines are painted faster.
            Curve(name, "body", legs.get(part) or run(part), "skin_far", "outline_far", pens.fine)
            for name, part in FAR
        ),
        *_far_crease(fit, placed, pose, pens),
        *load.between,
        _silhouette(placed, "body", BODY, pens, BODY, legs),
        Curve("hair", "body", run("hair"), fill="hair"),
        *([Curve("bun", "body", run("bun"), fill="hair")] if pose.body.sex == "female" else []),
    ]
    if not bones:
        shapes += _face(placed, pens)

    def drawn(*parts: str) -> list[Shape]:
        return bone_shapes(bones, parts, pens, highlight) if bones else []

    if with_muscles:
        shapes += drawn(*TRUNK_BONES)
        shapes += muscle_shapes(placed, TRUNK_MUSCLES, works, pens, highlight, options.solo)
        shapes += flank_shapes(placed, {} if options.solo else works, pens)
        shapes.append(Curve("thigh", "body", run("hip"), fill="skin"))
        shapes += drawn(*LEG_BONES)
        shapes += muscle_shapes(placed, LEG_MUSCLES, works, pens, highlight, options.solo)
    if not bones:
        shapes.append(_lines("leg_lines", placed, LEG_LINES, pens.fine))
    shapes += _creases(fit, placed, pose, pens)
    shapes += [
        *load.within,
        _silhouette(placed, "near_arm", ARM, pens, ARM_EDGES),
        # Bones say where fingers are, and where a face and a knee are.
        *([] if bones else [_lines("fingers", placed, HAND_LINES, pens.fine)]),
    ]
    if not with_muscles:
        # Seen through the arm: standing, it hangs in front of the whole lower back.
        shapes += drawn(*TRUNK_BONES, *LEG_BONES)
    elif highlight == SPINE:
        shapes += drawn(SPINE)
    shapes += drawn(*OUTER_BONES)
    shapes += load.before
    if bones:
        shapes += joint_shapes(placed.joints, pens, highlight)
    return shapes, placed


def _silhouette(
    placed: Placed,
    name: str,
    runs: tuple[str, ...],
    pens: Pens,
    edges: tuple[str, ...],
    legs: Mapping[str, Numbers] = NO_LEGS,
) -> Silhouette:
    curves = tuple([legs.get(part) or placed.run(part) for part in runs])
    rims = tuple([placed.run(f"rim.{part}") for part in edges])
    return Silhouette(name, "body", curves, rims, "skin", "outline", pens.line)


def _face(placed: Placed, pens: Pens) -> list[Shape]:
    return [
        Curve("pupil", "body", placed.run("pupil"), fill="detail"),
        Curve("ear", "body", placed.run("ear"), fill="skin", line="detail", width=pens.fine),
        _lines("face", placed, FACE_LINES, pens.fine),
    ]


def _lines(name: str, placed: Placed, runs: tuple[str, ...], width: float) -> Lines:
    return Lines(name, "body", tuple([placed.run(run) for run in runs]), "detail", width)


def _creases(fit: Fitting, placed: Placed, pose: Pose, pens: Pens) -> list[Shape]:
    """The folds at hip and knee."""
    shapes: list[Shape] = []
    flexion = float(pose.q[pose.body.index("hip_flexion_near")])
    flesh = BUTTOCK_FOLD_DEG - math.degrees(flexion)
    if (share := eased(flesh)) > 0.0:
        line = _shortened(placed.run("buttock_fold"), share)
        shapes.append(Lines("buttock_fold", "body", (line,), "detail", pens.fine))
    folded_flesh = [
        line
        for fold in fit.folds
        if (line := _fold(fold, placed, pose, complex(*placed.joints[fold.joint])))
    ]
    if folded_flesh:
        shapes.append(Lines("folds", "body", tuple(folded_flesh), "outline", pens.fine))
    return shapes


def _far_crease(fit: Fitting, placed: Placed, pose: Pose, pens: Pens) -> list[Shape]:
    """The fold at the far knee."""
    fold = _knee_folds(fit)["leg_far"]
    if fold.deepened(pose) == 0.0:
        return []
    near, far = (complex(*pose.point(f"knee_{side}")) for side in SIDES)
    joint = complex(*placed.joints["knee_near"]) + 1000.0 * (far - near) + FAR_LEG_MM
    line = _fold(fold, placed, pose, joint)
    return [Lines("folds", "body", (line,), "outline_far", pens.fine)] if line else []


def _fold(fold: Fold, placed: Placed, pose: Pose, joint: complex) -> Numbers:
    """The line of a fold toward its joint, as long as it is deep; none while it is open."""
    share = fold.deepened(pose)
    corner = fold.corner(placed.z) if share > 0.0 else None
    return () if corner is None else _crease(corner, share * (joint - corner), fold.bow)


def _legs(fit: Fitting, placed: Placed, pose: Pose) -> Mapping[str, Numbers]:
    """The outlines of legs so bent that they would tie a loop, without it."""
    found: dict[str, Numbers] = {}
    for name, fold in _knee_folds(fit).items():
        if (closed := fold.closed(pose)) > 0.0:
            start, stop = (end // 2 for end in placed.runs[name])
            first, second = ((low - start, high - start) for low, high in (fold.first, fold.second))
            leg = untied(placed.z[start:stop], first, second, closed)
            found[name] = tuple(leg.view(np.float64).tolist())
    return found


def _knee_folds(fit: Fitting) -> Mapping[str, Fold]:
    """The folds at both knees by the runs of their legs."""
    near = next(fold for fold in fit.folds if fold.name == KNEE_FOLD)
    rows = (fit.runs["leg_far"][0] - fit.runs["leg_near"][0]) // 2
    return dict(zip(LEGS, (near, near.far(rows)), strict=True))


def _shortened(points: Numbers, share: float) -> Numbers:
    """A line drawn together toward its first point."""
    x, y = points[:2]
    starts = (x, y) * (len(points) // 2)
    return tuple(
        [start + share * (value - start) for value, start in zip(points, starts, strict=True)]
    )


def _crease(corner: complex, toward: complex, bow: float) -> Numbers:
    """A bowed line from where flesh meets flesh toward the joint; it ends in the joint's line."""
    way = FOLD_SHARE * toward
    bent = corner + (FOLD_MIDDLE + 1j * bow) * way
    return flat((corner, bent, corner + (1.0 - FOLD_MIDDLE + 1j * bow) * way, corner + way))
