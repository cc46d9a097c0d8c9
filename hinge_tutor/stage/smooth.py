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
    unit = np.eye(count)
    length = [float(np.hypot(*(xy[(i + 1) % count] - xy[i]))) for i in range(pieces)]
    assert min(length) > 0.0, "two neighboring points of a drawing are one"
    slope: list[FloatArray] = [(unit[(i + 1) % count] - unit[i]) / length[i] for i in range(pieces)]

    def tangent(i: int, leaving: bool) -> FloatArray:
        before, after = i - 1, i
        if closed:
            before %= count
        if not closed and i == 0:
            return slope[0]
        if not closed and i == count - 1:
            return slope[-1]
        if corners[i]:
            return slope[after] if leaving else slope[before]
        weighted: FloatArray = length[after] * slope[before] + length[before] * slope[after]
        return weighted / (length[after] + length[before])

    rows = [unit[0]]
    for i in range(pieces):
        following = (i + 1) % count
        rows.append(unit[i] + tangent(i, leaving=True) * length[i] / 3)
        rows.append(unit[following] - tangent(following, leaving=False) * length[i] / 3)
        rows.append(unit[following])
    return np.array(rows)
