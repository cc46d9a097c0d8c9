"""The strokes that tell how a muscle works, as weights on the points of its outline.

They mean the same in gray as in color: chevrons that meet for shortening, chevrons that part for
lengthening, bars across for holding, threads along the fibers for stretched; resting has none.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.stage.drawing import Rails

# Strokes keep to the belly: where a muscle is this much as wide as at its widest. On a tendon they
# would run into each other.
BELLY = 0.35
# How far strokes keep from a muscle's edge, as a share of its width.
MARGIN = 0.18
# Chevrons: where their points stand along the muscle, and how long their arms are along it.
TIPS, ARMS = (0.2, 0.38, 0.62, 0.8), 0.07
BARS = (0.26, 0.38, 0.5, 0.62, 0.74)
THREADS, THREAD_PIECES = (0.36, 0.64), (0.12, 0.27, 0.42, 0.58, 0.73, 0.88)


@lru_cache(maxsize=64)
def pattern_rows(rails: Rails, mode: str) -> FloatArray:
    """Weights (2 × strokes, outline points): start and end of each stroke."""
    ends: list[tuple[float, float]] = []
    if mode == "holding":
        for along in BARS:
            ends += [(along, MARGIN), (along, 1 - MARGIN)]
    elif mode == "stretched":
        for across in THREADS:
            for start, stop in pairwise(THREAD_PIECES):
                ends += [(start, across), (stop, across)]
    else:
        for tip in TIPS:
            toward_middle = 1.0 if tip < 0.5 else -1.0
            back = tip - ARMS * (toward_middle if mode == "shortening" else -toward_middle)
            ends += [(back, MARGIN), (tip, 0.5), (tip, 0.5), (back, 1 - MARGIN)]
    return np.array([_weights(rails, along, across) for along, across in ends])


def _weights(rails: Rails, along: float, across: float) -> FloatArray:
    """The point at a share of the belly's length, at a share from back to front."""
    count = len(rails.back)
    first, last = _belly(rails)
    place = first + along * (last - first)
    low = min(int(place), count - 2)
    share = place - low
    row = np.zeros(2 * count + 2)
    for station, weight in ((low, 1 - share), (low + 1, share)):
        # Outline: origin, back rail, insertion, front rail reversed.
        row[1 + station] += weight * (1 - across)
        row[2 * count + 1 - station] += weight * across
    return row


def _belly(rails: Rails) -> tuple[int, int]:
    """The first and the last pair of the rails' points between which the belly lies."""
    pairs = zip(rails.back, rails.front, strict=True)
    widths = [math.hypot(back.x - front.x, back.y - front.y) for back, front in pairs]
    wide = [number for number, width in enumerate(widths) if width >= BELLY * max(widths)]
    return wide[0], wide[-1]
