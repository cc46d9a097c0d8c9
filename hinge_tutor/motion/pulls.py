"""Bands and cables: what pulls a place of the body along a line.

With d from the place to the line's other end, L = |d|, u = d / L:
    d = z_to - z_on                    complex, as in `body/linkage.py`
    L' = Re(ū d'),  L'' = Re(ū d'') + (|d'|² - L'²) / L
    band    T = k max(0, L - L0)       k stiffness, L0 rest length
    cable   T = m max(0, g + L'')      m the weight stack that the line lifts over a pulley
    force on the body at the place: T u; at the other end, where that is on the body: -T u
Units: m, s, N, N/m, kg. Frame: x forward, y up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.body.skeleton import Body

# Shorter than a millimeter a line has no direction.
SHORTEST_M = 1e-3


class PullError(ValueError):
    """A band or cable that cannot be, as one sentence."""


@dataclass(frozen=True)
class Pull:
    """A line from the landmark `on` to another landmark, or to a fixed place in m.

    A band has `stiffness_N_m` and `rest_length_m`, a cable `stack_kg`; not both.
    """

    name: str
    on: str
    to: str | tuple[float, float]
    stiffness_N_m: float = 0.0
    rest_length_m: float = 0.0
    stack_kg: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what is neither a band nor a cable, or has no other end."""
        numbers = (self.stiffness_N_m, self.rest_length_m, self.stack_kg)
        ends = () if isinstance(self.to, str) else self.to
        if not np.isfinite((*numbers, *ends)).all() or min(numbers) < 0.0:
            raise PullError(f"{self.name}: every number of a band or cable is 0 or more")
        if not self.to or self.to == self.on:
            raise PullError(f"{self.name}: a band or cable needs another end to pull toward")
        if (self.stiffness_N_m > 0.0) == (self.stack_kg > 0.0):
            raise PullError(f"{self.name}: give a stiffness for a band, or a stack for a cable")

    def line(self, body: Body) -> tuple[ComplexArray, float, complex]:
        """D as a row K (S,) over the directions, a factor of the root (0 or -1), and a constant."""
        start = body.places[self.on]
        if isinstance(self.to, str):
            row: ComplexArray = body.places[self.to] - start
            return row, 0.0, 0j
        return -start, -1.0, complex(*self.to)

    def tension(self, length: FloatArray, rate2: FloatArray | float = 0.0) -> FloatArray:
        """T (…) in N at lengths L (…), and for a cable L'' (…)."""
        if self.stack_kg > 0.0:
            lifted: FloatArray = self.stack_kg * np.maximum(0.0, GRAVITY_M_S2 + rate2 + 0 * length)
            return lifted
        stretched: FloatArray = self.stiffness_N_m * np.maximum(0.0, length - self.rest_length_m)
        return stretched
