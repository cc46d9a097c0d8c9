"""The points of a body that one can take hold of, and which joints give first at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.limits import SIDES
from hinge_tutor.motion.posing import HEAD, Ground, middle
from hinge_tutor.motion.rows import landmark_rows

# A place that moves less than this (m per rad) cannot be dragged.
HELD = 1e-6


@dataclass(frozen=True)
class Handle:
    """A point to take hold of: its name, its landmark, the joints that give first.

    `sided` has one on each side where a movement moves the sides apart.
    """

    name: str
    landmark: str
    loose: tuple[str, ...]
    sided: bool = False


NEAR_ONLY = ("elbow", "hand")
HANDLES = (
    Handle("hip", "mid_hip", ("hip_flexion", "knee_flexion", "ankle_dorsiflexion")),
    Handle("knee", "knee", ("hip_flexion", "knee_flexion", "ankle_dorsiflexion"), sided=True),
    Handle("ankle", "ankle", ("hip_flexion", "knee_flexion"), sided=True),
    Handle("toes", "toe_tip", ("ankle_dorsiflexion",), sided=True),
    Handle("back", "thoracic_lower", ("lumbar_flexion", "thoracic_flexion")),
    Handle("shoulder", "c7", ("hip_flexion",)),
    Handle("head", "vertex", HEAD),
    Handle("elbow", "elbow", ("shoulder_flexion",), sided=True),
    Handle("hand", "hand", ("shoulder_flexion", "elbow_flexion"), sided=True),
)


def handles(place: Ground) -> Mapping[str, str]:
    """The landmark of each point that can be dragged there, by the handle's name.

    What touches is held, and so is whatever cannot move without it.
    """
    body, free, q = place.take.body, place.course.unknowns, middle(place)
    held = place.stance(None).held.gradient(q) @ free.expand
    _, sizes, ways = np.linalg.svd(held)
    loose = ways[int((sizes > HELD).sum()) :]
    found = {}
    for name, landmark in _landmarks(place.take.movement.symmetric):
        rows = landmark_rows(body, [(landmark, "x"), (landmark, "y")])
        moves = rows.gradient(q) @ free.expand @ loose.T
        if np.abs(moves).max(initial=0.0) > HELD:
            found[name] = landmark
    return found


def handle_of(name: str) -> tuple[Handle, str]:
    """The handle of a name, and the end of the name that says its side; empty without one."""
    side = next((f"_{side}" for side in SIDES if name.endswith(f"_{side}")), "")
    return next(each for each in HANDLES if each.name == name.removesuffix(side)), side


def _landmarks(symmetric: bool) -> Iterator[tuple[str, str]]:
    for handle in HANDLES:
        if not handle.sided:
            yield handle.name, handle.landmark
            continue
        # The far arm is mostly hidden, and drawn beside where it was solved where a hand holds on.
        one = symmetric or handle.name in NEAR_ONLY
        for side in SIDES[: 1 if one else 2]:
            yield handle.name if symmetric else f"{handle.name}_{side}", f"{handle.landmark}_{side}"
