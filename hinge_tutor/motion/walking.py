"""The key poses of a movement in the order of time, each on what touches before and after it.

Between two phases both phases' supports keep their places; the weight is over those that touch in
both, so that a foot may leave the ground, or come to it, without a load on it. A support whose
place no file gives stays where the first pose that touches it puts it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.motion import keypose
from hinge_tutor.motion.course import Course, aimed_at, first_guess, problem, upright
from hinge_tutor.motion.depth import Aim
from hinge_tutor.motion.keypose import EXACT_M, Found, Problem
from hinge_tutor.motion.movement import STANDING, Movement
from hinge_tutor.motion.phases import Phase
from hinge_tutor.motion.stance import Footing, Stance, footing
from hinge_tutor.motion.support_rows import flat_feet
from hinge_tutor.motion.take import DESCENT, TURN, Reason

if TYPE_CHECKING:
    from hinge_tutor.motion.flight import Flight

# How many standing poses are kept: three figures of a few bodies while a slider moves.
MOST_STOOD = 16
_STOOD: dict[tuple[object, ...], Found] = {}


@dataclass(frozen=True, eq=False)
class Stations:
    """Unknowns u at each phase boundary, and what touches in each phase.

    `kept_x_m` has for each phase where the weight is kept at its start and end; not numbers where
    nothing asks for balance. `reason` says why a pose is only the nearest one, `flights` are those
    of phases in the air, by their number.
    """

    phases: tuple[Phase, ...]
    u: tuple[FloatArray, ...]
    stances: tuple[Stance, ...]
    kept_x_m: tuple[tuple[float, float], ...]
    footings: tuple[Footing, ...]
    reason: Reason | None
    flights: Mapping[int, Flight] = field(default_factory=dict)

    def rates(self, boundary: int) -> FloatArray:
        """How fast the unknowns (U,) change at a boundary: not at all, except around a flight."""
        if boundary in self.flights:
            return self.flights[boundary].rates[0]
        if boundary - 1 in self.flights:
            return self.flights[boundary - 1].rates[1]
        return np.zeros_like(self.u[0])


@dataclass(frozen=True, eq=False)
class Fallen:
    """A key pose that cannot be taken up: what was asked, the nearest, and where it began."""

    aimed: Problem
    nearest: Found
    start: FloatArray


@dataclass(eq=False)
class _Walk:
    """Solves one boundary after the other, remembering what was solved and found."""

    course: Course
    hand_height_m: float | None
    lowest: Collection[str]
    grounds: dict[str, Footing]
    solved: dict[tuple[object, ...], FloatArray] = field(default_factory=dict)
    stances: dict[tuple[tuple[str, ...], tuple[str, ...]], Stance] = field(default_factory=dict)
    reason: Reason | None = None
    start: FloatArray | None = None
    fallen: Fallen | None = None

    def footings(self, names: Sequence[str]) -> tuple[Footing, ...]:
        """Some supports, as far as it is found where they lie."""
        return tuple(ground for name, ground in self.grounds.items() if name in names)

    def stance(self, names: Sequence[str], over: Sequence[str]) -> Stance:
        """The equations while these touch, the weight kept over the feet among `over`."""
        key = (tuple(names), tuple(over))
        if key not in self.stances:
            self.stances[key] = self.course.stance(self.footings(names), self.footings(over))
        return self.stances[key]

    def pose(
        self, name: str, touching: Sequence[str], over: Sequence[str], aim: Aim | None
    ) -> FloatArray:
        """The key pose of that name on these supports (U,), or what it has for an aim."""
        key = (name, tuple(touching), tuple(over))
        if key in self.solved:
            return self.solved[key]
        ground = self.stance(touching, over).ahead(self.ahead_m(name))
        u = self._solve(name, ground, aim)
        q = self.course.unknowns.expand @ u
        for one in touching:
            found = self.grounds[one].found(q)
            if found is not self.grounds[one]:
                self.grounds[one] = found
                self.stances.clear()
        self.solved[key] = u
        return u

    def ahead_m(self, name: str) -> float:
        """How far ahead of its usual place a key pose keeps the weight, m."""
        share = self.course.movement.poses[name].weight_ahead_foot
        return float(share * self.course.body.lengths_m["foot"]) if share else 0.0

    def _solve(self, name: str, ground: Stance, aim: Aim | None) -> FloatArray:
        begins = self.start is None
        asked = self.hand_height_m if name in self.lowest else None
        if self.start is None:
            found = _started(self.course, name, ground, aim)
            self.start = found.u
            if found.stands and found.meets_goals:
                return found.u
        aimed = aimed_at(self.course, name, ground, asked, aim)
        if not begins and aim is not None:
            found = keypose.find(aimed, aim.u, self.start)
        elif not begins:
            feet = any(foot.touch.of.foot for foot in ground.footings)
            # What is pinned at hands and knees is far from any pose's own targets.
            guess = first_guess(self.course, aimed, ground) if feet else self.start
            found = keypose.find(aimed, guess, self.start)
        off = ground.rows.value(self.course.unknowns.expand @ self.start) - ground.values
        rests = not begins and bool(np.abs(off).max(initial=0.0) < EXACT_M)
        stands = found.stands or rests
        if not stands:
            self.fallen = Fallen(aimed, found, self.start)
        missed = not (found.stands and found.meets_goals)
        if stands and missed and self.reason is None:
            from hinge_tutor.motion.reasons import why_not

            self.reason = why_not(aimed, found, self.start)
        return found.u if found.stands else self.start


def walk(
    course: Course,
    phases: Sequence[Phase],
    hand_height_m: float | None,
    scale: float,
    aims: Sequence[Aim | None] = (),
) -> Stations | Fallen:
    """The stations with every support drawn nearer by `scale`, or what does not stand.

    `aims` are what the key poses at the boundaries are aimed at in place of their own targets.
    """
    movement = course.movement
    grounds = {touch.name: footing(course.body, touch, scale) for touch in movement.supports}
    walk = _Walk(course, hand_height_m, _lowest(movement), grounds)
    touching = [[touch.name for touch in movement.touching(phase.id)] for phase in phases]
    poses = [movement.start, *(phase.pose for phase in phases)]
    around = [touching[0], *touching, touching[-1]]
    carrying = [_carrying(movement, before, after) for before, after in pairwise(around)]
    u = []
    toward = aims or (None,) * len(poses)
    for name, (before, after), over, aim in zip(
        poses, pairwise(around), carrying, toward, strict=True
    ):
        u.append(walk.pose(name, [one for one in grounds if one in (*before, *after)], over, aim))
        if walk.fallen is not None:
            return walk.fallen
    stances = [walk.stance(names, names) for names in touching]
    at = [
        walk.stance(over, over).ahead(walk.ahead_m(name))
        for name, over in zip(poses, carrying, strict=True)
    ]
    kept = tuple(
        (_kept(at[number], phase), _kept(at[number + 1], phase))
        for number, phase in enumerate(stances)
    )
    return Stations(
        tuple(phases), tuple(u), tuple(stances), kept, tuple(walk.grounds.values()), walk.reason
    )


def _lowest(movement: Movement) -> Collection[str]:
    """The key poses that stop at a hand height: those of the descent and the turn, or else all."""
    deep = {phase.pose for phase in movement.phases if phase.id in (DESCENT, TURN)}
    return deep - {movement.start} or movement.poses


def _carrying(movement: Movement, before: list[str], after: list[str]) -> list[str]:
    """What carries between two phases: what touches in both, or in the one on the ground.

    A forefoot counts as touching where its whole foot lies flat.
    """
    if before == after:
        return before
    of = {touch.name: touch for touch in movement.supports}

    def lies(name: str, names: list[str]) -> bool:
        flat = any(of[one].kind == "flat_foot" and of[one].side == of[name].side for one in names)
        return name in names or (of[name].kind == "forefoot" and flat)

    both = [name for name in of if name in (*before, *after)]
    return [name for name in both if lies(name, before) and lies(name, after)] or before or after


def _kept(boundary: Stance, phase: Stance) -> float:
    """Where the weight is kept at one end of a phase."""
    if not phase.balanced:
        return float("nan")
    return boundary.kept_x_m if boundary.balanced else phase.kept_x_m


def _started(course: Course, name: str, ground: Stance, aim: Aim | None = None) -> Found:
    """The key pose that a movement starts from; movements of one body and load share it."""
    if aim is not None:
        return keypose.find(aimed_at(course, name, ground, None, aim), aim.u)
    pose = course.movement.poses[name]
    weights = course.movement.weights
    key = (
        course.body,
        course.load,
        course.movement.symmetric,
        ground.footings,
        ground.balanced,
        tuple(ground.values.tolist()),
        course.pulls,
        tuple(pose.targets.items()),
        tuple(pose.goals.items()),
        tuple(weights) if upright(course.movement, name) else tuple(weights.items()),
    )
    if key not in _STOOD:
        while len(_STOOD) >= MOST_STOOD:
            _STOOD.pop(next(iter(_STOOD)))
        aimed = problem(course, name, ground, None)
        _STOOD[key] = keypose.find(aimed, first_guess(course, aimed, ground))
    return _STOOD[key]


def standing(course: Course) -> FloatArray:
    """Unknowns (U,) of this body standing with its load, from which changes are measured."""
    stood = course.stood()
    feet = tuple(footing(course.body, touch) for touch in flat_feet())
    u = _started(stood, STANDING, stood.stance(feet)).u
    return u if course.movement.symmetric else stood.unknowns.expand @ u
