"""A take: one repetition solved once for one body, played, judged and exported ever after."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.places import HANDS, carriers, load_places
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.holds import Hold
from hinge_tutor.motion.movement import Movement
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.rows import balance_matrix
from hinge_tutor.motion.spline import Spline
from hinge_tutor.motion.supports import Support
from hinge_tutor.problems import did_you_mean

TURN, DESCENT = "turn", "descent"


class LoadError(ValueError):
    """A load that cannot be carried, as one sentence."""


@dataclass(frozen=True)
class Load:
    """A load in kg at a place of `assets/body/places.toml`, shared by its landmarks evenly.

    Without a place it goes where the movement has it, or else into the hands.
    """

    mass_kg: float = 0.0
    at: str = ""

    def __post_init__(self) -> None:
        """Refuse a load that is no weight, or sits nowhere."""
        if not 0.0 <= self.mass_kg < math.inf:
            raise LoadError(f"a load of {self.mass_kg:g} kg cannot be carried; give 0 kg or more")
        if self.at and self.at not in load_places():
            near = did_you_mean(self.at, load_places()) or "."
            allowed = ", ".join(load_places())
            raise LoadError(f"no load sits at '{self.at}'{near} Allowed: {allowed}.")

    @property
    def landmarks(self) -> tuple[str, ...]:
        """The landmarks that carry it, each the same part."""
        return carriers(self.at or HANDS)

    def placed(self, otherwise: str = HANDS) -> Load:
        """The same load at its own place, or else at that one."""
        return self if self.at else Load(self.mass_kg, otherwise)


def usual_load(movement: Movement, body: Body, at: str = "") -> Load:
    """What a movement is usually done with by a body, in kg, at its own place or at another."""
    return Load(movement.usual_load_kg(body), at or movement.load_at)


@dataclass(frozen=True)
class Reason:
    """Why a take is only the nearest one: a code and its values, made a sentence by the words."""

    code: str
    values: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Span:
    """One phase on the take's own time, in s."""

    phase: str
    from_s: float
    to_s: float


@dataclass(frozen=True)
class Contact:
    """A point of the body that keeps its place (x, y), m, in `phases`, or in all where empty."""

    point: str
    target_m: tuple[float, float]
    phases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Take:
    """Coordinates over time with their derivatives (N, C) and everything that follows from them.

    `standing` are the coordinates (C,) of this body standing with this load, from which changes
    are measured. `com_target_x_m` (N,) is where the center of mass has to be, which is where it is
    while nothing asks for balance. `supports` carry the body while they touch, `pulls` are its
    bands and cables.
    `status` is `ok`, or `nearest` where the movement could not be done as asked;
    then `reason` says why.
    """

    movement: Movement
    body: Body
    load: Load
    status: Literal["ok", "nearest"]
    reason: Reason | None
    spline: Spline
    spans: tuple[Span, ...]
    com_target_x_m: FloatArray
    standing: FloatArray
    supports: tuple[Support, ...] = ()
    pulls: tuple[Pull, ...] = ()

    @property
    def time_s(self) -> FloatArray:
        """Sample times (N,), s."""
        return self.spline.time_s

    @property
    def q(self) -> FloatArray:
        """Coordinates (N, C), m and rad."""
        return self.spline.value

    @cached_property
    def qd(self) -> FloatArray:
        """Velocities (N, C)."""
        return self.spline.first

    @property
    def qdd(self) -> FloatArray:
        """Accelerations (N, C)."""
        return self.spline.second

    @cached_property
    def pose(self) -> Pose:
        """All samples as one batch of poses."""
        return Pose(self.body, self.q)

    @cached_property
    def com_m(self) -> FloatArray:
        """Center of mass with the load (N, 2), m."""
        return common_center(self.pose, self.load)

    @cached_property
    def phase(self) -> tuple[str, ...]:
        """The phase of each sample; a boundary belongs to the phase that ends there."""
        return tuple(self.spans[number].phase for number in self._span_of.tolist())

    @cached_property
    def _span_of(self) -> npt.NDArray[np.intp]:
        """The number of the span that each sample is in."""
        return np.searchsorted([span.to_s for span in self.spans[:-1]], self.time_s)

    @cached_property
    def _during(self) -> dict[tuple[str, ...], BoolArray]:
        return {}

    @property
    def duration_s(self) -> float:
        """Length of the repetition, s."""
        return float(self.time_s[-1])

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Every point that a support keeps in its place, with the phases in which it does."""
        return tuple(
            Contact(place, target, support.phases)
            for support in self.supports
            for place, target in zip(support.places, support.targets_m, strict=True)
        )

    def during(self, phases: tuple[str, ...]) -> BoolArray:
        """Which samples (N,) are in some phases, read-only; all of them where none is named."""
        known = self._during.get(phases)
        if known is None:
            chosen = [not phases or span.phase in phases for span in self.spans]
            known = np.array(chosen, dtype=bool)[self._span_of]
            known.flags.writeable = False
            self._during[phases] = known
        return known

    def held_N(self, hold: Hold) -> FloatArray:
        """How hard a hold of the movement is at each sample (N,), N."""
        force = np.zeros_like(self.time_s)
        for span in self.spans:
            if span.phase in hold.phases and span.to_s > span.from_s:
                tau = (self.time_s - span.from_s) / (span.to_s - span.from_s)
                force += hold.force_at(np.clip(tau, 0.0, 1.0))
        return force

    @cached_property
    def turn_s(self) -> float:
        """The deepest moment: the middle of the turn, or the end of a descent without one."""
        spans = {span.phase: span for span in self.spans}
        if TURN in spans:
            return (spans[TURN].from_s + spans[TURN].to_s) / 2
        return spans[DESCENT].to_s if DESCENT in spans else self.duration_s / 2

    @cached_property
    def hand_height_m(self) -> float:
        """Height of the grip at the turn, m."""
        return float(self.at(self.turn_s).point("hand_near")[1])

    def at(self, time_s: float) -> Pose:
        """The pose at a moment, held at both ends."""
        if len(self.time_s) == 1:
            return Pose(self.body, self.q[0])
        return Pose(self.body, self.spline.at(time_s))

    def com_at(self, time_s: float) -> FloatArray:
        """Center of mass with the load at a moment (2,), m."""
        return common_center(self.at(time_s), self.load)

    def phase_at(self, time_s: float) -> str:
        """The phase at a moment; a boundary belongs to the phase that ends there."""
        for span in self.spans:
            if time_s <= span.to_s:
                return span.phase
        return self.spans[-1].phase

    def index_at(self, time_s: float) -> int:
        """The sample nearest to a moment."""
        return int(np.abs(self.time_s - time_s).argmin())


def common_center(pose: Pose, load: Load) -> FloatArray:
    """Center of mass of a body with what it holds (…, 2), m."""
    z = (pose.directions @ balance_matrix(pose.body, load.mass_kg, load.landmarks)[0]) + (
        pose.q[..., 0] + 1j * pose.q[..., 1]
    )
    return np.stack([z.real, z.imag], axis=-1)
