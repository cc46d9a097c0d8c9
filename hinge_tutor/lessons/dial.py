"""The dial of a fault on the stage: whose fault it is, how far it stands, and the plan it gives."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from hinge_tutor.lessons.lesson import Cast, StagePlan

# One turn of the dial is a tenth of the whole.
TURNS = 10
# What floating point adds to a tenth.
HAIR = 1e-9


@dataclass(frozen=True)
class Dial:
    """One fault of one figure, counted from the left; `share` and what it is when on, 0 to 1."""

    figure: int
    fault: str
    share: float
    when_on: float

    def switched(self) -> Dial:
        """Off, or on again as far as it was."""
        return replace(self, share=0.0 if self.share > 0.0 else self.when_on)

    def turned(self, up: bool) -> Dial:
        """To the next whole tenth; neither below nothing nor above all of it."""
        tenths = self.share * TURNS
        tenth = math.floor(tenths + HAIR) + 1 if up else math.ceil(tenths - HAIR) - 1
        return self.at(min(max(tenth / TURNS, 0.0), 1.0))

    def at(self, share: float) -> Dial:
        """To that share, 0 to 1."""
        return replace(self, share=share, when_on=share or self.when_on)

    def turn(self, plan: StagePlan) -> StagePlan:
        """The plan with the figure's fault as far as the dial stands."""
        return with_figure(plan, self.figure, self._cast)

    def _cast(self, cast: Cast) -> Cast:
        faults = {**dict(cast.faults), self.fault: self.share}
        return replace(cast, faults=tuple(faults.items()))


def with_figure(plan: StagePlan, figure: int, change: Callable[[Cast], Cast]) -> StagePlan:
    """The plan with one figure changed, counted from the left."""
    casts = (change(cast) if at == figure else cast for at, cast in enumerate(plan.movements))
    return replace(plan, movements=tuple(casts))


def trial(movement: str, fault: str, like: StagePlan) -> StagePlan:
    """A movement done right and with all of a fault, shown as another plan shows its figures."""
    right = Cast(movement, movement)
    wrong = Cast(f"{movement}-{fault}", movement, faults=((fault, 1.0),))
    return StagePlan(
        (right, wrong), layers=like.layers, speed=like.speed, play="loop", difference=True
    )


def dial_of(plan: StagePlan) -> Dial | None:
    """The dial of the last figure that has a fault, of its first one; None where nobody has any."""
    for figure in reversed(range(len(plan.movements))):
        for fault, share in plan.movements[figure].faults:
            return Dial(figure, fault, share, share or 1.0)
    return None
