"""Where texts and leaders get in each other's way, over many trials and all knots at once.

Leading axes: trials C, texts of a side n, knots K; settled texts R with their boxes (R, 4, K).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray, IntArray

# A leader counts as longer by this much, in letter heights, against those whose anchors are
# farther away than twice that: between two knots it may turn a little.
BEYOND_EM = 0.7
# Leaders through texts are no collision, so every so many knots will do to look for them.
SOME = 3
# Leaders that are level may pass each other, one from above, within half of the way between knots.
THIRDS = (1 / 3, 2 / 3)


@dataclass(frozen=True, eq=False)
class Leaders:
    """Straight lines from texts to what they name (…, K), and when they are there."""

    start: ComplexArray
    stop: ComplexArray
    present: BoolArray

    def of(self, texts: IntArray) -> Leaders:
        """Those of some texts of a side, for every trial."""
        return Leaders(self.start[:, texts], self.stop[:, texts], self.present[:, texts])

    @property
    def often(self) -> Leaders:
        """The same with where each is at thirds of the way between knots, after the knots."""
        there = self.present
        both = there[..., 1:] & there[..., :-1]
        start, stop = (
            np.concatenate([z, *(z[..., :-1] + t * np.diff(z) for t in THIRDS)], axis=-1)
            for z in (self.start, self.stop)
        )
        return Leaders(start, stop, np.concatenate([there, *(both for _ in THIRDS)], axis=-1))

    @property
    def against_each(self) -> Leaders:
        """The same, each to be held against all of another row."""
        return Leaders(self.start[:, :, None], self.stop[:, :, None], self.present[:, :, None])


def overlap(boxes: FloatArray, settled: FloatArray) -> BoolArray:
    """Whether texts (4, C, n, K) lie on settled ones (C, n, R, K)."""
    left, bottom, right, top = boxes[:, :, :, None, :]
    other = np.moveaxis(settled, 1, 0)
    found: BoolArray = (
        (left < other[2]) & (right > other[0]) & (bottom < other[3]) & (top > other[1])
    )
    return found


def cross(lines: Leaders, others: Leaders, size: float) -> BoolArray:
    """Whether some leaders of a side cross at some knot: each other, or those of the other side."""
    first, second = np.triu_indices(lines.start.shape[1], 1)
    beyond = BEYOND_EM * size
    lines, others = lines.often, others.often
    found: BoolArray = np.zeros(len(lines.start), dtype=bool)
    if len(first):
        found |= _crossed(lines.of(first), lines.of(second), beyond).any(axis=(1, 2))
    if len(others.start):
        found |= _crossed(lines.against_each, others, beyond).any(axis=(1, 2, 3))
    return found


def meet(lines: Leaders, boxes: FloatArray, settled: FloatArray) -> FloatArray:
    """How many leaders pass through texts, own or settled, on average over knots (C,)."""
    if lines.start.shape[1] == 1 and not len(settled):
        return np.zeros(len(lines.start))
    start, stop = lines.start[..., ::SOME], lines.stop[..., ::SOME]
    present = lines.present[:, :, None, ::SOME]
    own = np.moveaxis(boxes, 0, 2)[..., ::SOME]
    through = _through(start[:, :, None], stop[:, :, None], own[:, None])
    through &= ~np.eye(own.shape[1], dtype=bool)[:, :, None]
    also = _through(start[:, :, None], stop[:, :, None], settled[None, None, ..., ::SOME])
    total = (through & present).sum(axis=(1, 2, 3)) + (also & present).sum(axis=(1, 2, 3))
    found: FloatArray = total / start.shape[-1]
    return found


def _crossed(one: Leaders, two: Leaders, beyond: float) -> BoolArray:
    """Whether lines cross others: the ends of each lie on different sides of the other."""
    more = np.where(np.abs(one.stop - two.stop) > 2 * beyond, beyond, 0.0)
    first, second = one.stop - one.start, two.stop - two.start
    far_one = one.stop + more * first / np.maximum(np.abs(first), 1e-9)
    far_two = two.stop + more * second / np.maximum(np.abs(second), 1e-9)
    found: BoolArray = (
        _side(first, two.start - one.start) * _side(first, far_two - one.start) < 0
    ) & (_side(second, one.start - two.start) * _side(second, far_one - two.start) < 0)
    return found & one.present & two.present


def _side(way: ComplexArray, to: ComplexArray) -> FloatArray:
    """Positive on the left of a way, negative on the right."""
    found: FloatArray = way.real * to.imag - way.imag * to.real
    return found


def _through(start: ComplexArray, stop: ComplexArray, boxes: FloatArray) -> BoolArray:
    """Whether lines (…, K) pass through boxes (…, 4, K): partly inside on both axes at once."""
    way = stop - start
    first, last = np.zeros(1), np.ones(1)
    for at, by, low, high in (
        (start.real, way.real, boxes[..., 0, :], boxes[..., 2, :]),
        (start.imag, way.imag, boxes[..., 1, :], boxes[..., 3, :]),
    ):
        share = 1.0 / np.where(np.abs(by) < 1e-9, 1e-9, by)
        one, two = (low - at) * share, (high - at) * share
        first = np.maximum(first, np.minimum(one, two))
        last = np.minimum(last, np.maximum(one, two))
    found: BoolArray = first < last
    return found
