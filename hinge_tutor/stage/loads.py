"""What a figure carries, drawn where it sits: bars, weights, plates, boxes, cuffs.

A bar is seen from its end, so that its plates are discs; the far plate lies behind the figure, of
the near one only the rim is drawn, so that hands and legs stay in sight. Sizes are those of the
things themselves, in mm; points and pictures in mm, y up.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.places import GRIPS
from hinge_tutor.motion.take import Take
from hinge_tutor.motion.usual_load import ANY_KIND
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.picture import Disc, Polygon, Shape, Strokes, flat

# A bar's sleeve is 5 cm thick; bumper plates of any mass are 45 cm wide, change plates 23 cm
# (IWF technical rules, quoted from memory; the lightest of that size have 2.5 kg). A bar alone
# weighs 20 kg; what is lighter carries small discs.
SLEEVE_MM, BUMPER_MM, CHANGE_MM, LIGHT_MM = 25.0, 225.0, 115.0, 70.0
BAR_KG, BUMPERS_FROM_KG = 20.0, 25.0
# A bar that comes as low as this over its plates stands on them: light ones of full size exist.
ON_PLATES_MM = 10.0
# A dumbbell's two ends are discs of cast iron (7,200 kg/m³) as thick as this, on both sides of a
# fist; a bell is a ball of it.
IRON_KG_M3, END_MM, FIST_MM = 7200.0, 55.0, 52.0
# The handle of a kettlebell lets a fist through over the bell.
HANDLE_MM, HANDLE_PEN_MM = 55.0, 32.0
# A plate is about 4 cm thick; one for the back of up to 10 kg is 28 cm wide, a heavier one 45.
PLATE_THICK_MM, PLATE_SMALL_MM, PLATE_MM, PLATE_SMALL_KG = 42.0, 140.0, 225.0, 10.0
# A crate is carried by handles near its upper rim.
CRATE_MM, CRATE_OVER_MM, CRATE_UNDER_MM = 180.0, 50.0, 230.0
# A clip of wire is 33 mm long.
CLIP_MM = (33.0, 9.0)
CUFF_MM = (58.0, 45.0)
# Loads that lie on the trunk are bars unless the movement says what they are.
ON_TRUNK = ("back", "low_back", "front", "hips")
CUFFED = ("ankles", "near_ankle")


@dataclass(frozen=True)
class Carried:
    """Shapes behind the figure, before its near arm, and in front of everything."""

    behind: list[Shape] = field(default_factory=list)
    within: list[Shape] = field(default_factory=list)
    before: list[Shape] = field(default_factory=list)


NOTHING = Carried()


def kind_of(take: Take) -> str:
    """What a take's load is, as one sees it, from the movement and from where it sits."""
    kind, at = take.movement.load_kind, take.load.at
    if at == take.movement.load_at and kind != ANY_KIND:
        return kind
    if at in ON_TRUNK:
        return "barbell"
    if at in CUFFED:
        return "cuff"
    return "plate" if at == "plate" else kind


def in_hands(take: Take) -> bool:
    """Whether the hands close around something: a load, or the ends of bands."""
    carriers = [take.body.landmarks[name][0] for name in take.load.landmarks]
    held = take.load.mass_kg > 0.0 and all(segment.startswith("hand") for segment in carriers)
    return held or any(pull.on in GRIPS or pull.to in GRIPS for pull in take.pulls)


def carried(take: Take, pose: Pose, at_mm: complex, pens: Pens) -> Carried:
    """The load of a take at one pose, moved by `at_mm`."""
    if take.load.mass_kg <= 0.0:
        return NOTHING
    x, y = (float(value) * 1000.0 for value in pose.point(_place(take)))
    center = complex(x, y) + at_mm
    draw = _DRAW[kind_of(take)]
    return draw(take, pose, center, pens)


def reach_mm(take: Take) -> float:
    """How far a take's load reaches from its place, mm; 0 without one."""
    mass = take.load.mass_kg
    if mass <= 0.0:
        return 0.0
    return {
        "barbell": _plate_mm(take),
        "dumbbells": math.hypot(FIST_MM + END_MM, _end_mm(mass / max(len(take.load.landmarks), 1))),
        "kettlebell": HANDLE_MM + 2 * _bell_mm(mass),
        "plate": _disc_mm(mass),
        "box": math.hypot(CRATE_MM, CRATE_UNDER_MM),
        "cuff": math.hypot(*CUFF_MM),
        "paper_clip": max(CLIP_MM),
    }[kind_of(take)]


def _barbell(take: Take, _: Pose, center: complex, pens: Pens) -> Carried:
    radius, (x, y) = _plate_mm(take), (center.real, center.imag)
    behind: list[Shape] = [Disc("load", "body", x, y, radius, "load", "outline", pens.line)]
    rim = Disc("load.rim", "body", x, y, radius, "", "load", pens.line)
    hub = Disc("load.bar", "body", x, y, SLEEVE_MM, "load", "load_line", pens.line)
    # Beyond the hands the bar goes on toward the one who looks.
    return Carried(behind, [], [hub, *([rim] if radius > SLEEVE_MM else [])])


def _dumbbells(take: Take, pose: Pose, center: complex, pens: Pens) -> Carried:
    # Carried beside the body the handle points ahead, across the forearm.
    each = take.load.mass_kg / max(len(take.load.landmarks), 1)
    across = _forearm(pose) / 1j
    half = _end_mm(each) * across * 1j, 0.5 * END_MM * across
    shapes: list[Shape] = []
    for side in (-1, 1):
        middle = center + side * (FIST_MM + 0.5 * END_MM) * across
        shapes.append(_slab("load", middle, half, "load", pens))
    ends = [center - FIST_MM * across, center + FIST_MM * across]
    return Carried(
        within=[Strokes("load.bar", "body", flat(ends), "load", 0.6 * SLEEVE_MM), *shapes]
    )


def _forearm(pose: Pose) -> complex:
    """The direction from the near elbow to its fist."""
    elbow, hand = (pose.point(name) for name in ("elbow_near", "hand_near"))
    along = complex(*(hand - elbow))
    return along / max(abs(along), 1e-9)


def _kettlebell(take: Take, pose: Pose, center: complex, pens: Pens) -> Carried:
    # It hangs on from the forearm as the arm does: a rope has one direction.
    hand, along = pose.point("hand_near"), _forearm(pose)
    radius = _bell_mm(take.load.mass_kg)
    fist = complex(*(1000.0 * hand)) + (center - complex(*(1000.0 * pose.point(_place(take)))))
    bell = fist + (HANDLE_MM + radius) * along
    side = 0.55 * radius * 1j * along
    handle = (fist - 0.1 * HANDLE_MM * along, bell - 0.6 * radius * along)
    top = (handle[0] + 0.8 * side, handle[0] - 0.8 * side)
    bows = (top[0], handle[1] + side, top[1], handle[1] - side)
    wire = Strokes("load.handle", "body", flat((*bows, *top)), "load", 0.5 * HANDLE_PEN_MM)
    ball = Disc("load", "body", bell.real, bell.imag, radius, "load", "outline", pens.line)
    return Carried(within=[wire, ball])


def _place(take: Take) -> str:
    """The place by which a load is drawn: on the near side where it has several."""
    near = [name for name in take.load.landmarks if not name.endswith("_far")]
    return near[0] if near else take.load.landmarks[0]


def _plate(take: Take, pose: Pose, center: complex, pens: Pens) -> Carried:
    up = 1j * complex(math.cos(angle := float(pose.angle("lower_thorax"))), math.sin(angle))
    half = _disc_mm(take.load.mass_kg) * up, 0.5 * PLATE_THICK_MM * up / 1j
    return Carried(within=[_slab("load", center, half, "load", pens)])


def _box(_: Take, __: Pose, center: complex, pens: Pens) -> Carried:
    middle = center + 0.5j * (CRATE_OVER_MM - CRATE_UNDER_MM)
    half = complex(CRATE_MM), 0.5j * (CRATE_OVER_MM + CRATE_UNDER_MM)
    crate = _slab("load", middle, half, "support", pens)
    low, high = middle - half[1], middle + half[1]
    slats = [
        low + share * (high - low) + side * CRATE_MM for share in (0.33, 0.66) for side in (-1, 1)
    ]
    lines = Strokes("load.slats", "body", flat(slats), "support_line", pens.fine)
    return Carried(within=[crate, lines])


def _paper_clip(_: Take, __: Pose, center: complex, pens: Pens) -> Carried:
    # Real size: nearly nothing, which is what it is there to say.
    long, wide = CLIP_MM
    loops = [(0.0, 0.0, long, wide), (0.18 * long, 0.2 * wide, 0.7 * long, 0.6 * wide)]
    ends: list[complex] = []
    for x, y, length, height in loops:
        corners = [(x, y), (x + length, y), (x + length, y + height), (x, y + height), (x, y)]
        at = [center + complex(a, b - 2 * wide) for a, b in corners]
        for first, second in pairwise(at):
            ends += [first, second]
    wire = Strokes("load", "body", flat(ends), "load", pens.line)
    return Carried(before=[wire])


def _cuff(_: Take, pose: Pose, center: complex, pens: Pens) -> Carried:
    turned = complex(math.cos(angle := float(pose.angle("shank_near"))), math.sin(angle))
    half = CUFF_MM[0] * turned, 1j * CUFF_MM[1] * turned
    return Carried(before=[_slab("load", center, half, "load", pens)])


def _slab(
    name: str, center: complex, half: tuple[complex, complex], fill: str, pens: Pens
) -> Polygon:
    """A rectangle by its center and the two half sides."""
    a, b = half
    corners = (center + a + b, center - a + b, center - a - b, center + a - b)
    line = "load_line" if fill == "load" else f"{fill}_line"
    return Polygon(name, "body", flat(corners), fill, line, pens.line)


def _plate_mm(take: Take) -> float:
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


def _end_mm(mass_kg: float) -> float:
    """The radius of a dumbbell's end, half of its mass each: m / 2 = ρ π r² d."""
    return 1000.0 * math.sqrt(mass_kg / 2 / (IRON_KG_M3 * math.pi * END_MM / 1000.0))


def _bell_mm(mass_kg: float) -> float:
    """The radius of a ball of iron: m = ρ 4/3 π r³."""
    return 1000.0 * math.cbrt(3 * mass_kg / (4 * math.pi * IRON_KG_M3))


def _disc_mm(mass_kg: float) -> float:
    """The radius of a single plate."""
    return PLATE_SMALL_MM if mass_kg <= PLATE_SMALL_KG else PLATE_MM


_DRAW: Mapping[str, Callable[[Take, Pose, complex, Pens], Carried]] = {
    "barbell": _barbell,
    "dumbbells": _dumbbells,
    "kettlebell": _kettlebell,
    "plate": _plate,
    "box": _box,
    "paper_clip": _paper_clip,
    "cuff": _cuff,
}
