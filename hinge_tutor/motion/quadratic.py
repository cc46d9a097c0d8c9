"""A small quadratic program with equalities and bounds, solved by an active set.

min ½ x'Hx + g'x   subject to   C x = d,   G x ≤ h.
At the active bounds A ⊂ G the stationary point solves
    [H C' A'; C 0 0; A 0 0] [x; λ; μ] = [-g; d; h_A];
a bound leaves the set while its μ < 0, and the most violated one enters.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray

# A bound counts as violated, and a multiplier as negative, past this: well above the rounding of
# a 40-row system (1e-12), well below a thousandth of a degree (2e-5 rad).
TOLERANCE = 1e-9
# Every step adds or drops one of a body's 38 bounds, and a pose rests on a handful; more steps than
# this would be a cycle.
MOST_CHANGES = 60
# Least curvature kept in every direction: small against the weights of a movement (0.001 … 100).
LEAST_CURVATURE = 1e-6


def convex(hessian: FloatArray) -> FloatArray:
    """The nearest matrix with at least `LEAST_CURVATURE` in every direction (absolute values of
    what bends down): Newton's step then always goes down.
    """
    try:
        shifted = hessian.copy()
        shifted.flat[:: len(hessian) + 1] -= LEAST_CURVATURE
        np.linalg.cholesky(shifted)
    except np.linalg.LinAlgError:
        values, vectors = np.linalg.eigh(hessian)
    else:
        return hessian
    bent: FloatArray = (vectors * np.maximum(np.abs(values), LEAST_CURVATURE)) @ vectors.T
    return bent


def solve(
    hessian: FloatArray,
    linear: FloatArray,
    equal: tuple[FloatArray, FloatArray],
    bounds: tuple[FloatArray, FloatArray],
    active: list[int],
) -> tuple[FloatArray, list[int], FloatArray]:
    """The minimizer x, the active bounds, and the multipliers (equalities, then active bounds)."""
    matrix, right = equal
    sides, limits = bounds
    chosen = list(active)
    for _ in range(MOST_CHANGES):
        rows, values = matrix, right
        if chosen:
            rows, values = np.vstack([rows, sides[chosen]]), np.append(right, limits[chosen])
        x, multipliers = _stationary(hessian, linear, rows, values)
        pushing = multipliers[len(right) :]
        if len(chosen) and pushing.min() < -TOLERANCE:
            chosen.pop(int(pushing.argmin()))
            continue
        if not len(limits):
            break
        over = sides @ x - limits
        over[chosen] = -np.inf
        worst = int(over.argmax())
        if over[worst] <= TOLERANCE:
            break
        chosen.append(worst)
    return x, chosen, multipliers


def _stationary(
    hessian: FloatArray, linear: FloatArray, rows: FloatArray, right: FloatArray
) -> tuple[FloatArray, FloatArray]:
    size, count = len(linear), len(right)
    system = np.zeros((size + count, size + count))
    system[:size, :size] = hessian
    system[:size, size:] = rows.T
    system[size:, :size] = rows
    value = np.concatenate([-linear, right])
    try:
        solution = np.linalg.solve(system, value)
    except np.linalg.LinAlgError:
        # Dependent rows, such as a goal that the active limits already decide.
        solution = np.linalg.lstsq(system, value, rcond=None)[0]
    return solution[:size], solution[size:]
