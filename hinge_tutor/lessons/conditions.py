"""Conditions over computed values that a lesson's words rely on: `a.x > 2 * b.y + 5`.

    condition = side (< | <= | > | >=) side      or      side within NUMBER of side
    side      = term ((+ | -) term)*
    term      = NUMBER | [NUMBER *] quantity

The checker evaluates them, so that a sentence which a change of the model made false is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hinge_tutor.lessons import quantity
from hinge_tutor.lessons.quantity import Figures, Quantity

_NUMBER = r"\d+(?:\.\d+)?"
_TERM = re.compile(rf"\s*(?:(?:({_NUMBER})\s*\*\s*)?({quantity.PATTERN})|({_NUMBER}))\s*")
_COMPARE = re.compile(rf"(<=|>=|<|>|\bwithin\s+({_NUMBER})\s+of\b)")
# Longer than any sentence about two figures; it keeps the patterns above fast on any text.
LONGEST = 300


class NotACondition(ValueError):
    """A text that is no condition; the message says what is allowed."""


@dataclass(frozen=True)
class Term:
    """`factor` times a quantity, or the factor alone."""

    factor: float
    quantity: Quantity | None


@dataclass(frozen=True)
class Condition:
    """Two sums compared; `margin` is the number of a `within`."""

    left: tuple[Term, ...]
    relation: str
    right: tuple[Term, ...]
    margin: float = 0.0


@dataclass(frozen=True)
class Verdict:
    """Whether a condition holds, and the two values that decide it."""

    holds: bool
    left: float
    right: float


def parse(text: str) -> Condition:
    """The condition in a text; raises NotACondition or UnknownQuantity."""
    parts = _COMPARE.split(text) if len(text) <= LONGEST else []
    if len(parts) != 4:
        raise NotACondition(
            f'"{text[:60]}" is no condition; write for example squat.hip_down_cm > 20, '
            "or one side within 3 of the other"
        )
    left, relation, margin, right = parts
    word = relation.split()[0]
    return Condition(_side(left), word, _side(right), float(margin or 0.0))


def figures_in(condition: Condition) -> tuple[str, ...]:
    """The names of the figures that a condition speaks of, each once."""
    terms = (*condition.left, *condition.right)
    return tuple(dict.fromkeys(term.quantity.figure for term in terms if term.quantity))


def judge(condition: Condition, figures: Figures) -> Verdict:
    """Whether a condition holds for the figures on the stage; raises UnknownQuantity."""
    left, right = _sum(condition.left, figures), _sum(condition.right, figures)
    holds = {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
        "within": abs(left - right) <= condition.margin,
    }[condition.relation]
    return Verdict(holds, left, right)


def _side(text: str) -> tuple[Term, ...]:
    terms: list[Term] = []
    at, sign = 0, 1.0
    while True:
        match = _TERM.match(text, at)
        if match is None:
            raise NotACondition(
                f'"{text.strip()[:60]}" is no sum; write numbers and quantities '
                "with + or -, and a factor before its quantity: 2 * squat.hip_down_cm"
            )
        factor, name, number = match.groups()
        if name is None:
            terms.append(Term(sign * float(number), None))
        else:
            terms.append(Term(sign * float(factor or 1.0), quantity.parse(name)))
        at = match.end()
        if at == len(text):
            return tuple(terms)
        if text[at] not in "+-":
            raise NotACondition(f'"{text[at:][:60].strip()}" is not understood; write + or - there')
        sign = 1.0 if text[at] == "+" else -1.0
        at += 1


def _sum(terms: tuple[Term, ...], figures: Figures) -> float:
    return sum(
        term.factor * (1.0 if term.quantity is None else quantity.value(term.quantity, figures))
        for term in terms
    )
