"""What a motion asks for in force and moment, with derivatives by place, speed and acceleration.

Letters as in `body/linkage.py`; z, a, m, I of each part (a carried load is a part without I), D e
its lever from a place on the body, or z - p from one on the ground:
    M = Σ m Im(conj(lever) (a + i g)) + Σ I φ''     moment about that place, counter-clockwise
    F = Σ m (a + i g)                               force
On a foot with its pressure at p, M = 0. An arm on a rope has M = 0 about its shoulder.
    ∂e/∂q = i e A,  ∂z''/∂q = K (i φ'' - φ'²) i e A,  ∂z''/∂q' = -2 K φ' e A,  ∂z''/∂q'' = K i e A
Moments are divided by what would turn one meter of the parts' weight, forces by that weight, so
that all of them are read in meters and shares of the weight. Units: m, rad, s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, ROOT_X, ROOT_Y
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.equations import Equations
from hinge_tutor.motion.rows import balance_matrix
from hinge_tutor.motion.take import Load

Motion = tuple[FloatArray, FloatArray, FloatArray]


class Asked(Protocol):
    """R numbers read off a motion q, q', q'' (N, C), with derivatives by each of the three."""

    def read(self, motion: Motion) -> tuple[FloatArray, Motion]:
        """The numbers (N, R), and their derivatives (N, R, C)."""


@dataclass(frozen=True, eq=False)
class Placed:
    """Numbers that follow from place alone."""

    rows: Equations

    def read(self, motion: Motion) -> tuple[FloatArray, Motion]:
        """The numbers (N, R), and their derivatives (N, R, C)."""
        gradient = self.rows.gradient(motion[0])
        nothing = np.zeros_like(gradient)
        return self.rows.value(motion[0]), (gradient, nothing, nothing)


@dataclass(frozen=True, eq=False)
class Turning:
    """M of some parts: `lever` D and `place` K (P, S), `mass_kg` (P,), `inertia_kgm2` (S,).

    About a place `about` (N,) on the ground where there is one, else about one on the body.
    """

    body: Body
    lever: ComplexArray
    place: ComplexArray
    mass_kg: FloatArray
    inertia_kgm2: FloatArray
    about: ComplexArray | None

    def read(self, motion: Motion) -> tuple[FloatArray, Motion]:
        """The moment (N, 1), and its derivatives (N, 1, C)."""
        q, rate, second = motion
        turn = self.body.linkage.turn
        e = np.exp(1j * (q @ turn.T))
        spin, twist = rate @ turn.T, second @ turn.T
        changing = 1j * twist - spin**2
        rooted = self.about is not None
        lever = e @ self.lever.T
        pushed = (changing * e) @ self.place.T + 1j * GRAVITY_M_S2
        pushed += (second[:, ROOT_X] + 1j * second[:, ROOT_Y])[:, None]
        if self.about is not None:
            lever += (q[:, ROOT_X] + 1j * q[:, ROOT_Y] - self.about)[:, None]
        moment = (np.conj(lever) * pushed).imag @ self.mass_kg + twist @ self.inertia_kgm2
        # Per segment: what turning its direction does to levers, and to accelerations.
        levers = (self.mass_kg * pushed) @ np.conj(self.lever)
        pushes = (self.mass_kg * np.conj(lever)) @ self.place
        by_place = (levers * np.conj(1j * e) + pushes * changing * 1j * e).imag @ turn
        by_rate = (-2.0 * pushes * spin * e).imag @ turn
        by_second = ((pushes * 1j * e).imag + self.inertia_kgm2) @ turn
        force, arm = pushed @ self.mass_kg, lever @ self.mass_kg
        if rooted:
            by_place[:, ROOT_X] += force.imag
            by_place[:, ROOT_Y] -= force.real
        by_second[:, ROOT_X] -= arm.imag
        by_second[:, ROOT_Y] += arm.real
        weight = GRAVITY_M_S2 * float(self.mass_kg.sum())
        found = tuple(each[:, None, :] / weight for each in (by_place, by_rate, by_second))
        return moment[:, None] / weight, (found[0], found[1], found[2])


@dataclass(frozen=True, eq=False)
class Slipping:
    """F_x and -F_x less μ F_y, of a body with its load: where one is above 0, its feet slip."""

    body: Body
    center: ComplexArray
    friction: float

    def read(self, motion: Motion) -> tuple[FloatArray, Motion]:
        """Both (N, 2), and their derivatives (N, 2, C)."""
        q, rate, second = motion
        turn = self.body.linkage.turn
        ke = np.exp(1j * (q @ turn.T)) * self.center
        spin, twist = rate @ turn.T, second @ turn.T
        changing = 1j * twist - spin**2
        force = (changing * ke).sum(axis=1) + second[:, ROOT_X] + 1j * second[:, ROOT_Y]
        by_place = (changing * 1j * ke) @ turn
        by_rate = (-2.0 * spin * ke) @ turn
        by_second = (1j * ke) @ turn
        by_second[:, ROOT_X] += 1.0
        by_second[:, ROOT_Y] += 1j
        return self._sides(force + 1j * GRAVITY_M_S2), (
            self._sides(by_place),
            self._sides(by_rate),
            self._sides(by_second),
        )

    def _sides(self, force: ComplexArray) -> FloatArray:
        """Both over the weight, as a new second axis."""
        held = self.friction * force.imag
        both = np.stack([force.real - held, -force.real - held], axis=1)
        return both / GRAVITY_M_S2


@dataclass(frozen=True, eq=False)
class Straight:
    """Numbers that are sums of coordinates: rows (R, C)."""

    rows: FloatArray

    def read(self, motion: Motion) -> tuple[FloatArray, Motion]:
        """The numbers (N, R), and their derivatives (N, R, C)."""
        gradient = np.tile(self.rows, (len(motion[0]), 1, 1))
        nothing = np.zeros_like(gradient)
        return motion[0] @ self.rows.T, (gradient, nothing, nothing)


def about_ground(body: Body, load: Load, places: FloatArray, height_m: float) -> Turning:
    """M of the whole body with its load about places (N,) on the ground, m."""
    place, mass = _parts(body, load)
    inertia = body.linkage.inertia_kgm2
    about = places.astype(np.complex128)
    about += 1j * height_m
    return Turning(body, place, place, mass, inertia, about)


def about_shoulder(body: Body, load: Load, side: str) -> Turning:
    """M of one arm, with what it carries of the load, about its shoulder."""
    place, mass = _parts(body, load)
    linkage = body.linkage
    arm = np.array([_hangs(body, segment.name, f"upper_arm_{side}") for segment in body.segments])
    carries = [float(name.endswith(side)) for name in load.landmarks]
    some = np.flatnonzero(np.append(arm, carries))
    shoulder = linkage.origin[linkage.index[f"upper_arm_{side}"]]
    lever = place[some] - shoulder
    return Turning(body, lever, place[some], mass[some], linkage.inertia_kgm2 * arm, None)


def slipping(body: Body, load: Load, friction: float) -> Slipping:
    """Whether a body with its load slips."""
    center = balance_matrix(body, load.mass_kg, load.landmarks)[0]
    return Slipping(body, center, friction)


def _parts(body: Body, load: Load) -> tuple[ComplexArray, FloatArray]:
    carriers: Sequence[ComplexArray] = [body.places[name] for name in load.landmarks]
    each = load.mass_kg / len(carriers)
    place = np.vstack([body.linkage.com, *carriers])
    return place, np.append(body.linkage.mass_kg, [each] * len(carriers))


def _hangs(body: Body, name: str, top: str) -> float:
    """1 for the segment `top` and everything beyond it."""
    found: str | None = name
    while found is not None and found != top:
        found = body.segment(found).parent
    return float(found == top)
