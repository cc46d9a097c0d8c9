"""What differs between two repetitions: which parameters, and the consequences one sees most.

A consequence is ranked by how far two measures lie apart compared with what an eye can tell at the
stage's size, so that centimeters, degrees and percent can stand in one list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.coaching.measures import turn_index

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# What is just seen on a figure of some 40 cm on screen: 2 cm of a body's travel, 4 degrees of a
# limb (the reported step for judging joint angles by eye is about 5), 3 percent of a share.
SEEN = {"cm": 2.0, "deg": 4.0, "percent": 3.0}
# Measures that say the same as another one in this list would fill it with one difference.
TELLING = (
    "hip_back_cm",
    "hip_down_cm",
    "knee_forward_cm",
    "trunk_lean_deg",
    "lumbar_change_deg",
    "shin_angle_deg",
    "knee_flexion_deg",
    "hip_flexion_deg",
    "share_hip_percent",
    "share_spine_percent",
    "share_knee_percent",
)
MOST_CONSEQUENCES = 3


@dataclass(frozen=True)
class Parameter:
    """One thing that was set differently, by its id in the words, and the two settings as text."""

    name: str
    first: str
    second: str


@dataclass(frozen=True)
class Consequence:
    """A measure that came out differently; `seen` is how many just visible steps apart."""

    measure: str
    first: float
    second: float
    seen: float


@dataclass(frozen=True)
class Difference:
    """All parameters that differ, and the largest consequences, the most visible first."""

    parameters: tuple[Parameter, ...]
    consequences: tuple[Consequence, ...]


def difference(first: Repetition, second: Repetition) -> Difference:
    """What differs between two repetitions."""
    return Difference(_parameters(first, second), _consequences(first, second))


def _parameters(first: Repetition, second: Repetition) -> tuple[Parameter, ...]:
    one, other = first.take, second.take
    settings = {
        "movement": (one.movement.id, other.movement.id),
        "body": (one.body.name, other.body.name),
        "load": (f"{one.load.mass_kg:g} kg", f"{other.load.mass_kg:g} kg"),
    }
    return tuple(Parameter(name, a, b) for name, (a, b) in settings.items() if a != b)


def _consequences(first: Repetition, second: Repetition) -> tuple[Consequence, ...]:
    found = []
    for measure in TELLING:
        if measure not in first.measures or measure not in second.measures:
            continue
        a, b = _at_turn(first, measure), _at_turn(second, measure)
        step = SEEN[measure.rpartition("_")[2]]
        found.append(Consequence(measure, a, b, abs(a - b) / step))
    found.sort(key=lambda consequence: -consequence.seen)
    return tuple(c for c in found[:MOST_CONSEQUENCES] if c.seen >= 1)


def _at_turn(repetition: Repetition, measure: str) -> float:
    values = np.asarray(repetition.measures[measure], dtype=np.float64)
    return float(values if values.ndim == 0 else values[turn_index(repetition.take)])
