"""One figure of the stage at the moment on screen: its pose, its ground, and its handles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from hinge_tutor.app.session import Session
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.coaching.repetition import Repetition

if TYPE_CHECKING:
    from hinge_tutor.motion.posing import Ground
    from hinge_tutor.motion.take import Take


@dataclass(frozen=True, eq=False)
class Figure:
    """The figure of a number, counted from the left of the scene."""

    session: Session
    number: int

    @property
    def repetition(self) -> Repetition | None:
        """What it does; None where nobody stands there."""
        figures = self.session.repetitions
        return figures[self.number] if self.number < len(figures) else None

    @property
    def time_s(self) -> float:
        """The moment on screen, on its own time."""
        return self.session.clock.own_times(self.session.timeline.fraction)[self.number]

    @property
    def pose(self) -> Pose | None:
        """Its pose at this moment."""
        repetition = self.repetition
        return repetition.take.at(self.time_s) if repetition else None

    @property
    def ground(self) -> Ground | None:
        """What carries it at this moment; None in the air."""
        from hinge_tutor.motion.posing import PoseError

        repetition = self.repetition
        if repetition is None:
            return None
        try:
            return _ground(repetition.whole, repetition.take.phase_at(self.time_s))
        except PoseError:
            return None

    @property
    def handles(self) -> Mapping[str, str]:
        """The landmarks of what can be dragged of it at this moment, by the handle's name."""
        ground = self.ground
        return {} if ground is None else _handles(ground)


# Asked for with every frame.
@lru_cache(maxsize=8)
def _ground(take: Take, phase: str) -> Ground:
    from hinge_tutor.motion.posing import ground

    return ground(take, phase)


@lru_cache(maxsize=8)
def _handles(place: Ground) -> Mapping[str, str]:
    from hinge_tutor.motion.handles import handles

    return handles(place)
