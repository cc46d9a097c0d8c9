"""Inverse kinematics: the coordinates of a body whose markers are nearest to those of a recording.

Letters as in `body/linkage.py`. With E from the unknowns u to the coordinates (one unknown for the
lumbar joints, as they share it, one for the thoracic ones), z of the K rows of the markers, m where
they were seen, σ how far off they may be, and a prior N(u0, s) for what they do not tell:
    minimize  Σ |z_k(E u) - m_k|² / σ_k²  +  Σ ((u_j - u0_j) / s_j)²        for every frame
by Gauss and Newton, all frames at once, J = ∂z/∂u = i (K e) A E with 1 and i for the root.
Joints stay within the ranges of `assets/body/ranges.toml`, wider by RANGE_SLACK.
(Maximum a posteriori, the usual way to keep an unseen joint from running off; s is a quarter of
the joint's range, so that its range is ± 2 s.)
Units: m, rad. Frame: x forward, y up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose, coordinates_of
from hinge_tutor.body.limits import GROUPED, SIDED, SIDES, range_deg
from hinge_tutor.body.skeleton import Body

# Markers of good systems lie within a few millimeters; these are our own noise test's.
MARKER_M = 0.005
# Markers move on the skin by a centimeter (Leardini 2005): ranges are not cut to the degree.
RANGE_SLACK = np.radians(10.0)
# Of an angle's noise in one frame the filter leaves a third or less (2 to 5 Hz of 50): then it is
# known to two degrees.
TOLD_RAD = np.radians(5.0)
# Frames at once: enough to keep numpy busy, few enough to fit in a cache.
_BATCH, _ROUNDS = 256, 25
_FARTHEST_STEP, _CLOSE = 0.5, 1e-6
# Of the place of the root nothing is known beforehand, of its tip hardly anything.
_ROOT_M, _PITCH_RAD = 100.0, 3.0
_ROOT = ("root_x", "root_y", "root_pitch")
_SPINE = ("lumbar_flexion", "thoracic_flexion", "neck_flexion", "head_flexion")


@dataclass(frozen=True, eq=False)
class Unknowns:
    """What is looked for on a body: both sides by themselves, or one and the same for both."""

    body: Body
    both_sides: bool

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The unknowns' names, those of coordinates, of groups or of both sides together."""
        sided = [
            f"{name}_{side}" if self.both_sides else name
            for name in SIDED
            for side in (SIDES if self.both_sides else SIDES[:1])
        ]
        return (*_ROOT, *_SPINE, *sided)

    @cached_property
    def expand(self) -> FloatArray:
        """E (C, U)."""
        found = np.zeros((len(self.body.coordinates), len(self.names)))
        for column, name in enumerate(self.names):
            for coordinate, share in coordinates_of(name).items():
                found[self.body.index(coordinate), column] = share
        return found

    def of(self, q: FloatArray) -> FloatArray:
        """The unknowns (…, U) of coordinates (…, C); of what is shared, its sum."""
        rows = np.zeros((len(self.names), len(self.body.coordinates)))
        for number, name in enumerate(self.names):
            parts = coordinates_of(name)
            for coordinate in parts:
                rows[number, self.body.index(coordinate)] = (
                    1.0 if name in GROUPED else 1.0 / len(parts)
                )
        found: FloatArray = q @ rows.T
        return found

    @cached_property
    def ranges(self) -> FloatArray:
        """The lowest and highest value (U, 2) of each."""
        rows = []
        for name in self.names:
            known = range_deg(_unsided(name))
            if known is None:
                rows.append((-np.inf, np.inf))
            else:
                rows.append((np.radians(known[0]), np.radians(known[1])))
        slack = np.array([-RANGE_SLACK, RANGE_SLACK])
        found: FloatArray = np.array(rows) + slack
        return found

    @cached_property
    def spread(self) -> FloatArray:
        """S (U,): how far each is expected to be from what is expected of it."""
        found = (self.ranges[:, 1] - self.ranges[:, 0]) / 4.0
        found[:2], found[2] = _ROOT_M, _PITCH_RAD
        return found

    def spreads(self, changed: Mapping[str, float]) -> FloatArray:
        """S with some names' own values, whichever side."""
        found = self.spread.copy()
        for number, name in enumerate(self.names):
            found[number] = changed.get(_unsided(name), found[number])
        return found


@dataclass(frozen=True, eq=False)
class Seen:
    """Where markers are: `rows` (M, S) of K, `at` (N, M), complex, NaN where lost, and σ (N, M)."""

    rows: ComplexArray
    at: ComplexArray
    sigma_m: FloatArray

    def of(self, frames: slice | FloatArray) -> Seen:
        """The same in some frames."""
        return Seen(self.rows, self.at[frames], self.sigma_m[frames])


def fit(
    unknowns: Unknowns, seen: Seen, mean: FloatArray, spread: FloatArray, start: FloatArray
) -> FloatArray:
    """The unknowns (N, U) of every frame, from `start` (N, U); `mean` is u0 (N, U)."""
    found = np.empty_like(start)
    for first in range(0, len(start), _BATCH):
        part = slice(first, first + _BATCH)
        found[part] = _fit(unknowns, seen.of(part), mean[part], spread, start[part])
    return found


def _fit(
    unknowns: Unknowns, seen: Seen, mean: FloatArray, spread: FloatArray, start: FloatArray
) -> FloatArray:
    u = start.copy()
    precision = np.diag(spread**-2.0)
    weight = np.where(np.isnan(seen.at), 0.0, seen.sigma_m**-2.0)
    at = np.where(np.isnan(seen.at), 0.0, seen.at)
    low, high = unknowns.ranges.T
    for _ in range(_ROUNDS):
        z, slope = _places(unknowns, seen.rows, u)
        left = at - z
        normal = (np.conj(slope).transpose(0, 2, 1) @ (slope * weight[..., None])).real + precision
        right = (np.conj(slope).transpose(0, 2, 1) @ (left * weight)[..., None]).real[..., 0]
        right += (mean - u) / spread**2.0
        # What stands at its range's end and wants beyond it stays there.
        stuck = ((u <= low) & (right < 0.0)) | ((u >= high) & (right > 0.0))
        normal = np.where(stuck[:, :, None] | stuck[:, None, :], 0.0, normal)
        normal += stuck[:, :, None] * np.eye(len(low))
        step = np.linalg.solve(normal, np.where(stuck, 0.0, right)[..., None])[..., 0]
        step[:, 2:] = np.clip(step[:, 2:], -_FARTHEST_STEP, _FARTHEST_STEP)
        u = np.clip(u + step, low, high)
        if float(np.abs(step).max()) < _CLOSE:
            break
    return u


def _places(
    unknowns: Unknowns, rows: ComplexArray, u: FloatArray
) -> tuple[ComplexArray, ComplexArray]:
    """Where the rows are (N, M) for the unknowns (N, U), and how that changes with them."""
    q = u @ unknowns.expand.T
    pose = Pose(unknowns.body, q)
    turned = rows[None, :, :] * pose.directions[:, None, :]
    slope = 1j * (turned @ (unknowns.body.linkage.turn @ unknowns.expand))
    slope[:, :, 0] += 1.0
    slope[:, :, 1] += 1j
    z: ComplexArray = turned.sum(axis=2) + (q[:, 0] + 1j * q[:, 1])[:, None]
    return z, slope


def along(
    unknowns: Unknowns, seen: Seen, mean: FloatArray, spread: FloatArray, every: int
) -> FloatArray:
    """A start (N, U) for `fit`: each `every`th frame from the one before, even in between."""
    count = len(seen.at)
    chosen = np.unique(np.append(np.arange(0, count, every), count - 1))
    found = np.empty((len(chosen), mean.shape[1]))
    before = mean[:1]
    for number, frame in enumerate(chosen):
        one = slice(int(frame), int(frame) + 1)
        before = _fit(unknowns, seen.of(one), mean[one], spread, before)
        found[number] = before
    frames = np.arange(count)
    return np.stack([np.interp(frames, chosen, column) for column in found.T], axis=1)


def told(unknowns: Unknowns, seen: Seen, u: FloatArray, spread: FloatArray) -> frozenset[str]:
    """Which unknowns the markers tell: those known to TOLD_RAD in a single frame.

    Judged at the frames' typical (median) variance, the diagonal of the inverse normal matrix.
    """
    _, slope = _places(unknowns, seen.rows, u)
    weight = np.where(np.isnan(seen.at), 0.0, seen.sigma_m**-2.0)
    normal = (np.conj(slope).transpose(0, 2, 1) @ (slope * weight[..., None])).real
    inverse = np.linalg.inv(normal + np.diag(spread**-2.0)).astype(np.float64)
    variance = inverse.diagonal(axis1=1, axis2=2)
    known = known_to(TOLD_RAD, variance)
    return frozenset(name for name, yes in zip(unknowns.names, known, strict=True) if yes)


def known_to(most: float, variance: FloatArray) -> npt.NDArray[np.bool_]:
    """Whether the typical spread of each unknown, of variances (N, U), is below `most` (U,).

    A variance below nothing is the rounding of one too large to be told.
    """
    typical: FloatArray = np.median(variance, axis=0)
    known: npt.NDArray[np.bool_] = (typical >= 0.0) & (typical < most**2)
    return known


def _unsided(name: str) -> str:
    for side in SIDES:
        name = name.removesuffix(f"_{side}")
    return name
