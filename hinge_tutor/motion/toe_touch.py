"""How far the fingertips reach with straight knees, and the hamstrings that such a reach tells of.

The body folds over straight knees as far as its hamstrings let it, the spine as far as in the
forward bend, the arms hang, and the ankles keep its center of mass over the feet:
    hip = h,   knee = 0,   lumbar and thoracic as in the deepest pose of the forward bend
    y(h) = height of the fingertips over the floor
y falls as h grows, so h with y(h) = y is found by halving. The spine's part is the model's: a back
that bends less than it makes stiff hamstrings out of the same reach, one that bends more supple
ones. Among people the reach goes with the hips (r = -.79) and hardly with the spine (r = .10), and
33 young adults reached 3 cm past the floor, standard deviation 8 cm (Kippers and Parker 1987,
Phys Ther 67:1680). Units: m, degrees; y up from the floor.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

from hinge_tutor.body.skeleton import build
from hinge_tutor.body.specification import ENTRIES, Specification
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.still import still

FOLD, DEEPEST = "forward-bend", "deep"
SPINE = ("lumbar_flexion", "thoracic_flexion", "neck_flexion")
# Halvings: from a hundred degrees to a thousandth of one.
STEPS = 17


@lru_cache(maxsize=256)
def reach_m(specification: Specification) -> float:
    """Height of the fingertips over the floor, m; below it negative, for who stands on a step."""
    pose = load_movement(FOLD).poses[DEEPEST].targets
    spine = {name: pose[name] for name in SPINE}
    hips = {"hip_flexion": math.radians(specification.hamstrings_deg)}
    take = still(build(specification), {**hips, **spine})
    return float(take.pose.point("fingertip_near")[0, 1])


def hamstrings_deg(specification: Specification, reach: float) -> float:
    """The hamstrings (degrees) of a body whose fingertips reach so high over the floor, m.

    What the body has for its own hamstrings does not count. Out of what is accepted: its end.
    """
    row = ENTRIES["hamstrings"]
    low, high = row.low, row.high
    for _ in range(STEPS):
        middle = (low + high) / 2
        if reach_m(replace(specification, hamstrings_deg=middle)) > reach:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def reaches_m(specification: Specification) -> tuple[float, float]:
    """The highest and the lowest reach of a body, m: with the stiffest and the longest hamstrings.

    The first is the higher one.
    """
    row = ENTRIES["hamstrings"]
    stiff, supple = (
        reach_m(replace(specification, hamstrings_deg=end)) for end in (row.low, row.high)
    )
    return stiff, supple
