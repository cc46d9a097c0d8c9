"""What the figures of a build differ in, as the lesson set them."""

from __future__ import annotations

from hinge_tutor.lessons.lesson import Cast

# A figure's setting and what it is called.
SETTINGS = {
    "movement": "movement",
    "body": "body",
    "load_kg": "load",
    "load_at": "load",
    "tempo": "tempo",
    "depth": "depth",
    "mix": "movement",
}


def differing(one: Cast, other: Cast) -> tuple[str, ...]:
    """The settings in which two figures differ, each fault by its id."""
    names = [
        name for field, name in SETTINGS.items() if getattr(one, field) != getattr(other, field)
    ]
    shares = dict(one.faults), dict(other.faults)
    faults = [id_ for id_ in {**shares[0], **shares[1]} if shares[0].get(id_) != shares[1].get(id_)]
    return tuple(dict.fromkeys((*names, *faults)))
