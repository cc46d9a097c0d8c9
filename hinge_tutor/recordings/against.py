"""Which movements a recorded repetition can be held against.

A recording is divided into standing, the way down, the turn, and the way up: what it is held
against goes that way, too, on both feet. Lifts from the floor begin at the bottom.
"""

from __future__ import annotations

from hinge_tutor.motion.families import families
from hinge_tutor.motion.movement import load_movement

FAMILY = "flat_feet"
# In their order; what a recording does not tell apart may stand between.
_PHASES = ("set_up", "brace", "descent", "turn", "ascent", "lockout", "breathe")


def comparable() -> tuple[str, ...]:
    """Their ids, in the order of their family."""
    return tuple(name for name in families()[FAMILY] if _goes_down_first(name))


def _goes_down_first(movement: str) -> bool:
    phases = [phase.id for phase in load_movement(movement).phases]
    return phases == [name for name in _PHASES if name in phases]
