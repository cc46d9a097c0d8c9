"""What carries a body from outside: a surface under a part of it, for as long as it touches.

A support touches one segment at one or more places. With normal n (the way it pushes, (0, 1) for a
floor) and tangent t = n turned clockwise by 90 degrees, its force N n + T t acts at a point between
its outermost places along t (the center of pressure), and it never pulls: N ≥ 0.
Units: m, rad. Frame: x forward, y up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

FLOOR_RAD = math.pi / 2


@dataclass(frozen=True)
class Support:
    """One surface: `places` on the segment `on` keep to `targets_m` on it while it touches.

    `normal` is the direction in which it pushes, rad, counter-clockwise from forward. `share` is
    how much of the body's weight it is meant to carry, 0 to 1; `phases` names those in which it
    touches, all of them where it is empty.
    """

    name: str
    on: str
    places: tuple[str, ...]
    targets_m: tuple[tuple[float, float], ...]
    share: float = 0.5
    normal: float = FLOOR_RAD
    phases: tuple[str, ...] = ()

    def touches(self, phase: str) -> bool:
        """Whether it carries anything in a phase."""
        return not self.phases or phase in self.phases
