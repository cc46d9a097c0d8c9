"""Momentum of a body with its load, and the root's motion where nothing touches it.

With z, m, I, φ of each part (a carried load is a part without I) and c the common center of mass,
everything relative to c and to the directions alone (letters: `body/linkage.py`):
    L = Σ m (z - c) × (z' - c') + I φ'           angular momentum about c, counter-clockwise
    J = Σ m |z - c|² + I                         inertia of the whole body about c
A pitch turns all parts clockwise: L = L_joints - J pitch'. In the air c'' = -i g and L' = 0, so
    pitch'  = (L_joints - L) / J
    pitch'' = (Σ m (z - c) × (a - a_c) + I φ'')_joints / J
    root    = c - K_c e,  and its rates from those of c and e.
Units: m, rad, s, kg m²/s. Frame: x forward, y up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_PITCH, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.rows import balance_matrix
from hinge_tutor.motion.take import Load


@dataclass(frozen=True, eq=False)
class Parts:
    """The parts of a body with its load: K of each about the common center (P, S), m (P,), I."""

    body: Body
    about: ComplexArray
    center: ComplexArray
    mass_kg: FloatArray

    def turning(self, q: FloatArray, rate: FloatArray) -> tuple[FloatArray, FloatArray]:
        """L of rates (…, C) at coordinates (…, C), and J (…)."""
        linkage = self.body.linkage
        e = np.exp(1j * (q @ linkage.turn.T))
        spin = rate @ linkage.turn.T
        z = e @ self.about.T
        moved = (1j * spin * e) @ self.about.T
        momentum = (np.conj(z) * moved).imag @ self.mass_kg + spin @ linkage.inertia_kgm2
        return momentum, self._inertia(z)

    def _inertia(self, z: ComplexArray) -> FloatArray:
        whole: FloatArray = (np.abs(z) ** 2) @ self.mass_kg + self.body.linkage.inertia_kgm2.sum()
        return whole

    def turning_rows(self, q: FloatArray) -> FloatArray:
        """∂L/∂q' (C,) at coordinates (C,)."""
        linkage = self.body.linkage
        e = np.exp(1j * (linkage.turn @ q))
        z = self.about @ e
        per_segment = (np.conj(z) @ (self.mass_kg[:, None] * (1j * self.about * e))).imag
        found: FloatArray = (per_segment + linkage.inertia_kgm2) @ linkage.turn
        return found

    def flying(
        self,
        motion: tuple[FloatArray, FloatArray, FloatArray],
        center: tuple[ComplexArray, ComplexArray],
        momentum: float,
    ) -> tuple[FloatArray, FloatArray, FloatArray]:
        """`motion` q, q', q'' (N, C) with the root's rates such that nothing but gravity acts.

        Joints and pitch are kept; `center` is c and c' (N,), `momentum` is L.
        """
        linkage = self.body.linkage
        q, rate, second = (array.copy() for array in motion)
        rate[:, : ROOT_PITCH + 1] = 0.0
        second[:, : ROOT_PITCH + 1] = 0.0
        turned, inertia = self.turning(q, rate)
        rate[:, ROOT_PITCH] = (turned - momentum) / inertia
        e = np.exp(1j * (q @ linkage.turn.T))
        spin, twist = rate @ linkage.turn.T, second @ linkage.turn.T
        z = e @ self.about.T
        changing = ((1j * twist - spin**2) * e) @ self.about.T
        moment = (np.conj(z) * changing).imag @ self.mass_kg + twist @ linkage.inertia_kgm2
        second[:, ROOT_PITCH] = moment / inertia
        twist = second @ linkage.turn.T
        offset = e @ self.center
        offset_rate = (1j * spin * e) @ self.center
        offset_second = ((1j * twist - spin**2) * e) @ self.center
        for column, part in ((ROOT_X, np.real), (ROOT_Y, np.imag)):
            q[:, column] = part(center[0] - offset)
            rate[:, column] = part(center[1] - offset_rate)
            second[:, column] = part(-1j * GRAVITY_M_S2 - offset_second)
        return q, rate, second


def parts(body: Body, load: Load) -> Parts:
    """The parts of a body and of what it carries."""
    linkage = body.linkage
    carriers = [body.places[name] for name in load.landmarks]
    center = balance_matrix(body, load.mass_kg, load.landmarks)[0]
    about = np.vstack([linkage.com, *carriers]) - center
    each = load.mass_kg / len(carriers)
    return Parts(body, about, center, np.append(linkage.mass_kg, [each] * len(carriers)))
