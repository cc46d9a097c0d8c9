"""What moves first: hips or knees on the way down, hips or chest on the way up.

Onset of a joint with angle θ between the first sample and the turn T: the first moment at which
    |θ(t) - θ(0)| ≥ ONSET |θ(T) - θ(0)|             between samples: on the straight line
    hips_lead_s = onset of the knee - onset of the hip      positive: hips first; near side
On the way up, with y the height of the mid hip and of C7, T the turn and E the end of the ascent:
    rise(t) = (y(t) - y(T)) / (y(E) - y(T))
    hips_before_chest_percent = 100 max over t of (rise_hip(t) - rise_C7(t)), never below 0
    lean_gained_deg           = max over t of (trunk lean(t) - trunk lean(T)), never below 0
A measure is there only where both of what it compares move: from LEAST_HIP_DEG and LEAST_KNEE_DEG
of bend, from LEAST_RISE_M of rise on.
Units: s, m, degrees. Frame: y up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.coaching.moments import turn_index

if TYPE_CHECKING:
    from hinge_tutor.motion.take import Take

# Onsets of a movement are usually read at 5 % of its range: above noise, before anybody sees more.
ONSET = 0.05
# A hip that bends less does not fold the body; a knee that bends less stays as good as still.
LEAST_HIP_DEG, LEAST_KNEE_DEG = 20.0, 8.0
LEAST_RISE_M = 0.05
ASCENT = "ascent"


def order(take: Take, over_time: Mapping[str, FloatArray]) -> dict[str, float]:
    """Which comes first; only what can be told of this take."""
    turn = turn_index(take)
    return {**_down(take, over_time, turn), **_up(take, over_time, turn)}


def onset_s(time_s: FloatArray, angle: FloatArray) -> float:
    """When an angle (N,) has come `ONSET` of its way from the first sample to the last, s."""
    way = np.abs(angle - angle[0]) / abs(angle[-1] - angle[0])
    after = int(np.argmax(way >= ONSET))
    if after == 0:
        return float(time_s[0])
    return float(np.interp(ONSET, way[after - 1 : after + 1], time_s[after - 1 : after + 1]))


def _down(take: Take, over_time: Mapping[str, FloatArray], turn: int) -> dict[str, float]:
    hip, knee = (over_time[f"{joint}_flexion_deg"][: turn + 1] for joint in ("hip", "knee"))
    if hip[-1] - hip[0] < LEAST_HIP_DEG or knee[-1] - knee[0] < LEAST_KNEE_DEG:
        return {}
    time_s = take.time_s[: turn + 1]
    return {"hips_lead_s": onset_s(time_s, knee) - onset_s(time_s, hip)}


def _up(take: Take, over_time: Mapping[str, FloatArray], turn: int) -> dict[str, float]:
    rising = np.flatnonzero(take.during((ASCENT,)))
    if not len(rising) or rising[-1] <= turn:
        return {}
    way = slice(turn, int(rising[-1]) + 1)
    hip, chest = (take.pose.point(name)[way, 1] for name in ("mid_hip", "c7"))
    if min(hip[-1] - hip[0], chest[-1] - chest[0]) < LEAST_RISE_M:
        return {}
    before = (hip - hip[0]) / (hip[-1] - hip[0]) - (chest - chest[0]) / (chest[-1] - chest[0])
    lean = over_time["trunk_lean_deg"][way]
    return {
        "hips_before_chest_percent": 100.0 * max(0.0, float(before.max())),
        "lean_gained_deg": max(0.0, float((lean - lean[0]).max())),
    }
