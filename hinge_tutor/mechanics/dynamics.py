"""Inverse dynamics of a planar tree: the moments that a given motion needs at every joint.

Letters as in `body/linkage.py`; Q and Q_ext as in `mechanics/moving.py` and `mechanics/outside.py`:
    τ = Q - Σ Q_ext                  what the joints must give; root rows 0
    F = τ_x + i τ_y,  M = -τ_pitch   about the root, before supports are applied: what they carry
    two feet, half each, where a take names no supports; their center of pressure x_p on y = 0 from
    (x_p - x_o) F_y + y_o F_x = M    pitch turns clockwise, hence the minus above
    c = Σ N p / Σ N                  center of pressure of supports that face up, each at its p
    net moment = -τ of a flexion coordinate               positive = extension
What supports cannot give (`mechanics/contacts.py`) acts on the pelvis at the mid hip as
"unsupported", so that nothing is ever lost.
Units: m, rad, s, N, N·m, kg. Frame: x forward, y up; a moment is counter-clockwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray, frozen
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_PITCH, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.mechanics.contacts import carry
from hinge_tutor.mechanics.moving import Moving, moving, moving_as
from hinge_tutor.mechanics.outside import (
    External,
    carried,
    external,
    generalized,
    held,
    plane,
    pulled,
)
from hinge_tutor.motion.holds import Hold
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.supports import Support
from hinge_tutor.motion.take import Load, Take

__all__ = ["External", "Loads", "inverse", "loads"]

# Below this the feet carry nothing: a center of pressure would be a division by noise.
NO_CONTACT_N = 1.0
# A surface pushes up where its normal leans less than 45 degrees from upright.
_FACES_UP = 0.5**0.5
NOTHING = Load()


@dataclass(frozen=True, eq=False)
class Loads:
    """Net moment per joint (N,), positive = extension, and everything that acts from outside.

    `external` with gravity on the body's own segments is all there is: applied alone, they move
    the body exactly as the take does. `cop_m` (N, 2) is the center of pressure of all that pushes
    up, or under the hips where nothing does. `unsupported_N` (N, 2) at the mid hip with
    `unsupported_Nm` (N,), counter-clockwise, is what the motion needs and no support can give; it
    is one of `external`, named "unsupported", where it is not 0 throughout.
    """

    net_moment_Nm: Mapping[str, FloatArray]
    external: tuple[External, ...]
    cop_m: FloatArray
    gravity: float
    unsupported_N: FloatArray
    unsupported_Nm: FloatArray

    @property
    def supports(self) -> tuple[External, ...]:
        """The forces of what carries the body."""
        return tuple(force for force in self.external if force.kind == "support")


@dataclass(frozen=True, eq=False)
class _Ground:
    """What carries the body: its forces, its center of pressure (N,), and what is left over."""

    external: tuple[External, ...]
    pressure: ComplexArray
    left_N: ComplexArray
    left_Nm: FloatArray


def loads(take: Take) -> Loads:
    """The loads of a take: its load, bands and cables, and supports included."""
    return _borne(
        moving_as(take),
        take.load,
        take.supports,
        take.pulls,
        _touching(take),
        [(hold, take.held_N(hold)) for hold in take.movement.holds],
    )


def inverse(
    body: Body,
    q: FloatArray,
    qd: FloatArray,
    qdd: FloatArray,
    load: Load = NOTHING,
    supports: Sequence[Support] = (),
    pulls: Sequence[Pull] = (),
    touching: BoolArray | None = None,
    holds: Sequence[tuple[Hold, FloatArray]] = (),
) -> Loads:
    """The loads of a motion (N, C): m, rad, s; each hold with its force (N,) over time.

    `touching` (N, K) says when each support touches; always, where it is left out. Raises
    ValueError for numbers that are not finite, PullError for a line whose ends meet.
    """
    return _borne(moving(body, q, qd, qdd), load, supports, pulls, touching, holds)


def _borne(
    motion: Moving,
    load: Load,
    supports: Sequence[Support],
    pulls: Sequence[Pull],
    touching: BoolArray | None,
    holds: Sequence[tuple[Hold, FloatArray]],
) -> Loads:
    body = motion.body
    required = motion.required()
    joints = motion.places(body.linkage.origin)
    outside = [*carried(motion, load)]
    for pull in pulls:
        outside += pulled(motion, pull)
    for hold, force_N in holds:
        outside += held(motion, hold, force_N)
    for applied in outside:
        required -= generalized(body, joints, applied)
    force, moment = required[:, ROOT_X] + 1j * required[:, ROOT_Y], -required[:, ROOT_PITCH]
    if supports:
        count = len(required)
        touches = np.ones((count, len(supports)), np.bool_) if touching is None else touching
        ground = _supports(motion, supports, touches, force, moment)
    else:
        ground = _two_feet(motion, force, moment)
    nowhere = _unsupported(motion, ground)
    for applied in (*ground.external, *nowhere):
        required -= generalized(body, joints, applied)
    net = frozen(-required[:, 3:].T)
    return Loads(
        net_moment_Nm=dict(zip(body.joints, net, strict=True)),
        external=(*ground.external, *outside, *nowhere),
        cop_m=plane(ground.pressure),
        gravity=GRAVITY_M_S2,
        unsupported_N=plane(ground.left_N),
        unsupported_Nm=frozen(ground.left_Nm),
    )


def _touching(take: Take) -> BoolArray | None:
    """When each support of a take touches (N, K)."""
    if not any(support.phases for support in take.supports):
        return None
    return np.stack([take.during(support.phases) for support in take.supports], axis=1)


def _supports(
    motion: Moving,
    supports: Sequence[Support],
    touching: BoolArray,
    force: ComplexArray,
    moment: FloatArray,
) -> _Ground:
    found = carry(motion, supports, touching, force, moment)
    upward = found.normal_N * [np.sin(support.normal) > _FACES_UP for support in supports]
    whole = upward.sum(axis=1)
    pressed = whole > NO_CONTACT_N
    pressure = motion.root - 1j * motion.root.imag
    pressure[pressed] = (upward * found.point).sum(axis=1)[pressed] / whole[pressed]
    return _Ground(found.external, pressure, found.left_N, found.left_Nm)


def _two_feet(motion: Moving, force: ComplexArray, moment: FloatArray) -> _Ground:
    """The ground's force, half on each foot at the common center of pressure, wherever that is.

    Without contact no foot carries anything.
    """
    standing = force.imag > NO_CONTACT_N
    about = np.where(standing, moment - motion.root.imag * force.real, 0.0)
    reach = np.divide(about, force.imag, out=np.zeros_like(about), where=standing)
    point = motion.root - 1j * motion.root.imag + reach
    carried_force, left = force * standing, force * ~standing
    feet = tuple(
        external("support", f"ground_{side}", f"foot_{side}", point, carried_force / 2.0)
        for side in SIDES
    )
    return _Ground(feet, point, left, np.where(standing, 0.0, moment))


def _unsupported(motion: Moving, ground: _Ground) -> tuple[External, ...]:
    if not (ground.left_N.any() or ground.left_Nm.any()):
        return ()
    return (
        External(
            "unsupported",
            "pelvis",
            plane(motion.root),
            plane(ground.left_N),
            frozen(ground.left_Nm),
            "unsupported",
        ),
    )
