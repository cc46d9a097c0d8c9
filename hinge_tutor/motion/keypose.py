"""Key poses: as near to the targets as contacts, balance, goals and limits allow.

min Σ w (r u - t)²   over the unknowns u, subject to
    contact rows = ground,  center of mass x = target,  goal rows = goal   (exact)
    limits of the body: G u ≤ h
solved by sequential quadratic programs. Each pose starts from its own targets.
Where a hand height is asked for, the targets slide along the way from standing to the deep pose:
t = t_standing + s (t_deep - t_standing), and s is found with the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.motion import quadratic
from hinge_tutor.motion.equations import Equations
from hinge_tutor.motion.unknowns import Unknowns

# One program moves no joint further than this; the rows bend too much beyond it.
LONGEST_STEP = 0.4
# A pose that can be found needs 5 to 15 programs; one that needs more circles around a gap.
MOST_STEPS = 25
# Distances below a tenth of a micrometer and angles below a millionth of a degree are rounding.
STEP_TOLERANCE = 1e-8
EXACT_M = 1e-7
LIMIT_RAD = 1e-6
# A goal that cannot be met is still worth more than the targets: 10 cm of it weigh like 18° of a
# knee in the squat, so that the nearest pose stays one a person would show.
SOFT_GOAL_WEIGHT = 1000.0
# Where a pose does not stand, this much of the way to it is tried, the farthest first.
PARTS_OF_THE_WAY = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)


@dataclass(frozen=True, eq=False)
class Bounds:
    """Limits over the unknowns: rows (B, U), limits (B,), names, and which are upper ends."""

    rows: FloatArray
    limits: FloatArray
    names: tuple[str, ...]
    upper: tuple[bool, ...]

    def only(self, kept: Sequence[int]) -> Bounds:
        """Some of the bounds."""
        return Bounds(
            self.rows[list(kept)],
            self.limits[list(kept)],
            tuple(self.names[i] for i in kept),
            tuple(self.upper[i] for i in kept),
        )


@dataclass(frozen=True, eq=False)
class Problem:
    """One key pose to find: linear targets (T, U), exact rows, goals among them, bounds.

    `goal_weight` is what goals weigh, per m², where they are only approached.
    """

    unknowns: Unknowns
    targets: FloatArray
    values: FloatArray
    slide: FloatArray
    weights: FloatArray
    exact: Equations
    exact_values: FloatArray
    goals: Equations | None
    goal_values: FloatArray
    bounds: Bounds
    goal_weight: float = SOFT_GOAL_WEIGHT

    def bounded_by(self, kept: Sequence[int]) -> Problem:
        """The same problem for a body that has only these limits."""
        return replace(self, bounds=self.bounds.only(kept))

    def toward(self, share: float, standing: FloatArray) -> Problem:
        """The same problem, its targets only a share of the way from standing; without goals."""
        there = self.targets @ standing
        values = there + share * (self.values - there)
        return replace(self, values=values, slide=np.zeros_like(values), goals=None)


@dataclass(frozen=True, eq=False)
class Found:
    """A solved key pose u: does it stand, are its goals met, on which bounds does it rest?"""

    u: FloatArray
    stands: bool
    meets_goals: bool
    resting_on: tuple[int, ...]


def find(problem: Problem, start: FloatArray, standing: FloatArray | None = None) -> Found:
    """The pose of a problem; with the goals only approached where they cannot be met.

    Where not even that stands, it is looked for from `standing`; or else the farthest part of
    the way from there that stands.
    """
    if problem.goals is not None and not np.any(problem.slide):
        # From a pose that already stands, goals are met by the pose nearest to it; from bare
        # targets, all rows at once may be met by one far from any of them.
        bare = _descend(replace(problem, goals=None), start, soft_goals=False)
        start = bare.u if bare.stands else start
    hard = _descend(problem, start, soft_goals=False)
    if hard.stands and hard.meets_goals:
        return hard
    near = _descend(problem, start, soft_goals=True)
    if near.stands:
        again = _descend(problem, near.u, soft_goals=False)
        return again if again.stands and again.meets_goals else near
    if standing is None:
        return near
    from_there = _descend(problem, standing, soft_goals=False)
    if from_there.stands:
        return from_there
    for share in PARTS_OF_THE_WAY:
        part = _descend(problem.toward(share, standing), standing, soft_goals=False)
        if part.stands:
            return replace(part, meets_goals=False)
    return near


def approach(problem: Problem, start: FloatArray) -> Found:
    """The pose of a problem found from a near one, its goals only approached, by their weight."""
    return _descend(problem, start, soft_goals=True)


@dataclass(frozen=True, eq=False)
class _Program:
    """A problem over its columns: u, and the slide s as the last one where there is one.

    Its rows are read off u.
    """

    problem: Problem
    targets: FloatArray
    base: FloatArray
    bounds: FloatArray
    hard: Equations
    hard_values: FloatArray
    soft: Equations | None

    @property
    def size(self) -> int:
        """Number of unknowns without the slide."""
        return len(self.problem.unknowns.names)

    def wide(self, gradient: FloatArray) -> FloatArray:
        """Derivatives over u as those over the columns."""
        lacking = self.targets.shape[1] - self.size
        return np.pad(gradient, ((0, 0), (0, lacking))) if lacking else gradient


def _program(problem: Problem, soft_goals: bool) -> _Program:
    columns = [problem.targets]
    base, bounds = problem.values, problem.bounds.rows
    if np.any(problem.slide):
        columns.append(-problem.slide[:, None])
        base = problem.values - problem.slide
        bounds = np.hstack([bounds, np.zeros((len(bounds), 1))])
    hard, values = problem.exact, problem.exact_values
    if problem.goals is not None and not soft_goals:
        hard, values = hard.both(problem.goals), np.append(values, problem.goal_values)
    expand = problem.unknowns.expand
    soft = problem.goals.over(expand) if problem.goals is not None and soft_goals else None
    return _Program(problem, np.hstack(columns), base, bounds, hard.over(expand), values, soft)


def _descend(problem: Problem, start: FloatArray, soft_goals: bool) -> Found:
    """Sequential quadratic programs with the exact curvature of the rows."""
    program = _program(problem, soft_goals)
    u = np.append(start, 1.0)[: program.targets.shape[1]]
    weighted = program.targets.T * problem.weights
    stiffness = weighted @ program.targets
    multipliers = np.zeros(len(program.hard))
    active: list[int] = []
    before, rested = STEP_TOLERANCE, active
    for _ in range(MOST_STEPS):
        there = u[: program.size]
        slope = weighted @ (program.targets @ u - program.base)
        hessian = stiffness.copy()
        value, gradient, bent = program.hard.bent(there, multipliers)
        if program.soft is not None:
            read, tilt = program.soft.linear(there)
            missed, tilt = read - problem.goal_values, program.wide(tilt)
            slope = slope + problem.goal_weight * tilt.T @ missed
            hessian += problem.goal_weight * tilt.T @ tilt
            bent = bent + program.soft.curvature(there, problem.goal_weight * missed)
        hessian[: program.size, : program.size] += bent
        if not np.isfinite(hessian).all():
            # Supports that contradict each other drove the multipliers beyond all numbers.
            break
        step, active, dual = quadratic.solve(
            quadratic.convex(hessian),
            slope,
            (program.wide(gradient), program.hard_values - value),
            (program.bounds, problem.bounds.limits - program.bounds @ u),
            active,
        )
        multipliers = dual[: len(program.hard)]
        longest = float(np.abs(step[2:]).max())
        u = u + step * min(1.0, LONGEST_STEP / max(longest, LONGEST_STEP))
        # On the same bounds steps shrink by as much again, or more: is the next one worth while?
        shrunk = min(longest / before, 1.0) if active == rested else 1.0
        if longest * shrunk < STEP_TOLERANCE:
            break
        before, rested = longest, active
    return _judge(program, u[: program.size], active)


def _judge(program: _Program, u: FloatArray, active: list[int]) -> Found:
    problem, exact = program.problem, len(program.problem.exact)
    off_rows = np.abs(program.hard.value(u) - program.hard_values)
    off = off_rows[:exact].max()
    over = (problem.bounds.rows @ u - problem.bounds.limits).max(initial=0.0)
    goal = float(off_rows[exact:].max(initial=0.0))
    if program.soft is not None:
        goal = float(np.abs(program.soft.value(u) - problem.goal_values).max())
    return Found(
        u=u,
        stands=bool(off < EXACT_M and over < LIMIT_RAD and np.isfinite(u).all()),
        meets_goals=goal < EXACT_M,
        resting_on=tuple(active),
    )


def bounds_of(unknowns: Unknowns) -> Bounds:
    """The body's limits over the unknowns; the far side's left out where both sides are one."""
    body = unknowns.body
    alike = not any(name.endswith("_far") for name in unknowns.names)
    kept = [
        bound
        for bound in body.limits.bounds
        if not (alike and all(name.endswith("_far") for name in bound.terms))
    ]
    rows = np.zeros((len(kept), len(body.coordinates)))
    for row, bound in zip(rows, kept, strict=True):
        for coordinate, weight in bound.terms.items():
            row[body.index(coordinate)] = weight
    return Bounds(
        rows @ unknowns.expand,
        np.array([bound.limit for bound in kept]),
        tuple(bound.name.removesuffix("_near") if alike else bound.name for bound in kept),
        tuple(bound.upper for bound in kept),
    )
