"""How what touches a body carries it: the force of every support, and what none of them can give.

A support has a normal n and a tangent t (n turned clockwise), places whose middle p lies at s along
t and whose span is 2 h, and a share; its force N n + T t acts at p + t M / N:
    N ≥ 0,  |T| ≤ μ N,  |M| ≤ h N                       it pushes, does not slip, inside its places
    Σ (N n + T t) + F_r = F                             F what the motion needs of all supports
    Σ ((p - o) × (N n + T t) + M) + M_r = M_o           and its moment about o
    meant: (n · f, t · f) of f = F share (n · F)⁺ / Σ share (n · F)⁺, with |T| ≤ μ N, and M = h N p*
`mechanics/contact_sharing.py` says how the forces nearest to what is meant are found. F_r and M_r
are left over: only they are not 0 where the body could not be carried that way.
The places are the body's own; how high they lie is the surface's (`Support.targets_m`).
Units: N, N·m, m. Frame: x forward, y up; a moment is counter-clockwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray, frozen
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.body.skeleton import Body
from hinge_tutor.mechanics.contact_sharing import PRESSURE_WEIGHT, ROUNDING, Problem, share
from hinge_tutor.mechanics.moving import Moving
from hinge_tutor.mechanics.outside import External, external
from hinge_tutor.motion.supports import Support

# Rubber or skin on a dry floor or wall holds .7 to 1.0; walkways are asked for .5 (ANSI A1264.2).
FRICTION = 0.8
# What is meant to carry nothing still does before the others give way: it touches, after all.
_LEAST_SHARE = 1e-3
# What is left over by rounding, over the weight: forces cancel to ten digits, not to twelve.
_LEFT_OVER = 10.0 * ROUNDING


@dataclass(frozen=True, eq=False)
class Carried:
    """The supports' forces over time, and what is left: a force (N,) and its moment about a point.

    `normal_N` (N, K) is each support's normal force, `point` (N, K) where it acts, complex.
    """

    external: tuple[External, ...]
    normal_N: FloatArray
    point: ComplexArray
    left_N: ComplexArray
    left_Nm: FloatArray


def carry(
    motion: Moving,
    supports: Sequence[Support],
    touching: BoolArray,
    force: ComplexArray,
    moment: FloatArray,
) -> Carried:
    """Shares a force (N,) and its moment (N,) about the root among supports that touch (N, K)."""
    normal, tangent = _directions(supports)
    middle, half = _places(motion, supports, normal, tangent)
    weight = GRAVITY_M_S2 * float(motion.body.linkage.mass_kg.sum())
    tall = motion.body.height_m
    about = middle.sum(axis=1) / len(supports)
    arm = about - motion.root
    turning = (moment - _cross(arm, force)) / tall
    asked = np.stack([force.real, force.imag, turning], axis=1) / weight
    asked[np.abs(asked).max(axis=1) < ROUNDING] = 0.0
    wrench = _wrench(normal, tangent * FRICTION, (middle - about[:, None]) / tall, half / tall)
    shares = np.array([support.share for support in supports])
    meant = _meant(asked, shares * touching, normal, tangent)
    meant[:, :, 2] = meant[:, :, 0] * _at_ease(motion.body, tuple(supports))
    problem = Problem(asked, wrench, meant, _ease(shares, touching))
    v = share(problem)
    left = asked - problem.given(v)
    left[np.abs(left).max(axis=1) < _LEFT_OVER] = 0.0
    v, left = v * weight, left * weight
    pushed = normal * v[..., 0] + FRICTION * tangent * v[..., 1]
    carrying = v[..., 0] > 0.0
    offset = np.divide(v[..., 2], v[..., 0], out=np.zeros_like(half), where=carrying)
    point = middle + tangent * (half * offset)
    left_force = left[:, 0] + 1j * left[:, 1]
    return Carried(
        tuple(
            external("support", support.name, support.on, point[:, number], pushed[:, number])
            for number, support in enumerate(supports)
        ),
        v[..., 0],
        point,
        left_force,
        left[:, 2] * tall + _cross(arm, left_force),
    )


def _directions(supports: Sequence[Support]) -> tuple[ComplexArray, ComplexArray]:
    """Normal and tangent (K,); rounded, so that a floor is exactly level."""
    angle = np.array([support.normal for support in supports], dtype=np.float64)
    normal: ComplexArray = np.cos(angle).round(15) + 1j * np.sin(angle).round(15)
    tangent: ComplexArray = normal * -1j
    return normal, tangent


def _places(
    motion: Moving, supports: Sequence[Support], normal: ComplexArray, tangent: ComplexArray
) -> tuple[ComplexArray, FloatArray]:
    """Middle (N, K) and half span (N, K) of each support's places, on its surface."""
    rows = np.array([motion.body.places[place] for one in supports for place in one.places])
    counts = [len(support.places) for support in supports]
    along = (motion.places(rows) * np.repeat(np.conj(tangent), counts)).real
    first = np.cumsum([0, *counts[:-1]])
    low = np.minimum.reduceat(along, first, axis=1)
    high = np.maximum.reduceat(along, first, axis=1)
    height = [
        sum(x * n.real + y * n.imag for x, y in support.targets_m) / len(support.targets_m)
        for support, n in zip(supports, normal, strict=True)
    ]
    return tangent * (low + high) / 2.0 + normal * height, (high - low) / 2.0


def _wrench(
    normal: ComplexArray, slid: ComplexArray, arm: ComplexArray, half: FloatArray
) -> FloatArray:
    """Every B side by side (N, 3, 3 K); `slid` is μ t, `arm` (N, K) from o to each middle."""
    found = np.zeros((len(arm), 3, *arm.shape[1:], 3))
    for column, direction in enumerate((normal, slid)):
        found[:, 0, :, column] = direction.real
        found[:, 1, :, column] = direction.imag
        found[:, 2, :, column] = _cross(arm, direction)
    found[:, 2, :, 2] = half
    return found.reshape(len(arm), 3, -1)


def _meant(
    asked: FloatArray, shares: FloatArray, normal: ComplexArray, tangent: ComplexArray
) -> FloatArray:
    """v* (N, K, 3), without the moment."""
    force = asked[:, 0, None] + 1j * asked[:, 1, None]
    pushed, slid = (np.conj(normal) * force).real, (np.conj(tangent) * force).real
    facing = shares * np.maximum(pushed, 0.0)
    whole = facing.sum(axis=1, keepdims=True)
    part = np.divide(facing, whole, out=np.zeros_like(facing), where=whole > 0.0)
    found = np.zeros((*part.shape, 3))
    found[..., 0] = part * np.maximum(pushed, 0.0)
    found[..., 1] = np.clip(part * slid / FRICTION, -found[..., 0], found[..., 0])
    return found


def _ease(shares: FloatArray, touching: BoolArray) -> FloatArray:
    """The diagonal of c W⁻¹ (N, K, 3): how easily each takes more; 0 where it does not touch."""
    each = np.maximum(shares, _LEAST_SHARE) * touching
    whole = each.sum(axis=1, keepdims=True)
    each = np.divide(each, whole, out=np.zeros_like(each), where=whole > 0.0)
    found: FloatArray = each[..., None] * np.array([1.0, 1.0, 1.0 / PRESSURE_WEIGHT])
    return found


@lru_cache(maxsize=32)
def _at_ease(body: Body, supports: tuple[Support, ...]) -> FloatArray:
    """p* (K,): where pressure is at ease, from -1 to 1 along t; on a foot where standing has it."""
    found = np.zeros(len(supports))
    for number, support in enumerate(supports):
        part, _, side = support.on.rpartition("_")
        if part == "foot" and f"heel_{side}" in support.places:
            ankle = body.places[f"ankle_{side}"]
            # With every direction 1, as standing, a row's sum is where its place lies.
            ahead = [float((body.places[place] - ankle).sum().real) for place in support.places]
            low, high, wanted = min(ahead), max(ahead), body.com_target_x_m
            if low < wanted < high:
                found[number] = (2.0 * wanted - low - high) / (high - low)
    return frozen(found)


def _cross(arm: ComplexArray, force: ComplexArray) -> FloatArray:
    """Moment of a force at an arm, counter-clockwise."""
    moment: FloatArray = (np.conj(arm) * force).imag
    return moment
