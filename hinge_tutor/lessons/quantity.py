"""A value of a figure on the stage, named in a lesson's text: `squat.hip_down_cm`.

    figure.measure[@moment]             a measure; of one that changes over time, at the moment
    figure.effort.group[@moment]        the effort of a muscle group, 0 to 1, near side
    figure.level.group[@moment]         the same as a level, 0 to 3; in text the level's word

`figure` is the movement's id or the name given in the stage block. `moment` is a phase, meaning
its end, or `most`, the largest value of the repetition; without one it is the turn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.coaching.moments import at_phase, turn_index
from hinge_tutor.located import did_you_mean
from hinge_tutor.motion.phases import PHASES

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

MOST = "most"
MOMENTS = (*PHASES, MOST)
MUSCLE_VALUES = ("effort", "level")

Figures = Mapping[str, "Repetition"]

PATTERN = r"[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?(?:@[a-z_]+)?"
_NAME = re.compile(PATTERN)


class UnknownQuantity(LookupError):
    """A quantity that no figure on the stage has; the message is the problem and what to do."""


@dataclass(frozen=True)
class Quantity:
    """`group` is empty unless `measure` is effort or level; `moment` is empty for the turn."""

    figure: str
    measure: str
    group: str
    moment: str


def parse(text: str) -> Quantity:
    """The quantity that `text` names; raises UnknownQuantity."""
    if not _NAME.fullmatch(text):
        raise UnknownQuantity(
            f'"{text}" is no quantity; write figure.measure or figure.measure@turn'
        )
    name, _, moment = text.partition("@")
    figure, measure, *group = name.split(".")
    if moment and moment not in MOMENTS:
        allowed = ", ".join(MOMENTS)
        near = did_you_mean(moment, MOMENTS)
        raise UnknownQuantity(f'"{moment}" is no moment; allowed: {allowed}{near}')
    if bool(group) != (measure in MUSCLE_VALUES):
        example = f"{figure}.effort.hamstrings"
        raise UnknownQuantity(f'"{text}" is no quantity; a muscle\'s value is written {example}')
    return Quantity(figure, measure, "".join(group), moment)


def value(quantity: Quantity, figures: Figures) -> float:
    """What a quantity is for the figures on the stage; raises UnknownQuantity."""
    if quantity.figure not in figures:
        there = ", ".join(figures) or "nobody"
        near = did_you_mean(quantity.figure, figures)
        raise UnknownQuantity(f'"{quantity.figure}" is not on the stage here; there: {there}{near}')
    repetition = figures[quantity.figure]
    values = _muscle(quantity, repetition) if quantity.group else _measure(quantity, repetition)
    if isinstance(values, float):
        return values
    if quantity.moment == MOST:
        return float(np.max(values))
    if not quantity.moment:
        return float(values[turn_index(repetition.take)])
    try:
        return at_phase(repetition.take, values, quantity.moment)
    except KeyError:
        phases = ", ".join(span.phase for span in repetition.take.spans)
        problem = f'{quantity.figure} has no phase "{quantity.moment}"; it has: {phases}'
        raise UnknownQuantity(problem) from None


def _measure(quantity: Quantity, repetition: Repetition) -> float | FloatArray:
    if quantity.measure not in repetition.measures:
        near = did_you_mean(quantity.measure, repetition.measures)
        raise UnknownQuantity(
            f'"{quantity.measure}" is not measured; allowed: '
            f"{', '.join(sorted(repetition.measures))}{near}"
        )
    found = repetition.measures[quantity.measure]
    return found if isinstance(found, np.ndarray) else float(found)


def _muscle(quantity: Quantity, repetition: Repetition) -> FloatArray:
    efforts = repetition.efforts
    names = (quantity.group, f"{quantity.group}_near")
    column = next((efforts.groups.index(name) for name in names if name in efforts.groups), None)
    if column is None:
        groups = tuple(dict.fromkeys(name.rpartition("_")[0] for name in efforts.groups))
        near = did_you_mean(quantity.group, groups)
        raise UnknownQuantity(
            f'"{quantity.group}" is no muscle group; allowed: {", ".join(groups)}{near}'
        )
    table = efforts.effort if quantity.measure == "effort" else efforts.level
    return np.asarray(table[:, column], dtype=np.float64)
