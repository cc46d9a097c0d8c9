"""Bends one joint of a body to an angle; the rest keeps its shape as well as standing lets it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.limits import GROUPED, SIDED, shares
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.keeping import keeping, taken
from hinge_tutor.motion.keypose import Problem
from hinge_tutor.motion.posing import HEAD, Ground

# The joints that are bent one by one, from the ground up; toes and wrists follow.
JOINTS = (
    "ankle_dorsiflexion",
    "knee_flexion",
    "hip_flexion",
    *GROUPED,
    *HEAD,
    "shoulder_flexion",
    "elbow_flexion",
)
# What missing the asked angle weighs, per rad²: a thousand times a hip.
FIRM = 1e4
# A long way to an angle is gone in steps of this (rad), each from the last one.
STEP = 0.2


@dataclass(frozen=True, eq=False)
class Bend:
    """A joint that is taken: the problem of the pose, what reads the joint, and the pose u (U,)."""

    place: Ground
    problem: Problem
    kept_x_m: float | None
    u: FloatArray

    @property
    def q(self) -> FloatArray:
        """Coordinates (C,) of the pose."""
        return frozen(self.place.course.unknowns.expand @ self.u)

    def to(self, angle: float) -> Bend:
        """The pose with the joint at an angle, rad, or as near to it as the body stands."""
        row, u = self.problem.targets[-1], self.u
        begin = float(row @ u)
        for share in np.linspace(0.0, 1.0, 1 + max(math.ceil(abs(angle - begin) / STEP), 1))[1:]:
            values = np.append(self.problem.values[:-1], begin + share * (angle - begin))
            found = self.place.solved(replace(self.problem, values=values), u, self.kept_x_m)
            if found is None:
                break
            u = found
        return replace(self, u=u)


def bend(place: Ground, q: FloatArray, joint: str) -> Bend:
    """Takes a joint of the pose nearest to coordinates (C,) that stands there.

    Raises KeyError for what is no joint of the movement, PoseError where no pose stands.
    """
    if joint not in joints(place.take.movement.symmetric):
        raise KeyError(joint)
    standing, kept = taken(place, q)
    plain = next((name for name in JOINTS if joint.startswith(name)), joint)
    problem = keeping(place, standing, (plain,), joint.removeprefix(plain))
    row = place.course.unknowns.row(joint)
    targets = np.vstack([problem.targets, row])
    asked = replace(
        problem,
        targets=targets,
        values=targets @ standing,
        slide=np.zeros(len(targets)),
        weights=np.append(problem.weights, FIRM),
    )
    return Bend(place, asked, kept, standing)


def joints(symmetric: bool) -> tuple[str, ...]:
    """The names of what is bent one by one: near and far apart where they move apart."""
    if symmetric:
        return JOINTS
    return tuple(
        part
        for name in JOINTS
        for part in ((f"{name}_near", f"{name}_far") if name in SIDED else (name,))
    )


def range_of(body: Body, joint: str) -> tuple[float, float]:
    """How far a joint of a body goes, rad."""
    ranges = body.limits.ranges
    if joint in GROUPED:
        ends = [ranges[part] for part in shares(joint)]
        return sum(low for low, _ in ends), sum(high for _, high in ends)
    return ranges.get(joint) or ranges[f"{joint}_near"]
