"""Which shape each hand of a figure has: open, closed around something, laid flat, pinching."""

from __future__ import annotations

from hinge_tutor.body.limits import SIDES
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.bench_handle import grip_mm
from hinge_tutor.stage.drawing import FLAT, GRIP, OPEN, PINCH
from hinge_tutor.stage.holding import held
from hinge_tutor.stage.load_sizes import kind_of

Hands = tuple[str, str]


def hands(take: Take) -> Hands:
    """The shapes of the near and the far hand in a take."""
    near, far = (_hand(take, f"hand_{side}") for side in SIDES)
    return near, far


def _hand(take: Take, hand: str) -> str:
    carriers = [take.body.landmarks[name][0] for name in take.load.landmarks]
    if take.load.mass_kg > 0.0:
        # The other hand comes along without reaching through the floor.
        if kind_of(take) == "paper_clip":
            return PINCH
        if hand in carriers:
            return GRIP
    if held(take) or grip_mm(take) or any(hand in (pull.on, pull.to) for pull in take.pulls):
        return GRIP
    return FLAT if any(support.on == hand for support in take.supports) else OPEN
