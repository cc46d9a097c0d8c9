"""The way between key poses: sample times, and unknowns eased from pose to pose."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.motion.easing import way
from hinge_tutor.motion.movement import Movement
from hinge_tutor.motion.phases import Phase
from hinge_tutor.motion.take import Span
from hinge_tutor.motion.targets import CARRIED, carrier
from hinge_tutor.motion.unknowns import Unknowns
from hinge_tutor.motion.walking import Stations

# Two samples nearer than this are one; it is far below a frame (16 ms).
SAME_MOMENT_S = 1e-6
# A push, a flight or a landing of some tenths of a second has a sample each 10 to 20 ms.
FAST_SAMPLES = 25


def sample_times(spans: Sequence[Span], samples: int, fast: Collection[int] = ()) -> FloatArray:
    """Uniform sample times and every phase boundary, each once; more of them in `fast` phases."""
    uniform = np.linspace(0.0, spans[-1].to_s, max(samples, 2))
    boundaries = [np.array([span.to_s for span in spans[:-1]])]
    boundaries += [np.linspace(spans[n].from_s, spans[n].to_s, FAST_SAMPLES) for n in fast]
    slow = np.ones(len(uniform), dtype=bool)
    for number in fast:
        slow &= (uniform < spans[number].from_s) | (uniform > spans[number].to_s)
    together = np.sort(np.concatenate([uniform[slow], *boundaries]))
    apart = np.diff(together, prepend=-1.0) > SAME_MOMENT_S
    return frozen(together[apart])


def eased(
    free: Unknowns,
    movement: Movement,
    found: Stations,
    phases: Sequence[Phase],
    spans: Sequence[Span],
    time_s: FloatArray,
) -> tuple[FloatArray, BoolArray]:
    """Unknowns (N, U) eased from key pose to key pose, and which samples (N,) are on the way.

    Hanging arms ease against the vertical. Samples of a phase that stays in its pose are that pose.
    Around a flight the way ends, or begins, with its rates.
    """
    carry = carried(free, movement)
    u = np.empty((len(time_s), len(free.names)))
    moving = np.zeros(len(time_s), dtype=bool)
    for number, (phase, span) in enumerate(zip(phases, spans, strict=True)):
        before, after = found.u[number], found.u[number + 1]
        here = within(span, time_s)
        rates = [carry @ found.rates(number + end) for end in (0, 1)] if found.flights else []
        if after is before and not np.any(rates):
            u[here] = carry @ before
            continue
        moving[here] = True
        seconds = span.to_s - span.from_s
        tau = (time_s[here] - span.from_s) / seconds
        share, windows = np.tile(tau[:, None], (1, u.shape[1])), np.ones(u.shape[1])
        rates = rates or [np.zeros(u.shape[1])] * 2
        for name, window in phase.onset.items():
            for part in free.spread(name):
                column = free.names.index(carrier(part) or part)
                # What has a speed at an end of the phase moves there.
                begin = 0.0 if rates[0][column] else window[0]
                stop = 1.0 if rates[1][column] else window[1]
                windows[column] = stop - begin
                share[:, column] = np.clip((tau - begin) / (stop - begin), 0.0, 1.0)
        moved = windows * seconds * rates[0], windows * seconds * rates[1]
        u[here] = way(share, (carry @ before, carry @ after), moved)
    return np.array(np.linalg.solve(carry, u.T).T, dtype=np.float64), moving


def within(span: Span, time_s: FloatArray) -> BoolArray:
    """Which samples (N,) lie in a phase, both its ends included."""
    found: BoolArray = (time_s >= span.from_s) & (time_s <= span.to_s)
    return found


def carried(free: Unknowns, movement: Movement) -> FloatArray:
    """Square matrix from u to what is eased: u, but the arm's absolute angle for the shoulder.

    So hanging arms hang while the trunk tips, on the way and where the way is corrected. A shoulder
    that a key pose aims at by itself holds its arm against the trunk, and eases as it is.
    """
    shoulder = CARRIED["arm_angle"]
    held = {name for pose in movement.poses.values() for name in pose.targets}
    carry = np.eye(len(free.names))
    for number, name in enumerate(free.names):
        if name.startswith(shoulder) and held.isdisjoint((name, shoulder)):
            carry[number] = free.row(name.replace(shoulder, "arm_angle"))
    return carry
