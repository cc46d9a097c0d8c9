"""What the sources leave open: a band for every effort, and which comparisons flip inside it.

Of the values that a quantity takes over all draws, the band is from the 5th to the 95th percentile
(nine of ten). A repetition that takes longer with other numbers is compared at the same part of
its time. With a margin by which a comparison holds (0 where it just does), it flips when
more than one draw of twenty says otherwise than the numbers as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.coaching.draws import Draw, draws
from hinge_tutor.coaching.repetition import Repetition

# The usual band of nine in ten.
PERCENTILES = (5.0, 95.0)

Perform = Callable[[Draw], Repetition]


@dataclass(frozen=True, eq=False)
class Band:
    """Lowest and highest value (…) of nine in ten draws."""

    low: FloatArray
    high: FloatArray


@dataclass(frozen=True, eq=False)
class Uncertainty:
    """Bands over the samples of the repetition as computed: efforts (N, G), compression (N,)."""

    effort: Band
    l5s1_compression_N: Band
    count: int


def uncertainty(nominal: Repetition, perform: Perform, count: int | None = None) -> Uncertainty:
    """The bands of a repetition, from as many reruns as there are draws."""
    reruns = [perform(draw) for draw in (draws() if count is None else draws(count))]
    part = _part(nominal)
    efforts = np.array([_at(each, part, each.efforts.effort) for each in reruns])
    compression = np.array([_at(each, part, each.efforts.l5s1_compression_N) for each in reruns])
    return Uncertainty(band(efforts), band(compression), len(reruns))


def band(values: FloatArray) -> Band:
    """The band over the first axis of values (D, …)."""
    low, high = np.percentile(values, PERCENTILES, axis=0)
    return Band(frozen(low), frozen(high))


def contradicted(holds: bool, margins: Sequence[float]) -> bool:
    """Whether more draws than lie outside one end of a band say otherwise than what is computed.

    A comparison holds in a draw where its margin is not negative.
    """
    failing = float(np.mean(np.array(margins) < 0.0))
    against = failing if holds else 1.0 - failing
    return against > PERCENTILES[0] / 100


def _part(repetition: Repetition) -> FloatArray:
    """Each sample's part of the whole time (N,), 0 to 1."""
    time = repetition.take.time_s
    part: FloatArray = time / max(float(time[-1]), np.finfo(np.float64).tiny)
    return part


def _at(repetition: Repetition, part: FloatArray, values: FloatArray) -> FloatArray:
    """Values (N, …) of a rerun read at other parts of the whole time (K,)."""
    columns = values.reshape(len(values), -1).T
    own = _part(repetition)
    read = np.stack([np.interp(part, own, column) for column in columns], axis=-1)
    return read.reshape(len(part), *values.shape[1:])
