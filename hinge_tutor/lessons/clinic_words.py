"""What the fault clinic asks and says of a round, as values for whatever shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hinge_tutor.lessons.clinic import Round
from hinge_tutor.lessons.hidden_names import letter, lettered
from hinge_tutor.lessons.words import Words


@dataclass(frozen=True)
class Asked:
    """A question with its choices; `chosen` and `right` count from 0, `known` says that the answer
    shows, with its `reason`.
    """

    prompt: str
    choices: tuple[str, ...]
    right: int
    chosen: int | None
    known: bool
    reason: str


def figures_told(asked: Round, chosen: int | None, known: bool, words: Words) -> Asked:
    """Which of the figures it is."""
    choices = tuple(lettered(number, words) for number in range(len(asked.casts)))
    said = words.clinic("is", {"letter": letter(asked.faulty, words)})
    met = f"{words.question('yes')} {said}" if chosen == asked.faulty else said
    prompt = words.clinic("which")
    return Asked(prompt, choices, asked.faulty, chosen, known, met if known else "")


def faults_told(asked: Round, chosen: int | None, known: bool, words: Words) -> Asked:
    """What it is that the figure does otherwise; of another choice, what that would look like."""
    choices = tuple(words.fault(fault) for fault in asked.choices)
    sight = words.fault_sight(asked.fault)
    if chosen == asked.right:
        said = f"{words.question('yes')} {sight}"
    elif chosen is None:
        said = sight
    else:
        fault = asked.choices[chosen]
        other = {"name": words.fault(fault), "other": words.fault_sight(fault), "sight": sight}
        said = words.clinic("other", other)
    prompt = words.clinic("what", {"letter": letter(asked.faulty, words)})
    return Asked(prompt, choices, asked.right, chosen, known, said if known else "")


def repair_told(asked: Round, words: Words) -> str:
    """What follows from it, and the cue that repairs it."""
    cue = words.clinic("cue", {"cue": words.fault_cue(asked.fault)})
    return f"{words.fault_effect(asked.fault)} {cue}".strip()


def ended_in_words(rounds: int, values: Mapping[str, float | str], words: Words) -> str:
    """What a sitting was; who has not begun hears that they may come back."""
    return words.clinic("told" if rounds else "none", values)
