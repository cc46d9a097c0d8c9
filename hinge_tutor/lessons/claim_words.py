"""A condition said in words: `squat: quadriceps above squat: hamstrings`."""

from __future__ import annotations

from hinge_tutor.lessons.conditions import Term, parse
from hinge_tutor.lessons.quantity import MUSCLE_VALUES, Quantity
from hinge_tutor.lessons.words import Words


def in_words(text: str, words: Words) -> str:
    """A shipped claim, in which every figure is called by its movement; raises as `parse` does."""
    condition = parse(text)
    left, right = (_side(side, words) for side in (condition.left, condition.right))
    relation = words.relation(condition.relation, condition.margin)
    return f"{left} {relation} {right}"


def _side(terms: tuple[Term, ...], words: Words) -> str:
    """`2 × hinge: hips down + 5`"""
    said = ""
    for number, term in enumerate(terms):
        sign = "" if number == 0 and term.factor >= 0 else " + " if term.factor >= 0 else " - "
        size = abs(term.factor)
        if term.quantity is None:
            said += f"{sign}{words.number(size, 'g')}"
        else:
            times = "" if size == 1.0 else f"{words.number(size, 'g')} × "
            said += f"{sign}{times}{_quantity(term.quantity, words)}"
    return said


def _quantity(asked: Quantity, words: Words) -> str:
    figure = words.movement_short(asked.figure)
    named = words.muscle(asked.group) if asked.measure in MUSCLE_VALUES else None
    return f"{figure}: {(named or words.measure(asked.measure).name).lower()}"
