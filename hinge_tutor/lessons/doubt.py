"""Which conditions flip within what the sources leave open: they are disputed.

A condition is compared by left - right (a `within` by how much of its margin is left) for every
draw of numbers; it is disputed when more than one draw of twenty says otherwise than what is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.coaching.draws import draws
from hinge_tutor.coaching.uncertainty import band, contradicted
from hinge_tutor.lessons.conditions import judge, parse
from hinge_tutor.lessons.figures import DEFAULT_BODY, figures
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.quantity import Figures, Quantity
from hinge_tutor.lessons.words import Words


@dataclass(frozen=True)
class Weighed:
    """A condition: whether it holds as computed, whether it flips, and the band of its margin."""

    condition: str
    holds: bool
    disputed: bool
    margin: tuple[float, float]


def margin(text: str, stage: Figures) -> float:
    """By how much a condition holds, negative where it does not; raises as `parse` does."""
    condition = parse(text)
    verdict = judge(condition, stage)
    apart = verdict.left - verdict.right
    if condition.relation == "within":
        return condition.margin - abs(apart)
    return apart if condition.relation.startswith(">") else -apart


def subjects(conditions: Sequence[str], plan: StagePlan, words: Words) -> tuple[str, ...]:
    """What conditions compare, in words, each once: `Bend: glutes`."""
    movement_of = {cast.name: cast.movement for cast in plan.movements}
    found = []
    for text in conditions:
        condition = parse(text)
        for term in (*condition.left, *condition.right):
            if (asked := term.quantity) is not None:
                movement = words.movement_short(movement_of.get(asked.figure, asked.figure))
                named = words.muscle(asked.group) if asked.group else _measure(asked, words)
                found.append(f"{movement}: {named.lower()}")
    return tuple(dict.fromkeys(found))


def _measure(asked: Quantity, words: Words) -> str:
    return words.measure(asked.measure).name


def weighed(
    conditions: Sequence[str], nominal: Figures, reruns: Sequence[Figures]
) -> tuple[Weighed, ...]:
    """Conditions over the figures as computed and over reruns of the same stage."""
    found = []
    for text in conditions:
        margins = [margin(text, each) for each in reruns]
        between = band(np.array(margins))
        holds = judge(parse(text), nominal).holds
        ends = (float(between.low), float(between.high))
        found.append(Weighed(text, holds, contradicted(holds, margins), ends))
    return tuple(found)


def weigh(
    conditions: Sequence[str], plan: StagePlan, viewer: str = DEFAULT_BODY
) -> Iterator[tuple[Weighed, ...] | None]:
    """None after each rerun of a stage, so that whoever waits can do something else; at the end
    its conditions.

    Raises what reading them and solving the figures raises.
    """
    reruns: list[Figures] = []
    for draw in draws() if conditions else ():
        reruns.append(figures(plan, viewer, draw))
        yield None
    yield weighed(conditions, figures(plan, viewer), reruns) if conditions else ()
