"""A pose as angles by name, in degrees: how it is written down, and what may be written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import coordinates_of, row_of
from hinge_tutor.body.limits import GROUPED, SIDED, SIDES, SPINE_JOINTS, shares
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.movement import Movement
from hinge_tutor.motion.posing import HEAD, PoseError, in_the_air
from hinge_tutor.problems import did_you_mean

# Spines whose joints are within this of their usual shares (rad) are told as one bend.
SHARED_RAD = math.radians(0.6)
# Angles are told with so many decimals of a degree: a fifth of a millimeter at a meter.
DECIMALS = 2
# No joint turns further than half a circle.
WIDEST_DEG = 180.0
Angles = tuple[tuple[str, float], ...]


def angles_of(body: Body, q: FloatArray, symmetric: bool) -> Angles:
    """Coordinates (C,) as a pose in degrees, by the shortest names that tell it.

    Both sides as one where the movement moves them alike, the spine's joints as groups where they
    share its bend as usual. Where the body is, is left out.
    """
    found: dict[str, float] = {}
    for group in GROUPED:
        whole = float(row_of(body, group) @ q)
        joints = {part: float(row_of(body, part) @ q) for part in shares(group)}
        off = max(abs(joints[part] - share * whole) for part, share in shares(group).items())
        found |= {group: whole} if off < SHARED_RAD else joints
    found |= {name: float(row_of(body, name) @ q) for name in HEAD}
    for name in SIDED:
        names = (name,) if symmetric else tuple(f"{name}_{side}" for side in SIDES)
        found |= {each: float(row_of(body, each) @ q) for each in names}
    # Adding nothing takes the minus from a zero.
    return tuple(
        (name, round(math.degrees(value), DECIMALS) + 0.0) for name, value in found.items()
    )


def radians(angles: Angles) -> Mapping[str, float]:
    """The same by name in rad."""
    return {name: math.radians(value) for name, value in angles}


def names(symmetric: bool) -> tuple[str, ...]:
    """The names that a pose may have."""
    sided = () if symmetric else tuple(f"{name}_{side}" for name in SIDED for side in SIDES)
    return (*SIDED, *sided, *GROUPED, *SPINE_JOINTS, *HEAD)


def check_pose(movement: Movement, angles: Angles, phase: str) -> None:
    """Raises PoseError for what is no pose of a movement in one of its phases; empty is none."""
    phases = tuple(dict.fromkeys(each.id for each in movement.phases))
    if phase and phase not in phases:
        near = did_you_mean(phase, phases) or "."
        raise PoseError(f"{movement.id} has no phase '{phase}'{near} It has: {', '.join(phases)}.")
    if phase and not movement.touching(phase):
        raise PoseError(in_the_air(phase))
    check_angles(angles, movement.symmetric)


def check_angles(angles: Iterable[tuple[str, float]], symmetric: bool) -> None:
    """Raises PoseError for a name that is no joint, is given twice, or an angle that is none."""
    seen: dict[str, str] = {}
    allowed = names(symmetric)
    for name, value in angles:
        if name not in allowed:
            near = did_you_mean(name, allowed) or "."
            raise PoseError(f"A pose has no '{name}'{near} It may have: {', '.join(allowed)}.")
        for part in coordinates_of(name):
            if part in seen:
                raise PoseError(f"A pose gives {name} twice, as {seen[part]} too; keep one.")
            seen[part] = name
        if not -WIDEST_DEG <= value <= WIDEST_DEG:
            raise PoseError(f"A pose has {name}={value:g}; give an angle of -180 to 180 degrees.")
