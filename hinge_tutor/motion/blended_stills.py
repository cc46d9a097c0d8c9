"""The deepest poses of many blends at once, as arrays over the blends.

The problem is that of `blending.py`; for all shares together it is solved by Newton steps without
the rows' curvature: with v = r u, J the rows' gradients over v and c their errors at v,
    min ½ (x - t)ᵀ W (x - t)   subject to   J x = J v - c,  G x ≤ h
    x = t - W⁻¹ Aᵀ λ,   (A W⁻¹ Aᵀ) λ = A t - b,   A and b of the rows and of the limits that hold
again and again from v = x. A limit holds from the step that passes it until its multiplier pulls.
Targets lie near poses that stand, so a few steps settle; what they do not settle is solved by
`keypose.py`, which has the curvature. Corners have no faults here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.motion import keypose
from hinge_tutor.motion.at_rest import Standstill
from hinge_tutor.motion.blending import between
from hinge_tutor.motion.corners import Corner, carry
from hinge_tutor.motion.course import problem
from hinge_tutor.motion.keypose import EXACT_M, LIMIT_RAD, Bounds
from hinge_tutor.motion.stance import Stance, footing
from hinge_tutor.motion.take import DESCENT, TURN, Span, Take
from hinge_tutor.motion.targets import stiffness

# A tenth of what a key pose is known to; steps that small change nothing that is read off a pose.
SETTLED = 1e-9
# Most blends settle in six to ten steps; those of stiff bodies that need more are solved alone.
MOST_STEPS = 16
# A multiplier that pulls by more than rounding lets its limit go.
PULLS = 1e-9


@dataclass(frozen=True, eq=False)
class Stills:
    """Unknowns u (N, U) of the deepest pose of each blend, and which of them stand (N,)."""

    u: FloatArray
    stands: BoolArray


def deepest(found: Sequence[Corner]) -> int:
    """The boundary between phases at which blends are deepest: the end of the descent."""
    ids = [phase.id for phase in found[0].movement.phases]
    return ids.index(DESCENT) + 1


def ground(found: Sequence[Corner]) -> Stance:
    """What carries every blend, and where its weight is kept."""
    one = found[0].course
    return one.stance([footing(one.body, touch) for touch in one.movement.supports])


def stills(found: Sequence[Corner], shares: FloatArray) -> Stills:
    """The deepest poses of blends with shares (N, K) of K corners."""
    one, here = found[0].course, ground(found)
    back = np.array(np.linalg.inv(carry(found)), dtype=np.float64)
    expand, bounds = one.unknowns.expand @ back, _over(one.bounds, back)
    at = deepest(found)
    ends = np.stack([carry(found) @ each.u[at] for each in found])
    target = shares @ ends
    logs = np.log([stiffness(one.unknowns, each.movement.weights) for each in found])
    ease = np.exp(-shares @ logs)
    v, settled = _settle(here, expand, bounds, target, ease)
    u = v @ back.T
    stands = settled.copy()
    for number in np.flatnonzero(~settled):
        u[number], stands[number] = _alone(found, shares[number], here, u[number])
    return Stills(frozen(u), stands)


def _over(bounds: Bounds, back: FloatArray) -> Bounds:
    return replace(bounds, rows=bounds.rows @ back)


def _settle(
    here: Stance, expand: FloatArray, bounds: Bounds, target: FloatArray, ease: FloatArray
) -> tuple[FloatArray, BoolArray]:
    """The v (N, U), and which of them are settled and stand (N,)."""
    count, v = len(here.rows), target
    ground = here.rows.over(expand)
    held = np.zeros((len(v), len(bounds.limits)), dtype=bool)
    for _ in range(MOST_STEPS):
        value, rows = ground.linear(v)
        right = (rows @ v[..., None])[..., 0] - (value - here.values)
        some = np.flatnonzero(held.any(axis=0))
        on = held[:, some]
        rows = np.concatenate([rows, on[:, :, None] * bounds.rows[some]], axis=1)
        right = np.hstack([right, on * bounds.limits[some]])
        eased = rows * ease[:, None, :]
        normal = eased @ rows.swapaxes(1, 2)
        # A limit that does not hold here, but elsewhere, is a row of nothing.
        limit = np.arange(count, count + len(some))
        normal[:, limit, limit] += ~on
        pull = np.linalg.solve(normal, (rows @ target[..., None]) - right[..., None])
        further = target - (eased.swapaxes(1, 2) @ pull)[..., 0]
        moved = np.abs(further - v).max(axis=1)
        v, over = further, further @ bounds.rows.T - bounds.limits
        keeps = held.copy()
        keeps[:, some] &= pull[:, count:, 0] >= -PULLS
        now = keeps | (over > LIMIT_RAD / 2)
        unsettled = (moved > SETTLED) | (now != held).any(axis=1)
        held = now
        if not unsettled.any():
            break
    off = np.abs(ground.value(v) - here.values).max(axis=1)
    return v, ~unsettled & (off < EXACT_M) & (over.max(axis=1) < LIMIT_RAD)


def _alone(
    found: Sequence[Corner], shares: FloatArray, here: Stance, start: FloatArray
) -> tuple[FloatArray, bool]:
    """One blend's deepest pose by itself, u (U,), and whether it stands."""
    blend = between(found, shares.tolist(), [each.movement.id for each in found])
    course = replace(found[0].course, movement=blend)
    pose = blend.phases[deepest(found) - 1].pose
    solved = keypose.find(problem(course, pose, here, None), start)
    return solved.u, solved.stands


def as_take(found: Sequence[Corner], u: FloatArray) -> Take:
    """Still poses u (N, U) as the samples of one take, each at rest, so that they can be judged."""
    one = found[0].course
    q = frozen(u @ one.unknowns.expand.T)
    time_s = frozen(np.arange(float(len(q))))
    here = ground(found)
    return Take(
        movement=one.movement,
        body=one.body,
        load=one.load,
        status="ok",
        reason=None,
        spline=Standstill(time_s, q, frozen(np.zeros_like(q))),
        spans=(Span(TURN, 0.0, float(time_s[-1])),),
        com_target_x_m=frozen(np.full(len(q), here.kept_x_m)),
        standing=frozen(one.unknowns.expand @ found[0].u[0]),
        supports=tuple(foot.support() for foot in here.footings),
    )
