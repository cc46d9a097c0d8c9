"""What a load is, as one sees it, and how large things of its mass are; mm."""

from __future__ import annotations

import math
from functools import lru_cache

from hinge_tutor.motion.take import Take
from hinge_tutor.motion.usual_load import ANY_KIND
from hinge_tutor.stage.grounds import surfaces

# A bar's sleeve is 5 cm thick; bumper plates of any mass are 45 cm wide, change plates 23 cm
# (IWF technical rules, quoted from memory; the lightest of that size have 2.5 kg). A bar alone
# weighs 20 kg; what is lighter carries small discs.
SLEEVE_MM, BUMPER_MM, CHANGE_MM, LIGHT_MM = 25.0, 225.0, 115.0, 70.0
# A light bar is as thick at its ends as in its middle.
SHAFT_MM = 14.0
BAR_KG, BUMPERS_FROM_KG = 20.0, 25.0
# A bar that comes as low as this over its plates stands on them: light ones of full size exist.
ON_PLATES_MM = 10.0
# A dumbbell's two ends are discs of cast iron (7,200 kg/m³), this thick for their radius, on both
# sides of a fist; a bell is a ball of it.
IRON_KG_M3, THICK_SHARE, FIST_MM = 7200.0, 0.9, 52.0
# The handle of a kettlebell lets a fist through over the bell.
HANDLE_MM = 55.0
# A plate is about 4 cm thick; one for the back of up to 10 kg is 28 cm wide, a heavier one 45.
# Beyond 20 kg several lie on each other.
PLATE_THICK_MM, PLATE_SMALL_MM, PLATE_MM = 42.0, 140.0, 225.0
PLATE_SMALL_KG, ONE_PLATE_KG = 10.0, 20.0
# A crate is carried by handles near its upper rim.
CRATE_MM, CRATE_OVER_MM, CRATE_UNDER_MM = 180.0, 50.0, 230.0
# A clip of wire is 33 mm long.
CLIP_MM = (33.0, 9.0)
CUFF_MM = (58.0, 45.0)
# Loads that lie on the trunk are bars unless the movement says what they are.
ON_TRUNK = ("back", "low_back", "front", "hips")
CUFFED = ("ankles", "near_ankle")
HANDS = "hand_near", "hand_far"


def kind_of(take: Take) -> str:
    """What a take's load is, from the movement and from where it sits."""
    kind, at = take.movement.load_kind, take.load.at
    if at == take.movement.load_at and kind != ANY_KIND:
        return kind
    if at in ON_TRUNK:
        return "barbell"
    if at in CUFFED:
        return "cuff"
    return "plate" if at == "plate" else kind


def reach_mm(take: Take) -> float:
    """How far a take's load reaches from its place, mm; 0 without one."""
    mass = take.load.mass_kg
    if mass <= 0.0:
        return 0.0
    end = end_mm(mass / max(len(take.load.landmarks), 1))
    return {
        "barbell": bar_mm(take),
        "dumbbells": math.hypot(FIST_MM + THICK_SHARE * end, end),
        "kettlebell": bell_reach_mm(mass / bells(take)),
        "plate": math.hypot(plate_mm(mass), plate_thick_mm(mass)),
        "box": math.hypot(CRATE_MM, CRATE_UNDER_MM),
        "cuff": math.hypot(*CUFF_MM),
        "paper_clip": max(CLIP_MM),
    }[kind_of(take)]


def bar_mm(take: Take) -> float:
    """The radius of what is on a bar: of full size from some mass on, or where it stands on it."""
    mass_kg = take.load.mass_kg
    if mass_kg >= BUMPERS_FROM_KG or _lowest_mm(take) <= BUMPER_MM + ON_PLATES_MM:
        return BUMPER_MM
    if mass_kg > BAR_KG:
        return CHANGE_MM
    return SLEEVE_MM if mass_kg == BAR_KG else LIGHT_MM


@lru_cache(maxsize=16)
def _lowest_mm(take: Take) -> float:
    """How low the load of a take comes, mm."""
    return float(take.pose.points(take.load.landmarks)[..., 1].min()) * 1000.0


@lru_cache(maxsize=16)
def bells(take: Take) -> int:
    """How many kettlebells a load is: two, beside the feet, where one would come into a block."""
    tops = [box[3] for kind, box in surfaces(take) if kind == "block"]
    low = float(take.pose.point("hand_near")[..., 1].min()) * 1000.0
    both = set(HANDS) <= set(take.load.landmarks)
    return 2 if tops and both and low - bell_reach_mm(take.load.mass_kg) < max(tops) else 1


def bell_reach_mm(mass_kg: float) -> float:
    """How far below a fist a kettlebell of a mass ends."""
    return HANDLE_MM + 2 * bell_mm(mass_kg)


def end_mm(mass_kg: float) -> float:
    """The radius of a dumbbell's end, half of its mass: m / 2 = ρ π r² d, d = `THICK_SHARE` r."""
    return 1000.0 * math.cbrt(mass_kg / 2 / (IRON_KG_M3 * math.pi * THICK_SHARE))


def bell_mm(mass_kg: float) -> float:
    """The radius of a ball of iron: m = ρ 4/3 π r³."""
    return 1000.0 * math.cbrt(3 * mass_kg / (4 * math.pi * IRON_KG_M3))


def plate_mm(mass_kg: float) -> float:
    """The radius of a plate on the back."""
    return PLATE_SMALL_MM if mass_kg <= PLATE_SMALL_KG else PLATE_MM


def plate_thick_mm(mass_kg: float) -> float:
    """How thick the plates on a back are together."""
    return PLATE_THICK_MM * max(1.0, mass_kg / ONE_PLATE_KG)
