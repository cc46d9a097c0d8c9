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
