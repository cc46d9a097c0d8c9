"""What figures differ in, said in two sentences: what was set, and what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hinge_tutor.coaching.difference import Consequence, Difference, difference
from hinge_tutor.coaching.parameters import Parameter
from hinge_tutor.coaching.travel import CM
from hinge_tutor.lessons.figure_names import movement_name
from hinge_tutor.lessons.words import Words

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

PERCENT = 100.0


def told(repetitions: Sequence[Repetition], words: Words) -> str:
    """What two figures differ in and what is seen of it; of more figures, what was set otherwise.

    Empty for fewer than two.
    """
    if len(repetitions) < 2:
        return ""
    if len(repetitions) > 2:
        return _names(repetitions, words)
    one, other = repetitions
    found = difference(one, other)
    set_ = list(_parameters(one, other, found, words))
    if not set_:
        return words.difference("none")
    return f"{_first(set_, words)} {_second(one, found, words)}".rstrip()


def caption(repetitions: Sequence[Repetition], words: Words, most: int) -> str:
    """The same in at most so many characters: what is seen is told as far as there is room.

    Where even the first sentence is too long, what was set is told by its name alone.
    """
    if len(repetitions) != 2:
        return told(repetitions, words)
    one, other = repetitions
    found = difference(one, other)
    set_ = list(_parameters(one, other, found, words))
    if not set_:
        return words.difference("none")
    first = _first(set_, words)
    if len(first) > most:
        first = _names(repetitions, words)
    # The last of what is seen is left out first; without anything seen, that is what is told.
    for count in range(len(found.seen), 0, -1) if found.seen else (0,):
        both = f"{first} {_second(one, replace(found, seen=found.seen[:count]), words)}".rstrip()
        if len(both) <= most:
            return both
    return first


def _first(names: Sequence[str], words: Words) -> str:
    piece = "only" if len(names) == 1 else "several"
    return words.difference(piece, {"what": words.difference("between").join(names)})


def _second(one: Repetition, found: Difference, words: Words) -> str:
    take = one.take
    if not found.seen:
        # What parameters set themselves is told already, and it is seen.
        return "" if any(found.own) else words.difference("unseen")
    what = words.listed([sight_in_words(each, words) for each in found.seen])
    if found.deepest:
        return words.difference("seen", {"what": what})
    phase = words.phase(take.movement.id, found.phase)
    return words.difference("seen_in", {"what": what, "phase": phase})


def _names(repetitions: Sequence[Repetition], words: Words) -> str:
    found = [each for pair in pairwise(repetitions) for each in difference(*pair).parameters]
    names = [
        words.fault_dial(each.fault) if each.fault else words.parameter(each.id) for each in found
    ]
    return _first(tuple(dict.fromkeys(names)), words) if names else words.difference("none")


def _parameters(
    one: Repetition, other: Repetition, found: Difference, words: Words
) -> Iterator[str]:
    for parameter, own in zip(found.parameters, found.own, strict=True):
        values = _values(parameter, (one, other), words)
        if parameter.fault:
            what = sight_in_words(own, words) if own else words.fault_dial(parameter.fault)
            values = {**values, "what": what, "name": words.fault(parameter.fault)}
        yield words.changed(parameter.id, values)


def _values(
    parameter: Parameter, both: tuple[Repetition, Repetition], words: Words
) -> Mapping[str, float | str]:
    """The values of a parameter, each as its sentence has it."""
    first, second = (
        _value(parameter.id, value, each, words)
        for value, each in zip((parameter.first, parameter.second), both, strict=True)
    )
    return {"first": first, "second": second}


def _value(
    id_: str, value: float | str | tuple[float, ...], repetition: Repetition, words: Words
) -> float | str:
    load = repetition.take.load
    if isinstance(value, tuple):
        return "-".join(words.number(seconds, "g") for seconds in value)
    if id_ == "movement":
        return movement_name(repetition.take.movement, words)
    if isinstance(value, str):
        named = {"sex": words.build, "load_place": words.load_place}
        return named[id_](value)
    if id_ == "load":
        return words.load(load.mass_kg, load.at)
    return value * {"fault": PERCENT, "depth": PERCENT, "hand_height": CM}.get(id_, 1.0)


def sight_in_words(found: Consequence, words: Words) -> str:
    """`the hips drop 14 cm more`"""
    # Adding 0 turns a minus zero into zero.
    values = {"first": round(found.first) + 0.0, "second": round(found.second) + 0.0}
    return words.sight(found.sight, {**values, "by": found.by})
