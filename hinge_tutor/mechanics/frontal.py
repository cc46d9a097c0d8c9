"""What each hip must give sideways, which a side view does not show and muscles still pay for.

Extensors of the hip also adduct or abduct the thigh, so one equation per side keeps them honest:
    Σ r_add F_active + c s + reserve = -(2 σ - 1)⁺ (F - m g) b,   |s| ≤ 1
r_add a muscle's arm toward adduction (`body/muscle_lengths.py`), F the upward force on the leg, σ
its share of what both legs carry, m its mass, b half the distance between the hip centers: a leg
that carries alone stands under the body's middle and holds the pelvis up by abduction; feet under
the hips ask for nothing. Two feet on one floor can press against each other sideways, without
cost and as hard as they do not slip; how they do is the least effort's choice, as everything here:
    c = μ min(F_near, F_far) l,   l = Re((p - o) t̄)
p where the floor carries the leg, o its hip, t along the thigh: at right angles to both the thigh
and the sideways force lies the axis of adduction. Units: N, N·m, m. Frame: x forward, y up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.body.muscles import size, table
from hinge_tutor.mechanics.contacts import FRICTION
from hinge_tutor.mechanics.dynamics import Loads
from hinge_tutor.motion.take import Take

# Less than this is not carrying: where it acts would be a division by noise.
_NO_CONTACT_N = 1.0


@dataclass(frozen=True, eq=False)
class Sideways:
    """One hip over time: adduction asked of its muscles (N,), and what the floor can add (N,)."""

    asked_Nm: FloatArray
    floor_Nm: FloatArray


def sideways(take: Take, loads: Loads) -> tuple[Sideways, Sideways]:
    """Both hips, near and far."""
    force, point = zip(*(_carried(take, loads, side) for side in SIDES), strict=True)
    together = np.maximum(force[0] + force[1], _NO_CONTACT_N)
    pressing = FRICTION * np.minimum(*force)
    half = table("muscles")["frontal"]["hip_half_distance_m"] * size(take.body)
    found = []
    for side, own, at in zip(SIDES, force, point, strict=True):
        weight = GRAVITY_M_S2 * _mass(take, side)
        alone = np.maximum(2 * own / together - 1, 0.0)
        asked = -alone * np.maximum(own - weight, 0.0) * half
        found.append(Sideways(asked, pressing * _lever(take, side, at)))
    return found[0], found[1]


def _parts(side: str) -> list[str]:
    """The segments of one leg."""
    return [f"{part}_{side}" for part in ("thigh", "shank", "foot", "toes")]


def _mass(take: Take, side: str) -> float:
    linkage = take.body.linkage
    return float(sum(linkage.mass_kg[linkage.index[name]] for name in _parts(side)))


def _carried(take: Take, loads: Loads, side: str) -> tuple[FloatArray, ComplexArray]:
    """The upward force on a leg (N,) and where it acts, complex (N,)."""
    parts = _parts(side)
    force = np.zeros(len(take.q))
    moment = np.zeros(len(take.q), dtype=np.complex128)
    for support in loads.supports:
        if support.on in parts:
            up = np.maximum(support.force_N[:, 1], 0.0)
            force += up
            moment += up * (support.point_m[:, 0] + 1j * support.point_m[:, 1])
    carrying = force > _NO_CONTACT_N
    return force, np.divide(moment, force, out=np.zeros_like(moment), where=carrying)


def _lever(take: Take, side: str, point: ComplexArray) -> FloatArray:
    """How far along the thigh, from the hip, the floor carries the leg (N,); m."""
    thigh = take.body.linkage.index[f"thigh_{side}"]
    hip_x, hip_y = take.pose.point(f"hip_{side}").T
    along = -1j * take.pose.directions[:, thigh]
    lever: FloatArray = ((point - (hip_x + 1j * hip_y)) * np.conj(along)).real
    return lever
