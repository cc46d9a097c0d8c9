"""A body in motion: where its places are, how they accelerate, what force its segments need.

Letters as in `body/linkage.py`: φ = A q, e = exp(iφ), K centers of mass, m, I, g = 9.81 m/s².
    z = root + K e                                           place
    z' = root' + K (i φ' e)                                  velocity
    a = root'' + K ((i φ'' - φ'²) e)                         acceleration
    f = m (a + i g)                                          force that each segment needs
    Q = Re(conj(∂z/∂q) f) summed over segments + Aᵀ I φ''    generalized force, ∂z/∂q = i (K e) A
Units: m, rad, s, N, N·m, kg. Frame: x forward, y up; a moment is counter-clockwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.take import Take


@dataclass(frozen=True, eq=False)
class Moving:
    """A body's directions e with their first and second rates over time, complex (N, S).

    The root's are (N,). `turning` are the segments' angular accelerations (N, S).
    """

    body: Body
    e: ComplexArray
    e_rate: ComplexArray
    e_rate2: ComplexArray
    root: ComplexArray
    root_rate: ComplexArray
    root_rate2: ComplexArray
    turning: FloatArray

    def places(self, rows: ComplexArray) -> ComplexArray:
        """Positions (N, P) of places given as rows over the segments."""
        at: ComplexArray = self.e @ rows.T + self.root[:, None]
        return at

    def accelerations(self, rows: ComplexArray) -> ComplexArray:
        """Accelerations (N, P) of places given as rows over the segments."""
        rate2: ComplexArray = self.e_rate2 @ rows.T + self.root_rate2[:, None]
        return rate2

    def force_on(self, mass_kg: float, row: ComplexArray) -> ComplexArray:
        """The force (N,) that moves a mass at a place (S,) as the place moves: m (a + i g)."""
        needed: ComplexArray = mass_kg * (
            self.e_rate2 @ row + (self.root_rate2 + 1j * GRAVITY_M_S2)
        )
        return needed

    def required(self) -> FloatArray:
        """Q (N, C): what moves the segments as they move, against their own weight."""
        linkage = self.body.linkage
        force = linkage.mass_kg * (self.accelerations(linkage.com) + 1j * GRAVITY_M_S2)
        # Re(conj(i K e) f) is the moment of all forces about each segment's own turning.
        lever = (np.conj(1j * self.e) * (force @ np.conj(linkage.com))).real
        generalized: FloatArray = (lever + linkage.inertia_kgm2 * self.turning) @ linkage.turn
        total = force.sum(axis=1)
        generalized[:, ROOT_X] += total.real
        generalized[:, ROOT_Y] += total.imag
        return generalized


@lru_cache(maxsize=4)
def moving_as(take: Take) -> Moving:
    """A body as it moves in a take: what it carries and what its back bears ask one another."""
    return moving(take.body, take.q, take.qd, take.qdd, take.pose.directions)


def moving(
    body: Body,
    q: FloatArray,
    qd: FloatArray,
    qdd: FloatArray,
    directions: ComplexArray | None = None,
) -> Moving:
    """A body at coordinates, velocities and accelerations (N, C): m, rad, s.

    `directions` are its e where they are known. Raises ValueError unless the numbers are alike and
    every one is finite.
    """
    count = len(body.coordinates)
    if not (q.ndim == 2 and q.shape[1] == count and q.shape == qd.shape == qdd.shape):
        raise ValueError(f"a motion needs q, qd and qdd alike, with {count} coordinates each")
    if not (np.isfinite(q).all() and np.isfinite(qd).all() and np.isfinite(qdd).all()):
        raise ValueError("a motion needs finite coordinates, velocities and accelerations")
    turn = body.linkage.turn.T
    e = np.exp(1j * (q @ turn)) if directions is None else directions
    spin, turning = qd @ turn, qdd @ turn
    return Moving(
        body=body,
        e=e,
        e_rate=1j * spin * e,
        e_rate2=(1j * turning - spin**2) * e,
        root=q[:, ROOT_X] + 1j * q[:, ROOT_Y],
        root_rate=qd[:, ROOT_X] + 1j * qd[:, ROOT_Y],
        root_rate2=qdd[:, ROOT_X] + 1j * qdd[:, ROOT_Y],
        turning=turning,
    )
