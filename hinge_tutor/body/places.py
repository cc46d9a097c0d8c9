"""Places on a body that touch or carry something, and where each kind of load sits.

Source: `assets/body/places.toml`. Positions in m in the segment's own frame, scaled with stature.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import Place
from hinge_tutor.located import nearest
from hinge_tutor.shape import SOURCED, Disagreement, Numbers, Table, Text, Texts, read_shaped

# Segments that there are once, and those that each side has.
MIDDLE = ("pelvis", "lower_thorax", "upper_thorax")
LIMBS = ("thigh", "shank", "foot", "toes", "hand")
# Landmarks that every body has besides these places, and that carry a load as well.
GRIPS = tuple(f"hand_{side}" for side in SIDES)
# Where a load is unless something else is said.
HANDS = "hands"
# The stature at which the file's positions are measured.
STATURE_M = 1.75

_PLACE = Table({"on": Text((*MIDDLE, *LIMBS)), "at_cm": Numbers(-60.0, 60.0, 2), **SOURCED})
_LOAD = Table({"on": Texts(), **SOURCED})
_SHAPE = Table({"places": Table(others=_PLACE), "loads": Table({HANDS: _LOAD}, others=_LOAD)})


@cache
def table() -> dict[str, Any]:
    """`assets/body/places.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("body", "places.toml"), _SHAPE, _agree)


def landmarks(height_m: float) -> dict[str, Place]:
    """Every place on a body of that stature: name (with its side) to (segment, position in m)."""
    scale = height_m / STATURE_M / 100
    return {
        name: (segment, (row["at_cm"][0] * scale, row["at_cm"][1] * scale))
        for key, row in table()["places"].items()
        for name, segment in _sided(key, row["on"])
    }


def load_places() -> tuple[str, ...]:
    """The names of all places that a load can have."""
    return tuple(table()["loads"])


def carriers(at: str) -> tuple[str, ...]:
    """The landmarks that share a load at a place of `load_places`; raises KeyError."""
    return tuple(table()["loads"][at]["on"])


def _sided(key: str, on: str) -> Iterator[tuple[str, str]]:
    if on in MIDDLE:
        yield key, on
    else:
        for side in SIDES:
            yield f"{key}_{side}", f"{on}_{side}"


def _agree(data: Mapping[str, Any]) -> Iterator[Disagreement]:
    known = [name for key, row in data["places"].items() for name, _ in _sided(key, row["on"])]
    known += GRIPS
    for at, row in data["loads"].items():
        for name in row["on"]:
            if name not in known:
                near = nearest(name, known)
                hint = f"; did you mean {near}?" if near else ""
                yield ("loads", at, "on"), f"'{name}' is no place{hint} Allowed: {', '.join(known)}"
