"""The strokes that tell how a muscle works, as weights on the points of its outline.

They mean the same in gray as in color: chevrons that meet for shortening, chevrons that part for
lengthening, bars across for holding, threads along the fibers for stretched; resting has none.
Chevrons drift with the fibers' length: toward the middle as these shorten, outward as they
lengthen. New ones grow at one end of their way and fade at the other, so that none ever leaps.
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
TIPS, ARMS = (0.2, 0.38), 0.07
# Where a chevron comes from and goes to, toward the middle, and how many steps from one place to
# the next a change by the fibers' best length makes: a hinge's hamstrings pass two or three, and
# those of a swing less than half a step from frame to frame, or they would seem to go backward.
SOURCE, SINK, STEPS = 0.06, 0.46, 5.0
# A chevron smaller than this share of its size is a speck; two of them have eight ends.
SPECK, PAIR = 0.25, 8
BARS = (0.26, 0.38, 0.5, 0.62, 0.74)
THREADS, THREAD_PIECES = (0.36, 0.64), (0.12, 0.27, 0.42, 0.58, 0.73, 0.88)


@lru_cache(maxsize=64)
def pattern_rows(rails: Rails, mode: str) -> FloatArray:
    """Weights (2, 2 × strokes, outline points): start and end of each stroke, before and after one
    step of a chevron.
    """
    return np.array([_rows(rails, mode, drift) for drift in (0.0, 1.0)])


def drift(length: float) -> float:
    """How far chevrons are on their way toward the middle, 0 … 1, at a fiber length over its best.

    It starts anew whenever one chevron has come to where the next one was.
    """
    return (-STEPS * length) % 1.0


def seen(mode: str, drift: float) -> slice:
    """Which rows of `pattern_rows` are large enough to be seen, after some of a step."""
    if mode in ("holding", "stretched"):
        return slice(None)
    return slice(PAIR if drift < SPECK else 0, -PAIR if drift > 1.0 - SPECK else None)


def _rows(rails: Rails, mode: str, drift: float) -> FloatArray:
    ends: list[tuple[float, float]] = []
    if mode == "holding":
        for along in BARS:
            ends += [(along, MARGIN), (along, 1 - MARGIN)]
    elif mode == "stretched":
        for across in THREADS:
            for start, stop in pairwise(THREAD_PIECES):
                ends += [(start, across), (stop, across)]
    else:
        ways = ((SOURCE, TIPS[0], 0.0, 1.0), (*TIPS, 1.0, 1.0), (TIPS[1], SINK, 1.0, 0.0))
        for start, stop, first, last in ways:
            along, size = start + drift * (stop - start), first + drift * (last - first)
            back = along - ARMS * size * (1.0 if mode == "shortening" else -1.0)
            side = (0.5 - MARGIN) * size
            for tip, end in ((along, back), (1.0 - along, 1.0 - back)):
                ends += [(end, 0.5 - side), (tip, 0.5), (tip, 0.5), (end, 0.5 + side)]
    return _weights(rails, np.array(ends))


def _weights(rails: Rails, places: FloatArray) -> FloatArray:
    """The points at shares of the belly's length, and at shares from back to front: (N, 2)."""
    along, across = places.T
    count = len(rails.back)
    first, last = _belly(rails)
    place = first + along * (last - first)
    low = np.minimum(place.astype(np.intp), count - 2)
    share = place - low
    rows = np.zeros((len(places), 2 * count + 2))
    number = np.arange(len(places))
    for station, weight in ((low, 1 - share), (low + 1, share)):
        # Outline: origin, back rail, insertion, front rail reversed.
        rows[number, 1 + station] = weight * (1 - across)
        rows[number, 2 * count + 1 - station] = weight * across
    return rows


def _belly(rails: Rails) -> tuple[int, int]:
    """The first and the last pair of the rails' points between which the belly lies."""
    pairs = zip(rails.back, rails.front, strict=True)
    widths = [math.hypot(back.x - front.x, back.y - front.y) for back, front in pairs]
    least = BELLY * max(widths)
    wide = [number for number, width in enumerate(widths) if width >= least]
    return wide[0], wide[-1]
