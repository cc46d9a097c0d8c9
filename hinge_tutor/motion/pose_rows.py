"""The targets, goals, weights and onsets of a movement file, by the names of coordinates.

A name without a side is of both sides; where a movement is not symmetric, `hip_flexion_near_deg`
and the like set one of them and go before the name without a side.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from hinge_tutor.body.limits import GROUPED, SIDED, SIDES, SPINE_JOINTS, range_deg
from hinge_tutor.body.linkage import ROOT
from hinge_tutor.located import Reader, did_you_mean, nearest
from hinge_tutor.motion.unknowns import ABSOLUTE, SIDED_ABSOLUTE

SPINE_COORDINATES = ("neck_flexion", "head_flexion", *GROUPED)
TARGETS = (*SIDED, *SPINE_COORDINATES, *ABSOLUTE)
SIDED_TARGETS = tuple(f"{name}_{side}" for name in (*SIDED, *SIDED_ABSOLUTE) for side in SIDES)
# Sums of coordinates that have no course of their own from pose to pose.
NO_ONSET = ("pelvis_pitch", "thorax_lean", "shin_angle")
# The goal that is read along the floor, not up.
HAND_AHEAD = "hand_ahead"
GOALS = ("thigh_level", "hand_height", HAND_AHEAD)
# No goal lies deeper than a block is high, or farther than an outstretched person reaches.
GOAL_M, GOAL_LEGS = (-1.0, 3.0), (-1.0, 4.0)
# Farther than half a foot from its usual place no weight can be kept over a foot.
WEIGHT_SHIFT = 0.5
# A target this far beyond a joint's usual range still says "as far as it goes", also for the body
# with the loosest ankle (60°); one farther off is a slip of the sign or the unit, and is looked for
# in vain for many seconds.
BEYOND_DEG = 25.0
# Directions of parts in space, such as that of the arms.
ANY_DEG = (-180.0, 180.0)


@dataclass(frozen=True)
class Goal:
    """A length that a key pose keeps exactly where it can: in m, in leg lengths, or both added."""

    metres: float = 0.0
    legs: float = 0.0

    def on(self, leg_m: float) -> float:
        """The length in m for a leg of that length."""
        return self.metres + self.legs * leg_m


@dataclass(frozen=True)
class KeyPose:
    """Targets in rad, kept as well as limits allow; goals that are exact where possible.

    `weight_ahead_foot` keeps the weight that share of the foot's length ahead of its usual place.
    """

    targets: Mapping[str, float]
    goals: Mapping[str, Goal]
    weight_ahead_foot: float = 0.0


def allowed_targets(symmetric: bool) -> tuple[str, ...]:
    """The names that a target may have."""
    return TARGETS if symmetric else (*TARGETS, *SIDED_TARGETS)


def read_poses(reader: Reader, symmetric: bool) -> dict[str, KeyPose]:
    """All key poses by name."""
    found: dict[str, KeyPose] = {}
    for name in reader.names():
        row = reader.table(name)
        found[name] = KeyPose(
            read_targets(row, symmetric, besides=("exact", "weight_ahead_foot")),
            _goals(row.table("exact", optional=True)),
            row.number("weight_ahead_foot", -WEIGHT_SHIFT, WEIGHT_SHIFT, 0.0),
        )
    return found


def _goals(reader: Reader) -> dict[str, Goal]:
    """Goals by name: one that ends in _m is in m, one without in leg lengths."""
    found: dict[str, Goal] = {}
    for key in reader.names():
        name = key.removesuffix("_m")
        if name not in GOALS:
            near = nearest(name, GOALS)
            unit = "_m" if key.endswith("_m") else ""
            hint = f"; did you mean {near}{unit}?" if near else ""
            allowed = ", ".join(GOALS)
            reader.problem(f"'{key}' is no goal{hint} (allowed, with _m in meters: {allowed})", key)
        elif name in found:
            reader.problem(f"{name} is given twice; keep it in meters or in leg lengths", key)
        elif key.endswith("_m"):
            found[name] = Goal(metres=reader.number(key, *GOAL_M))
        else:
            found[name] = Goal(legs=reader.number(key, *GOAL_LEGS))
    return found


def read_targets(
    reader: Reader, symmetric: bool, besides: tuple[str, ...] = (), more: bool = False
) -> dict[str, float]:
    """Targets in rad by name, or by how much `more`; `besides` are names that are none."""
    allowed = allowed_targets(symmetric)
    found: dict[str, float] = {}
    for key in reader.names():
        name = key.removesuffix("_deg")
        if key in besides:
            continue
        if symmetric and name in SIDED_TARGETS:
            reader.problem(f"{key} has a side, and the movement is symmetric; leave it out", key)
        elif name not in allowed or not key.endswith("_deg"):
            near = nearest(key, (*(f"{target}_deg" for target in allowed), *besides))
            hint = f"; did you mean {near}?" if near else ""
            names = "" if near else f": {', '.join(allowed)}"
            reader.problem(f"'{key}' is no target{hint} (targets end in _deg{names})", key)
        else:
            low, high = _range_deg(name)
            width = min(high - low, ANY_DEG[1])
            span = (-width, width) if more else (low, high)
            found[name] = math.radians(reader.number(key, *span))
    return found


def _range_deg(target: str) -> tuple[float, float]:
    """What may be asked of a target, in degrees."""
    plain = next(
        (target.removesuffix(f"_{side}") for side in SIDES if target.endswith(f"_{side}")), target
    )
    joint = range_deg(plain)
    if joint is None:
        return ANY_DEG
    return max(joint[0] - BEYOND_DEG, ANY_DEG[0]), min(joint[1] + BEYOND_DEG, ANY_DEG[1])


def read_weights(reader: Reader, symmetric: bool) -> dict[str, float]:
    """How stiffly each coordinate keeps to its target."""
    allowed = (*ROOT, *allowed_targets(symmetric))
    found: dict[str, float] = {}
    for name in reader.names():
        if name not in allowed:
            near = did_you_mean(name, allowed)
            reader.problem(f"'{name}' has no weight; allowed: {', '.join(allowed)}{near}", name)
        else:
            found[name] = reader.number(name, 1e-6, 1e6)
    return found


def onsets(windows: Reader, symmetric: bool) -> dict[str, tuple[float, float]]:
    """The part of its phase in which a target moves, by name; the spine's joints also one by one.

    A joint by itself goes before the group that it belongs to.
    """
    names = (*allowed_targets(symmetric), *SPINE_JOINTS)
    allowed = [name for name in names if not name.startswith(NO_ONSET)]
    found: dict[str, tuple[float, float]] = {}
    for name in windows.names():
        start, end = windows.numbers(name, 0.0, 1.0, count=2)
        if name not in allowed:
            near = did_you_mean(name, allowed)
            windows.problem(f"'{name}' has no onset; allowed: {', '.join(allowed)}{near}", name)
        elif start >= end:
            windows.problem(f"{name} ends before it starts; write [start, end]", name)
        else:
            found[name] = (start, end)
    return dict(sorted(found.items(), key=lambda window: window[0] in SPINE_JOINTS))
