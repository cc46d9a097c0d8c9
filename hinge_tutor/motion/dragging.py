"""Drags a point of a body: the pose nearest to where it was that follows, standing as before.

min  Σ w (r u - r u₀)² + W |p(u) - P|²      over the unknowns u, subject to
    what touches, and the weight over its place (exact); the limits of the body
with u₀ the pose when the point was taken, p the dragged place and P where it should go, both in m.
The joints named beside a handle give first: they are LOOSE times as stiff. W is so large that
joints cost the dragged place no more than a millimeter or two; beyond reach it is the nearest
place. So the pose depends on P alone, and comes back when P does; it is followed in steps of
at most NEAR_M, each from the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.linkage import ROOT
from hinge_tutor.motion.handles import handle_of, handles
from hinge_tutor.motion.keeping import keeping, taken
from hinge_tutor.motion.keypose import Bounds, Problem
from hinge_tutor.motion.posing import Ground
from hinge_tutor.motion.rows import landmark_rows

# What missing the pointer weighs, per m²: a radian of a hip then costs it a millimeter.
PULL = 3e4
# The way of the pointer is followed in steps (m) small enough that each starts near its pose.
NEAR_M = 0.06
# So many steps follow a pointer that jumps; what is left comes with its next move.
MOST_STEPS = 6
# Nearer than this (m) the place is where it should be; it moves less only at the end of its reach.
THERE_M = 1e-3
# A limb straighter than this (rad) may be at its dead center.
NUDGE = 0.1
LIMBS, SHOULDER, ON_ARM = ("knee_flexion", "elbow_flexion"), "shoulder_flexion", ("elbow", "hand")
# Between two moves of the pointer no joint turns further than this (rad): where another pose
# far away becomes the nearest, one sees how the body gets there.
MOST_TURN = 0.3
# A pointer that rests is followed for so many rounds, or until no joint turns by this (rad).
MOST_ROUNDS, RESTING = 16, 1e-4


@dataclass(frozen=True, eq=False)
class Drag:
    """A handle that is held: its problem, and the pose u (U,) where the pointer is now.

    `limbs` (U,) are knees and elbows, `arms` (U,) the shoulders of an arm that is dragged.
    """

    place: Ground
    landmark: str
    problem: Problem
    kept_x_m: float | None
    u: FloatArray
    limbs: BoolArray
    arms: BoolArray

    @property
    def q(self) -> FloatArray:
        """Coordinates (C,) of the pose."""
        return frozen(self.place.course.unknowns.expand @ self.u)

    @property
    def at_m(self) -> tuple[float, float]:
        """Where the dragged place is, m."""
        x, y = Pose(self.place.take.body, self.q).point(self.landmark)
        return float(x), float(y)

    def to(self, x_m: float, y_m: float) -> Drag:
        """The pose with the pointer there, no joint turned by more than MOST_TURN.

        Nothing changes where no pose is found.
        """
        wanted = complex(x_m, y_m)
        bounds = self._near()
        drag, off, near = self, abs(wanted - complex(*self.at_m)), NEAR_M
        for _ in range(MOST_STEPS):
            here = complex(*drag.at_m)
            u = drag._found(bounds, here + (wanted - here) * min(1.0, near / max(off, near)))
            if u is None:
                # Too far for one program; nearer there may be one.
                near /= 2.0
                continue
            drag, before = replace(drag, u=u), off
            off = abs(wanted - complex(*drag.at_m))
            if off < THERE_M or before - off < THERE_M:
                break
        return drag

    def settled(self, x_m: float, y_m: float) -> Drag:
        """The pose once the pointer rests there."""
        drag = self
        for _ in range(MOST_ROUNDS):
            before, drag = drag.u, drag.to(x_m, y_m)
            if np.abs(drag.u - before).max() < RESTING:
                break
        return drag

    def _near(self) -> Bounds:
        """The limits of the body, and how far its joints may turn from here."""
        joints = np.eye(len(self.u))[len(ROOT) :]
        own, here = self.problem.bounds, joints @ self.u
        count = 2 * len(joints)
        return Bounds(
            np.vstack([own.rows, joints, -joints]),
            np.concatenate([own.limits, here + MOST_TURN, MOST_TURN - here]),
            (*own.names, *[""] * count),
            (*own.upper, *[True] * count),
        )

    def _found(self, bounds: Bounds, to: complex) -> FloatArray | None:
        """The pose from the last one, or from that with straight limbs bent where it is nearer.

        A straight limb is a dead center: whatever pulls along it does not bend it.
        """
        goal = np.array([to.real, to.imag])
        aimed = replace(self.problem, goal_values=goal, bounds=bounds)
        u = self.place.solved(aimed, self.u, self.kept_x_m)
        bend = self._bend()
        if bend.any() and (u is None or self._missed(u, to) > THERE_M):
            bent = self.place.solved(aimed, self.u + bend, self.kept_x_m)
            if bent is not None and (u is None or self._missed(bent, to) < self._missed(u, to)):
                return bent
        return u

    def _missed(self, u: FloatArray, to: complex) -> float:
        q = self.place.course.unknowns.expand @ u
        return abs(complex(*Pose(self.place.take.body, q).point(self.landmark)) - to)

    def _bend(self) -> FloatArray:
        """By how much straight knees and elbows, and a pulled arm, would have to bend (U,)."""
        bent = np.where(self.limbs, np.maximum(NUDGE - self.u, 0.0), 0.0)
        return np.where(self.arms, NUDGE, bent)


def grasp(place: Ground, q: FloatArray, name: str) -> Drag:
    """Takes hold of a handle of the pose nearest to coordinates (C,) that stands there.

    Raises KeyError for a name that is no handle there, PoseError where no pose stands.
    """
    landmark = handles(place)[name]
    free = place.course.unknowns
    standing, kept = taken(place, q)
    problem = _problem(place, standing, name, landmark)
    arm = (f"{SHOULDER}{handle_of(name)[1]}",) if name.startswith(ON_ARM) else ()
    return Drag(
        place,
        landmark,
        problem,
        kept,
        standing,
        np.array([each.startswith(LIMBS) for each in free.names]),
        np.array([each.startswith(arm) for each in free.names]),
    )


def _problem(place: Ground, u: FloatArray, name: str, landmark: str) -> Problem:
    handle, side = handle_of(name)
    return replace(
        keeping(place, u, handle.loose, side),
        goals=landmark_rows(place.take.body, [(landmark, "x"), (landmark, "y")]),
        goal_values=np.zeros(2),
        goal_weight=PULL,
    )
