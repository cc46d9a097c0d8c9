"""Props at the trunk: a rod along the back, a board strapped to it, a ring around the belly."""

from __future__ import annotations

import math
from functools import lru_cache

from hinge_tutor.coaching.dowel import CONTACTS, TOUCHING_CM
from hinge_tutor.coaching.rules import judges
from hinge_tutor.stage.lamps import AHEAD, ASLANT, PropView, add_lamp, add_text
from hinge_tutor.stage.layers import arc
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.shapes import Bar, Curve, Numbers, Strokes, flat

# A broomstick: 25 mm thick, a hand's breadth longer than the back at both ends.
ROD_MM, BEYOND_MM = 25.0, 110.0
# A board of 12 mm behind the back, in two halves where the back does not keep its shape.
BOARD_MM, BOARD_LIMIT_DEG = 12.0, 5.0
# What says in which phases the rod is judged.
HEAD_GAP = "dowel_head_cm"
# Which phases they are is asked at every picture.
_judged = lru_cache(maxsize=64)(judges)
# A broken board lies this far off the skin, which bulges between its ends.
OFF_SKIN_MM = 14.0
# The ring: how far ahead of the waist's skin its middle lies, and its half axes, on 1.75 m.
RING_AHEAD_M, RING_MM, STATURE_M = 0.1, (118.0, 30.0), 1.75
# Pressure is on from half of the usual one.
PRESSED_PERCENT = 50.0


def add_dowel(view: PropView, moment: Moment) -> None:
    """The rod, with a lamp where head, upper back and tailbone are to touch it."""
    actor, sizes, words = moment.actor, moment.sizes, moment.words
    rod = actor.rods.at(actor.samples.around(moment.time_s))
    foot, tip = moment.placed_m(rod.foot), moment.placed_m(rod.tip)
    along = (tip - foot) / max(abs(tip - foot), 1e-9)
    out = 1j * along
    ends = (foot - BEYOND_MM * along, tip + BEYOND_MM * along)
    view.behind.append(_slab("dowel", *ends, out, ROD_MM, sizes.pen))
    take = actor.repetition.take
    # A rod misses the head of who merely stands; where nobody judges, no lamp does.
    judged = _judged(HEAD_GAP, take.movement.id, take.phase_at(moment.time_s))
    for name in CONTACTS if judged else ():
        gap, text = rod.gaps_cm[name], words.contact(name)
        on = gap < TOUCHING_CM
        if not on:
            text = f"{text} {words.quantity(f'dowel_{name}_cm', gap)}"
            skin = moment.placed_m(rod.nearest_m[name])
            reached = foot + along * ((skin - foot) * along.conjugate()).real
            way = (skin.real, skin.imag, reached.real, reached.imag)
            view.before.append(Strokes(f"dowel.{name}", "props", way, "pressure", 1.6 * sizes.pen))
        # The nearest place changes; the lamp stands where it always does.
        middle = moment.placed_m(rod.middle_m[name])
        level = foot + along * ((middle - foot) * along.conjugate()).real
        place = level + (ROD_MM + 0.9 * sizes.text) * out
        add_lamp(view, f"dowel.{name}", place, on, text, sizes, out, 1j, out * ASLANT, out / ASLANT)


def add_board(view: PropView, moment: Moment) -> None:
    """The board: whole while the spine keeps its shape, else broken where the back folds."""
    sizes = moment.sizes
    change = moment.measure("spine_change_deg")
    low, middle, high = (moment.at(name) for name in ("tailbone", "waist", "high_back"))
    out = 1j * (high - low) / max(abs(high - low), 1e-9)
    on = abs(change) < BOARD_LIMIT_DEG
    peak = max(((moment.at(name) - low) * out.conjugate()).real for name in ("upper_back", "waist"))
    lift = max(peak, 0.0) * out
    if on:
        view.behind.append(_slab("board", low + lift, high + lift, out, BOARD_MM, sizes.pen))
    else:
        for start, stop in ((low, middle), (middle, high)):
            across = 1j * (stop - start) / max(abs(stop - start), 1e-9)
            off = OFF_SKIN_MM * across
            slab = _slab("board", start + off, stop + off, across, BOARD_MM, sizes.pen)
            view.before.append(slab)
    text = f"{moment.words.prop('board')} {moment.words.quantity('spine_change_deg', change)}"
    above = lift if on else OFF_SKIN_MM * out
    place = middle + above + (3 * BOARD_MM + sizes.text) * out
    add_lamp(view, "board", place, on, text, sizes, out, 1j, out * ASLANT, out / ASLANT)


def add_brace_ring(view: PropView, moment: Moment) -> None:
    """A ring around the belly: closed and strong while the trunk is under pressure."""
    sizes, share = moment.sizes, moment.measure("trunk_pressure_percent")
    scale = moment.pose.body.height_m / STATURE_M
    angle = float(moment.pose.angle("middle_lumbar"))
    ahead = complex(math.cos(angle), math.sin(angle))
    center = moment.at("waist") + 1000.0 * RING_AHEAD_M * scale * ahead
    ring = _turned(arc((0.0, 0.0), 1.0, 0.0, 2 * math.pi), center, ahead, scale)
    on = share >= PRESSED_PERCENT
    role, width = ("accent", 3.0 * sizes.pen) if on else ("guide", 1.2 * sizes.pen)
    dash = 0.0 if on else 4.0 * sizes.pen
    view.before.append(Curve("brace_ring", "props", ring, "", role, width, dash))
    state = moment.words.contact("braced" if on else "free")
    front = center + scale * RING_MM[0] * ahead
    add_text(view, "brace_ring", front, f"{moment.words.prop('brace_ring')} {state}", sizes, AHEAD)


def _turned(points: Numbers, center: complex, ahead: complex, scale: float) -> Numbers:
    """A circle of radius 1 as the ring's ellipse."""
    along, up = (scale * half for half in RING_MM)
    moved = [
        center + ahead * complex(along * x, up * y)
        for x, y in zip(points[0::2], points[1::2], strict=True)
    ]
    return flat(moved)


def _slab(name: str, start: complex, stop: complex, out: complex, thick: float, pen: float) -> Bar:
    """A bar with one side from start to stop."""
    first, last = start + 0.5 * thick * out, stop + 0.5 * thick * out
    ends = (first.real, first.imag, last.real, last.imag)
    return Bar(name, "props", ends, thick, "support", "support_line", pen)
