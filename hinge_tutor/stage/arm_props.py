"""A prop at the arm: an upright mark down from the shoulder, along which a packed arm hangs."""

from __future__ import annotations

from hinge_tutor.stage.lamps import PropView, add_lamp
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.shapes import Strokes

# An arm this near to upright hangs, degrees: the limit of the form rule on loose shoulders.
HANGING_DEG = 10.0
# The mark on the shoulder, in line widths.
MARK_PENS = 7.0


def add_shoulder_mark(view: PropView, moment: Moment) -> None:
    """The upright under the shoulder, the arm's line to what it holds, and a lamp."""
    sizes, words = moment.sizes, moment.words
    shoulder, hand = moment.at("shoulder_near"), moment.at("hand_near")
    angle = moment.measure("arm_angle_deg")
    on = abs(angle) < HANGING_DEG
    foot = shoulder - 1j * abs(hand - shoulder)
    upright = (shoulder.real, shoulder.imag, foot.real, foot.imag)
    arm = (shoulder.real, shoulder.imag, hand.real, hand.imag)
    bar = MARK_PENS * sizes.pen
    mark = (shoulder.real - bar, shoulder.imag, shoulder.real + bar, shoulder.imag)
    view.before += [
        Strokes("shoulder.upright", "props", upright, "guide", 1.6 * sizes.pen, 4.0 * sizes.pen),
        Strokes("shoulder.arm", "props", arm, "accent" if on else "pressure", 2.0 * sizes.pen),
        Strokes("shoulder.mark", "props", mark, "accent" if on else "pressure", 2.4 * sizes.pen),
    ]
    said = words.quantity("arm_angle_deg", angle)
    text = f"{words.prop('shoulder_mark')} {said}"
    add_lamp(view, "shoulder.lamp", foot - 1.2j * sizes.text, on, text, sizes)
