"""What the layers over one figure take from the others on the stage at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.options import Options

if TYPE_CHECKING:
    from hinge_tutor.coaching.verdicts import Verdict
    from hinge_tutor.stage.contrast import Contrast, Pair


@dataclass(frozen=True, eq=False)
class Company:
    """The figure that this one is compared with, if any, how long an arrow of one newton is, and
    what the form rules say of this figure beside the others.
    """

    contrast: Contrast | None = None
    newton_mm: float = 0.0
    verdicts: tuple[Verdict, ...] = ()


class Companies:
    """The figures that are shown, by their numbers, and whether they lie `over` each other.

    What only some layers need is imported when the first of them asks.
    """

    def __init__(self, actors: Mapping[int, Actor], over: bool) -> None:
        self._actors, self._over = actors, over
        self._pairs: dict[int, Pair] = {}

    def of(self, number: int, options: Options, times: Mapping[int, float]) -> Company:
        """What a figure takes from the others at their own times, s."""
        return Company(
            self._contrast(number, times) if options.arrangement.difference else None,
            self.newton_mm if options.shows("forces") else 0.0,
            self._verdicts(number, times) if options.shows("findings") and self._judged else (),
        )

    @cached_property
    def newton_mm(self) -> float:
        """How long an arrow of one newton is."""
        from hinge_tutor.stage.forces import newton_mm

        return newton_mm(actor.forces for actor in self._actors.values())

    @cached_property
    def _judged(self) -> bool:
        """Whether anybody ever leaves a rule, without which nothing is told of anybody."""
        return any(actor.repetition.findings for actor in self._actors.values())

    def _verdicts(self, number: int, times: Mapping[int, float]) -> tuple[Verdict, ...]:
        """What form rules say of a figure beside the others."""
        from hinge_tutor.coaching.verdicts import verdicts

        company = {n: (actor.repetition, times[n]) for n, actor in self._actors.items()}
        return verdicts(company, number)

    def _contrast(self, number: int, times: Mapping[int, float]) -> Contrast | None:
        """The first figure in the scene's own order, to be compared with."""
        first = min(self._actors)
        if number == first:
            return None
        from hinge_tutor.stage.contrast import Contrast, Pair

        if number not in self._pairs:
            self._pairs[number] = Pair(self._actors[first], self._actors[number])
        return Contrast(self._pairs[number], times[first], ghost=not self._over)
