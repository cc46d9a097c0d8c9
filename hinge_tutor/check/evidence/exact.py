"""The exact bounded solution of the sharing problem, slow and sure, to compare ours with.

    minimize  Σ V a² + |b - G a|² / ε   subject to  low ≤ a ≤ high
as bounded least squares by an active set (Stark and Parker 1995). Letters and units as in
`mechanics/recruitment.py`; ε is far smaller than there.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.mechanics.recruitment import LEAST_ACTIVATION, MOST_ACTIVATION

# Softness: a tenth of ours, and far above rounding.
HARD_NM = 1e-5
# It stops where no gradient is above this; the least volume is some 18 N·m, so an activation is
# then known to 1e-6.
INWARD_NM = 1e-5


def exact(moments: FloatArray, asked: FloatArray, volume: FloatArray) -> FloatArray:
    """Activations (M,) of one sample with moments (R, M), asked (R,), volumes (M,)."""
    weight = 1.0 / np.sqrt(HARD_NM)
    matrix = np.concatenate([np.diag(np.sqrt(volume)), weight * moments])
    right = np.concatenate([np.zeros(len(volume)), weight * asked])
    return bounded_least_squares(matrix, right, LEAST_ACTIVATION, MOST_ACTIVATION)


def bounded_least_squares(
    matrix: FloatArray, right: FloatArray, low: float, high: float
) -> FloatArray:
    """The x of least |matrix x - right| with low ≤ x ≤ high.

    Free the bound whose gradient points inward most, solve for the free ones, walk toward that
    until a bound is met, drop it, until nothing wants to move.
    """
    x = np.full(matrix.shape[1], low)
    free: npt.NDArray[np.bool_] = np.zeros(len(x), dtype=np.bool_)
    for _ in range(40 * len(x)):
        gradient = matrix.T @ (right - matrix @ x)
        inward = np.where(x <= low, gradient, np.where(x >= high, -gradient, -np.inf))
        inward[free] = -np.inf
        best = int(inward.argmax())
        if inward[best] <= INWARD_NM:
            return x
        free[best] = True
        while free.any():
            fixed = right - matrix[:, ~free] @ x[~free]
            aim = np.linalg.lstsq(matrix[:, free], fixed, rcond=None)[0]
            if ((aim >= low) & (aim <= high)).all():
                x[free] = aim
                break
            change = aim - x[free]
            with np.errstate(divide="ignore", invalid="ignore"):
                room = np.where(change > 0, (high - x[free]) / change, (low - x[free]) / change)
            room[(aim >= low) & (aim <= high)] = np.inf
            first = int(room.argmin())
            x[free] = np.clip(x[free] + room[first] * change, low, high)
            at = np.flatnonzero(free)[first]
            x[at] = high if change[first] > 0 else low
            free[at] = False
    raise AssertionError("the exact solver cycles")
