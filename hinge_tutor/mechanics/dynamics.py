"""Inverse dynamics of a planar tree: the moments that a given motion needs at every joint.

Letters as in `body/linkage.py`: φ = A q, e = exp(iφ), K centers of mass, m, I, g = 9.81 m/s².
    a = root'' + K ((i φ'' - φ'²) e)                      acceleration of each center of mass
    f = m (a + i g)                                       force that each segment needs
    Q = Re(conj(∂z/∂q) f) summed over segments + Aᵀ I φ''    generalized force, ∂z/∂q = i (K e) A
    Q_ext,j = A_sj ((p - o_j) × F + M)                    external F at p, M on segment s
    τ = Q - Q_ext                                         what the joints must give; root rows 0
    load in each hand: F = -(m_load / 2)(a_grip + i g)    its weight and its inertia
    ground: F = τ_root before the ground is applied; the center of pressure x_p on y = 0 from
    (x_p - x_o) F_y + y_o F_x = -τ_pitch                  pitch turns clockwise, hence the minus
    net moment = -τ of a flexion coordinate               positive = extension
Units: m, rad, s, N, N·m, kg. Frame: x forward, y up; a moment is counter-clockwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, frozen
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_PITCH, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.take import Take

# Below this the feet carry nothing: a center of pressure would be a division by noise.
NO_CONTACT_N = 1.0


@dataclass(frozen=True, eq=False)
class External:
    """A force on one segment over time: at `point_m` (N, 2), `force_N` (N, 2), `moment_Nm` (N,)."""

    name: str
    on: str
    point_m: FloatArray
    force_N: FloatArray
    moment_Nm: FloatArray


@dataclass(frozen=True, eq=False)
class Loads:
    """Net moment per joint (N,), positive = extension, and everything that acts from outside.

    `external` with gravity on the body's own segments is all there is: applied alone, they move
    the body exactly as the take does. `cop_m` (N, 2) is the center of pressure of both feet.
    """

    net_moment_Nm: Mapping[str, FloatArray]
    external: tuple[External, ...]
    cop_m: FloatArray
    gravity: float


@dataclass(frozen=True, eq=False)
class _Motion:
    """A body's directions e and their second rates over time, complex (N, S); the root's too."""

    body: Body
    e: ComplexArray
    e_rate: ComplexArray
    root: ComplexArray
    root_rate: ComplexArray
    turning: FloatArray

    def places(self, rows: ComplexArray) -> ComplexArray:
        """Positions (N, P) of places given as rows over the segments."""
        at: ComplexArray = self.e @ rows.T + self.root[:, None]
        return at

    def accelerations(self, rows: ComplexArray) -> ComplexArray:
        """Accelerations (N, P) of places given as rows over the segments."""
        rate: ComplexArray = self.e_rate @ rows.T + self.root_rate[:, None]
        return rate


def loads(take: Take) -> Loads:
    """The loads of a take, its held load included."""
    return inverse(take.body, take.q, take.qd, take.qdd, take.load.mass_kg)


def inverse(
    body: Body, q: FloatArray, qd: FloatArray, qdd: FloatArray, load_kg: float = 0.0
) -> Loads:
    """The loads of a motion (N, C): m, rad, s; the load hangs from both hands, half in each."""
    motion = _motion(body, q, qd, qdd)
    required = _required(motion)
    joints = motion.places(body.linkage.origin)
    external: list[External] = []
    if load_kg > 0.0:
        external = [_held(motion, side, load_kg / 2) for side in SIDES]
    for applied in external:
        required = required - _generalized(body, joints, applied)
    ground, pressure = _ground(joints[:, 0], required)
    for applied in ground:
        required = required - _generalized(body, joints, applied)
    return Loads(
        net_moment_Nm={
            joint: frozen(-required[:, number + 3]) for number, joint in enumerate(body.joints)
        },
        external=(*ground, *external),
        cop_m=frozen(np.stack([pressure, np.zeros_like(pressure)], axis=-1)),
        gravity=GRAVITY_M_S2,
    )


def _motion(body: Body, q: FloatArray, qd: FloatArray, qdd: FloatArray) -> _Motion:
    turn = body.linkage.turn.T
    e = np.exp(1j * (q @ turn))
    turning = qdd @ turn
    return _Motion(
        body=body,
        e=e,
        e_rate=(1j * turning - (qd @ turn) ** 2) * e,
        root=q[:, ROOT_X] + 1j * q[:, ROOT_Y],
        root_rate=qdd[:, ROOT_X] + 1j * qdd[:, ROOT_Y],
        turning=turning,
    )


def _required(motion: _Motion) -> FloatArray:
    """Q (N, C): what moves the segments as they move, against their own weight."""
    linkage = motion.body.linkage
    force = linkage.mass_kg * (motion.accelerations(linkage.com) + 1j * GRAVITY_M_S2)
    # Re(conj(i K e) f) is the moment of all forces about each segment's own turning.
    lever = (np.conj(1j * motion.e) * (force @ np.conj(linkage.com))).real
    generalized = (lever + linkage.inertia_kgm2 * motion.turning) @ linkage.turn
    total = force.sum(axis=1)
    generalized[:, ROOT_X] += total.real
    generalized[:, ROOT_Y] += total.imag
    return generalized


def _held(motion: _Motion, side: str, mass_kg: float) -> External:
    row = motion.body.linkage.rows([motion.body.landmarks[f"hand_{side}"]])
    grip = motion.places(row)[:, 0]
    force = -mass_kg * (motion.accelerations(row)[:, 0] + 1j * GRAVITY_M_S2)
    return External(
        f"load_{side}", f"hand_{side}", _plane(grip), _plane(force), frozen(np.zeros(len(grip)))
    )


def _ground(root: ComplexArray, residual: FloatArray) -> tuple[tuple[External, ...], FloatArray]:
    """The ground's force, half on each foot at the common center of pressure, and its x (N,).

    Without contact a force is still what the motion needs: it acts under the hips, with the
    moment that remains.
    """
    force_x, force_y = residual[:, ROOT_X], residual[:, ROOT_Y]
    moment = -residual[:, ROOT_PITCH] - root.imag * force_x
    standing = force_y > NO_CONTACT_N
    reach = np.divide(moment, force_y, out=np.zeros_like(moment), where=standing)
    point = frozen(np.stack([root.real + reach, np.zeros_like(reach)], axis=-1))
    half = frozen(residual[:, :2] / 2)
    rest = frozen(np.where(standing, 0.0, moment) / 2)
    feet = tuple(External(f"ground_{side}", f"foot_{side}", point, half, rest) for side in SIDES)
    return feet, point[:, 0]


def _generalized(body: Body, joints: ComplexArray, applied: External) -> FloatArray:
    """Q_ext (N, C) of one external force."""
    signs = body.linkage.turn[body.linkage.index[applied.on]]
    x, y = applied.point_m.T
    force_x, force_y = applied.force_N[:, :1], applied.force_N[:, 1:]
    arm_x, arm_y = x[:, None] - joints.real, y[:, None] - joints.imag
    generalized = np.zeros((len(x), len(signs)))
    generalized[:, :2] = applied.force_N
    about_joint = arm_x * force_y - arm_y * force_x + applied.moment_Nm[:, None]
    generalized[:, 2:] = signs[2:] * about_joint
    return generalized


def _plane(z: ComplexArray) -> FloatArray:
    return frozen(np.stack([z.real, z.imag], axis=-1))
