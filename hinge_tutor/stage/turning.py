"""How every bone of a body's drawing is turned in a pose.

The bones are the body's segments, then those of the joints' skin, which turn half as far as the
joint does. Arms that hold something are turned as they are seen, not as the pose has them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body
from hinge_tutor.stage.drawing import HALVES
from hinge_tutor.stage.holding import CARRIER, SeenArm, turns, worn
from hinge_tutor.stage.shares import Names, sided


@dataclass(frozen=True, eq=False)
class Turned:
    """Angles (…, bones), rad, counter-clockwise, 0 = as in standing, and exp(i angle) of each."""

    angles: FloatArray
    directions: ComplexArray


class Turning:
    """The bones of one body; what the last pose asked for was is kept, since skin, muscles and
    bones of a figure ask in turn.
    """

    def __init__(self, body: Body, arm: SeenArm | None = None) -> None:
        self.body = body if arm is None else worn(body, arm)
        self.names = bones(body)
        columns = {name: number for number, name in enumerate(self.names)}
        joined = [(sided(a, side), sided(b, side)) for side in SIDES for _, a, b in HALVES]
        self._above = [columns[above] for above, _ in joined]
        self._below = [columns[below] for _, below in joined]
        self._carrier = columns[CARRIER]
        seen = turns(arm) if arm else {}
        self._held = np.array([columns[name] for name in seen], dtype=np.int64)
        self._seen = np.array(list(seen.values()))
        self._last: tuple[Pose, Turned] | None = None

    def of(self, pose: Pose) -> Turned:
        """How the bones are turned in a pose, one moment or many."""
        if self._last is None or self._last[0] is not pose:
            self._last = pose, self._of(pose)
        return self._last[1]

    def _of(self, pose: Pose) -> Turned:
        angles, directions = pose.angles, pose.directions
        if len(self._held):
            angles, directions = angles.copy(), directions.copy()
            angles[..., self._held] = angles[..., [self._carrier]] + self._seen
            directions[..., self._held] = np.exp(1j * angles[..., self._held])
        half = (angles[..., self._above] + angles[..., self._below]) / 2
        return Turned(
            np.concatenate([angles, half], axis=-1),
            np.concatenate([directions, np.exp(1j * half)], axis=-1),
        )


def bones(body: Body) -> Names:
    """The bones of a body: its segments, then those of the joints' skin."""
    halves = (f"{half}_{side}" for side in SIDES for half, _, _ in HALVES)
    return (*(segment.name for segment in body.segments), *halves)
