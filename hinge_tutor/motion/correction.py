"""Brings eased samples exactly onto contacts and balance, all samples at once.

Newton steps of least weighted change: with c the rows' errors, J their gradients, W the weights,
    Δu = -W⁻¹ Jᵀ (J W⁻¹ Jᵀ + ε tr I)⁻¹ c.
The relative damping ε lets two contact rows depend on each other (straight legs); since c → 0,
damping slows the last steps a little and leaves no error.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.motion.rows import Rows
from hinge_tutor.motion.unknowns import Unknowns

DAMPING = 1e-9
MOST_STEPS = 12
# A hundredth of a micrometer: far inside the millimeter that is promised.
EXACT_M = 1e-8


def onto(
    unknowns: Unknowns, u: FloatArray, rows: Rows, values: FloatArray, weights: FloatArray
) -> FloatArray:
    """`u` (N, U) corrected so that `rows` read `values` (R,) at every sample."""
    expand = unknowns.expand
    ease = 1.0 / weights
    corrected = u
    for _ in range(MOST_STEPS):
        q = corrected @ expand.T
        error = rows.value(q) - values
        if np.abs(error).max() < EXACT_M:
            break
        gradient = rows.gradient(q) @ expand
        eased = gradient * ease
        normal = eased @ gradient.swapaxes(-1, -2)
        trace = np.trace(normal, axis1=-2, axis2=-1)[:, None, None]
        normal = normal + DAMPING * trace * np.eye(len(rows))
        pull = np.linalg.solve(normal, error[..., None])
        corrected = corrected - (eased.swapaxes(-1, -2) @ pull)[..., 0]
    return corrected
