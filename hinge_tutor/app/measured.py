"""A body and its load in one phrase, in the units that somebody uses."""

from __future__ import annotations

from hinge_tutor.app.units import US, length, weight
from hinge_tutor.body.skeleton import Body
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.take import Load


def body_in_words(body: Body, load: Load, units: str, words: Words) -> str:
    """`175 cm, 75 kg`, with a load `5′ 9″, 165 lb, 44 lb in the hands`"""
    said = [length(units)(body.specification.height_m), weight(units)(body.specification.mass_kg)]
    if load.mass_kg > 0.0:
        carried = words.load(load.mass_kg, load.at)
        if units == US:
            carried = f"{weight(US)(load.mass_kg)} {words.load_place(load.at)}"
        said.append(carried)
    return words.pose("list_comma").join(said)
