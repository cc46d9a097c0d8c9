"""From a fitted motion to takes: one for each repetition, with its phases, in s."""

from __future__ import annotations

import math

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.motion.movement import Movement
from hinge_tutor.motion.repetition import SAMPLES
from hinge_tutor.motion.spline import clamped
from hinge_tutor.motion.take import Load, Span, Take, common_center
from hinge_tutor.recordings.motion import Motion
from hinge_tutor.recordings.planting import on_ground
from hinge_tutor.recordings.repetitions import RepetitionBounds
from hinge_tutor.recordings.speeding import MOST_SAMPLES, believed

# Samples a period of the fastest part that the filter leaves.
_SAMPLES_PER_PERIOD = 4.0


def take_of(motion: Motion, found: RepetitionBounds, movement: Movement, load: Load) -> Take:
    """One repetition as a take of a movement with a load; it begins at 0 s."""
    spans = tuple(
        Span(span.phase, span.from_s - found.from_s, span.to_s - found.from_s)
        for span in found.spans
    )
    time_s = _times(motion, found, spans)
    inside = (motion.time_s >= found.from_s - 1e-9) & (motion.time_s <= found.to_s + 1e-9)
    own = motion.time_s[inside] - found.from_s
    slopes = np.gradient(motion.q[inside], own, axis=0)
    source = clamped(frozen(own), frozen(motion.q[inside]), slopes[0], slopes[-1])
    q = np.array([source.at(moment) for moment in time_s])
    q, supports, standing = on_ground(motion, q)
    cutoff_hz = motion.reading.cutoff_hz
    spline = believed(motion.body, load, supports, spans, (time_s, q), cutoff_hz)
    pose = Pose(motion.body, spline.value)
    return Take(
        movement=movement,
        body=motion.body,
        load=load,
        status="ok",
        reason=None,
        spline=spline,
        spans=spans,
        com_target_x_m=frozen(common_center(pose, load)[:, 0]),
        standing=frozen(standing),
        supports=supports,
    )


def filled_of(motion: Motion, found: RepetitionBounds, time_s: FloatArray) -> BoolArray:
    """Which samples (N,) of a take lie where something was filled."""
    near = np.searchsorted(motion.time_s, time_s + found.from_s).clip(0, len(motion.time_s) - 1)
    chosen: BoolArray = motion.filled[near]
    return chosen


def _times(motion: Motion, found: RepetitionBounds, spans: tuple[Span, ...]) -> FloatArray:
    """Even samples and every phase's end, apart enough for a spline."""
    seconds = found.to_s - found.from_s
    wanted = math.ceil(seconds * motion.reading.cutoff_hz * _SAMPLES_PER_PERIOD) + 1
    even = np.linspace(0.0, seconds, min(max(SAMPLES, wanted), MOST_SAMPLES))
    close = 0.2 * float(even[1])
    ends = np.array([span.to_s for span in spans[:-1]])
    apart = np.abs(even[:, None] - ends[None, :]).min(axis=1, initial=np.inf) > close
    apart[[0, -1]] = True
    return np.unique(np.concatenate([even[apart], ends]))
