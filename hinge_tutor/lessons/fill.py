"""Fills the placeholders of a lesson's text from the figures on the stage.

`{hip-hinge.hip_back_cm:.0f}` becomes `24`: what text says about a figure is what this figure
does. Formats are `.0f` to `.3f`. A level becomes its word. Braces that hold no placeholder stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from hinge_tutor.lessons import quantity
from hinge_tutor.lessons.by_hand import Drag
from hinge_tutor.lessons.lesson import Question
from hinge_tutor.lessons.quantity import Figures, UnknownQuantity
from hinge_tutor.lessons.words import Words

FORMATS = ("", ".0f", ".1f", ".2f", ".3f")
# Where a value is missing the text still has to be read; a dash is what print uses.
MISSING = "–"

_PLACEHOLDER = re.compile(r"\{([^{}\s.]*\.[^{}\s]*)\}")


@dataclass(frozen=True)
class Placeholder:
    """`{name:format}` as it stands in a text, from character `start` on."""

    name: str
    format: str
    start: int


def placeholders(text: str) -> Iterator[Placeholder]:
    """Every placeholder in a text."""
    for match in _PLACEHOLDER.finditer(text):
        name, _, form = match.group(1).partition(":")
        yield Placeholder(name, form, match.start())


def fill(text: str, figures: Figures, words: Words) -> str:
    """`text` with every placeholder replaced; one that nobody can fill becomes a dash."""

    def replaced(match: re.Match[str]) -> str:
        name, _, form = match.group(1).partition(":")
        try:
            return shown(Placeholder(name, form, match.start()), figures, words)
        except UnknownQuantity:
            return MISSING

    return _PLACEHOLDER.sub(replaced, text)


def filled(question: Question, fill_in: Callable[[str], str]) -> Question:
    """A question with every text of it run through `fill_in`."""
    choices = tuple(
        replace(
            choice,
            text=fill_in(choice.text),
            explanation=fill_in(choice.explanation),
            misconception=fill_in(choice.misconception),
        )
        for choice in question.choices
    )
    return replace(question, prompt=fill_in(question.prompt), choices=choices)


def filled_drag(drag: Drag, fill_in: Callable[[str], str]) -> Drag:
    """A guess by hand with every text of it run through `fill_in`."""
    misses = tuple(
        replace(
            miss,
            explanation=fill_in(miss.explanation),
            misconception=fill_in(miss.misconception),
        )
        for miss in drag.misses
    )
    prompt, explanation = fill_in(drag.prompt), fill_in(drag.explanation)
    return replace(drag, prompt=prompt, explanation=explanation, misses=misses)


def shown(placeholder: Placeholder, figures: Figures, words: Words) -> str:
    """What a placeholder becomes; raises UnknownQuantity with the problem."""
    if placeholder.format not in FORMATS:
        allowed = ", ".join(f'"{form}"' for form in FORMATS)
        raise UnknownQuantity(f'"{placeholder.format}" is no format; allowed: {allowed}')
    asked = quantity.parse(placeholder.name)
    value = quantity.value(asked, figures)
    if asked.measure == "level":
        return words.level(round(value))
    return words.number(value, placeholder.format or ".0f")
