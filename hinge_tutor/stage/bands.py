"""Where values on a triangle of nodes are at least so much: areas with their borders.

In each small triangle a value changes linearly, so that where it is L lies a straight line; between
nodes p below L and q at or above it, at p + (L - v_p) / (v_q - v_p) · (q - p). The line is run
through with the higher side on its left, and so is the rim of the large triangle as far as it is
high; both together close into loops, counter-clockwise around a hill and clockwise around a hollow.
Nodes are numbered as in `coaching/technique.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.coaching.technique import node

Whole = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Area:
    """Loops around all that is at least so much, and the lines (S, 2) where it is just that."""

    loops: tuple[ComplexArray, ...]
    lines: ComplexArray


@cache
def triangles(steps: int) -> Whole:
    """The nodes (T, 3) of every small triangle, counter-clockwise as the corners are."""
    found = []
    for a in range(steps):
        for b in range(steps - a):
            low, first, second = node(steps, a, b), node(steps, a + 1, b), node(steps, a, b + 1)
            found.append((low, first, second))
            if a + b + 2 <= steps:
                found.append((first, node(steps, a + 1, b + 1), second))
    whole = np.array(found)
    whole.flags.writeable = False
    return whole


@cache
def rim(steps: int) -> tuple[int, ...]:
    """The nodes around the triangle, counter-clockwise: from the first corner to the second, …"""
    n = steps
    first = [node(n, n - step, step) for step in range(n)]
    second = [node(n, 0, n - step) for step in range(n)]
    third = [node(n, step, 0) for step in range(n)]
    return (*first, *second, *third)


def area(steps: int, places: ComplexArray, values: FloatArray, least: float) -> Area:
    """Where values (N,) at places (N,) are at least so much."""
    corners = triangles(steps)
    high = values >= least
    count = high[corners].sum(axis=1)
    starts, stops = [], []
    for wanted, alone in ((1, True), (2, False)):
        some = corners[count == wanted]
        # The one node that is unlike the other two, first.
        at = np.argmax(high[some] == alone, axis=1)[:, None]
        odd, next_, last = (
            np.take_along_axis(some, (at + shift) % 3, axis=1)[:, 0] for shift in range(3)
        )
        one, other = _keys(odd, next_, len(values)), _keys(odd, last, len(values))
        starts.append(one if alone else other)
        stops.append(other if alone else one)
    begin, end = np.concatenate(starts), np.concatenate(stops)
    lines = np.stack([_crossings(key, places, values, least) for key in (begin, end)], axis=1)
    ways = dict(zip(begin.tolist(), end.tolist(), strict=True))
    ways.update(_along_rim(rim(steps), high, len(values)))
    loops = tuple(_crossings(np.array(keys), places, values, least) for keys in _loops(ways))
    return Area(loops, lines)


def _keys(one: Whole, other: Whole, count: int) -> Whole:
    """A number for the crossing between two nodes; a node's own is its number."""
    found: Whole = count * (1 + np.minimum(one, other)) + np.maximum(one, other)
    return found


def _crossings(keys: Whole, places: ComplexArray, values: FloatArray, least: float) -> ComplexArray:
    """Where nodes and crossings lie (K,)."""
    count = len(values)
    one = np.where(keys < count, keys, keys // count - 1)
    other = np.where(keys < count, keys, keys % count)
    wide = values[other] - values[one]
    share = np.divide(least - values[one], wide, out=np.zeros(len(keys)), where=wide != 0.0)
    found: ComplexArray = places[one] + share * (places[other] - places[one])
    return found


def _along_rim(around: tuple[int, ...], high: npt.NDArray[np.bool_], count: int) -> dict[int, int]:
    found = {}
    for one, other in zip(around, (*around[1:], around[0]), strict=True):
        if not (high[one] or high[other]):
            continue
        crossing = count * (1 + min(one, other)) + max(one, other)
        found[one if high[one] else crossing] = other if high[other] else crossing
    return found


def _loops(ways: dict[int, int]) -> Iterator[list[int]]:
    """Closed ways, each begun anywhere on it."""
    while ways:
        begin, at = ways.popitem()
        loop = [begin]
        while at != begin:
            loop.append(at)
            at = ways.pop(at)
        yield loop
