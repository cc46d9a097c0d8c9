"""What the technique map says of a place, and of the corners that a body cannot reach."""

from __future__ import annotations

from hinge_tutor.coaching.technique import (
    CORNERS,
    DISC,
    EFFORTS,
    Hindrance,
    TechniqueMap,
)
from hinge_tutor.lessons.figure_names import blend_in_words
from hinge_tutor.lessons.mixing import Percents, shares_of
from hinge_tutor.lessons.words import Words


def quantity_name(id_: str, words: Words, anatomical: bool = False) -> str:
    """`Hamstrings`, `Shear of the lowest disc`"""
    if id_ in EFFORTS:
        return words.muscle(id_.removesuffix("_effort_percent"), anatomical)
    return words.technique_load(id_)


def unit(id_: str) -> str:
    """The unit of a value on the map."""
    return "%" if id_ in EFFORTS else "N" if id_ in DISC else "N·m"


def point_in_words(
    found: TechniqueMap | None, id_: str, percents: Percents, words: Words, anatomical: bool = False
) -> str:
    """`Hinge 50, squat 30, bend 20 %. Hamstrings: 16 %.`, or why that is not seen."""
    shares = shares_of(percents)
    named = zip(CORNERS, shares, strict=True)
    here = blend_in_words(tuple((name, share) for name, share in named if share > 0.0), words)
    if found is None:
        return words.technique("here", {"blend": here})
    hindrance = found.hindrance(shares)
    if hindrance is not None:
        said = hindrance_in_words(hindrance, words)
        return words.technique("hindered", {"blend": here, "why": said})
    value: dict[str, float | str] = {
        "blend": here,
        "name": quantity_name(id_, words, anatomical),
        "value": found.at(id_, shares),
        "unit": unit(id_),
    }
    return words.technique("told", value)


def hindrance_in_words(hindrance: Hindrance, words: Words) -> str:
    """Why a body is not seen doing a blend, in one sentence."""
    if hindrance.reason is not None:
        return words.reason(hindrance.reason)
    return words.too_heavy(hindrance.joint, hindrance.lacking_Nm)


def marks_in_words(found: TechniqueMap | None, words: Words) -> str:
    """What the marks at the corners mean: each movement that this body cannot do all the way."""
    if found is None:
        return ""
    return " ".join(
        words.technique("mark", {"figure": words.movement_short(name), "why": words.reason(why)})
        for name, why in {**found.stays, **found.short}.items()
    )
