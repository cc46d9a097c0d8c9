"""Heights of texts that stand under each other, and what they cover.

With τ_i the height that text i would have alone, h the distance of lines and z_i = τ_i + i h, the
texts stand at y_i = ẑ_i - i h, where

    ẑ_i = min over k ≤ i of max over l ≥ i of (z_k + … + z_l) / (l - k + 1)

is the nearest row that does not rise (isotonic regression). Where no τ is faster than some speed,
no mean of them is, nor any least or largest of these, so no text is.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray
from hinge_tutor.stage.reach import HALF_TEXT_EM


def falling(level: FloatArray, line: float, bottom: float, top: float) -> FloatArray:
    """Heights (…, n, K) nearest to those wanted, each at least a line below the one before."""
    count = level.shape[-2]
    down = line * np.arange(count)[:, None]
    z = level + down
    sums = np.concatenate([np.zeros_like(z[..., :1, :]), z.cumsum(axis=-2)], axis=-2)
    least = np.full(z.shape, np.inf)
    for first in range(count):
        lengths = np.arange(1, count - first + 1)[:, None]
        means = (sums[..., first + 1 :, :] - sums[..., first : first + 1, :]) / lengths
        best = np.maximum.accumulate(means[..., ::-1, :], axis=-2)[..., ::-1, :]
        np.minimum(least[..., first:, :], best, out=least[..., first:, :])
    found: FloatArray = np.clip(least, bottom + down[-1], top) - down
    return found


def filled(anchor: ComplexArray, known: BoolArray) -> ComplexArray:
    """An anchor (K,) at all knots: between those where it is known, straight; else where it was."""
    if known.all():
        return anchor
    places = np.arange(len(anchor))
    x, y = (np.interp(places, places[known], part[known]) for part in (anchor.real, anchor.imag))
    found: ComplexArray = x + 1j * y
    return found


def covered(side: int, near: ComplexArray, width: FloatArray, size: float) -> FloatArray:
    """What texts of some widths (…) cover: left, bottom, right, top (4, …, K)."""
    x, half = near.real, HALF_TEXT_EM * size
    left = x if side > 0 else x - width[..., None]
    return np.stack([left, near.imag - half, left + width[..., None], near.imag + half])
