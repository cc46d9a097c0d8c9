"""The kinds of support there are: what touches, which way it is pushed, what is held in place.

At every place the coordinate along the surface's normal is held (y on a floor, x on a wall); the
first place, the anchor, is held along the surface too. Distances between places of one segment are
the body's own, so one anchor is enough.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from hinge_tutor.motion.supports import FLOOR_RAD

# A wall stands ahead of the body and pushes it back.
WALL_RAD = math.pi


@dataclass(frozen=True)
class Kind:
    """One kind: the segment pushed on and the places that touch, without their side.

    `foot` says whether balance is taken over it, `sided` whether each side has one, `prefix` how
    its supports are named, `lies` whether it lies at 0 where a movement does not say how far ahead
    (else it stays where the first pose that touches puts it).
    """

    on: str
    places: tuple[str, ...]
    prefix: str
    sided: bool = True
    foot: bool = False
    lies: bool = False
    normal: float = FLOOR_RAD

    @property
    def wall(self) -> bool:
        """Whether the surface stands upright."""
        return self.normal == WALL_RAD

    @property
    def across(self) -> int:
        """The coordinate along the normal: 0 for x, 1 for y."""
        return 0 if self.wall else 1


KINDS: Mapping[str, Kind] = {
    "flat_foot": Kind("foot", ("heel", "ball", "toe_tip"), "ground", foot=True, lies=True),
    "forefoot": Kind("toes", ("ball", "toe_tip"), "ground", foot=True, lies=True),
    "knee": Kind("shank", ("kneecap",), "knee", lies=True),
    "toes_tucked": Kind("toes", ("ball", "toe_tip"), "toes"),
    "foot_top": Kind("foot", ("instep", "toe_top"), "instep"),
    "palm": Kind("hand", ("palm_heel", "knuckles"), "palm"),
    "wall_hand": Kind("hand", ("hand",), "wall", normal=WALL_RAD),
    "bench_hips": Kind("pelvis", ("hip_front",), "bench_hips", sided=False, lies=True),
    "bench_chest": Kind("upper_thorax", ("chest",), "bench_chest", sided=False),
    "bench_thigh": Kind("thigh", ("thigh_front",), "bench_thigh"),
    "bench_back": Kind("lower_thorax", ("back",), "bench_back", sided=False, lies=True),
}
