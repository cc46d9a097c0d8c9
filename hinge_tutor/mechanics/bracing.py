"""The bracing class: muscles that steady the trunk, pelvis and shoulder, by rule and not computed.

A side view cannot tell how hard they work, so each is on or off by phase and has no number:
    brace      trunk wall and the pressure inside it, from before the descent to lockout; psoas at
               the spine with them (its work at the hip is computed)
    pelvis     the muscles that hold the pelvis level, while the body moves over the feet
    pack       shoulder blade and cuff, as brace, where something is held
    grip       forearm, from first to last, where something is held
    arm        latissimus, as brace, in samples where it is not computed
The rules are coached practice; their source is teaching, not measurement.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from hinge_tutor.body.arrays import BoolArray
from hinge_tutor.motion.take import Take

BRACED = ("brace", "descent", "turn", "ascent", "lockout")
MOVING = ("descent", "turn", "ascent")
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
    braced = _during(take, BRACED)
    moving = _during(take, MOVING)
    held = np.full_like(braced, take.load.mass_kg > 0.0)
    rules = (
        (WALL, braced),
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


def _during(take: Take, phases: tuple[str, ...]) -> BoolArray:
    return np.isin(np.array(take.phase), phases)
