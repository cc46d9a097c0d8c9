"""The lanes of the muscle roll: seven plain groups for newcomers, or fourteen by anatomy.

A lane of muscles has their effort and way of working over a take, the near side's. The last plain
lane is the bracing class: on or off by rule, without a number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, IntArray
from hinge_tutor.body.muscle_groups import of_anatomy, plain
from hinge_tutor.lessons.words import Words

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

BRACING = "bracing"


@dataclass(frozen=True, eq=False)
class Course:
    """What a lane does over a take's samples: effort (N,), way of working (N,), or on by rule."""

    effort: FloatArray
    mode: IntArray
    ruled: BoolArray | None = None


@dataclass(frozen=True, eq=False)
class Lane:
    """One lane: its id, its name in words, and how to read its course off a repetition."""

    id: str
    name: str
    course: Callable[[Repetition], Course]

    def strongest(self, repetitions: Sequence[Repetition]) -> float:
        """The largest effort in any of them; below all others' where there is no number."""
        courses = [self.course(each) for each in repetitions]
        return max(-1.0 if each.ruled is not None else float(each.effort.max()) for each in courses)


def plain_lanes(words: Words) -> tuple[Lane, ...]:
    """The seven groups with everyday names."""
    numbered = [
        Lane(groups[0], words.muscle(groups[0]), _of_analysis(groups[0]))
        for name, groups in plain().items()
        if name != BRACING
    ]
    return (*numbered, Lane(BRACING, words.bracing_class(), _bracing))


def anatomical_lanes(words: Words) -> tuple[Lane, ...]:
    """The fourteen muscles by their anatomical names."""
    return tuple(
        Lane(name, words.anatomy(name), _of_anatomy(column))
        for column, name in enumerate(of_anatomy().names)
    )


def _of_analysis(group: str) -> Callable[[Repetition], Course]:
    def course(repetition: Repetition) -> Course:
        efforts = repetition.efforts
        column = efforts.groups.index(f"{group}_near")
        return Course(efforts.effort[:, column], efforts.work_mode[:, column])

    return course


def _of_anatomy(number: int) -> Callable[[Repetition], Course]:
    def course(repetition: Repetition) -> Course:
        states = repetition.efforts.anatomical
        return Course(states.effort[:, 2 * number], states.work_mode[:, 2 * number])

    return course


def _bracing(repetition: Repetition) -> Course:
    """On where any muscle of the class is."""
    on = np.any(list(repetition.efforts.bracing.values()), axis=0)
    return Course(np.zeros(len(on)), np.zeros(len(on), dtype=np.int64), on)
