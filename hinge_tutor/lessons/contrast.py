"""What the figures of a build differ in, as the lesson set them, and how that is said."""

from __future__ import annotations

from itertools import pairwise

from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.words import Words

# A figure's setting and the id under which words.toml names it.
PARAMETERS = {"movement": "movement", "body": "body", "load_kg": "load"}


def differing(one: Cast, other: Cast) -> tuple[str, ...]:
    """The ids of the parameters in which two figures differ."""
    return tuple(
        name for field, name in PARAMETERS.items() if getattr(one, field) != getattr(other, field)
    )


def sentence(plan: StagePlan, words: Words) -> str:
    """`The only difference: the movement.`; empty where the plan does not ask for it."""
    if not plan.difference or len(plan.movements) < 2:
        return ""
    ids = [name for pair in pairwise(plan.movements) for name in differing(*pair)]
    names = [words.parameter(name) for name in dict.fromkeys(ids)]
    if not names:
        return words.difference("none")
    if len(names) == 1:
        return words.difference("only").format(name=names[0])
    return words.difference("several").format(names=words.pose("list_comma").join(names))
