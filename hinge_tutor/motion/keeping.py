"""How a body keeps its shape while one thing of it is changed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.limits import GROUPED, shares
from hinge_tutor.body.linkage import ROOT
from hinge_tutor.body.places import GRIPS
from hinge_tutor.motion.keypose import Problem
from hinge_tutor.motion.posing import HEAD, NONE_STANDS, Ground, PoseError, aimed_at, reduced

# Nobody twists the head to reach a centimeter farther: these give only where they are dragged.
LOCKED = 1e5
# How stiffly joints keep to where they were, in comparison: legs balance, the spine keeps its
# shape, and a dragged trunk takes the arms along.
STIFF = {
    **dict.fromkeys(ROOT, 1e-3),
    "hip_flexion": 1.0,
    "knee_flexion": 1.0,
    "ankle_dorsiflexion": 0.3,
    "toe_extension": LOCKED,
    "lumbar_flexion": 20.0,
    "thoracic_flexion": 40.0,
    **dict.fromkeys(HEAD, LOCKED),
    "shoulder_flexion": 20.0,
    "elbow_flexion": 20.0,
    "wrist_flexion": LOCKED,
}
LOOSE = 0.02
# A hand or toes that lie flat cannot turn: what is beyond them turns about their joint instead.
YIELDING, YIELDS = {"hand": "wrist_flexion", "toes": "toe_extension"}, 0.3
# The joints of the spine share its bends as before: a hundred times as stiff as the bend itself.
SHARING = 2000.0


def taken(place: Ground, q: FloatArray) -> tuple[FloatArray, float | None]:
    """The unknowns (U,) nearest to coordinates (C,) that stand there, and where the weight is kept.

    Nothing keeps the weight where more than feet carry it. Raises PoseError where none stand.
    """
    u = reduced(place, q)
    kept = place.inside(place.weight_x(q)) if place.on_feet else None
    standing = place.solved(keeping(place, u), u, kept)
    if standing is None:
        raise PoseError(NONE_STANDS)
    return standing, kept


def keeping(place: Ground, u: FloatArray, loose: Iterable[str] = (), side: str = "") -> Problem:
    """The problem of staying at unknowns (U,); the loose joints, those of a side, give first."""
    symmetric, load = place.take.movement.symmetric, place.take.load
    weights = dict(STIFF)
    for foot in place.footings:
        kind = foot.touch.of
        if kind.on in YIELDING and len(kind.places) > 1:
            weights[YIELDING[kind.on]] = YIELDS
    for joint in loose:
        own = joint if symmetric or joint in (*GROUPED, *HEAD) else f"{joint}{side}"
        weights[own] = LOOSE * min(STIFF[joint], 1.0)
    # Arms that hang, or hold something, keep to the vertical while the trunk moves.
    hang = not load.mass_kg or set(load.landmarks) <= set(GRIPS)
    weights |= {"arm_angle": weights["shoulder_flexion"]} if hang else {}
    aimed = aimed_at(place, {"arm_angle": 0.0} if hang else {}, weights)
    free = place.course.unknowns
    # The spine's joints share a bend as they did.
    together = [
        free.row(part) - share * free.row(group)
        for group in GROUPED
        for part, share in shares(group).items()
    ]
    targets = np.vstack([aimed.targets, *together])
    return replace(
        aimed,
        targets=targets,
        values=targets @ u,
        slide=np.zeros(len(targets)),
        weights=np.append(aimed.weights, [SHARING] * len(together)),
    )
