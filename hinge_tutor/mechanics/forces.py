"""How strong each head can be at its length and velocity, relaxed and fully active.

Quasi-static equilibrium of fiber and tendon, x fiber length over optimal, α0 pennation:
    f_active(x) = exp(-(x - 1)² / γ)                       Gaussian
    f_passive(x) = ((x - 1 - e0) / (e1 - e0))²  for x > 1 + e0, else 0
    sin α = sin α0 / x                                     constant thickness
    f = (a f_active + f_passive) cos α                     force over Fmax, along the tendon
    L = slack (1 + ε) + optimal · x cos α,   f = (exp(k ε / ε0) - 1) / (exp(k) - 1)
Tables over L for a = 0 and a = 1; in between F = F0 + a (F1 - F0). Force-velocity on the active
part, v fiber velocity over the largest, positive while lengthening, A Hill's curvature:
    h(v) = (1 + v) / (1 - v / A)  for v < 0;   (1 + n c v) / (1 + c v)  for v ≥ 0
with c = (1 + 1/A) / (n - 1), so that the slope does not jump at v = 0, and n = the limit. Fiber
velocity = dL/dt · cos α0; the tendon's own slow stretching is left out.
Units: lengths at the reference man's size in m; x and f without unit; velocities 1/s.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscles import Head, heads, table

# 160 nodes over 1.4 optimal lengths: linear reading errs by about 1e-4 of Fmax, and by up to 3e-3
# where a fully active fiber would be shorter than the shortest.
_NODES = 160
# Shorter fibers would be beyond what actin and myosin allow; longer ones beyond their overlap.
_SHORTEST, _LONGEST = 0.5, 1.9


@dataclass(frozen=True, eq=False)
class Capacity:
    """Per head (N, M): forces over Fmax, fiber length over optimal, fiber velocity in 1/s."""

    passive: FloatArray
    active: FloatArray
    fiber_relaxed: FloatArray
    fiber_shortening: FloatArray
    velocity: FloatArray

    def fiber(self, activation: FloatArray) -> FloatArray:
        """Fiber length over optimal (N, M) at an activation: a pulling muscle stretches tendon."""
        return self.fiber_relaxed - activation * self.fiber_shortening


def active_curve(x: npt.ArrayLike) -> FloatArray:
    """f_active of fiber length over optimal."""
    length = np.asarray(x, dtype=np.float64)
    curve: FloatArray = np.exp(-((length - 1.0) ** 2) / table("muscles")["curves"]["active_width"])
    return curve


def passive_curve(x: npt.ArrayLike, strain: tuple[float, float]) -> FloatArray:
    """f_passive of fiber length over optimal; (0, 0) means that there is none."""
    length = np.asarray(x, dtype=np.float64)
    begins, full = strain
    if full <= begins:
        return np.zeros_like(length)
    curve: FloatArray = np.maximum((length - 1.0 - begins) / (full - begins), 0.0) ** 2
    return curve


def tendon_strain(force: npt.ArrayLike) -> FloatArray:
    """ε of the tendon under a force over Fmax."""
    curves = table("muscles")["curves"]
    shape = curves["tendon_shape"]
    grown = np.log1p(np.asarray(force, dtype=np.float64) * np.expm1(shape))
    strain: FloatArray = curves["tendon_strain"] * grown / shape
    return strain


def force_velocity(v: npt.ArrayLike) -> FloatArray:
    """The factor h of fiber velocity over the largest, positive while lengthening."""
    curves = table("muscles")["curves"]
    curvature, limit = curves["hill_curvature"], curves["eccentric_limit"]
    velocity = np.asarray(v, dtype=np.float64)
    shortening = np.clip(velocity, -1.0, 0.0)
    lengthening = np.maximum(velocity, 0.0)
    c = (1.0 + 1.0 / curvature) / (limit - 1.0)
    factor: FloatArray = (
        (1.0 + shortening)
        / (1.0 - shortening / curvature)
        * (1.0 + limit * c * lengthening)
        / (1.0 + c * lengthening)
    )
    return factor


def equilibrium(head: Head, x: FloatArray, activation: float) -> tuple[FloatArray, FloatArray]:
    """Length of the whole muscle in m, and force over Fmax, at fiber lengths x (K,)."""
    cosine = np.sqrt(1.0 - (np.sin(head.pennation) / x) ** 2)
    force = (activation * active_curve(x) + passive_curve(x, head.passive_strain)) * cosine
    tendon = head.tendon_slack_m * (1.0 + tendon_strain(force))
    return tendon + head.optimal_fiber_m * x * cosine, force


@dataclass(frozen=True, eq=False)
class _Tables:
    """Per head, over a uniform grid of length: values (4, M · nodes) and the grid's start and step.

    Passive force, active force, relaxed fiber length, how much it shortens when fully active;
    `grown` is what each grows by to the next node.
    """

    values: FloatArray
    grown: FloatArray
    start_m: FloatArray
    per_m: FloatArray
    offset: npt.NDArray[np.int64]


@cache
def _tables() -> _Tables:
    x = np.linspace(_SHORTEST, _LONGEST, 4 * _NODES)
    rows, starts, steps = [], [], []
    for head in heads():
        relaxed_length, relaxed = equilibrium(head, x, 0.0)
        tense_length, tense = equilibrium(head, x, 1.0)
        grid = np.linspace(relaxed_length[0], relaxed_length[-1], _NODES)
        passive = np.interp(grid, relaxed_length, relaxed)
        fiber = np.interp(grid, relaxed_length, x)
        rows.append(
            np.stack(
                [
                    passive,
                    np.interp(grid, tense_length, tense) - passive,
                    fiber,
                    fiber - np.interp(grid, tense_length, x),
                ]
            )
        )
        starts.append(grid[0])
        steps.append(grid[1] - grid[0])
    return _Tables(
        # Each of the four by itself in memory, where it is looked up at once.
        values=frozen(np.concatenate(rows, axis=1)),
        grown=frozen(np.concatenate([np.diff(each, append=each[:, -1:]) for each in rows], axis=1)),
        start_m=frozen(starts),
        per_m=frozen(1.0 / np.array(steps)),
        offset=np.arange(len(rows)) * _NODES,
    )


@cache
def _velocity_scale() -> FloatArray:
    """Fiber velocity in optimal lengths per second for 1 m/s of the whole muscle, (M,)."""
    return frozen([np.cos(head.pennation) / head.optimal_fiber_m for head in heads()])


def capacity(length: FloatArray, rate: FloatArray) -> Capacity:
    """What each head can do at length (N, M) and rate of length (N, M), reference size, m, m/s.

    A muscle shorter or longer than its table keeps the table's edge value.
    """
    tables = _tables()
    at = np.clip((length - tables.start_m) * tables.per_m, 0.0, _NODES - 1.0)
    number = np.minimum(at.astype(np.int64), _NODES - 2)
    between = at - number
    number += tables.offset
    passive, active, relaxed, shortening = (
        value.take(number) + between * grown.take(number)
        for value, grown in zip(tables.values, tables.grown, strict=True)
    )
    velocity = rate * _velocity_scale()
    largest = table("muscles")["curves"]["max_velocity"]
    return Capacity(
        passive=passive,
        active=active * force_velocity(velocity / largest),
        fiber_relaxed=relaxed,
        fiber_shortening=shortening,
        velocity=velocity,
    )
