"""The bracing class: muscles that steady the trunk, pelvis and shoulder, by rule and not computed.

A side view cannot tell how hard they work, so each is on or off by phase and has no number:
    brace      trunk wall and the pressure inside it, from the phase "brace" on except to breathe;
               psoas at the spine with them (its work at the hip is computed)
    pelvis     the muscles that hold the pelvis level, while the braced body moves over the feet
    pack       shoulder blade and cuff, as brace, where something is held
    grip       forearm, from first to last, where something is held
    arm        latissimus, as brace, in samples where it is not computed
The rules are coached practice; their source is teaching, not measurement. A movement may be done
with less pressure than that (`Movement.trunk_pressure`, 0 to 1): then less of it is kept, and what
makes it is on only while any is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.motion.take import Take

BRACE, LOCKOUT, BREATHE = "brace", "lockout", "breathe"
# The phases of a movement that names no brace.
BRACED = (BRACE, "drop", "descent", "turn", "ascent", "float", LOCKOUT)
WALL = (
    "transversus_abdominis",
    "internal_oblique",
    "external_oblique",
    "quadratus_lumborum",
    "psoas",
    "trunk_pressure",
)
PELVIS = ("gluteus_medius", "gluteus_minimus")
PACK = ("trapezius", "rhomboids", "rotator_cuff")
GRIP = ("forearm",)
ARM = ("latissimus",)


def bracing(take: Take, lats_computed: BoolArray) -> Mapping[str, BoolArray]:
    """Whether each muscle of the class is on (N,); `lats_computed` (N,) as the efforts have it."""
    braced = _during(take, braced_phases(take))
    moving = _during(take, set(braced_phases(take)) - {BRACE, LOCKOUT}) & _on_feet(take)
    kept = braced & (take.movement.trunk_pressure > 0.0)
    held = np.full_like(braced, take.load.mass_kg > 0.0)
    rules = (
        (WALL, kept),
        (PELVIS, moving),
        (PACK, braced & held),
        (GRIP, held),
        (ARM, braced & ~lats_computed),
    )
    found: dict[str, BoolArray] = {}
    for muscles, on in rules:
        on.flags.writeable = False
        found |= dict.fromkeys(muscles, on)
    return found


def braced_phases(take: Take) -> tuple[str, ...]:
    """The phases in which the trunk is braced: from the brace on, except to breathe.

    Of a movement that names no brace those that usually are.
    """
    order = tuple(dict.fromkeys(phase.id for phase in take.movement.phases))
    if BRACE not in order:
        return BRACED
    return tuple(each for each in order[order.index(BRACE) :] if each != BREATHE)


def pressure_kept(take: Take) -> FloatArray:
    """How much of the trunk's pressure is kept (N,), 0 to 1: a rule, not a measurement."""
    return frozen(take.movement.trunk_pressure * _during(take, braced_phases(take)))


def _during(take: Take, phases: Collection[str]) -> BoolArray:
    named = tuple(phases)
    return take.during(named) if named else np.zeros(len(take.time_s), dtype=bool)


def _on_feet(take: Take) -> bool:
    """Whether feet carry the body: a take that names no support stands on both."""
    return not take.supports or any(one.on.startswith("foot") for one in take.supports)
