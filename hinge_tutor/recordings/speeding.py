"""How fast a recorded motion moves and speeds up, as far as that can be believed.

The noise of an acceleration grows with the cutoff fc of its filter to the power 2.5. Of half the
cutoff of the angles a sixth of it is left, and nine tenths of a fold that takes a second. Where the
ground would then have to push outside the planted feet, or to pull, that is noise as well: fc is
lowered until it need not, but not below 1 / T with T the shorter of descent and ascent, which is
where the accelerations of the fold itself are. Units: Hz, s, m, rad.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.skeleton import Body
from hinge_tutor.mechanics.dynamics import inverse
from hinge_tutor.motion.spline import Joined, Spline, clamped
from hinge_tutor.motion.supports import Support
from hinge_tutor.motion.take import Load, Span
from hinge_tutor.recordings.smoothing import filtered

MOST_SAMPLES = 401
_FIRST, _STEP = 0.5, 0.8
_FOLDS = ("descent", "ascent")
# For so small a part of the time the pressure may reach an edge: a heel is set down, a toe pressed.
_AT_EDGE = 0.02
# Less than what a breath does to the balance of somebody who stands.
_NOTHING_NM = 1.0


def believed(
    body: Body,
    load: Load,
    supports: Sequence[Support],
    spans: Sequence[Span],
    samples: tuple[FloatArray, FloatArray],
    cutoff_hz: float,
) -> Joined:
    """The spline of samples (N,), (N, C), with velocities and accelerations of their own."""
    time_s, q = samples
    own = clamped(frozen(time_s), frozen(q), *(np.gradient(q, time_s, axis=0)[[0, -1]]))
    even = np.linspace(0.0, float(time_s[-1]), MOST_SAMPLES)
    values = np.array([own.at(moment) for moment in even])
    folds = [span.to_s - span.from_s for span in spans if span.phase in _FOLDS]
    lowest = min(1.0 / min(folds, default=1.0), _FIRST * cutoff_hz)
    tried = _FIRST * cutoff_hz
    while True:
        spline = _with_cutoff(own, even, values, tried)
        if not supports or tried <= lowest or _stands(body, load, supports, spline):
            return spline
        tried = max(_STEP * tried, lowest)


def _with_cutoff(own: Spline, even: FloatArray, values: FloatArray, cutoff_hz: float) -> Joined:
    smooth = filtered(values, 1.0 / float(even[1]), cutoff_hz)
    first = np.gradient(smooth, even, axis=0, edge_order=2)
    second = np.gradient(first, even, axis=0, edge_order=2)
    slope, curve = (
        frozen(np.stack([np.interp(own.time_s, even, column) for column in each.T], axis=1))
        for each in (first, second)
    )
    return Joined(own.time_s, own.value, curve, slope=slope)


def _stands(body: Body, load: Load, supports: Sequence[Support], spline: Spline) -> bool:
    """Whether the feet can give what the motion needs, but for moments."""
    loads = inverse(body, spline.value, spline.first, spline.second, load, supports)
    beyond = np.abs(loads.unsupported_Nm) > _NOTHING_NM
    return float(beyond.mean()) <= _AT_EDGE
