"""A body in the pose that it has on a photo, and both ways between the photo and the body."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.photo_places import Marked, Point, places


@dataclass(frozen=True, eq=False)
class Fit:
    """The body's pose on a photo. `covariance` is that of the angles (UNKNOWN, rad²), `held` the
    names of the limits that hold it, `missed_m` how far the marks lie from it in the mean.
    """

    body: Body
    marked: Marked
    q: FloatArray
    m_per_px: float
    shift_m: complex
    covariance: FloatArray
    held: tuple[str, ...]

    @cached_property
    def pose(self) -> Pose:
        """The pose, its ankle over the origin."""
        return Pose(self.body, self.q)

    @cached_property
    def missed(self) -> Mapping[str, float]:
        """How far each mark lies from its place on the body, m."""
        found = places(self.body, self.q)
        return {name: abs(found[name] - self.in_m(at)) for name, at in self.marked.marks.items()}

    @property
    def missed_m(self) -> float:
        """The same for all marks together, root of the mean square."""
        missed = list(self.missed.values())
        return math.sqrt(sum(each**2 for each in missed) / len(missed))

    def in_m(self, at: Point) -> complex:
        """A place of the photo in the body's frame, m."""
        return self.m_per_px * self.marked.leveled(at) + self.shift_m

    def on_photo(self, at_m: complex) -> Point:
        """A place of the body's frame on the photo, px."""
        return self.marked.on_photo((at_m - self.shift_m) / self.m_per_px)

    def suggested(self, name: str) -> Point:
        """Where a mark lies on the photo if the pose is right, px."""
        return self.on_photo(places(self.body, self.q)[name])

    @property
    def foot_tilt(self) -> float | None:
        """How far the marked foot is toes-down against the ground, rad; None without its marks.

        More than the marks' own spread means a heel that is up, or a photo that is not level.
        """
        if not {"toe_tip", "ankle"} <= set(self.marked.marks):
            return None
        found = places(self.body, self.q)
        line = self.in_m(self.marked.marks["toe_tip"]) - self.in_m(self.marked.marks["ankle"])
        flat = found["toe_tip"] - found["ankle"]
        return float(np.angle(flat / line))
