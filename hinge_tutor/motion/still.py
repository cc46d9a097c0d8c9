"""One balanced, still pose from given coordinates: only the free ones move.

Feet flat, the ankle above the origin; coordinates not named are 0, except that the arms hang
vertically. Given values are kept even beyond the body's limits; the reason then names those.
Unknowns: the root (3) and the free coordinates; equations: contacts and the center of mass.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.kinematics import Pose, coordinates_of, q_from
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import ROOT, ROOT_PITCH, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.correction import EXACT
from hinge_tutor.motion.keypose import LIMIT_RAD
from hinge_tutor.motion.movement import Movement
from hinge_tutor.motion.spline import Spline
from hinge_tutor.motion.stance import Stance, footing, stance
from hinge_tutor.motion.support_rows import flat_feet
from hinge_tutor.motion.take import Load, Reason, Span, Take
from hinge_tutor.motion.unknowns import absolute_row

POSE = Movement("pose", False, flat_feet(), (), {}, {}, {})
FREE = ("ankle_dorsiflexion",)
MOST_STEPS = 60
# One step turns no joint further than this, so that a far pose is walked to.
LONGEST_STEP = 0.3
# Relative damping of the normal equations: feet on the same ground repeat each other's rows.
DAMPING = 1e-10
ARMS = tuple(f"shoulder_flexion_{side}" for side in SIDES)


def still(
    body: Body,
    values: Mapping[str, float],
    free: Sequence[str] = FREE,
    load: Load | None = None,
) -> Take:
    """A take of one sample. `values` in rad (m for the root); raises KeyError for unknown names.

    Where no pose stands, the pose with the least error is shown, `nearest`, reason `no_balance`.
    """
    carried = (load or Load()).placed()
    feet = tuple(footing(body, touch) for touch in POSE.supports)
    ground = stance(body, feet, symmetric=False, load=carried)
    q = _balanced(body, values, free, ground)
    missed = float(np.abs(ground.rows.value(q) - ground.values).max())
    reason = _reason(body, q, missed)
    once = frozen(q[None, :])
    rest = frozen(np.zeros_like(once))
    return Take(
        movement=POSE,
        body=body,
        load=carried,
        status="ok" if reason is None else "nearest",
        reason=reason,
        spline=Spline(frozen([0.0]), once, rest),
        spans=(Span("turn", 0.0, 0.0),),
        com_target_x_m=frozen([body.com_target_x_m]),
        standing=frozen(_balanced(body, {}, FREE, ground)),
        supports=tuple(foot.support() for foot in feet),
    )


def _balanced(
    body: Body, values: Mapping[str, float], free: Sequence[str], ground: Stance
) -> FloatArray:
    """Coordinates (C,) with the given values, brought onto the ground by the free ones."""
    moving = _moving(body, free)
    q = q_from(body, values)
    q = _feet_down(body, q)
    named = {name for value in values for name in coordinates_of(value)}
    hanging = [body.index(arm) for arm in ARMS if arm not in named]
    lean = -absolute_row(body, "arm_angle") + np.eye(len(q))[body.index(ARMS[0])]
    basis = moving.copy()
    basis[:, hanging] += np.outer(moving @ lean, np.ones(len(hanging)))
    q[hanging] = lean @ q
    for _ in range(MOST_STEPS):
        error = ground.rows.value(q) - ground.values
        gradient = ground.rows.gradient(q) @ basis.T
        normal = gradient.T @ gradient
        normal += DAMPING * np.trace(normal) * np.eye(len(normal))
        step = -np.linalg.solve(normal, gradient.T @ error)
        change = step @ basis
        turned = float(np.abs(np.delete(change, [ROOT_X, ROOT_Y])).max())
        q = q + change * min(1.0, LONGEST_STEP / max(turned, LONGEST_STEP))
        if float(np.abs(step).max()) < EXACT:
            break
    return q


def _feet_down(body: Body, q: FloatArray) -> FloatArray:
    """The same joints with the near foot flat and its ankle above the origin: a near start."""
    placed = q.copy()
    placed[ROOT_PITCH] += Pose(body, placed).angle("foot_near")
    ankle = Pose(body, placed).point("ankle_near")
    placed[[ROOT_X, ROOT_Y]] += np.array([0.0, body.lengths_m["ankle_height"]]) - ankle
    return placed


def _moving(body: Body, free: Sequence[str]) -> FloatArray:
    """One row (over q) per unknown: the root's three and each free name's coordinates."""
    rows = np.zeros((len(ROOT) + len(free), len(body.coordinates)))
    for row, name in zip(rows, (*ROOT, *free), strict=True):
        for coordinate, share in coordinates_of(name).items():
            if coordinate not in body.coordinates:
                raise KeyError(name)
            row[body.index(coordinate)] = share
    return rows


def _reason(body: Body, q: FloatArray, missed_m: float) -> Reason | None:
    if missed_m > EXACT:
        return Reason("no_balance", {"missed_mm": missed_m * 1000})
    beyond = [
        (bound.name, float(total), bound.limit, bound.upper)
        for bound in body.limits.bounds
        if (total := sum(w * q[body.index(c)] for c, w in bound.terms.items()))
        > bound.limit + LIMIT_RAD
    ]
    if not beyond:
        return None
    name, value, limit, upper = max(beyond, key=lambda found: found[1] - found[2])
    sign = 1.0 if upper else -1.0
    return Reason(
        "beyond_limits",
        {
            "limits": ", ".join(dict.fromkeys(one[0] for one in beyond)),
            "limit": name,
            "value_deg": math.degrees(sign * value),
            "limit_deg": math.degrees(sign * limit),
        },
    )
