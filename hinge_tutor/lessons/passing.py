"""Figures that change many times a second while somebody drags a slider.

Nothing of them is kept but the last ones: a cache of hundreds of bodies that nobody sees again
would only take memory. Whoever did not change is not solved again.
"""

from __future__ import annotations

from collections.abc import Mapping

from hinge_tutor.body.skeleton import Body, build
from hinge_tutor.body.specification import parse_specification
from hinge_tutor.coaching.repetition import Repetition, hold
from hinge_tutor.lessons.figures import moved, performed, together
from hinge_tutor.lessons.lesson import Cast, StagePlan

# Enough for a motion that is looked at while it changes; a finished one has 101.
SAMPLES = 31


class Passing:
    """The figures of one plan after the other."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Cast, float | None], Repetition] = {}
        # Who stays the same while something else moves: much is known of them already.
        self._people: dict[str, Body] = {}

    def figures(self, plan: StagePlan) -> Mapping[str, Repetition]:
        """Each figure's repetition by its name; raises as `figures` does."""
        used: dict[tuple[Cast, float | None], Repetition] = {}
        names = {cast.body for cast in plan.movements}
        self._people = {name: self._people.get(name) or _built(name) for name in names}

        def make(cast: Cast, hand_height_m: float | None) -> Repetition:
            key = (cast, hand_height_m)
            if key not in used:
                used[key] = self._kept.get(key) or _quickly(
                    cast, self._people[cast.body], hand_height_m
                )
            return used[key]

        found = dict(together(plan, make))
        self._kept = used
        return found

    def forget(self) -> None:
        """Lets go of the last ones."""
        self._kept, self._people = {}, {}


def _built(specification: str) -> Body:
    return build(parse_specification(specification))


def _quickly(cast: Cast, person: Body, hand_height_m: float | None) -> Repetition:
    moving = performed(moved(cast), person, hand_height_m, samples=SAMPLES)
    return hold(moving, cast.pose, cast.held_in) if cast.pose else moving
