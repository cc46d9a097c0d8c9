"""Whether a moving body stays on what carries it: the center of pressure from its momentum.

With x, y, m, I, φ of each part (a held load is a part), g = 9.81 m/s², the ground at y = h, and
forces F_k of bands and cables at places (x_k, y_k):
    W = Σ m (g + ÿ) - Σ F_k,y
    p = (Σ (m x (g + ÿ) - m (y - h) ẍ + I φ̈) - Σ (x_k F_k,y - (y_k - h) F_k,x)) / W
Played s times slower, every acceleration is divided by s². The body stands while low ≤ p ≤ high
and W > 0; from this the shortest s. `low` and `high` are the ends of what carries it: of a flat
foot the functional base, and as far as the toes where it is about to rise onto them or has just
come down from them; of anything else its outermost places. Nothing is said of samples in the
air, nor of those at which a wall carries too: it can push from any height.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.pulls import SHORTEST_M
from hinge_tutor.motion.supports import FLOOR_RAD, Support
from hinge_tutor.motion.take import Take


@dataclass(frozen=True, eq=False)
class Pressure:
    """Parts of the center of pressure (N,): p = (still + moving) / (weight + lifting)."""

    still_Nm: FloatArray
    moving_Nm: FloatArray
    weight_N: FloatArray | float
    lifting_N: FloatArray

    @property
    def center_x_m(self) -> FloatArray:
        """Center of pressure (N,), m; not a number where nothing presses on the ground."""
        force = self.weight_N + self.lifting_N
        safe = np.where(force > 0.0, force, np.nan)
        found: FloatArray = (self.still_Nm + self.moving_Nm) / safe
        return found

    def slowing_needed(self, base_x_m: tuple[FloatArray | float, FloatArray | float]) -> float:
        """How many times slower the take must be for the body to stand; 1 or less when it does.

        Infinite when it would not even stand still.
        """
        low, high = base_x_m
        # k = 1/s² times (rate) may use up no more than (room), for both edges and for W > 0.
        rates = (
            self.moving_Nm - high * self.lifting_N,
            low * self.lifting_N - self.moving_Nm,
            -self.lifting_N,
        )
        rooms = (
            high * self.weight_N - self.still_Nm,
            self.still_Nm - low * self.weight_N,
            self.weight_N + np.zeros_like(self.still_Nm),
        )
        rate, room = np.concatenate(rates), np.concatenate(rooms)
        if not len(room):
            return 0.0
        if room.min() <= 0.0:
            return float("inf")
        return float(np.sqrt(max((rate / room).max(), 0.0)))

    def only(self, samples: BoolArray) -> Pressure:
        """Some of the samples."""
        return Pressure(
            self.still_Nm[samples],
            self.moving_Nm[samples],
            (self.weight_N + np.zeros_like(self.still_Nm))[samples],
            self.lifting_N[samples],
        )


@dataclass(frozen=True, eq=False)
class Base:
    """From where to where what carries a body reaches (N,), m, at which height, and where known."""

    low_x_m: FloatArray
    high_x_m: FloatArray
    height_m: FloatArray
    known: BoolArray


def pressure(take: Take, under: Base | None = None) -> Pressure:
    """The center of pressure of a take, in parts; `under` is what carries it, where known."""
    height_m = (under or base(take)).height_m
    linkage = take.body.linkage
    turn, directions = linkage.turn, take.pose.directions
    spin, twist = take.qd @ turn.T, take.qdd @ turn.T
    changing = (1j * twist - spin**2) * directions
    carriers = [take.body.places[name] for name in take.load.landmarks]
    places = np.vstack([linkage.com, *carriers])
    mass = np.append(linkage.mass_kg, [take.load.mass_kg / len(carriers)] * len(carriers))
    root = take.q[:, ROOT_X] + 1j * take.q[:, ROOT_Y]
    z = directions @ places.T + root[:, None] - 1j * height_m[:, None]
    acceleration = changing @ places.T + (take.qdd[:, ROOT_X] + 1j * take.qdd[:, ROOT_Y])[:, None]
    found = Pressure(
        still_Nm=GRAVITY_M_S2 * (z.real @ mass),
        moving_Nm=(z.real * acceleration.imag - z.imag * acceleration.real) @ mass
        + twist @ linkage.inertia_kgm2,
        weight_N=GRAVITY_M_S2 * float(mass.sum()),
        lifting_N=acceleration.imag @ mass,
    )
    return _pulled(take, found, changing, height_m) if take.pulls else found


def _pulled(take: Take, found: Pressure, changing: ComplexArray, height_m: FloatArray) -> Pressure:
    """The same with the forces of bands and cables to fixed places taken from the ground's."""
    still_Nm, moving_Nm = found.still_Nm, found.moving_Nm
    weight_N = found.weight_N + np.zeros_like(still_Nm)
    lifting_N = found.lifting_N
    root_rate = take.qdd[:, ROOT_X] + 1j * take.qdd[:, ROOT_Y]
    for pull in take.pulls:
        if isinstance(pull.to, str):
            continue
        end = complex(*pull.to)
        place = take.body.places[pull.on]
        at = take.pose.point(pull.on)
        d = end - (at[:, 0] + 1j * at[:, 1])
        length = np.maximum(np.abs(d), SHORTEST_M)
        unit = d / length
        speed = -(
            (1j * (take.qd @ take.body.linkage.turn.T) * take.pose.directions) @ place
            + take.qd[:, ROOT_X]
            + 1j * take.qd[:, ROOT_Y]
        )
        rate = (np.conj(unit) * speed).real
        rate2 = (np.conj(unit) * -(changing @ place + root_rate)).real
        rate2 += (np.abs(speed) ** 2 - rate**2) / length
        held = pull.tension(length)
        extra = pull.tension(length, rate2) - held
        lever = (np.conj(end - 1j * height_m) * unit).imag
        still_Nm, moving_Nm = still_Nm - held * lever, moving_Nm - extra * lever
        weight_N, lifting_N = weight_N - held * unit.imag, lifting_N - extra * unit.imag
    return Pressure(still_Nm, moving_Nm, weight_N, lifting_N)


@lru_cache(maxsize=4)
def base(take: Take) -> Base:
    """What carries a take at each sample."""
    count = len(take.time_s)
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    height, shares = np.zeros(count), np.zeros(count)
    walled = np.zeros(count, dtype=bool)
    rising = {one.on.removeprefix("toes_") for one in take.supports if one.on.startswith("toes_")}
    for support in take.supports:
        here = take.during(support.phases)
        if support.normal != FLOOR_RAD:
            walled |= here
            continue
        first, last = pressing_x(take.body, support, support.on.removeprefix("foot_") in rising)
        low[here] = np.minimum(low[here], first)
        high[here] = np.maximum(high[here], last)
        # A floor that is meant to carry nothing still has a height.
        share = max(support.share, 1e-9)
        height[here] += share * support.targets_m[0][1]
        shares[here] += share
    known = (shares > 0.0) & ~walled
    return Base(low, high, height / np.where(shares > 0.0, shares, 1.0), known)


def pressing_x(body: Body, support: Support, rising: bool = False) -> tuple[float, float]:
    """From where to where a floor can press on a support, m: of a flat foot its functional base.

    A foot that rises onto its toes in another phase presses with them before its heel is up.
    """
    along = [x for x, _ in support.targets_m]
    if support.places[0].startswith("heel"):
        low, high = body.base_x_m
        ankle = along[0] - body.landmarks["heel_near"][1][0]
        return ankle + low, max(along) if rising else ankle + high
    return min(along), max(along)


def slowing_needed(take: Take) -> float:
    """How many times slower a take must be for its body to stand; 1 or less when it does.

    A take that is in the air somewhere cannot be slowed: 0 is said of it.
    """
    under = base(take)
    if not under.known.any() or take.movement.rise_m > 0.0:
        return 0.0
    here = under.known
    edges = under.low_x_m[here], under.high_x_m[here]
    return pressure(take, under).only(here).slowing_needed(edges)


def tipping_m(take: Take) -> float:
    """How far the body's weight lies beyond what carries it, m, standing still; 0 when inside."""
    under = base(take)
    found = pressure(take, under)
    center = found.still_Nm / (found.weight_N + np.zeros_like(found.still_Nm))
    off = np.maximum(under.low_x_m - center, center - under.high_x_m)[under.known]
    return max(float(off.max(initial=0.0)), 0.0)
