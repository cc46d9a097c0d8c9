"""What the layers over one figure are drawn from at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.layers import Point, Sizes


@dataclass(frozen=True, eq=False)
class Moment:
    """A figure's repetition at one moment; lengths in mm on the sheet, moved by `at_mm`."""

    actor: Actor
    time_s: float
    pose: Pose
    at_mm: complex
    joints: Mapping[str, Point]
    sizes: Sizes
    words: Words
    highlight: str | None

    @property
    def ground(self) -> float:
        """The height of the floor."""
        return self.at_mm.imag

    def at(self, place: str) -> complex:
        """Where a landmark is."""
        x, y = self.pose.point(place).tolist()
        return complex(1000.0 * x, 1000.0 * y) + self.at_mm

    def placed_m(self, z: complex) -> complex:
        """Where a place of the take's own ground, m, is."""
        return 1000.0 * z + self.at_mm

    @property
    def pressure_x(self) -> float:
        """The center of pressure, m ahead of the take's own origin."""
        return self.actor.pressure_x(self.time_s)

    def measure(self, name: str) -> float:
        """A measure at this moment."""
        return self.actor.measure(name, self.time_s)
