"""What a movement needs, in words: stance, load, pulls, and the props it is shown with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.movement import Movement
from hinge_tutor.motion.needs import LEAST_KG, pulls, stance

PERCENT = 100.0


def needs_in_words(movement: Movement, words: Words) -> str:
    """`feet side by side; a barbell, 35 % of the body's weight, in the hands`"""
    return words.needs("between").join(_parts(movement, words))


def _parts(movement: Movement, words: Words) -> Iterator[str]:
    yield words.stance(stance(movement))
    usual = movement.usual
    if usual.kg > 0.0 or usual.body_masses > 0.0:
        much = _much(usual.kg, usual.body_masses, words)
        said = [words.carried(usual.kind), *([much] if much else []), words.load_place(usual.at)]
        yield words.pose("list_comma").join(said)
    for name in pulls(movement):
        yield words.needs(name)
    if movement.props:
        yield words.needs("shown", {"props": shown_with(movement.props, words)})


def shown_with(props: Sequence[str], words: Words) -> str:
    """`a rod along the back, a wall behind the hips`"""
    return words.pose("list_comma").join(words.prop_in_full(name) for name in props)


def _much(kg: float, body_masses: float, words: Words) -> str:
    """How heavy it is; nothing where it is next to nothing."""
    if body_masses > 0.0:
        return words.needs("share", {"percent": PERCENT * body_masses})
    return words.needs("mass", {"kg": kg}) if kg >= LEAST_KG else ""
