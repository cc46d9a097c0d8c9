"""A take as if every sample stood still, for comparing with statics."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.motion.spline import Spline
from hinge_tutor.motion.take import Take


@dataclass(frozen=True, eq=False)
class Standstill(Spline):
    """Positions that are passed through without velocity or acceleration."""

    @property
    def first(self) -> FloatArray:
        """No velocity (N, C)."""
        return frozen(np.zeros_like(self.value))


def at_rest(take: Take) -> Take:
    """The same poses at the same times, with `qd` and `qdd` zero throughout."""
    spline = take.spline
    still = Standstill(spline.time_s, spline.value, frozen(np.zeros_like(spline.value)))
    return replace(take, spline=still)
