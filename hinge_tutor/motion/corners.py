"""A movement of a blend as one body does it: its solved key poses, and what may be blended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.course import Course, course
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.faults import changed
from hinge_tutor.motion.movement import CHANGED, STANDING, Movement, load_movement
from hinge_tutor.motion.path import carried
from hinge_tutor.motion.racking import racked
from hinge_tutor.motion.stations import stations
from hinge_tutor.motion.take import Load, Reason

# Ids with shares, 0 to 1: movements of a blend, or faults.
Mix = tuple[tuple[str, float], ...]


class BlendError(ValueError):
    """Movements that cannot be blended, as one sentence."""


@dataclass(frozen=True, eq=False)
class Corner:
    """One movement of a blend as this body does it: unknowns u (U,) at its start and phase ends."""

    movement: Movement
    course: Course
    u: tuple[FloatArray, ...]
    reason: Reason | None

    @property
    def stays(self) -> bool:
        """Whether the body cannot do it at all, and merely stands."""
        return all(np.array_equal(each, self.u[0]) for each in self.u[1:])


def corners(
    names: tuple[str, ...],
    body: Body,
    load: Load | None = None,
    hand_height_m: float | None = None,
    wrong: Mix = (),
) -> tuple[Corner, ...]:
    """The movements of a blend as this body does them, each with those faults that are its own.

    Raises BlendError, UnknownMovement or AuthorErrors.
    """
    alike(names)
    found: list[Corner] = []
    for name in names:
        found.append(corner(name, body, load, hand_height_m, wrong))
        _check(found[0].movement, found[-1].movement)
        if not np.array_equal(carry(found), carry(found[-1:])):
            raise BlendError(_nothing_between(names[0], name, "hold their arms"))
    return tuple(found)


@lru_cache(maxsize=32)
def corner(
    name: str,
    body: Body,
    load: Load | None = None,
    hand_height_m: float | None = None,
    wrong: Mix = (),
) -> Corner:
    """One movement of a blend as this body does it, with those faults that are its own."""
    movement = with_its_own(name, wrong)
    carries = (load or Load()).placed(movement.load_at)
    done = racked(movement, carries) if hand_height_m is None else movement
    one = course(done, body, carries)
    solved = stations(one, done.phases, hand_height_m)
    return Corner(done, one, tuple(map(frozen, solved.u)), solved.reason)


def alike(names: Sequence[str]) -> None:
    """Raises BlendError for movements that have nothing between them."""
    for name in names:
        _check(load_movement(names[0]), load_movement(name))


def carry(found: Sequence[Corner]) -> FloatArray:
    """Square matrix r from u to what is aimed at: the arm's angle for a shoulder that hangs."""
    return carried(found[0].course.unknowns, found[0].movement)


def with_its_own(name: str, wrong: Mix) -> Movement:
    """A movement with those of some faults that belong to it."""
    own = {fault: share for fault, share in wrong if name in faults()[fault].on}
    return changed(load_movement(name), own)


def _check(first: Movement, movement: Movement) -> None:
    """Only what stands alike all the time, phase by phase, has something in between."""
    plain = (
        movement.balance and movement.symmetric and movement.start.partition(CHANGED)[0] == STANDING
    )
    free = not (movement.pulls or movement.holds or movement.swing or movement.rise_m)
    alike = movement.supports == first.supports and movement.usual == first.usual
    same = [phase.id for phase in movement.phases] == [phase.id for phase in first.phases]
    if not (plain and free and alike and same):
        raise BlendError(_nothing_between(first.id, movement.id, "stand, with the same phases,"))


def _nothing_between(one: str, other: str, alike: str) -> str:
    names = f"{one} and {other}" if one != other else one
    return f"There is nothing between {names}; movements that blend {alike} alike throughout."
