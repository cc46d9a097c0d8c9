"""Repetitions with a few known numbers, so that the arithmetic of a test can be read off."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from hinge_tutor.motion.take import Span

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

SPANS = (Span("set_up", 0.0, 1.0), Span("descent", 1.0, 2.0), Span("turn", 2.0, 3.0))


class StandInTake:
    """Four samples a second apart; the turn ends at 3 s."""

    def __init__(self) -> None:
        self.time_s = np.array([0.0, 1.0, 2.0, 3.0])
        self.spans = SPANS
        self.movement = SimpleNamespace(id="x", phases=[SimpleNamespace(id=s.phase) for s in SPANS])

    def index_at(self, time_s: float) -> int:
        return int(abs(self.time_s - time_s).argmin())


def repetition(**measures: Any) -> Repetition:
    """A repetition with these measures; hamstrings work at .1 .2 .3 .4, quadriceps rest."""
    efforts = SimpleNamespace(
        groups=("hamstrings_near", "hamstrings_far", "quadriceps_near", "quadriceps_far"),
        effort=np.array([[0.1, 0.1, 0, 0], [0.2, 0.2, 0, 0], [0.3, 0.3, 0, 0], [0.4, 0.4, 0, 0]]),
        level=np.array([[1, 1, 0, 0], [2, 2, 0, 0], [2, 2, 0, 0], [3, 3, 0, 0]]),
    )
    values = {name: np.asarray(v) if isinstance(v, list) else v for name, v in measures.items()}
    made = SimpleNamespace(take=StandInTake(), efforts=efforts, measures=values)
    return cast("Repetition", made)
