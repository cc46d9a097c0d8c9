"""How much of the hamstrings is left, and what the lower back does once nothing is.

With h and k the hip and knee flexion of the near side, L the lumbar change from standing, degrees:
    hamstring_limit_deg     hip flexion at which the hamstrings stop this body at this knee
    hamstring_reserve_deg   R = limit(k) - h
    lumbar_past_stretch_deg max(0, L(t) - L(s)) while R(t) ≤ USED_UP_DEG, else 0; s is the last
                            sample before t at which R was above it
    hamstring_length_percent  100 L(h, k) / L(standing), tendons included, the mean by strength of
                            the heads that cross hip and knee
Source of the limit: `body/limits.py`; of the lengths: `body/muscle_lengths.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_lengths import lengths
from hinge_tutor.body.muscles import columns, heads, strengths

if TYPE_CHECKING:
    from hinge_tutor.body.skeleton import Body
    from hinge_tutor.motion.take import Take

# Hamstrings within this of their limit are used up: between key poses limits hold to half a degree.
USED_UP_DEG = 0.5
# The hamstrings that cross hip and knee.
TWO_JOINT = ("biceps_femoris_long", "semitendinosus", "semimembranosus")


def stretch(take: Take, lumbar_change_deg: FloatArray) -> dict[str, FloatArray]:
    """Limit, reserve and what the lower back gains beyond them, over time (N,)."""
    knee = take.q[:, take.body.index("knee_flexion_near")]
    hip = take.q[:, take.body.index("hip_flexion_near")]
    limit = np.degrees(take.body.limits.hamstring_limit(knee))
    reserve = limit - np.degrees(hip)
    return {
        "hamstring_limit_deg": limit,
        "hamstring_reserve_deg": reserve,
        "lumbar_past_stretch_deg": gained_past(reserve, lumbar_change_deg),
        "hamstring_length_percent": 100.0 * _lengthening(take),
    }


def _lengthening(take: Take) -> FloatArray:
    """Length of the near hamstrings over that in standing (N,)."""
    chosen = [number for number, head in enumerate(heads()) if head.name in TWO_JOINT]
    side = list(columns(take.body, "near"))
    every = lengths(np.vstack([take.q, take.standing])[:, side], chosen)
    found: FloatArray = every[:-1] / every[-1] @ _shares(take.body, chosen)
    return found


def _shares(body: Body, chosen: Sequence[int]) -> FloatArray:
    """Each head's part of the strength of them all (K,)."""
    own = strengths(body)[list(chosen)]
    shares: FloatArray = own / own.sum()
    return shares


def gained_past(reserve_deg: FloatArray, lumbar_deg: FloatArray) -> FloatArray:
    """Lumbar flexion (N,) gained since the reserve (N,) was used up, degrees."""
    samples = np.arange(len(reserve_deg))
    used_up = reserve_deg <= USED_UP_DEG
    last_free = np.maximum.accumulate(np.where(used_up, 0, samples))
    gained: FloatArray = np.where(used_up, np.maximum(lumbar_deg - lumbar_deg[last_free], 0.0), 0.0)
    return gained
