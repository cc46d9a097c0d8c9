"""The forces of a repetition that can be drawn, over its whole time; m and N, x forward, y up.

What acts on the body from outside comes with each pair of hands or feet as one force, where those
are at one place; each force that turns a joint is the resultant of all that lies beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.lessons.terms import unsided
from hinge_tutor.mechanics.outside import External
from hinge_tutor.mechanics.resultants import HIPS, Resultant, resultant
from hinge_tutor.stage.samples import Samples

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# A force below this, N, is that of a few apples: its arrow would be a speck.
LEAST_N = 25.0
# Two feet or hands closer than this carry as one: half a foot's width of an outline apart.
TOGETHER_M = 0.06
# Joints by the words of a highlight, and the joint whose forces are told for each.
TURNED = {"hip": HIPS, "knee": "knee_near", "ankle": "ankle_near", "spine": "l5s1"}
# Those that are turned by what lies above them; a leg's are turned by what pushes its foot.
ABOVE = ("hip", "spine")
# Without a highlight: where a hinge turns, and where its spine is held.
USUAL = ABOVE
# A force whose line passes this far from its joint, m, comes from nearly opposite forces.
FAR_M = 1.2
# What a figure stands on.
GROUND = "ground"
# A complex value at each sample, as a plain list.
Row = Sequence[complex]


@dataclass(frozen=True, eq=False)
class Force:
    """A force on the body over time (N,): where it acts, m, and what it is, N; both complex."""

    name: str
    kind: str
    point: ComplexArray
    force: ComplexArray


@dataclass(frozen=True)
class Turning:
    """What turns a joint at one moment: the joint, where the force's arrow begins, the force, and
    the point of its line that is nearest to the joint; m and N, complex.
    """

    joint: str
    at: complex
    start: complex
    force: complex
    foot: complex

    @property
    def arm_m(self) -> float:
        """The moment arm."""
        return abs(self.foot - self.at)

    @property
    def moment_Nm(self) -> float:
        """Force by arm, as it is drawn."""
        return abs(self.force) * self.arm_m


class ForceCourse:
    """The forces of one repetition."""

    def __init__(self, repetition: Repetition) -> None:
        self._repetition = repetition
        self._samples = Samples(repetition.take.time_s)
        self._resultants: dict[str, Resultant] = {}
        self._turning: dict[str, Sequence[Row]] = {}

    @cached_property
    def outside(self) -> tuple[Force, ...]:
        """What acts from outside; what nothing gives is not drawn."""
        return tuple(_together(self._repetition.loads.external))

    @cached_property
    def alone(self) -> bool:
        """Whether one force carries the body, so that it is that of the whole weight."""
        carrying = [force for force in self.outside if force.kind == "support"]
        return [force.name for force in carrying] == [GROUND]

    @property
    def weight_N(self) -> float:
        """The body's own weight."""
        return self._repetition.take.body.mass_kg * GRAVITY_M_S2

    @cached_property
    def largest_N(self) -> float:
        """The largest force that is drawn at any time."""
        joints = (self._resultant(joint).force for joint in TURNED.values())
        rows = [np.abs(row).max() for row in (*(f.force for f in self.outside), *joints)]
        return float(max(rows))

    def at(self, time_s: float) -> Iterator[tuple[Force, complex, complex]]:
        """Each force from outside that is there at a moment: where it acts, and what it is."""
        moment = self._samples.around(time_s)
        for each, (points, forces) in zip(self.outside, self._outside_rows, strict=True):
            force = moment.of(forces)
            if abs(force) >= LEAST_N:
                yield each, moment.of(points), force

    def lowest_mm(self, force: Force, scale_mm: float) -> float:
        """How low the arrow of a force reaches at any time, mm over the floor."""
        return float((1000.0 * force.point + scale_mm * force.force).imag.min())

    def turning(self, joint: str, time_s: float) -> Turning | None:
        """What turns a joint of `TURNED` at a moment; None where hardly anything does."""
        moment = self._samples.around(time_s)
        at, center, force, turn = (moment.of(row) for row in self._turning_rows(joint))
        size = abs(force)
        if size < LEAST_N or abs(turn) > FAR_M * size:
            return None
        foot = at - 1j * force * turn.real / size**2
        way = force / size
        start = foot + way * ((center - foot) * way.conjugate()).real
        return Turning(joint, at, start, force, foot)

    @cached_property
    def _outside_rows(self) -> Sequence[tuple[Row, Row]]:
        """Where each force from outside acts, and what it is."""
        return [(each.point.tolist(), each.force.tolist()) for each in self.outside]

    def _turning_rows(self, joint: str) -> Sequence[Row]:
        """Joint, where the force's arrow begins about, force and moment."""
        if joint not in self._turning:
            found = self._resultant(TURNED[joint])
            begins = found.center if joint in ABOVE else self._pressed(found.center)
            rows = (found.joint, begins, found.force, found.moment_Nm + 0j)
            self._turning[joint] = [row.tolist() for row in rows]
        return self._turning[joint]

    def _resultant(self, joint: str) -> Resultant:
        if joint not in self._resultants:
            repetition = self._repetition
            self._resultants[joint] = resultant(repetition.take, repetition.loads, joint)
        return self._resultants[joint]

    def _pressed(self, otherwise: ComplexArray) -> ComplexArray:
        """Where the near foot is pushed: from there the force on its joints is drawn."""
        pushed = [each for each in self._repetition.loads.supports if each.on == "foot_near"]
        return _rows(pushed[0])[0] if pushed else otherwise


def _together(every: Sequence[External]) -> Iterator[Force]:
    """Forces with those of both sides as one, where both are at one place throughout."""
    known = {each.name: each for each in every}
    for each in every:
        if each.kind == "unsupported":
            continue
        partner = known.get(f"{unsided(each.name)}_near")
        if each.name.endswith("_far") and partner is not None and _same_place(partner, each):
            continue
        other = known.get(f"{unsided(each.name)}_far")
        point, force = _rows(each)
        name = each.name
        if each.name.endswith("_near") and other is not None and _same_place(each, other):
            there, more = _rows(other)
            share = _share(force, more)
            point, force, name = point + share * (there - point), force + more, unsided(name)
        yield Force(name, each.kind, point, force)


def _same_place(one: External, other: External) -> bool:
    """Whether two forces act at one place wherever both are there, and seldom one without other."""
    (here, first), (there, second) = _rows(one), _rows(other)
    both = (np.abs(first) >= LEAST_N) & (np.abs(second) >= LEAST_N)
    any_ = (np.abs(first) >= LEAST_N) | (np.abs(second) >= LEAST_N)
    return bool((both == any_).all() and (np.abs(here - there)[both] <= TOGETHER_M).all())


def _share(one: ComplexArray, other: ComplexArray) -> FloatArray:
    """How much of two forces the other one is, 0 to 1."""
    whole = np.abs(one) + np.abs(other)
    found: FloatArray = np.divide(
        np.abs(other), whole, out=np.full_like(whole, 0.5), where=whole > 0
    )
    return found


def _rows(each: External) -> tuple[ComplexArray, ComplexArray]:
    point, force = each.point_m, each.force_N
    return point[:, 0] + 1j * point[:, 1], force[:, 0] + 1j * force[:, 1]
