"""Brings eased samples exactly onto contacts and balance, all samples at once.

Newton steps of least weighted change: with c the rows' errors, J their gradients, W the weights,
    Δu = -W⁻¹ Jᵀ (J W⁻¹ Jᵀ + ε tr I)⁻¹ c.
The relative damping ε lets two contact rows depend on each other (straight legs); since c → 0,
damping slows the last steps a little and leaves no error.
"""

from __future__ import annotations

import math

import numpy as np

from hinge_tutor.body.arrays import FloatArray, IntArray
from hinge_tutor.body.linkage import ROOT
from hinge_tutor.motion.equations import Equations
from hinge_tutor.motion.keypose import LIMIT_RAD, Bounds, Problem, find
from hinge_tutor.motion.unknowns import Unknowns

DAMPING = 1e-9
MOST_STEPS = 30
# Between key poses a limit may be passed by half a degree; a tenth leaves room for the spline.
ALMOST_RAD = math.radians(0.1)
# One step turns no joint further than this (rad); eased samples start nearer than that.
LONGEST_STEP = 0.3
# A hundredth of a micrometer (or of a microradian): far inside the millimeter that is promised.
EXACT = 1e-8


def onto(
    unknowns: Unknowns,
    u: FloatArray,
    rows: Equations,
    values: FloatArray,
    weights: FloatArray,
    bounds: Bounds,
) -> FloatArray:
    """`u` (N, U) corrected so that `rows` read `values` (N, R) or (R,), within limits.

    A limit that a corrected sample passes is held there like one more row.
    """
    values = np.broadcast_to(values, (len(u), len(rows)))
    over = rows.over(unknowns.expand)
    corrected = _held(u, over, values, weights, bounds.only(()))
    passed = np.flatnonzero(_excess(corrected, bounds).max(axis=0) > LIMIT_RAD)
    if not len(passed):
        return corrected
    held = _held(corrected, over, values, weights, bounds.only(passed.tolist()))
    missed = np.abs(over.value(held) - values).max(axis=1)
    failed = (missed > EXACT) | (_excess(held, bounds).max(axis=1) > ALMOST_RAD)
    numbers = np.flatnonzero(failed)
    # Where even a program finds nothing, what touches goes before a limit.
    held[numbers] = corrected[numbers]
    return _one_by_one(unknowns, u, held, numbers, (rows, values), weights, bounds)


def _excess(u: FloatArray, bounds: Bounds) -> FloatArray:
    """How far each limit is passed at each sample (N, B), rad; negative inside."""
    excess: FloatArray = u @ bounds.rows.T - bounds.limits
    return excess


def _one_by_one(
    unknowns: Unknowns,
    wanted: FloatArray,
    corrected: FloatArray,
    failed: IntArray,
    ground: tuple[Equations, FloatArray],
    weights: FloatArray,
    bounds: Bounds,
) -> FloatArray:
    """Samples that Newton steps cannot bring inside several limits at once, as programs.

    Each starts from the sample before it; one that cannot be solved stays as it was.
    """
    solved = corrected.copy()
    size = len(unknowns.names)
    for number in failed:
        problem = Problem(
            unknowns=unknowns,
            targets=np.eye(size),
            values=wanted[number],
            slide=np.zeros(size),
            weights=weights,
            exact=ground[0],
            exact_values=ground[1][number],
            goals=None,
            goal_values=np.zeros(0),
            bounds=bounds,
        )
        for start in (solved[max(number - 1, 0)], solved[number]):
            found = find(problem, start)
            if found.stands:
                solved[number] = found.u
                break
    return solved


def _held(
    u: FloatArray, rows: Equations, values: FloatArray, weights: FloatArray, bounds: Bounds
) -> FloatArray:
    """`u` (N, U) brought onto rows over these unknowns, and onto the bounds that they pass."""
    ease = 1.0 / weights
    held = np.zeros((len(u), len(bounds.limits)), dtype=bool)
    for _ in range(MOST_STEPS):
        value, gradient = rows.linear(u)
        error = value - values
        if len(bounds.limits):
            beyond = u @ bounds.rows.T - bounds.limits
            held |= beyond > LIMIT_RAD
            error = np.hstack([error, np.where(held, beyond, 0.0)])
            gradient = np.concatenate([gradient, held[:, :, None] * bounds.rows], axis=1)
        if np.abs(error).max() < EXACT:
            break
        eased = gradient * ease
        normal = eased @ gradient.swapaxes(-1, -2)
        trace = np.trace(normal, axis1=-2, axis2=-1)[:, None, None]
        normal = normal + DAMPING * trace * np.eye(error.shape[1])
        pull = np.linalg.solve(normal, error[..., None])
        step = (eased.swapaxes(-1, -2) @ pull)[..., 0]
        longest = np.abs(step[:, len(ROOT) :]).max(axis=1, keepdims=True)
        u = u - step * np.minimum(1.0, LONGEST_STEP / np.maximum(longest, LONGEST_STEP))
    return u
