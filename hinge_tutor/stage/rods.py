"""The rod along a figure's back through a whole take, read at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hinge_tutor.coaching.dowel import CONTACTS, dowel
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.samples import Between


@dataclass(frozen=True, eq=False)
class Rod:
    """A rod at one moment: its ends, m; for each contact its gap, cm, and the skin nearest to it,
    m; complex for (x, y).
    """

    foot: complex
    tip: complex
    gaps_cm: Mapping[str, float]
    nearest_m: Mapping[str, complex]


class Rods:
    """The rods of a take, straight between its samples: so a rod that comes to lie on another
    place of the back swings over to it.
    """

    def __init__(self, take: Take) -> None:
        found = dowel(take.pose)
        self._foot: list[complex] = found.foot.tolist()
        self._tip: list[complex] = found.tip.tolist()
        self._gaps: dict[str, list[float]] = {n: found.gaps_cm[n].tolist() for n in CONTACTS}
        self._near: dict[str, list[complex]] = {n: found.nearest_m[n].tolist() for n in CONTACTS}

    def at(self, moment: Between) -> Rod:
        """The rod at a moment."""
        return Rod(
            moment.of(self._foot),
            moment.of(self._tip),
            {name: moment.of(row) for name, row in self._gaps.items()},
            {name: moment.of(row) for name, row in self._near.items()},
        )
