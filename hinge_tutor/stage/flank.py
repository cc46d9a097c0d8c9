"""Dots on the flank while the trunk is braced: the class of muscles that is on or off by a rule.

They have no tone and no strokes, because no effort is known; the muscle roll has them in its lane.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.stage.anatomy import Work
from hinge_tutor.stage.fitting import Placed
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Shape, Strokes

# By this name what a figure does says that its trunk is braced.
BRACED = "bracing"
# The lower back's axis from below, and which muscle is the front of the flank.
SPINE, FRONT = ("l5s1", "l3l4", "l1l2", "thoracic_lower"), "rectus_abdominis"
# Where dots stand from below upward and from the spine to the front, and every second row half a
# step on; a dot's width in outlines.
UP, AHEAD, DOT_LINES = (0.12, 0.32, 0.52, 0.72, 0.92), (0.2, 0.4, 0.6, 0.8), 1.6
BETWEEN = 0.1


def flank_shapes(placed: Placed, works: Mapping[str, Work], pens: Pens) -> list[Shape]:
    """The dots where the trunk is braced, or nothing."""
    if BRACED not in works:
        return []
    back = np.array([complex(*placed.joints[name]) for name in SPINE])
    front = _front(placed)
    if abs(front[0] - back[0]) > abs(front[-1] - back[0]):
        front = front[::-1]
    ends = np.empty((len(UP) * len(AHEAD), 2), np.complex128)
    ends[:, 0] = _dots(len(front)) @ np.concatenate([back, front])
    # So short that its round ends make it a dot.
    ends[:, 1] = ends[:, 0] + 0.01 * pens.line
    points = tuple(ends.view(np.float64).ravel().tolist())
    return [Strokes(f"pattern.{BRACED}", "muscles", points, "guide", DOT_LINES * pens.line)]


def _front(placed: Placed) -> ComplexArray:
    """The back edge of the muscle in front, from one end to the other."""
    start, stop = (place // 2 for place in placed.runs[f"muscle.{FRONT}"])
    points = placed.z[start : stop - 1 : 3]
    # Outline: origin, one rail, insertion, the other rail reversed.
    return points[: len(points) // 2 + 1]


@lru_cache(maxsize=4)
def _dots(count: int) -> ComplexArray:
    """Weights of the spine's points and of `count` points of the front on each dot."""
    front = np.linspace(0.0, 1.0, count)
    back = np.linspace(0.0, 1.0, len(SPINE))
    rows = []
    for row, up in enumerate(UP):
        start, stop = (
            np.array([np.interp(up, line, unit) for unit in np.eye(len(line))])
            for line in (back, front)
        )
        for ahead in AHEAD:
            share = ahead + (BETWEEN if row % 2 else 0.0)
            rows.append(np.concatenate([(1.0 - share) * start, share * stop]))
    # Complex, as the points are: numpy would else make it so at every picture.
    return np.array(rows, np.complex128)
