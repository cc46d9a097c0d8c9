"""Puts the feet of a recording on the ground, where they stay.

A foot whose ball stays within STILL_M is planted: heel and ball are kept where they are on average,
at the height of the ground, and the joints make up for it as little as they can. A heel that rises
is let go smoothly: below LIFT_M[0] it is down, above LIFT_M[1] it is where it was recorded. Feet
that go elsewhere are planted nowhere; the ground then carries half on each, wherever the pressure
has to be (`mechanics/dynamics.py`). Units: m, rad. Frame: x forward, y up.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.supports import Support
from hinge_tutor.recordings.fitting import Seen, Unknowns, fit
from hinge_tutor.recordings.motion import Motion

# Joint angles of markerless programs are off by 4.5 degrees on average (Uhlrich et al. 2023, PLoS
# Comput Biol 19:e1011462): over a leg of 0.9 m a foot that stays seems to wander by 7 cm, though
# both do the same. The shortest step is half a foot, 13 cm.
STILL_M = 0.10
LIFT_M = (0.01, 0.02)
# What the ground keeps, and how far joints and root may give way to it.
_HELD_M, _GIVES_RAD, _GIVES_M = 1e-4, 0.05, 0.03
# Half on each foot, as in every flat-footed movement.
_SHARE = 0.5
_PLACES = ("heel", "ball", "toe_tip")


def on_ground(motion: Motion, q: FloatArray) -> tuple[FloatArray, tuple[Support, ...], FloatArray]:
    """Coordinates (N, C) with planted feet on the ground, what carries, and standing (C,)."""
    body = motion.body
    heels = {side: _planted(body, q, side) for side in SIDES}
    planted = {side: heel for side, heel in heels.items() if heel is not None}
    if not planted:
        return q, (), motion.standing
    # The ankles over the origin, as of everybody who stands here.
    back = float(np.mean([heel + _ahead(body, side, "ankle") for side, heel in planted.items()]))
    supports = tuple(_support(body, side, heel - back) for side, heel in planted.items())
    moved = q - back * np.eye(q.shape[1])[0]
    lifts = [_lifted(body, moved, side) for side in planted]
    kept = _kept(body, moved, supports, np.stack(lifts, axis=1))
    stands = _kept(body, motion.standing[None, :], supports, np.zeros((1, len(lifts))))
    return kept, supports, stands[0]


def _planted(body: Body, q: FloatArray, side: str) -> float | None:
    """Where the heel of a foot that stays is on average (x); None where the foot goes away."""
    pose = Pose(body, q)
    return float(np.median(pose.point(f"heel_{side}")[:, 0])) if stays(pose, side) else None


def stays(pose: Pose, side: str) -> bool:
    """Whether a foot of poses (N,) stays where it is; its heel may rise."""
    return bool(np.ptp(pose.point(f"ball_{side}"), axis=0).max() <= STILL_M)


def _ahead(body: Body, side: str, place: str) -> float:
    """How far ahead of its heel a place of a level foot is."""
    row = body.places[f"{place}_{side}"] - body.places[f"heel_{side}"]
    return float(row.sum().real)


def _lifted(body: Body, q: FloatArray, side: str) -> FloatArray:
    """How high the heel is over the ball (N,), without the trembling of one that is down."""
    pose = Pose(body, q)
    rise = pose.point(f"heel_{side}")[:, 1] - pose.point(f"ball_{side}")[:, 1]
    rise = rise - _level(body, side)
    tau = np.clip((rise - LIFT_M[0]) / (LIFT_M[1] - LIFT_M[0]), 0.0, 1.0)
    found: FloatArray = np.maximum(rise, 0.0) * tau * tau * (3.0 - 2.0 * tau)
    return found


def _level(body: Body, side: str) -> float:
    """How high the heel is over the ball in a level foot."""
    row = body.places[f"heel_{side}"] - body.places[f"ball_{side}"]
    return float(row.sum().imag)


def _kept(
    body: Body, q: FloatArray, supports: tuple[Support, ...], lifts: FloatArray
) -> FloatArray:
    """Coordinates (N, C) brought onto the ground with heels lifted by so much (N, feet)."""
    unknowns = Unknowns(body, both_sides=True)
    rows, at = [], []
    for number, support in enumerate(supports):
        for place, (x, y) in list(zip(support.places, support.targets_m, strict=True))[:2]:
            rows.append(body.places[place])
            up = lifts[:, number] if place == support.places[0] else 0.0
            at.append(np.full(len(q), x) + 1j * (y + up))
    seen = Seen(np.array(rows), np.stack(at, axis=1), np.full((len(q), len(rows)), _HELD_M))
    mean = unknowns.of(q)
    spread = np.full(len(unknowns.names), _GIVES_RAD)
    spread[:2] = _GIVES_M
    return fit(unknowns, seen, mean, spread, mean) @ unknowns.expand.T


def _support(body: Body, side: str, heel_x: float) -> Support:
    """The ground under a foot, by the names that movements have for it."""
    places = tuple(f"{place}_{side}" for place in _PLACES)
    targets = tuple((heel_x + _ahead(body, side, place), 0.0) for place in _PLACES)
    return Support(f"ground_{side}", f"foot_{side}", places, targets, _SHARE)
