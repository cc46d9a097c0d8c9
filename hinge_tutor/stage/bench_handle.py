"""What somebody who lies face down on a bench holds on to: a bar across, on a strut under the pad.

It carries nothing in the model; without it hands would rest on air. In mm, y up.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from hinge_tutor.motion.take import Take
from hinge_tutor.stage.far_side import FAR_ARM_MM
from hinge_tutor.stage.grounds import BENCH, PAD_MM, surfaces
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Bar, Disc, Shape

# How the support of a body that lies face down is named (`motion/kinds.py`).
PRONE = f"{BENCH}chest"
HANDS = "hand_near", "hand_far"
# The bar is a little thicker than a barbell's; the strut begins so far in from the end of the pad.
GRIP_MM, STRUT_MM, STRUT_IN_MM = 16.0, 26.0, 90.0
# Hands that stay within a millimeter hold it, no farther ahead of the pad, or below it, than a
# forearm with its hand is long.
STILL_MM, REACH_MM = 1.0, 420.0


def strut_shapes(take: Take, at_mm: complex, pens: Pens) -> list[Shape]:
    """The handle behind the hands, and what holds it."""
    if (place := grip_mm(take)) is None:
        return []
    grip, pad = place + at_mm, _end(take) + at_mm - STRUT_IN_MM
    return [
        _bar("strut", pad, grip, STRUT_MM, pens),
        _bar("handle", grip, grip + FAR_ARM_MM, 2 * GRIP_MM, pens),
    ]


def grip_shapes(take: Take, at_mm: complex, pens: Pens) -> list[Shape]:
    """The near end of the handle, in front of the hand that holds it."""
    if (place := grip_mm(take)) is None:
        return []
    x, y = (place + at_mm).real, (place + at_mm).imag
    return [Disc("handle", "stage", x, y, GRIP_MM, "support", "support_line", pens.line)]


@lru_cache(maxsize=16)
def grip_mm(take: Take) -> complex | None:
    """Where the hands of a take hold the bench, on its own ground; None where they do not."""
    busy = {*(each.on for each in take.supports), *(each.on for each in take.pulls)}
    if take.load.mass_kg > 0.0:
        busy.update(take.load.landmarks)
    if busy.intersection(HANDS) or not any(each.name == PRONE for each in take.supports):
        return None
    places = 1000.0 * take.pose.points(HANDS)
    place = complex(*places.mean(axis=(0, 1)))
    from_end = place - _end(take)
    still = float(np.ptp(places, axis=(0, 1)).max()) < STILL_MM
    near = 0.0 < from_end.real < REACH_MM and GRIP_MM < -from_end.imag < REACH_MM
    return place if still and near else None


def _end(take: Take) -> complex:
    """The lower corner of the bench's pad by the head."""
    right, top = next(box[2:] for kind, box in surfaces(take) if kind == "bench")
    return complex(right, top - PAD_MM)


def _bar(name: str, first: complex, last: complex, thick: float, pens: Pens) -> Bar:
    ends = (first.real, first.imag, last.real, last.imag)
    return Bar(name, "stage", ends, thick, "support", "support_line", pens.line)
