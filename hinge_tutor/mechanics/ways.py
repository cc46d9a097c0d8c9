"""How hard and in which way a group works, as classes that do not flicker.

Levels of effort e:    rest < .05 ≤ low < .15 ≤ moderate < .35 ≤ high
Ways of working, with f passive force over Fmax, v fiber velocity in optimal lengths per second,
positive while lengthening:
    e < .05:  resting (f < .05) or stretched (f ≥ .05)
    else:     holding (|v| < .03), lengthening (v ≥ .03), shortening (v ≤ -.03)
Two samples of hysteresis: a class that lasts a single sample is that of the samples before it.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray, IntArray

LEVELS = ("rest", "low", "moderate", "high")
WORK_MODES = ("resting", "stretched", "holding", "lengthening", "shortening")
# The thresholds are conventions of this program; published EMG is read in bands as wide as these.
LEVEL_STARTS = (0.05, 0.15, 0.35)
STRETCHED_FROM = 0.05
HOLDING_BELOW_PER_S = 0.03


def levels(effort: FloatArray) -> IntArray:
    """Level 0 to 3 of effort (N, G)."""
    return settled(np.searchsorted(LEVEL_STARTS, effort, side="right").astype(np.int64))


def work_modes(effort: FloatArray, passive: FloatArray, velocity: FloatArray) -> IntArray:
    """Way of working 0 to 4 from effort, passive force and fiber velocity (N, G)."""
    quiet = np.where(passive < STRETCHED_FROM, 0, 1)
    moving = np.where(velocity > 0.0, 3, 4)
    working = np.where(np.abs(velocity) < HOLDING_BELOW_PER_S, 2, moving)
    return settled(np.where(effort < LEVEL_STARTS[0], quiet, working).astype(np.int64))


def settled(classes: IntArray) -> IntArray:
    """The classes (N, G) with every run of a single sample given to the run before it.

    At the start there is none before, and the first lasting class counts.
    """
    count = len(classes)
    if count < 2:
        return classes
    same = classes[1:] == classes[:-1]
    never = np.zeros_like(same[:1])
    lasting = np.concatenate([same, never]) | np.concatenate([never, same])
    number = np.arange(count)[:, None]
    before = np.maximum.accumulate(np.where(lasting, number, -1), axis=0)
    first = np.argmax(lasting, axis=0)
    taken: IntArray = np.take_along_axis(classes, np.where(before < 0, first, before), axis=0)
    return taken
