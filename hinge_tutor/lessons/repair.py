"""A figure that somebody repairs: where its dials stand, and what is still off.

All of these are functions of values: a dial is turned, and another repair comes out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hinge_tutor.lessons.by_hand import DEPTH, Fix
from hinge_tutor.lessons.dial import with_figure
from hinge_tutor.lessons.lesson import Build, Cast, StagePlan
from hinge_tutor.lessons.trying import with_fault
from hinge_tutor.motion.depth import LEAST, MOST

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition
    from hinge_tutor.coaching.rules import Finding

# More than this about one figure is read by nobody; the rest shows once these are gone.
MOST_TOLD = 3


@dataclass(frozen=True)
class Repair:
    """`shares` are where the controls of the fix stand, 0 to 1, in its order.

    `figure` counts from the left; the dial of a fault rests at nothing, depth at all of it.
    """

    fix: Fix
    figure: int
    shares: tuple[float, ...]

    def at(self, control: int, share: float) -> Repair:
        """With one control at another share, kept inside what it can do."""
        low, high = ends(self.fix.controls[control])
        kept = min(max(share, low), high)
        return replace(self, shares=(*self.shares[:control], kept, *self.shares[control + 1 :]))

    def repaired(self) -> Repair:
        """With all controls at rest."""
        return replace(self, shares=tuple(rest(control) for control in self.fix.controls))

    def turned(self, plan: StagePlan) -> StagePlan:
        """The plan with its figure as far as the controls stand."""
        return with_figure(plan, self.figure, self._cast)

    def _cast(self, cast: Cast) -> Cast:
        for control, share in zip(self.fix.controls, self.shares, strict=True):
            if control == DEPTH:
                cast = replace(cast, depth=None if share >= MOST else share)
            else:
                cast = with_fault(cast, control, share)
        return cast


def repair_of(build: Build) -> Repair | None:
    """The repair that a build asks for, as its stage begins; None where it asks for none."""
    fix, casts = build.fix, build.stage.movements
    names = [cast.name for cast in casts]
    if fix is None or fix.figure not in names:
        return None
    figure = names.index(fix.figure)
    cast = casts[figure]
    own = {**dict(cast.faults), DEPTH: MOST if cast.depth is None else cast.depth}
    return Repair(fix, figure, tuple(own.get(control, rest(control)) for control in fix.controls))


def rest(control: str) -> float:
    """Where a control stands when nothing is off: no share of a fault, all of the depth."""
    return MOST if control == DEPTH else 0.0


def ends(control: str) -> tuple[float, float]:
    """The least and the most of a control."""
    return (LEAST, MOST) if control == DEPTH else (0.0, 1.0)


def still_off(repetition: Repetition) -> tuple[Finding, ...]:
    """What the form rules find, the most important first and no more than is read."""
    # A start has no need of the rules.
    from hinge_tutor.coaching.urgency import most_important

    return most_important(repetition.findings)[:MOST_TOLD]
