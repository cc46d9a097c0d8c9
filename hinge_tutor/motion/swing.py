"""A swing: the hips throw a weight on straight arms, and catch it as they threw it.

Nothing on a rope loses energy, so a steady cycle runs back as it came: from the deepest moment at
t = 0 to the highest at T, and in reverse before. The hips drive from the deep pose to the tall one
in D seconds, with their largest acceleration at once, since they stop the weight and throw it:
    s(τ) = 6 τ² - 8 τ³ + 3 τ⁴,   τ = t / D:   s' = 0 at the start, s = 1 and s' = s'' = 0 at the end
Accelerations at t = 0 go with 1 / D². How hard the hips drive is found by shooting: D is where the
arms, which lie against the body at the deepest moment, are neither pushed by it nor held there:
    M(0) = M_weight + M_moving / D² = 0         M of `ropes.py`, the arms moving with the trunk
A D that is asked for instead leaves them lying, and pushed, until M = 0. Then the arms swing by
themselves to where they rest, which gives T and the height. All this goes in rounds, since the body
answers the weight: its pressure stays under its feet (`pressing.py`). In the last round M = 0 is
asked for at every sample. Units: m, rad, s. Frame: x forward, y up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import ROOT_X, ROOT_Y
from hinge_tutor.motion import collocation
from hinge_tutor.motion.collocation import Brought, Hold, Stretch
from hinge_tutor.motion.course import Course
from hinge_tutor.motion.pressing import ENOUGH, brought, forces, reach
from hinge_tutor.motion.ropes import Arm, Swung, arm, swung
from hinge_tutor.motion.spline import clamped
from hinge_tutor.motion.stance import Stance
from hinge_tutor.motion.take import Reason
from hinge_tutor.motion.turning import Motion, Placed, Straight, about_shoulder

# A first guess of the drive and of the highest moment, s; the rounds do not depend on them.
GUESS_S = (0.6, 0.75)
# Of all samples, so many lie in the drive, where most happens.
DRIVEN = 0.6
# Each round leaves about a seventh of what the one before was off; the times are then known to a
# thousandth of a second.
MOST_ROUNDS, CLOSE_S = 8, 1e-3
# A drive shorter than this is a jerk, and one longer than this throws nothing.
DRIVE_S = (0.2, 1.5)
# A weight that rests as soon as this after the hips are through was lifted, not thrown.
LEAST_FLOAT_S = 0.02


@dataclass(frozen=True, eq=False)
class Half:
    """From the deepest moment to the highest: times (N,) s, u (N, U), and how long hips drive."""

    time_s: FloatArray
    u: FloatArray
    drive_s: float


@dataclass(frozen=True, eq=False)
class _Swing:
    """What a swing is made of: its feet, its two poses (U,), and how long the hips drive."""

    course: Course
    ground: Stance
    deep: FloatArray
    tall: FloatArray
    samples: int
    drive_s: float

    @property
    def shoulder(self) -> int:
        """The column of the shoulders."""
        return self.course.unknowns.names.index("shoulder_flexion")

    @property
    def hanging(self) -> FloatArray:
        """The row that reads the arms' angle from the vertical (U,)."""
        return self.course.unknowns.row("arm_angle")

    def way(self, rest_s: float) -> Stretch:
        """Samples from the deepest to the highest moment, at rest at both."""
        driven = round(DRIVEN * self.samples)
        first = np.linspace(0.0, self.drive_s, driven)
        last = np.linspace(self.drive_s, rest_s, self.samples - driven + 1)[1:]
        still, fixed = np.zeros(len(self.deep)), np.zeros(self.samples, dtype=np.bool_)
        return collocation.stretch(np.append(first, last), (still, still), fixed)

    def aimed(self, time_s: FloatArray) -> FloatArray:
        """The poses on the way (N, U), the arms lying against the body."""
        u: FloatArray = self.deep + drive(time_s / self.drive_s)[:, None] * (self.tall - self.deep)
        u[:, self.shoulder] = self.deep[self.shoulder]
        return u

    def motion(self, way: Stretch, u: FloatArray) -> Motion:
        """Coordinates with their rates (N, C)."""
        q, rate, second = (each @ self.course.unknowns.expand.T for each in way.motion(u))
        return q, rate, second

    def lying(self, way: Stretch, u: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The arms' angles (N,) while they lie against the body, and M of them there (N,)."""
        lying = u.copy()
        lying[:, self.shoulder] = self.deep[self.shoulder]
        row = about_shoulder(self.course.body, self.course.load, SIDES[0])
        return lying @ self.hanging, row.read(self.motion(way, lying))[0][:, 0]

    def arm(self) -> Arm:
        """One arm with its part of the weight."""
        return arm(about_shoulder(self.course.body, self.course.load, SIDES[0]))

    def balanced_drive(self, way: Stretch, u: FloatArray) -> float:
        """The D at which M(0) = 0, where everything else stays as it is."""
        angle, moment = self.lying(way, u)
        of = self.arm()
        lever = of.first * np.exp(1j * angle[0])
        # The row of M is over the arm's weight at one meter.
        weight = (lever.conjugate() * 1j).imag / of.mass_kg
        moving = float(moment[0]) - weight
        ratio = -moving / weight if weight * moving < 0.0 else 1.0
        return float(np.clip(self.drive_s * np.sqrt(ratio), *DRIVE_S))

    def thrown(self, way: Stretch, u: FloatArray, shot: bool) -> tuple[Swung, float] | None:
        """The arms' own way where the body moves like this, and until when they lie, s."""
        angle, moment = self.lying(way, u)
        pulled = np.flatnonzero((moment < 0.0) & (way.time_s <= self.drive_s))
        first = 0 if shot or not len(pulled) else int(pulled[0])
        left_s, rate = 0.0, 0.0
        if first:
            ago = float(moment[first] / (moment[first] - moment[first - 1]))
            step = float(way.time_s[first] - way.time_s[first - 1])
            left_s = float(way.time_s[first]) - ago * step
            slopes = clamped(way.time_s, angle[:, None]).first[:, 0]
            rate = float(np.interp(left_s, way.time_s, slopes))
        start = float(np.interp(left_s, way.time_s, angle))
        pivot = self._pivot(self.motion(way, u))
        found = swung(self.arm(), (left_s, start, rate), way.time_s, pivot)
        return None if found is None else (found, left_s)

    def _pivot(self, motion: Motion) -> ComplexArray:
        """The shoulder's acceleration (N,)."""
        q, rate, second = motion
        linkage = self.course.body.linkage
        place = linkage.origin[linkage.index[f"upper_arm_{SIDES[0]}"]]
        changing = 1j * (second @ linkage.turn.T) - (rate @ linkage.turn.T) ** 2
        moved: ComplexArray = (changing * np.exp(1j * (q @ linkage.turn.T))) @ place
        return moved + second[:, ROOT_X] + 1j * second[:, ROOT_Y]

    def answered(self, way: Stretch, u: FloatArray, arms: list[Hold]) -> Brought:
        """The body's answer: feet in their places, the pressure under them, the arms held so."""
        every = np.arange(len(u))
        kept = np.tile(self.ground.values[: len(self.ground.held)], (len(u), 1))
        pressed = np.full(len(u), self.ground.kept_x_m)
        first, last = reach(self.course, self.ground)
        holds = [
            Hold(Placed(self.ground.held), every, kept),
            *forces(self.course, self.ground, every, pressed),
            *arms,
        ]
        free = np.ones(len(u), dtype=np.bool_)
        return brought(self.course, u, way, holds, (first - pressed, last - pressed), free)

    def held(self, row: FloatArray, some: BoolArray, values: FloatArray) -> list[Hold]:
        """A row over the unknowns (U,) that reads values (N,) at some samples (N,)."""
        here = np.flatnonzero(some)
        over_u = np.linalg.pinv(self.course.unknowns.expand)
        asked = Straight((row @ over_u)[None, :])
        return [Hold(asked, here, values[here, None])] if len(here) else []

    def ropes(self, some: BoolArray) -> list[Hold]:
        """That nothing turns the arms at some samples (N,)."""
        here = np.flatnonzero(some)
        row = about_shoulder(self.course.body, self.course.load, SIDES[0])
        return [Hold(row, here, np.zeros((len(here), 1)))]


def drive(tau: FloatArray) -> FloatArray:
    """The share s of the way (N,) at a share τ of the drive's time (N,)."""
    t = np.clip(tau, 0.0, 1.0)
    found: FloatArray = t**2 * (6.0 - 8.0 * t + 3.0 * t**2)
    return found


def half(
    course: Course,
    ground: Stance,
    poses: tuple[FloatArray, FloatArray],
    samples: int,
    asked_s: float | None = None,
) -> Half | Reason:
    """The half cycle from the deep pose to where the weight rests, `poses` (U,) deep and tall.

    The hips drive for `asked_s`, or as hard as leaves the arms alone; which poses allow no swing,
    and why, is said instead.
    """
    one = _Swing(course, ground, *poses, samples, asked_s or GUESS_S[0])
    way = one.way(one.drive_s + GUESS_S[1] - GUESS_S[0])
    u, before = one.aimed(way.time_s), (0.0, 0.0)
    for _ in range(MOST_ROUNDS):
        if asked_s is None:
            one = replace(one, drive_s=one.balanced_drive(way, u))
        thrown = one.thrown(way, u, asked_s is None)
        if thrown is None:
            return Reason("swing_goes_over")
        arms, left_s = thrown
        way = one.way(max(arms.rest_s, one.drive_s + LEAST_FLOAT_S))
        lies, angle = way.time_s <= left_s if left_s else way.time_s < 0.0, arms.at(way.time_s)
        u = one.aimed(way.time_s)
        u[:, one.shoulder] += np.where(lies, 0.0, angle - u @ one.hanging)
        shoulders = np.full(len(u), one.deep[one.shoulder])
        stopped = one.held(np.eye(len(one.deep))[one.shoulder], lies, shoulders)
        found = one.answered(way, u, [*stopped, *one.held(one.hanging, ~lies, angle)])
        if found.missed > ENOUGH:
            return Reason("swing_unsteady")
        u, after = found.u, (one.drive_s, arms.rest_s)
        if max(abs(now - then) for now, then in zip(after, before, strict=True)) < CLOSE_S:
            break
        before = after
    if arms.rest_s < one.drive_s + LEAST_FLOAT_S:
        return Reason("swing_too_slow")
    found = one.answered(way, u, [*stopped, *one.ropes(~lies)])
    if found.missed > ENOUGH:
        return Reason("swing_unsteady")
    return Half(way.time_s, found.u, one.drive_s)
