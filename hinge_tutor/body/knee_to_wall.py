"""How far from a wall a foot stands whose knee just touches it, heel down, and the ankle it tells.

With k = (k_x, k_y) the kneecap and t_x the tip of the toes, both from the ankle joint of a foot
square to its shank, and a the dorsiflexion, the shank leans forward by a, and
    d(a) = k_x cos a + k_y sin a - t_x
is the distance from toe to wall. It grows with a as long as the knee is the foremost point, so a
with d(a) = d is found by halving. At an ankle of 35° one cm is about 1.6°. The 3.6° per cm that are
often quoted (Bennell 1998) are the mean angle over the mean distance and not what one more cm
tells: 26 students with 11.7 ± 4.1 cm had 40.6 ± 5.2°, 1.3° of spread per cm of spread (Calatayud
2015, Int J Sports Phys Ther 10:197). Units: m, degrees.
"""

from __future__ import annotations

import math
from functools import lru_cache

from hinge_tutor.body.kinematics import Pose, q_from
from hinge_tutor.body.skeleton import build
from hinge_tutor.body.specification import ENTRIES, Specification

# Halvings: from sixty degrees to less than a thousandth of one.
STEPS = 17


@lru_cache(maxsize=64)
def _places(specification: Specification) -> tuple[float, float, float]:
    """Kneecap ahead of and above the ankle, tip of the toes ahead of it, m."""
    body = build(specification)
    pose = Pose(body, q_from(body, {}))
    ankle, kneecap, toe = (pose.point(f"{name}_near") for name in ("ankle", "kneecap", "toe_tip"))
    knee = kneecap - ankle
    return float(knee[0]), float(knee[1]), float(toe[0] - ankle[0])


def distance_m(specification: Specification, ankle_deg: float | None = None) -> float:
    """From the tip of the toes to the wall, m, at a dorsiflexion or at the body's own limit.

    Negative where the knee does not come as far as the toes.
    """
    ahead, above, toe = _places(specification)
    angle = math.radians(specification.ankle_deg if ankle_deg is None else ankle_deg)
    return ahead * math.cos(angle) + above * math.sin(angle) - toe


def ankle_deg(specification: Specification, distance: float) -> float:
    """The ankle (degrees) of a body whose toes are so far from the wall, m.

    What the body has for its own ankle does not count. Out of what is accepted: its end.
    """
    row = ENTRIES["ankle"]
    low, high = row.low, row.high
    for _ in range(STEPS):
        middle = (low + high) / 2
        if distance_m(specification, middle) < distance:
            low = middle
        else:
            high = middle
    return (low + high) / 2
