"""What of the drawing is the same for every body: which bones carry a run of marks, and how much.

Worked out once for each run and kept, so that a new body costs a few products.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, IntArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.stage.drawing import HALVES, SIDED, Drawing, Mark, Rails
from hinge_tutor.stage.smooth import closed_controls, open_controls

Names = tuple[str, ...]
BELOW = {half: below for half, _, below in HALVES}


@dataclass(frozen=True, eq=False)
class Shares:
    """The pairs of a mark and a bone that carries it, and the joints (marks, segments).

    `x`, `y` are mm from the bone's joint in the drawing; `female` is added to x on a female body.
    """

    mark: IntArray
    column: IntArray
    share: FloatArray
    x: FloatArray
    y: FloatArray
    female: FloatArray
    joint: FloatArray


@lru_cache(maxsize=512)
def bone_shares(marks: tuple[Mark, ...], side: str, names: Names, art: Drawing) -> Shares:
    """The shares of a run of marks on one side; `names` are the bones, half bones last."""
    columns = {name: number for number, name in enumerate(names)}
    bones: dict[str, tuple[float, float, int, int]] = {}
    rows = []
    joint = np.zeros((len(marks), len(names) - len(SIDES) * len(BELOW)))
    for number, mark in enumerate(marks):
        for bone, share in mark.shares:
            if bone not in bones:
                below = BELOW.get(bone, bone)
                places = columns[sided(bone, side)], columns[sided(below, side)]
                bones[bone] = (*art.joints[below], *places)
            x0, y0, column, at = bones[bone]
            rows.append((number, column, share, mark.x - x0, mark.y - y0, mark.female))
            joint[number, at] += share
    mark_of, column_of, share_of, x, y, female = np.array(rows).T
    return Shares(
        mark_of.astype(np.int64), column_of.astype(np.int64), share_of, x, y, female, joint
    )


@lru_cache(maxsize=512)
def curve_matrix(marks: tuple[Mark, ...], kind: str) -> FloatArray:
    """From a run's marks to the controls of its `closed` or `open` curve, or to its `points`."""
    if kind == "points":
        return np.eye(len(marks))
    xy = np.array([(mark.x, mark.y) for mark in marks])
    corners = [mark.corner for mark in marks]
    return (closed_controls if kind == "closed" else open_controls)(xy, corners)


@lru_cache(maxsize=64)
def outward(rails: Rails, names: Names) -> ComplexArray:
    """The moves of a near muscle's outline at full swell, m (marks, bones).

    Each point moves away from the other rail, most in the middle of the muscle.
    """
    columns = {name: number for number, name in enumerate(names)}
    marks, count = rails.outline, len(rails.back)
    table = np.zeros((len(marks), len(names)), dtype=np.complex128)
    for number, mark in enumerate(marks):
        if number in (0, count + 1):
            continue
        mirror = 2 * count + 2 - number
        away = complex(mark.x - marks[mirror].x, mark.y - marks[mirror].y)
        bulge = math.sin(math.pi * min(number, mirror) / (count + 1))
        for bone, share in mark.shares:
            move = away / abs(away) * bulge * rails.swell / 1000
            table[number, columns[sided(bone, "near")]] += share * move
    return table


def sided(bone: str, side: str) -> str:
    """The bone's name on one side; the trunk's bones have no side."""
    return f"{bone}_{side}" if bone in SIDED else bone
