"""Letters for figures of which nobody shall be told which one has a fault: A, B and C."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hinge_tutor.lessons.figure_names import named
from hinge_tutor.lessons.lesson import Question
from hinge_tutor.lessons.words import Words

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# As many as fit on a stage.
PLACES = ("first", "second", "third")


def letter(number: int, words: Words) -> str:
    """`A`, for the figure that counts 0 in the scene's own order."""
    return words.hidden(PLACES[number])


def lettered(number: int, words: Words) -> str:
    """`Figure A`, where a letter alone would be read as a word."""
    return words.hidden("figure", {"letter": letter(number, words)})


def asks_which(question: Question, figures: int, words: Words) -> bool:
    """Whether a question's choices are so many figures, each by its letter and in their order."""
    said = [re.findall(r"\w+", choice.text) for choice in question.choices]
    return len(said) == figures and all(
        letter(number, words) in each for number, each in enumerate(said)
    )


def hidden_names(
    repetitions: Sequence[Repetition], words: Words, veiled: bool, short: bool = False
) -> tuple[str, ...]:
    """`A` while that is all one may know, then `A · Hip hinge` and what else a figure is called."""
    return tuple(
        letter(number, words)
        if veiled
        else words.hidden(
            "known", {"letter": letter(number, words), "figure": named(each, words, short)}
        )
        for number, each in enumerate(repetitions)
    )
