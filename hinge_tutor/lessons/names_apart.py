"""Figures that share a name told apart by what was set otherwise: `Squat · thighs +10 %`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hinge_tutor.lessons.figure_names import figure_name, named
from hinge_tutor.lessons.words import Words

if TYPE_CHECKING:
    from hinge_tutor.coaching.parameters import Parameter, Value
    from hinge_tutor.coaching.repetition import Repetition

# Of all that figures may differ in, a name has these already, each in its own way.
NAMED = ("movement", "fault")
# Parts of a body that are told as longer or shorter than usual, in percent.
LENGTHS = ("femur", "torso", "tibia")
# Shares are told in percent, m in cm.
_SHOWN_TIMES = {"depth": 100.0, "hand_height": 100.0}


def names_apart(
    repetitions: Sequence[Repetition], words: Words, held: bool = True
) -> tuple[str, ...]:
    """What all figures are called, in their order; who shares a name has the fewest marks that
    tell each from the others. `held` also says that a pose is held.

    Figures that were set alike keep one name.
    """
    names = [
        named(each, words) if held else figure_name(each.take.movement, words)
        for each in repetitions
    ]
    for name in set(names):
        places = [place for place, other in enumerate(names) if other == name]
        if len(places) > 1:
            marks = _marks([repetitions[place] for place in places], words)
            for place, mark in zip(places, marks, strict=True):
                names[place] = _with(name, mark, words)
    return tuple(names)


def _with(name: str, marks: Sequence[str], words: Words) -> str:
    for mark in marks:
        name = words.difference("title", {"figure": name, "mark": mark})
    return name


def _marks(alike: Sequence[Repetition], words: Words) -> list[tuple[str, ...]]:
    """The marks of each figure, from the first parameter on as long as they tell more apart."""
    # A start has one figure and nothing to tell it from.
    from hinge_tutor.coaching.parameters import PARAMETERS, parameters

    told: list[tuple[str, ...]] = [()] * len(alike)
    pairs = [[parameters(one, other) for other in alike] for one in alike]
    for name in PARAMETERS:
        if name in NAMED:
            continue
        said = [_said(name, one, found, words) for one, found in zip(alike, pairs, strict=True)]
        more = [(*has, mark) for has, mark in zip(told, said, strict=True)]
        if len(set(more)) > len(set(told)):
            told = more
    return told


def _said(name: str, one: Repetition, found: Sequence[tuple[Parameter, ...]], words: Words) -> str:
    """How one figure was set in this, if that is otherwise than another one; else nothing."""
    for parameter in (each for pair in found for each in pair):
        if parameter.id == name:
            return _mark(name, parameter.first, one, words)
    return ""


def _mark(name: str, value: Value, one: Repetition, words: Words) -> str:
    if isinstance(value, tuple):
        shown: float | str = "-".join(words.number(seconds, "g") for seconds in value)
    elif isinstance(value, str):
        shown = words.build(value) if name == "sex" else words.load_place(value)
    else:
        if name == "load":
            return words.load(value, one.take.load.at)
        if name in LENGTHS and round(value) == 0:
            return words.usual_mark(name)
        shown = value * _SHOWN_TIMES.get(name, 1.0)
        if name in LENGTHS:
            shown = words.number(shown, "+.0f")
    return words.setting_mark(name, {"value": shown})
