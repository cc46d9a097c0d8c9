"""Points, lines and what lies inside of them: for tests of what is drawn under the skin."""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray


def inside(points: ComplexArray, line: ComplexArray) -> BoolArray:
    """Which points a closed line goes around, however often."""
    rays = line[None, :-1] - points[:, None]
    after = line[None, 1:] - points[:, None]
    found: BoolArray = np.rint(np.angle(after / rays).sum(axis=1) / (2 * np.pi)) != 0
    return found


def sampled(points: tuple[float, ...]) -> ComplexArray:
    """Four points of each cubic piece of a closed curve, and its beginning again."""
    z = np.array(points).view(np.complex128)
    t = np.arange(4) / 4
    weights = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3])
    pieces = np.stack([z[0:-1:3], z[1::3], z[2::3], z[3::3]], axis=-1) @ weights
    return np.append(pieces.ravel(), pieces[0, 0])


def beyond_mm(points: ComplexArray, line: ComplexArray) -> FloatArray:
    """How far points are from a line of straight pieces."""
    start, way = line[:-1], np.diff(line)
    along = ((points[:, None] - start) * way.conj()).real / np.maximum(np.abs(way) ** 2, 1e-9)
    nearest = start + np.clip(along, 0.0, 1.0) * way
    found: FloatArray = np.abs(points[:, None] - nearest).min(axis=1)
    return found


def out_mm(points: ComplexArray, skins: list[ComplexArray]) -> float:
    """How far the farthest of some points is outside of all skins, 0 where none is."""
    out = points[~np.any([inside(points, skin) for skin in skins], axis=0)]
    return (
        float(np.min([beyond_mm(out, skin) for skin in skins], axis=0).max()) if len(out) else 0.0
    )


def area_mm2(line: ComplexArray) -> float:
    """What a closed line of straight pieces goes around."""
    return float(abs(np.sum((line[:-1].conj() * line[1:]).imag)) / 2)


def largest_loop_mm2(line: ComplexArray) -> float:
    """The largest loop that a closed line ties off where it crosses itself, 0 where it does not."""
    start, way = line[:-1], np.diff(line)
    between = start[None, :] - start[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        cross = (way[:, None].conj() * way[None, :]).imag
        first = (between.conj() * way[None, :]).imag / cross
        second = (between.conj() * way[:, None]).imag / cross
        crossed = (first > 0.0) & (first < 1.0) & (second > 0.0) & (second < 1.0)
    # Neighbors share a point, as do the first piece and the last one; rounding may cross them.
    crossed = np.triu(crossed, 2)
    crossed[0, -1] = False
    loops = [0.0]
    for one, other in np.argwhere(crossed):
        at = start[one] + first[one, other] * way[one]
        tied = area_mm2(np.concatenate([[at], line[one + 1 : other + 1], [at]]))
        loops.append(min(tied, abs(area_mm2(line) - tied)))
    return max(loops)
