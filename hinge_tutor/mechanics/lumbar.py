"""The load on the lowest lumbar disc: compression and shear at L5/S1, each with its band.

β tilt of the disc's middle plane in the pelvis, φ the pelvis's absolute angle, complex (x, y):
    n = exp(iφ) (sin β + i cos β)          normal to the disc, upward
    t = exp(iφ) (cos β - i sin β)          along the disc, forward
    F = Σ m (a + i g) - Σ F_ext            above the joint: what the part below must give
    compression = Re(F̄ n) + Σ F_muscle + |M_passive| / r
    shear = -Re(F̄ t)                       positive = the part above is pushed forward
    band = (1 - b) … (1 + b) of either     b from `assets/body/spine.toml`
    low end of a compression times (1 - u p)    u the most that trunk pressure is said to relieve,
                                                p how much of it is kept, 0 to 1 (`bracing.py`)
F_ext is everything that acts on hands, arms, head and trunk above the joint: loads, bands, floor.
F_muscle is what crosses the joint, taken along the normal; r is the strength-weighted arm of the
back extensors. Muscles are not credited with shear. Whether trunk pressure relieves the disc at all
is disputed, so that it only widens the band, downward.
Units: N, N·m, m, rad. Frame: x forward, y up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, frozen
from hinge_tutor.body.muscles import LUMBAR, SIDE, heads, table
from hinge_tutor.body.parts import spine_table
from hinge_tutor.mechanics.moving import moving_as
from hinge_tutor.mechanics.outside import External
from hinge_tutor.motion.take import Take

_JOINT = LUMBAR[0]
_LEVEL = 0


@cache
def _extensors() -> FloatArray:
    """1 for the back extensors, 0 for the others (M,)."""
    return frozen([1.0 if head.group == "back_extensors" else 0.0 for head in heads()])


@cache
def crossing() -> FloatArray:
    """Share of each head's force that crosses each lumbar joint (M, 3)."""
    return frozen([head.crossing for head in heads()])


def extensor_strength(arms: FloatArray, strength: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Force (N,) and moment (N,) of one side's back extensors over L5/S1 at full strength.

    From arms (7, N, M) in m, which have the crossing share in them, and strengths (M,) in N.
    """
    working = strength * _extensors()
    moment: FloatArray = -arms[SIDE.index(_JOINT)] @ working
    force = np.full_like(moment, float(crossing()[:, _LEVEL] @ working))
    return force, moment


def force_across(take: Take, external: Sequence[External]) -> ComplexArray:
    """The force that everything below L5/S1 gives to what lies above it, complex (N,), N."""
    linkage = take.body.linkage
    above = linkage.turn[:, take.body.index(f"{_JOINT}_flexion")] != 0.0
    mass = linkage.mass_kg * above
    total = float(mass.sum())
    motion = moving_as(take)
    force = motion.force_on(total, mass @ linkage.com / total)
    for applied in external:
        if above[linkage.index[applied.on]]:
            force = force - (applied.force_N[:, 0] + 1j * applied.force_N[:, 1])
    return force


def compression_and_shear(
    take: Take,
    external: Sequence[External],
    muscle_force_N: FloatArray,
    passive_moment_Nm: FloatArray,
    extensor_arm_m: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """Compression and forward shear (N,) in N.

    `muscle_force_N` (N,) crosses L5/S1 on both sides; `passive_moment_Nm` (N,) is the tissue's.
    """
    force = force_across(take, external)
    tilt = math.radians(table("trunk_muscles")["disc"]["tilt_deg"])
    pelvis = take.pose.directions[:, take.body.linkage.index["pelvis"]]
    normal = pelvis * complex(math.sin(tilt), math.cos(tilt))
    forward = pelvis * complex(math.cos(tilt), -math.sin(tilt))
    tissue = np.abs(passive_moment_Nm) / extensor_arm_m
    compression = (np.conj(force) * normal).real + muscle_force_N + tissue
    return frozen(compression), frozen(-(np.conj(force) * forward).real)


def disc_band(
    value: FloatArray, pressure_kept: FloatArray | None = None
) -> tuple[FloatArray, FloatArray]:
    """The smaller and the larger end of what a compression or shear (N,) may be, N.

    `pressure_kept` (N,), 0 to 1, is the trunk's pressure where the value is a compression.
    """
    row = spine_table()["disc_load"]
    wide = row["band"] * np.abs(value)
    low = value - wide
    if pressure_kept is not None:
        low = low - row["pressure_relief"] * pressure_kept * np.maximum(low, 0.0)
    return frozen(low), frozen(value + wide)
