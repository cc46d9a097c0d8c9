"""How far everything that is drawn reaches to both sides at each height, at each knot; mm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from copy import copy

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray, IntArray
from hinge_tutor.stage.labels import Box

# A band is this many letter heights high, but never so low that outlines, whose points are some
# centimeters apart, leave bands without one.
BAND_EM, LEAST_BAND_MM = 0.6, 30.0
# A label is so many letter heights high, half of it each way.
HALF_TEXT_EM = 0.6
NOTHING = -np.inf


class Reach:
    """Bands of height, filled with points; what lies beyond its column counts at its edge."""

    def __init__(self, knots: int, bounds: Box, size: float) -> None:
        self._bottom = bounds[1]
        self._high = max(BAND_EM * size, LEAST_BAND_MM)
        self._count = max(1, int((bounds[3] - bounds[1]) / self._high) + 1)
        # Farthest left, counted to the left, and farthest right.
        self._sides = np.full((2, knots * self._count), NOTHING)
        self._around = math.ceil(HALF_TEXT_EM * size / self._high)
        self._knots = knots

    def copy(self) -> Reach:
        """The same, to add more to."""
        other = copy(self)
        other._sides = self._sides.copy()
        return other

    def add(self, points: ComplexArray) -> None:
        """Points at all knots (K, P), mm."""
        first = np.arange(self._knots)[:, None] * self._count
        self._put(first + self.bands(points.imag), points.real, points.real)

    def add_at(self, knot: int, points: ComplexArray) -> None:
        """Points (P,) at one knot."""
        if len(points):
            self._put(knot * self._count + self.bands(points.imag), points.real, points.real)

    def add_boxes(self, box: FloatArray) -> None:
        """A text's box (4, K) at all knots, not a number where it is not there."""
        knots = np.flatnonzero(~np.isnan(box[0]))
        left, bottom, right, top = box[:, knots]
        heights = np.stack([bottom, (bottom + top) / 2, top])
        where = knots * self._count + self.bands(heights)
        self._put(where, *(np.broadcast_to(end, where.shape) for end in (left, right)))

    def outward(self, side: int) -> FloatArray:
        """How far a text's height reaches around each band (K, bands), counted toward a side."""
        found = self._sides[0 if side < 0 else 1].reshape(self._knots, self._count)
        spread: FloatArray = found.copy()
        for by in range(1, self._around + 1):
            np.maximum(spread[:, by:], found[:, :-by], out=spread[:, by:])
            np.maximum(spread[:, :-by], found[:, by:], out=spread[:, :-by])
        return spread

    def beyond(self, side: int, places: ComplexArray) -> FloatArray:
        """How far it reaches beyond places (…, K) toward a side; 0 where it does not."""
        edge = self.outward(side)[np.arange(self._knots), self.bands(places.imag)]
        found: FloatArray = np.maximum(edge - side * places.real, 0.0)
        return found

    def covers(self, boxes: FloatArray, knots: Sequence[int]) -> BoolArray:
        """Whether boxes (4, …, k), no higher than a text, lie on what is drawn at some knots."""
        bands = self.bands((boxes[1] + boxes[3]) / 2)
        left, right = (self.outward(side)[list(knots), bands] for side in (-1, 1))
        found: BoolArray = (boxes[0] < right) & (boxes[2] > -left)
        return found

    def bands(self, y: FloatArray) -> IntArray:
        """The bands in which heights lie."""
        places = ((y - self._bottom) / self._high).astype(np.intp)
        found: IntArray = np.clip(places, 0, self._count - 1)
        return found

    def _put(self, where: IntArray, left: FloatArray, right: FloatArray) -> None:
        flat = where.ravel()
        np.maximum.at(self._sides[0], flat, -left.ravel())
        np.maximum.at(self._sides[1], flat, right.ravel())
