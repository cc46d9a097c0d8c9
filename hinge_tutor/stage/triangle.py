"""The triangle of three movements on a sheet: where shares lie, and which shares lie where.

With corners p_k and shares s_k, Σ s_k = 1:   z = Σ s_k p_k. A place outside counts as the one on
the rim that is nearest. One millimeter is one pixel here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray

Shares = tuple[float, float, float]
# A triangle with equal sides is so high.
HIGH = math.sqrt(3.0) / 2.0
# However small its sheet, a triangle has a side.
LEAST_SIDE = 1.0


@dataclass(frozen=True)
class Triangle:
    """Its corners: the first at the top, then left and right below, counter-clockwise; mm."""

    corners: tuple[complex, complex, complex]

    @property
    def side(self) -> float:
        """How long each side is, mm."""
        return abs(self.corners[1] - self.corners[0])

    def place(self, shares: Sequence[float]) -> complex:
        """Where shares lie."""
        return sum((s * p for s, p in zip(shares, self.corners, strict=True)), 0j)

    def places(self, shares: FloatArray) -> ComplexArray:
        """Where many of them (N, 3) lie (N,)."""
        found: ComplexArray = shares @ np.array(self.corners)
        return found

    def shares(self, place: complex) -> Shares:
        """The shares at a place, or at the one nearest to it on the rim."""
        found = self.beyond(place)
        return found if min(found) >= 0.0 else self._on_rim(place)

    def beyond(self, place: complex) -> Shares:
        """The shares at a place; below 0 outside."""
        first, second, third = self.corners
        across, along = third - second, first - third
        one = _turned(across, place - second) / _turned(across, first - second)
        two = _turned(along, place - third) / _turned(along, second - third)
        return one, two, 1.0 - one - two

    def inset(self, place: complex) -> float:
        """How far inside the rim a place lies, mm; below 0 outside."""
        return min(self.beyond(place)) * self.side * HIGH

    def _on_rim(self, place: complex) -> Shares:
        nearest: tuple[float, Shares] = (math.inf, (1.0, 0.0, 0.0))
        for number in range(3):
            begin, end = self.corners[number], self.corners[(number + 1) % 3]
            way = end - begin
            part = min(max((way.conjugate() * (place - begin)).real / abs(way) ** 2, 0.0), 1.0)
            shares = [0.0, 0.0, 0.0]
            shares[number], shares[(number + 1) % 3] = 1.0 - part, part
            off = abs(place - (begin + part * way))
            if off < nearest[0]:
                nearest = off, (shares[0], shares[1], shares[2])
        return nearest[1]


def _turned(one: complex, other: complex) -> float:
    """How far counter-clockwise of one direction another lies, times both lengths."""
    return (one.conjugate() * other).imag


def triangle(left: float, bottom: float, width: float, height: float) -> Triangle:
    """The largest one with equal sides in a box, in its middle."""
    side = max(min(width, height / HIGH), LEAST_SIDE)
    middle, foot = left + width / 2, bottom + (height - side * HIGH) / 2
    return Triangle(
        (
            complex(middle, foot + side * HIGH),
            complex(middle - side / 2, foot),
            complex(middle + side / 2, foot),
        )
    )
