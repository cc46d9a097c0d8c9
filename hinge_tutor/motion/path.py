"""The way between key poses: sample times, and unknowns eased from pose to pose."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.motion.easing import ease
from hinge_tutor.motion.movement import Phase
from hinge_tutor.motion.take import Span
from hinge_tutor.motion.targets import CARRIED, carrier
from hinge_tutor.motion.unknowns import Unknowns

# Two samples nearer than this are one; it is far below a frame (16 ms).
SAME_MOMENT_S = 1e-6


def moments(spans: Sequence[Span], samples: int) -> FloatArray:
    """Uniform sample times and every phase boundary, each once."""
    uniform = np.linspace(0.0, spans[-1].to_s, max(samples, 2))
    boundaries = np.array([span.to_s for span in spans[:-1]])
    together = np.sort(np.concatenate([uniform, boundaries]))
    apart = np.diff(together, prepend=-1.0) > SAME_MOMENT_S
    return frozen(together[apart])


def eased(
    free: Unknowns,
    boundaries: Sequence[FloatArray],
    phases: Sequence[Phase],
    spans: Sequence[Span],
    time_s: FloatArray,
) -> tuple[FloatArray, BoolArray]:
    """Unknowns (N, U) eased from key pose to key pose, and which samples (N,) are on the way.

    Arms ease against the vertical. Samples of a phase that stays in its pose are that pose.
    """
    carry = _carry(free)
    u = np.empty((len(time_s), len(free.names)))
    moving = np.zeros(len(time_s), dtype=bool)
    for phase, span, (before, after) in zip(phases, spans, pairwise(boundaries), strict=True):
        here = within(span, time_s)
        moving[here] = after is not before
        tau = (time_s[here] - span.from_s) / (span.to_s - span.from_s)
        share = np.tile(ease(tau)[:, None], (1, u.shape[1]))
        for name, window in phase.onset.items():
            for part in free.spread(name):
                share[:, free.names.index(carrier(part) or part)] = ease(tau, window)
        start, end = carry @ before, carry @ after
        u[here] = start + share * (end - start)
    return np.array(np.linalg.solve(carry, u.T).T, dtype=np.float64), moving


def within(span: Span, time_s: FloatArray) -> BoolArray:
    """Which samples (N,) lie in a phase, both its ends included."""
    found: BoolArray = (time_s >= span.from_s) & (time_s <= span.to_s)
    return found


def _carry(free: Unknowns) -> FloatArray:
    """Square matrix from u to what is eased: u, but the arm's absolute angle for the shoulder.

    So hanging arms hang while the trunk tips.
    """
    carry = np.eye(len(free.names))
    for number, name in enumerate(free.names):
        if name.startswith(CARRIED["arm_angle"]):
            carry[number] = free.row(name.replace(CARRIED["arm_angle"], "arm_angle"))
    return carry
