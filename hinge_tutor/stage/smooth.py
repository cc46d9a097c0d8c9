"""Smooth curves through points as matrices: controls = C @ points, whatever the points become.

Between points p_i and p_(i+1) at distance h_i runs one cubic with the tangent of the parabola
through three neighbors (Bessel):

    d_i = (p_(i+1) - p_i) / h_i
    m_i = (h_i d_(i-1) + h_(i-1) d_i) / (h_(i-1) + h_i)
    controls of the piece: p_i + m_i h_i / 3,  p_(i+1) - m_(i+1) h_i / 3

The distances are those of the drawing, so C is made once. At a corner each side has its own slope.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import FloatArray


def closed_controls(xy: FloatArray, corners: Sequence[bool]) -> FloatArray:
    """C (1 + 3 n, n) of a closed curve through n points."""
    return _controls(xy, corners, closed=True)


def open_controls(xy: FloatArray, corners: Sequence[bool]) -> FloatArray:
    """C (1 + 3 (n - 1), n) of an open curve through n points."""
    return _controls(xy, corners, closed=False)


def _controls(xy: FloatArray, corners: Sequence[bool], closed: bool) -> FloatArray:
    count = len(xy)
    pieces = count if closed else count - 1
    unit, following = np.eye(count), np.arange(1, count + 1) % count
    way = xy[following] - xy
    length = np.hypot(way[:, 0], way[:, 1])[:, None]
    assert length[:pieces].min() > 0.0, "two neighboring points of a drawing are one"
    if not closed:
        # Each end has one slope only, which both sides of it then share.
        length[-1] = length[-2]
    slope = (unit[following] - unit) / length
    before, length_before = np.roll(slope, 1, axis=0), np.roll(length, 1, axis=0)
    sharp = np.array(corners)
    if not closed:
        before[0], slope[-1] = slope[0], slope[-2]
        sharp[[0, -1]] = True
    smooth = (length * before + length_before * slope) / (length + length_before)
    leaving, arriving = (np.where(sharp[:, None], own, smooth) for own in (slope, before))
    controls = np.empty((1 + 3 * pieces, count))
    controls[0] = unit[0]
    controls[1::3] = (unit + leaving * length / 3)[:pieces]
    controls[2::3] = unit[following[:pieces]] - arriving[following[:pieces]] * length[:pieces] / 3
    controls[3::3] = unit[following[:pieces]]
    return controls
