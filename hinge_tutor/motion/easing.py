"""How far a phase has come, from its time: the smoothest start and stop.

s(τ) = 10 τ³ - 15 τ⁴ + 6 τ⁵ for 0 ≤ τ ≤ 1: the minimum-jerk profile. s, s' and s'' vanish at the
start; s', s'' vanish at the end, where s = 1.
Source: Flash and Hogan 1985, J Neurosci 5:1688.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray


def ease(tau: FloatArray, window: tuple[float, float] = (0.0, 1.0)) -> FloatArray:
    """Share of the way (…) at phase fraction `tau` (…), moving only inside `window`."""
    start, end = window
    t = np.clip((tau - start) / (end - start), 0.0, 1.0)
    eased: FloatArray = t**3 * (10.0 + t * (6.0 * t - 15.0))
    return eased
