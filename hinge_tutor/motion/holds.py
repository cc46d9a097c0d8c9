"""The `[[hold]]` rows of a movement file: two places of a body that an arm holds toward each other.

on, to     two landmarks, with side near, far or both where they have one
force_N    how hard, once it has grown
phases     in which it is held

Who hooks an arm around a leg and presses against it moves nothing, and the floor feels nothing of
it: both ends are pulled by one force that grows, stays and fades in each of its phases. With τ the
fraction of a phase and s of `easing.py`:
    F(τ) = F s(min(τ, 1 - τ) / ¼)      at `on` toward `to`, and the opposite at `to`
Units: N. What it does to joints and muscles is in `mechanics/outside.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.motion.easing import ease
from hinge_tutor.motion.pull_rows import landmark, on_side, sides_of
from hinge_tutor.motion.support_rows import MOST_ROWS
from hinge_tutor.reader import Reader

# Growing and fading take a quarter of a phase each: a press of five seconds is there after one, as
# physiotherapists count hold and relax (quoted from memory).
GROWING = 0.25
# Nobody holds two places of their own body together with more than their arms can lift.
STRONGEST_N = 1000.0


@dataclass(frozen=True)
class Hold:
    """Two landmarks held toward each other with up to `force_N` in some phases."""

    name: str
    on: str
    to: str
    force_N: float
    phases: tuple[str, ...]

    def force_at(self, tau: FloatArray) -> FloatArray:
        """How hard it is held (…), N, at fractions `tau` (…) of one of its phases."""
        held: FloatArray = self.force_N * ease(np.minimum(tau, 1.0 - tau) / GROWING)
        return held


def read_holds(reader: Reader, symmetric: bool, phases: Sequence[str]) -> tuple[Hold, ...]:
    """All holds of a movement file; what is wrong is noted in `reader`."""
    rows = reader.tables("hold", optional=True, most=MOST_ROWS)
    found: list[Hold] = []
    for number, row in enumerate(rows, 1):
        name = f"hold_{number}" if len(rows) > 1 else "hold"
        holds = _holds(row, name, phases)
        if symmetric and len(holds) == 1 and row.has("side"):
            row.problem('a symmetric movement is held at both sides; write side = "both"', "side")
        found += holds
    return tuple(found)


def _holds(row: Reader, name: str, phases: Sequence[str]) -> list[Hold]:
    """The one or two holds of a row."""
    sides = sides_of(row)
    on, first = landmark(row, "on", sides)
    to, second = landmark(row, "to", sides)
    force_N = row.number("force_N", 1.0, STRONGEST_N)
    held = row.choices("phases", phases)
    if not held and not row.errors():
        row.problem("phases is empty; name the phases in which it is held", "phases")
    if on and on == to:
        row.problem("it goes from a place to itself; name another place", "to")
    if not (first or second):
        return [Hold(name, on, to, force_N, held)]
    return [
        Hold(f"{name}_{side}", on_side(on, side), on_side(to, side), force_N, held)
        for side in sides
    ]
