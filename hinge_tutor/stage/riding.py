"""Settles at which of its offsets each rider stands during its whole motion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.stage.labels import Box, Wish, half_plate
from hinge_tutor.stage.reach import Reach

# Riders keep this far from other texts, in letter heights, because they turn between two knots.
APART_EM = 0.12
# A rider that is to be clear lies on the figure for no more than the first share of its time where
# it can; for no more than the second, or it goes beside the figure.
CLEAR_SHARE, MOST_SHARE = 0.04, 0.25


def offset(
    course: Sequence[Wish | None], bounds: Box, size: float, settled: FloatArray, figure: Reach
) -> tuple[int, FloatArray] | None:
    """The first offset of a rider at which nothing is in its way at any knot, and its boxes (4, K).

    `course` is the wish at each knot, `settled` boxes (R, 4, K) of other texts. None where
    something is in the way of every offset.
    """
    here = [number for number, wish in enumerate(course) if wish is not None]
    wishes = [wish for wish in course if wish is not None]
    rings = np.array([np.array(wish.ring) * wish.turn for wish in wishes]).T
    places = np.array([wish.anchor for wish in wishes]) + rings
    half_w, half_h = np.array([half_plate(wish.text, size) for wish in wishes]).T
    x = np.clip(places.real, bounds[0] + half_w, np.maximum(bounds[2] - half_w, bounds[0] + half_w))
    y = places.imag
    boxes = np.stack([x - half_w, y - half_h, x + half_w, y + half_h])
    out = (boxes[1] < bounds[1]) | (boxes[3] > bounds[3]) | (boxes[2] > bounds[2] + 1e-6)
    taken = out.any(axis=1) | _on(boxes, settled[..., here], APART_EM * size).any(axis=(1, 2))
    share = np.where(taken, np.inf, 0.0)
    if wishes[0].clear:
        share += figure.covers(boxes, here).mean(axis=1)
    clear = np.flatnonzero(share <= CLEAR_SHARE)
    chosen = int(clear[0]) if len(clear) else int(np.argmin(share))
    if share[chosen] > MOST_SHARE:
        return None
    whole = np.full((4, len(course)), np.nan)
    # It may come just after one knot and go just before another.
    for beside in (-1, 1):
        near = np.clip(np.array(here) + beside, 0, len(course) - 1)
        whole[:, near] = boxes[:, chosen]
    whole[:, here] = boxes[:, chosen]
    return chosen, whole


def stacked(boxes: Iterable[FloatArray], knots: int) -> FloatArray:
    """Boxes (4, K) as one array (R, 4, K)."""
    every = list(boxes)
    return np.stack(every) if every else np.zeros((0, 4, knots))


def _on(boxes: FloatArray, settled: FloatArray, apart: float) -> BoolArray:
    """Whether offsets (4, n, K) lie on settled texts (n, R, K)."""
    left, bottom, right, top = boxes[:, :, None, :]
    least_x, least_y, most_x, most_y = np.moveaxis(settled, 1, 0)
    found: BoolArray = (
        (left < most_x + apart)
        & (right > least_x - apart)
        & (bottom < most_y + apart)
        & (top > least_y - apart)
    )
    return found
