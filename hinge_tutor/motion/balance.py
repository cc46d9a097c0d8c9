"""Whether a moving body stays on its feet: the center of pressure from its momentum.

With x, y, m, I, φ of each part (a held load is a part), g = 9.81 m/s², and the ground at y = 0:
    F = Σ m (g + ÿ)
    p = Σ (m x (g + ÿ) - m y ẍ + I φ̈) / F        the center of pressure
Played s times slower, every acceleration is divided by s². The body stands while
low ≤ p ≤ high, the functional base of the foot, and F > 0; from this the shortest s.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_X, ROOT_Y
from hinge_tutor.motion.take import Take


@dataclass(frozen=True, eq=False)
class Pressure:
    """Parts of the center of pressure (N,): p = (still + moving) / (weight + lifting)."""

    still_Nm: FloatArray
    moving_Nm: FloatArray
    weight_N: float
    lifting_N: FloatArray

    @property
    def center_x_m(self) -> FloatArray:
        """Center of pressure (N,), m; not a number where nothing presses on the ground."""
        force = self.weight_N + self.lifting_N
        safe = np.where(force > 0.0, force, np.nan)
        found: FloatArray = (self.still_Nm + self.moving_Nm) / safe
        return found

    def slowing_needed(self, base_x_m: tuple[float, float]) -> float:
        """How many times slower the take must be for the body to stand; 1 or less when it does.

        Infinite when it would not even stand still.
        """
        low, high = base_x_m
        # k = 1/s² times (rate) may use up no more than (room), for both edges and for F > 0.
        rates = (
            self.moving_Nm - high * self.lifting_N,
            low * self.lifting_N - self.moving_Nm,
            -self.lifting_N,
        )
        rooms = (
            high * self.weight_N - self.still_Nm,
            self.still_Nm - low * self.weight_N,
            np.full_like(self.still_Nm, self.weight_N),
        )
        rate, room = np.concatenate(rates), np.concatenate(rooms)
        if room.min() <= 0.0:
            return float("inf")
        return float(np.sqrt(max((rate / room).max(), 0.0)))


def pressure(take: Take) -> Pressure:
    """The center of pressure of a take, in parts."""
    linkage = take.body.linkage
    turn, directions = linkage.turn, take.pose.directions
    spin, twist = take.qd @ turn.T, take.qdd @ turn.T
    changing = (1j * twist - spin**2) * directions
    hands = [take.body.places[f"hand_{side}"] for side in SIDES]
    places = np.vstack([linkage.com, *hands])
    mass = np.append(linkage.mass_kg, [take.load.mass_kg / 2] * len(SIDES))
    root = take.q[:, ROOT_X] + 1j * take.q[:, ROOT_Y]
    z = directions @ places.T + root[:, None]
    acceleration = changing @ places.T + (take.qdd[:, ROOT_X] + 1j * take.qdd[:, ROOT_Y])[:, None]
    return Pressure(
        still_Nm=GRAVITY_M_S2 * (z.real @ mass),
        moving_Nm=(z.real * acceleration.imag - z.imag * acceleration.real) @ mass
        + twist @ linkage.inertia_kgm2,
        weight_N=GRAVITY_M_S2 * float(mass.sum()),
        lifting_N=acceleration.imag @ mass,
    )
