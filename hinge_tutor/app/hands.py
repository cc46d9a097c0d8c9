"""A show of hands: how many of a room chose each answer of a question; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

# Lesson, step and build that ask.
Asker = tuple[str, int, int]
# A room that holds more is no room; a key that sticks counts no further.
MOST = 999


@dataclass(frozen=True)
class Hands:
    """Every hand that was counted, in its order, for each question that was asked."""

    raised: Mapping[Asker, tuple[int, ...]] = field(default_factory=dict)

    def counted(self, asker: Asker, choice: int) -> Hands:
        """With one hand more for a choice, which counts from 0."""
        so_far = self.raised.get(asker, ())
        if len(so_far) >= MOST:
            return self
        return self._with(asker, (*so_far, choice))

    def taken_back(self, asker: Asker, choice: int | None = None) -> Hands:
        """Without the last hand of a choice, or of any."""
        so_far = [*self.raised.get(asker, ())]
        places = [n for n, raised in enumerate(so_far) if choice in (None, raised)]
        if places:
            del so_far[places[-1]]
        return self._with(asker, tuple(so_far))

    def of(self, asker: Asker, choices: int) -> tuple[int, ...]:
        """How many hands each choice has."""
        raised = self.raised.get(asker, ())
        return tuple(raised.count(choice) for choice in range(choices))

    def _with(self, asker: Asker, raised: tuple[int, ...]) -> Hands:
        return replace(self, raised={**self.raised, asker: raised})
