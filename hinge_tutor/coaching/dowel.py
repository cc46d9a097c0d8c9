"""A straight rod along the back, and how far head, upper back and tailbone are from it.

With p_k the places of the skin up the back (tailbone … back of the head), a rod is a line that has
all of them on its front side and touches at least two. Of the lines through p_i and p_j with
    d = (p_j - p_i) / |p_j - p_i|            along the rod, toward the head
    n = i d                                  out of the back
    g_k = - n · (p_k - p_i) ≥ 0 for all k    the gap of each place
it is the one with the least g_head + g_upper_back + g_tailbone: how a hand holds it that wants all
three to touch. (Turned about one place, that sum is concave in the angle, so it is least where two
places touch.) A contact is there while its gap is below 2 cm.
Units: m in, cm out. Frame: x forward, y up; complex numbers for (x, y).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose

# Up the back, so that every pair runs from below upward.
BACK = ("tailbone", "low_back", "waist", "lower_ribs", "upper_back", "high_back", "occiput")
# What has to touch, and the places of which the nearest one counts.
CONTACTS: Mapping[str, tuple[str, ...]] = {
    "head": ("occiput",),
    "upper_back": ("lower_ribs", "upper_back", "high_back"),
    "tailbone": ("tailbone",),
}
# Coaches' standard: a gap that a finger's breadth fills still counts as touching.
TOUCHING_CM = 2.0
# Rounding of a line through two places, m.
ROUNDING_M = 1e-9
_PAIRS = tuple(combinations(range(len(BACK)), 2))
_FROM = np.array([pair[0] for pair in _PAIRS])
_TO = np.array([pair[1] for pair in _PAIRS])
_COLUMNS = {
    name: np.array([BACK.index(each) for each in names]) for name, names in CONTACTS.items()
}


@dataclass(frozen=True, eq=False)
class Dowel:
    """Rods of poses (…): from the tailbone's height to the head's, m.

    For each contact its gap in cm, and the place of the skin that is nearest to the rod, m.
    """

    foot: ComplexArray
    tip: ComplexArray
    gaps_cm: Mapping[str, FloatArray]
    nearest_m: Mapping[str, ComplexArray]


def dowel(pose: Pose) -> Dowel:
    """The rod along the back of each pose."""
    points = pose.points(BACK)
    return along(points[..., 0] + 1j * points[..., 1])


def along(back_m: ComplexArray) -> Dowel:
    """The rod along places of a back (…, 7), in the order of `BACK`."""
    shape, back_m = back_m.shape[:-1], back_m.reshape(-1, len(BACK))
    start, stop = back_m[:, _FROM], back_m[:, _TO]
    way = stop - start
    way = way / np.maximum(np.abs(way), ROUNDING_M)
    # (N, pairs, places): how far each place lies in front of each line.
    gaps = -((back_m[:, None, :] - start[..., None]) * np.conj(1j * way)[..., None]).real
    total = sum(gaps[..., columns].min(axis=-1) for columns in _COLUMNS.values())
    outside = gaps.min(axis=-1) < -ROUNDING_M
    rows, best = np.arange(len(gaps)), np.argmin(np.where(outside, np.inf, total), axis=-1)
    chosen, origin, direction = gaps[rows, best], start[rows, best], way[rows, best]
    low, high = (
        origin + direction * ((back_m[:, place] - origin) * np.conj(direction)).real
        for place in (0, -1)
    )
    gaps_cm: dict[str, FloatArray] = {}
    nearest: dict[str, ComplexArray] = {}
    for name, columns in _COLUMNS.items():
        place = columns[np.argmin(chosen[:, columns], axis=-1)]
        gaps_cm[name] = 100.0 * np.maximum(chosen[rows, place], 0.0).reshape(shape)
        nearest[name] = back_m[rows, place].reshape(shape)
    return Dowel(low.reshape(shape), high.reshape(shape), gaps_cm, nearest)


def dowel_gaps(pose: Pose) -> dict[str, FloatArray]:
    """The gap of each contact over time (N,), cm, by the name of its measure."""
    return {f"dowel_{name}_cm": gaps for name, gaps in dowel(pose).gaps_cm.items()}
