"""Where the pressure of the ground lies in whatever carries the body from below.

With c the center of pressure, and a, b the hindmost and foremost place of everything that faces up
and touches (of a foot the end of the heel and the tip of the toes):
    cop_base_percent   100 (c - a) / (b - a)
    cop_foot_percent   100 (c - (x_tip - l)) / l    along the foot of length l, while nothing but
                                                    two feet side by side carries the body
    base_margin_cm     100 min(c - a', b' - c)      a', b' the ends of the functional base: of a
                                                    flat foot heel pad to ball; negative outside
A value is not a number while nothing carries the body, or nothing that it is about: in the air,
along the foot in a split stance, in the functional base while a wall or a bench helps.
Units: m in, percent and cm out. Frame: x forward.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.motion.balance import base
from hinge_tutor.motion.supports import FLOOR_RAD

if TYPE_CHECKING:
    from hinge_tutor.mechanics.dynamics import Loads
    from hinge_tutor.motion.supports import Support
    from hinge_tutor.motion.take import Take

# Feet whose toes are this near to one another are side by side.
SIDE_BY_SIDE_M = 0.01
FEET = ("foot", "toes")


def pressing(take: Take, loads: Loads) -> dict[str, FloatArray]:
    """The center of pressure over time (N,), in percent and cm."""
    center = loads.cop_m[:, 0]
    low, high = _ends(take)
    under = base(take)
    inside = np.minimum(center - under.low_x_m, under.high_x_m - center)
    tip, length = take.pose.point("toe_tip_near")[:, 0], take.body.lengths_m["foot"]
    found = {
        "cop_base_percent": 100.0 * (center - low) / (high - low),
        "cop_foot_percent": np.where(
            _side_by_side(take), 100.0 * (center - tip + length) / length, np.nan
        ),
        "base_margin_cm": 100.0 * np.where(under.known, inside, np.nan),
    }
    # A measure that never has a value is none of this take.
    return {name: values for name, values in found.items() if np.isfinite(values).any()}


def _ends(take: Take) -> tuple[FloatArray, FloatArray]:
    """Hindmost and foremost place of all that carries from below (N,); not numbers in the air."""
    low, high = (np.full(len(take.time_s), end) for end in (math.inf, -math.inf))
    for support in take.supports:
        if support.normal == FLOOR_RAD:
            here = take.during(support.phases)
            along = [x for x, _ in support.targets_m]
            low[here] = np.minimum(low[here], min(along))
            high[here] = np.maximum(high[here], max(along))
    wide = high > low
    return np.where(wide, low, np.nan), np.where(wide, high, np.nan)


def _side_by_side(take: Take) -> BoolArray:
    """Samples (N,) at which two feet side by side carry the body, and nothing else does."""
    near = [support for support in take.supports if _is_foot(support, "near")]
    far = [support for support in take.supports if _is_foot(support, "far")]
    others = [support for support in take.supports if support not in (*near, *far)]
    on_both = _touching(take, near) & _touching(take, far) & ~_touching(take, others)
    tips = [take.pose.point(f"toe_tip_{side}") for side in ("near", "far")]
    together = np.abs(tips[0] - tips[1]).max(axis=1) < SIDE_BY_SIDE_M
    found: BoolArray = on_both & together
    return found


def _is_foot(support: Support, side: str) -> bool:
    return support.on in tuple(f"{part}_{side}" for part in FEET) and support.normal == FLOOR_RAD


def _touching(take: Take, supports: list[Support]) -> BoolArray:
    found = np.zeros(len(take.time_s), dtype=np.bool_)
    for support in supports:
        found |= take.during(support.phases)
    return found
