"""What a figure carries, drawn where it sits: bars, weights, plates, boxes, cuffs.

A bar is seen from its end, so that its plates are discs; the far plate lies behind the figure, of
the near one only the rim is drawn, so that hands and legs stay in sight. Sizes are those of the
things themselves (`load_sizes`), in mm; points and pictures in mm, y up.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.motion.take import TURN, Span, Take
from hinge_tutor.stage.far_side import FAR_ARM_MM
from hinge_tutor.stage.load_sizes import (
    CLIP_MM,
    CRATE_MM,
    CRATE_OVER_MM,
    CRATE_UNDER_MM,
    CUFF_MM,
    FIST_MM,
    HANDLE_MM,
    LIGHT_MM,
    PLATE_THICK_MM,
    SHAFT_MM,
    SLEEVE_MM,
    THICK_SHARE,
    bar_mm,
    bell_mm,
    bells,
    end_mm,
    kind_of,
    plate_mm,
    plate_thick_mm,
)
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Disc, Polygon, Shape, Strokes, flat

HANDLE_PEN_MM = 32.0
# A clip is held between the tips of finger and thumb: so far forward of the hand's axis and beyond
# the grip in the drawing of a pinching hand, on 1.75 m; on the floor it lies flat.
PINCH_MM, PINCH_ON_M = (21.0, -92.0), 1.75
FLAT_CLIP_MM = 4.0


@dataclass(frozen=True)
class Carried:
    """Shapes behind the figure, between its far limbs and its body, before its near arm, and in
    front of everything.
    """

    behind: list[Shape] = field(default_factory=list)
    between: list[Shape] = field(default_factory=list)
    within: list[Shape] = field(default_factory=list)
    before: list[Shape] = field(default_factory=list)


NOTHING = Carried()


@dataclass(frozen=True, eq=False)
class Held:
    """A take's load at one pose, moved by `at_mm`; `time_s` is None where nobody knows it."""

    take: Take
    pose: Pose
    at_mm: complex
    time_s: float | None = None

    def place(self, landmark: str) -> complex:
        """Where a landmark is, mm."""
        x, y = (float(value) * 1000.0 for value in self.pose.point(landmark))
        return complex(x, y) + self.at_mm

    @property
    def center(self) -> complex:
        """Where the load sits: on the near side where it has several places."""
        names = self.take.load.landmarks
        near = [name for name in names if not name.endswith("_far")]
        return self.place(near[0] if near else names[0])

    @property
    def each_kg(self) -> float:
        """The mass at each place."""
        return self.take.load.mass_kg / max(len(self.take.load.landmarks), 1)

    def forearm(self, side: str = "near") -> complex:
        """The direction from an elbow to its fist."""
        elbow, hand = (self.pose.point(f"{name}_{side}") for name in ("elbow", "hand"))
        along = complex(*(hand - elbow))
        return along / max(abs(along), 1e-9)


def carried(
    take: Take, pose: Pose, at_mm: complex, pens: Pens, time_s: float | None = None
) -> Carried:
    """The load of a take at one pose, moved by `at_mm`."""
    if take.load.mass_kg <= 0.0:
        return NOTHING
    return _DRAW[kind_of(take)](Held(take, pose, at_mm, time_s), pens)


def _barbell(held: Held, pens: Pens) -> Carried:
    radius, (x, y) = bar_mm(held.take), (held.center.real, held.center.imag)
    behind: list[Shape] = [Disc("load", "body", x, y, radius, "load", "outline", pens.line)]
    rim = Disc("load.rim", "body", x, y, radius, "", "load", pens.line)
    shaft = SHAFT_MM if radius == LIGHT_MM else SLEEVE_MM
    hub = Disc("load.bar", "body", x, y, shaft, "load", "load_line", pens.line)
    # Beyond the hands the bar goes on toward the one who looks. A rim no larger than a fist would
    # only make an eye of it.
    return Carried(behind, before=[hub, *([rim] if radius > LIGHT_MM else [])])


def _dumbbells(held: Held, pens: Pens) -> Carried:
    behind = [*_dumbbell(held, "far", pens)] if "hand_far" in held.take.load.landmarks else []
    return Carried(behind, within=[*_dumbbell(held, "near", pens)])


def _dumbbell(held: Held, side: str, pens: Pens) -> Iterator[Shape]:
    # Carried beside the body the handle points ahead, across the forearm.
    across = held.forearm(side) / 1j
    center = held.place(f"hand_{side}") + (FAR_ARM_MM if side == "far" else 0.0)
    name, radius = "load" if side == "near" else "load.far", end_mm(held.each_kg)
    half = radius * across * 1j, 0.5 * THICK_SHARE * radius * across
    ends = [center - FIST_MM * across, center + FIST_MM * across]
    yield Strokes(f"{name}.bar", "body", flat(ends), "load", 0.6 * SLEEVE_MM)
    for end, out in zip(ends, (-1, 1), strict=True):
        yield _slab(name, end + out * half[1], half, "load", pens)


def _kettlebell(held: Held, pens: Pens) -> Carried:
    mass = held.take.load.mass_kg
    if bells(held.take) == 1:
        return Carried(within=_bell("load", held, "near", mass, pens))
    far = _bell("load.far", held, "far", mass / 2, pens)
    return Carried(far, within=_bell("load", held, "near", mass / 2, pens))


def _bell(name: str, held: Held, side: str, mass_kg: float, pens: Pens) -> list[Shape]:
    # It hangs on from the forearm as the arm does: a rope has one direction.
    along, radius = held.forearm(side), bell_mm(mass_kg)
    fist = held.place(f"hand_{side}") + (FAR_ARM_MM if side == "far" else 0.0)
    bell, across = fist + (HANDLE_MM + radius) * along, 0.55 * radius * 1j * along
    top, low = fist - 0.1 * HANDLE_MM * along, bell - 0.6 * radius * along
    ends = (top + 0.8 * across, low + across, top - 0.8 * across, low - across)
    bows = flat((*ends, ends[0], ends[2]))
    wire = Strokes(f"{name}.handle", "body", bows, "load", 0.5 * HANDLE_PEN_MM)
    return [wire, Disc(name, "body", bell.real, bell.imag, radius, "load", "outline", pens.line)]


def _plate(held: Held, pens: Pens) -> Carried:
    up = 1j * complex(math.cos(angle := float(held.pose.angle("lower_thorax"))), math.sin(angle))
    mass = held.take.load.mass_kg
    thick = plate_thick_mm(mass)
    # What is thicker than one plate stands out from the back.
    center = held.center + 0.5 * (thick - PLATE_THICK_MM) * 1j * up
    half = plate_mm(mass) * up, 0.5 * thick * up / 1j
    return Carried(within=[_slab("load", center, half, "load", pens)])


def _box(held: Held, pens: Pens) -> Carried:
    middle = held.center + 0.5j * (CRATE_OVER_MM - CRATE_UNDER_MM)
    half = complex(CRATE_MM), 0.5j * (CRATE_OVER_MM + CRATE_UNDER_MM)
    crate = _slab("load", middle, half, "support", pens)
    low, high = middle - half[1], middle + half[1]
    slats = [
        low + share * (high - low) + side * CRATE_MM for share in (0.33, 0.66) for side in (-1, 1)
    ]
    lines = Strokes("load.slats", "body", flat(slats), "support_line", pens.fine)
    # On the floor it stands between the feet.
    return Carried(between=[crate, lines])


def _paper_clip(held: Held, pens: Pens) -> Carried:
    # Real size: nearly nothing, which is what it is there to say.
    at = _clip_at(held)
    long, wide = CLIP_MM
    loops = [(0.0, 0.0, long, wide), (0.18 * long, 0.2 * wide, 0.7 * long, 0.6 * wide)]
    ends: list[complex] = []
    for x, y, length, height in loops:
        corners = [(x, y), (x + length, y), (x + length, y + height), (x, y + height), (x, y)]
        way = [at + complex(a - 0.5 * long, b - 0.5 * wide) for a, b in corners]
        for first, second in pairwise(way):
            ends += [first, second]
    wire = Strokes("load", "body", flat(ends), "load", pens.fine)
    return Carried(before=[wire])


def _clip_at(held: Held) -> complex:
    """Where the clip is: it lies on the floor until the turn, which takes it up to the fingers."""
    tips = _tips(held.pose) + held.at_mm
    turn = _turn(held.take)
    if held.time_s is None or turn is None or held.time_s >= turn.to_s:
        return tips
    floor = complex(lies_x_mm(held.take), FLAT_CLIP_MM) + held.at_mm
    share = max(0.0, (held.time_s - turn.from_s) / (turn.to_s - turn.from_s))
    return floor + share * share * (3.0 - 2.0 * share) * (tips - floor)


def lies_x_mm(take: Take) -> float:
    """Where a clip lies before it is taken up, mm of the take's own ground."""
    turn = _turn(take)
    return _tips(take.at(turn.from_s if turn else take.turn_s)).real


def _turn(take: Take) -> Span | None:
    return next((span for span in take.spans if span.phase == TURN), None)


def _tips(pose: Pose) -> complex:
    """Where finger and thumb of the near hand meet, mm."""
    turned = complex(math.cos(angle := float(pose.angle("hand_near"))), math.sin(angle))
    size = pose.body.height_m / PINCH_ON_M
    return 1000.0 * complex(*pose.point("hand_near")) + size * complex(*PINCH_MM) * turned


def _cuff(held: Held, pens: Pens) -> Carried:
    return Carried(before=[cuff("load", held.center, float(held.pose.angle("shank_near")), pens)])


def cuff(name: str, center: complex, shank: float, pens: Pens) -> Polygon:
    """A cuff around a shank that is turned so far, rad."""
    turned = complex(math.cos(shank), math.sin(shank))
    half = CUFF_MM[0] * turned, 1j * CUFF_MM[1] * turned
    return _slab(name, center, half, "load", pens)


def _slab(
    name: str, center: complex, half: tuple[complex, complex], fill: str, pens: Pens
) -> Polygon:
    """A rectangle by its center and the two half sides."""
    a, b = half
    corners = (center + a + b, center - a + b, center - a - b, center + a - b)
    # A light line around it would eat what is small where lines are thick.
    line = "outline" if fill == "load" else f"{fill}_line"
    return Polygon(name, "body", flat(corners), fill, line, pens.line)


_DRAW: Mapping[str, Callable[[Held, Pens], Carried]] = {
    "barbell": _barbell,
    "dumbbells": _dumbbells,
    "kettlebell": _kettlebell,
    "plate": _plate,
    "box": _box,
    "paper_clip": _paper_clip,
    "cuff": _cuff,
}
