"""Brings a whole stretch of motion at once onto what has to hold at its samples.

Place alone is corrected sample by sample (`correction.py`). What depends on accelerations, as a
center of pressure or an arm on a rope, ties all samples together through the spline between them:
    u' = D₁ u + …,   u'' = D₂ u + …          linear in the samples, … from the slopes at both ends
With r the rows' errors and J = ∂r/∂u + ∂r/∂u' D₁ + ∂r/∂u'' D₂, Newton steps of least change:
    Δu = -H⁻¹ Jᵀ (J H⁻¹ Jᵀ)⁻¹ r,   H = W ⊗ (S + τ⁴ D₂ᵀ S D₂),   S = diag(seconds of each sample)
so that a change is small and smooth over τ. H⁻¹ Jᵀ is never written down, since each row of J
has only three parts. Samples that are fixed have no change; a row that is only a bound counts from
the step on at which it is passed. Beside the unknowns there is one number at each sample that rows
may lean on: how far the ground's pressure lies from its place (`Hold.shifts`).
Units: m, rad, s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, IntArray
from hinge_tutor.body.linkage import ROOT, ROOT_X
from hinge_tutor.motion.spline import clamped
from hinge_tutor.motion.turning import Asked, Motion
from hinge_tutor.motion.unknowns import Unknowns

# Changes of joints that take less than this are no movement but trembling.
SMOOTH_S = 0.1
# Weight of the pressure's shift beside those of joints: 1 cm as much as 2 degrees of a hip that
# weighs 10, so that feet answer before hips do.
SHIFT_WEIGHT = 100.0
# A hundredth of a micrometer, of a microradian, and of a millionth of the weight at one meter.
EXACT = 1e-8
MOST_STEPS = 25
# Two straight legs make rows depend on each other. With ten times this the slowest of them keeps
# nine tenths of its miss in each step; this is still thousands of roundings.
DAMPING = 1e-12
# One step turns no joint further than this (rad).
LONGEST_STEP = 0.3


@dataclass(frozen=True, eq=False)
class Hold:
    """Rows that read `values` (K, R) at the samples of those numbers (K,), or at most so much.

    With `shifts` they are moments about the ground's pressure, which may lie elsewhere.
    """

    asked: Asked
    samples: IntArray
    values: FloatArray
    shifts: bool = False
    bound: bool = False


@dataclass(frozen=True, eq=False)
class Stretch:
    """Samples of one spline at (N,) s: what turns them into speeds and accelerations.

    `slopes` are u' (U,) at both ends; `operators` are 1, D₁ and D₂ (N, N), and `smooth` the inverse
    of S + τ⁴ D₂ᵀ S D₂ for samples that are not fixed.
    """

    time_s: FloatArray
    slopes: tuple[FloatArray, FloatArray]
    operators: tuple[FloatArray, FloatArray, FloatArray]
    smooth: FloatArray

    def motion(self, u: FloatArray) -> Motion:
        """The samples u with their u' and u'', each (N, U)."""
        spline = clamped(self.time_s, u, *self.slopes)
        first = spline.first
        first[-1] = self.slopes[1]
        return u, first, spline.second


@dataclass(frozen=True, eq=False)
class Brought:
    """A stretch brought onto its holds: u (N, U), and the worst miss."""

    u: FloatArray
    missed: float


@dataclass(frozen=True, eq=False)
class _Rows:
    """Errors (R,), derivatives by u, u', u'' at their own sample (R, U + 1), and those samples."""

    off: FloatArray
    parts: tuple[FloatArray, FloatArray, FloatArray]
    at: IntArray

    def only(self, some: BoolArray) -> _Rows:
        first, second, third = self.parts
        return _Rows(self.off[some], (first[some], second[some], third[some]), self.at[some])


def stretch(time_s: FloatArray, slopes: tuple[FloatArray, FloatArray], fixed: BoolArray) -> Stretch:
    """The stretch through samples at (N,) s, some of them fixed (N,), with slopes at its ends."""
    unit = clamped(time_s, np.eye(len(time_s)))
    first, second = unit.first, unit.second
    seconds = np.diff(time_s)
    share = (np.append(seconds, 0.0) + np.append(0.0, seconds)) / 2.0
    cost = np.diag(share) + SMOOTH_S**4 * (second.T * share) @ second
    smooth = np.zeros_like(cost)
    free = np.flatnonzero(~fixed)
    smooth[np.ix_(free, free)] = np.linalg.inv(cost[np.ix_(free, free)])
    return Stretch(time_s, slopes, (np.eye(len(time_s)), first, second), smooth)


def onto(
    unknowns: Unknowns,
    u: FloatArray,
    way: Stretch,
    holds: Sequence[Hold],
    weights: FloatArray,
    room: tuple[FloatArray, FloatArray],
) -> Brought:
    """`u` (N, U) brought onto all holds with the least change, weighted (U,).

    `room` is how far back and ahead the pressure may shift (N,), m.
    """
    ease = np.append(1.0 / weights, 1.0 / SHIFT_WEIGHT)
    between = [[one @ way.smooth @ other.T for other in way.operators] for one in way.operators]
    shift, missed = np.zeros(len(u)), np.inf
    bound = [np.full(hold.values.size, hold.bound) for hold in holds]
    held = ~np.concatenate([*bound, np.ones(2 * len(u), dtype=np.bool_)])
    for _ in range(MOST_STEPS):
        every = _read(way.motion(u), shift, holds, unknowns.expand, room)
        held |= every.off > EXACT
        rows = every.only(held)
        missed = float(np.abs(rows.off).max(initial=0.0))
        if missed < EXACT or not np.isfinite(missed):
            break
        try:
            step = _step(way, rows, between, ease)
        except np.linalg.LinAlgError:
            # Rows that contradict each other: no motion has them all.
            return Brought(u, np.inf)
        longest = float(np.abs(step[:, len(ROOT) : -1]).max())
        step *= min(1.0, LONGEST_STEP / max(longest, LONGEST_STEP))
        u, shift = u - step[:, :-1], shift - step[:, -1]
    return Brought(u, missed)


def _read(
    motion: Motion,
    shift: FloatArray,
    holds: Sequence[Hold],
    expand: FloatArray,
    room: tuple[FloatArray, FloatArray],
) -> _Rows:
    """All rows, those of the room last."""
    errors, samples = [], []
    parts: tuple[list[FloatArray], list[FloatArray], list[FloatArray]] = ([], [], [])
    for hold in holds:
        q, rate, second = (each[hold.samples] @ expand.T for each in motion)
        value, gradients = hold.asked.read((q, rate, second))
        # What a root that moves along x does to a moment, the pressure's place does the other way.
        lean = gradients[0][..., ROOT_X] if hold.shifts else np.zeros_like(value)
        errors.append((value - hold.values - lean * shift[hold.samples, None]).ravel())
        samples.append(np.repeat(hold.samples, value.shape[1]))
        for part, gradient, along in zip(
            parts, gradients, (-lean, 0 * lean, 0 * lean), strict=True
        ):
            row = (gradient @ expand).reshape(-1, expand.shape[1])
            part.append(np.hstack([row, along.reshape(-1, 1)]))
    beside = np.zeros((2 * len(shift), expand.shape[1] + 1))
    beside[:, -1] = np.repeat([-1.0, 1.0], len(shift))
    errors.append(np.concatenate([room[0] - shift, shift - room[1]]))
    samples.append(np.tile(np.arange(len(shift)), 2))
    for part, rows in zip(parts, (beside, 0.0 * beside, 0.0 * beside), strict=True):
        part.append(rows)
    first, second, third = (np.concatenate(part) for part in parts)
    return _Rows(np.concatenate(errors), (first, second, third), np.concatenate(samples))


def _step(
    way: Stretch, rows: _Rows, between: Sequence[Sequence[FloatArray]], ease: FloatArray
) -> FloatArray:
    """H⁻¹ Jᵀ (J H⁻¹ Jᵀ)⁻¹ r (N, U + 1)."""
    normal = np.zeros((len(rows.off), len(rows.off)))
    # Most rows are of places alone: what has no part there is left out.
    some = [np.flatnonzero(part.any(axis=1)) for part in rows.parts]
    for one, own in enumerate(some):
        eased = rows.parts[one][own] * ease
        for other in range(one + 1):
            their = some[other]
            kept = between[one][other][np.ix_(rows.at[own], rows.at[their])]
            block = (eased @ rows.parts[other][their].T) * kept
            normal[np.ix_(own, their)] += block
            if other != one:
                normal[np.ix_(their, own)] += block.T
    normal[np.diag_indices_from(normal)] *= 1.0 + DAMPING
    pull = np.linalg.solve(normal, rows.off)
    found = np.zeros((len(way.time_s), len(ease)))
    for operator, part in zip(way.operators, rows.parts, strict=True):
        summed = np.zeros_like(found)
        np.add.at(summed, rows.at, part * pull[:, None])
        found += operator.T @ summed
    moved: FloatArray = way.smooth @ found * ease
    return moved
