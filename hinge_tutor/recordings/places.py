"""Where on our body a marker of another program sits; source: `assets/recordings/markers.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.linkage import Place
from hinge_tutor.body.places import STATURE_M
from hinge_tutor.body.skeleton import Body
from hinge_tutor.shape import SOURCED, Disagreement, Number, Numbers, Table, Text, read_shaped

RIGHT, LEFT, MIDDLE = "right", "left", ""
SIDES = (RIGHT, LEFT)
_PLACE = Table(
    {
        "on": Text(),
        "joint?": Text(),
        "at_cm?": Numbers(-60.0, 60.0, 2),
        "standing_mm": Number(0.0, 100.0),
        **SOURCED,
    }
)
_SET = Table({"name": Text(), "markers": Table(others=Text()), **SOURCED})
_SHAPE = Table({"places": Table(others=_PLACE), "sets": Table(others=_SET)})
_PREFIX, _STUDY = re.compile(r"^.*:"), re.compile(r"_study$", re.IGNORECASE)
_MARKS = re.compile(r"[\s._-]+")


@dataclass(frozen=True)
class Spot:
    """A place of the table on one side, or in the middle."""

    place: str
    side: str


@cache
def table() -> dict[str, Any]:
    """`assets/recordings/markers.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("recordings", "markers.toml"), _SHAPE, _agree)


def _agree(data: Mapping[str, Any]) -> Iterator[Disagreement]:
    for key, row in data["sets"].items():
        for name, spot in row["markers"].items():
            place, _, side = spot.partition(" ")
            if place not in data["places"] or side not in (*SIDES, MIDDLE):
                at = ("sets", key, "markers", name)
                yield at, f"'{spot}' is no place; write one of [places], and right or left"


def plain(name: str) -> str:
    """A marker's name as it is compared: without subject, study, case, dots and dashes."""
    return _MARKS.sub("", _STUDY.sub("", _PREFIX.sub("", name))).lower()


@cache
def _known() -> Mapping[str, Spot]:
    found = {}
    for row in table()["sets"].values():
        for name, spot in row["markers"].items():
            place, _, side = spot.partition(" ")
            found[plain(name)] = Spot(place, side)
    return found


def spot_of(marker: str) -> Spot | None:
    """Where a marker of that name sits; None for one that is in no set."""
    return _known().get(plain(marker))


def set_of(markers: Sequence[str]) -> str:
    """The name of the set that most of the markers are from."""
    ours = {plain(marker) for marker in markers}
    sets = table()["sets"].values()
    best = max(sets, key=lambda row: len(ours & {plain(name) for name in row["markers"]}))
    return str(best["name"])


def usual_place(body: Body, spot: Spot, side: str) -> Place:
    """The segment that a spot is on, and where on it (m), on a body's `near` or `far` side."""
    row = table()["places"][spot.place]
    segment = next(
        name for name in (row["on"], f"{row['on']}_{side}") if name in body.linkage.index
    )
    x, y = (value / 100 * body.height_m / STATURE_M for value in row.get("at_cm", (0.0, 0.0)))
    if "joint" in row:
        joint = body.segment(body.landmarks[_landmark(body, row["joint"], side)][0])
        if joint.parent == segment:
            x, y = x + joint.joint_in_parent_m[0], y + joint.joint_in_parent_m[1]
    return segment, (x, y)


def _landmark(body: Body, joint: str, side: str) -> str:
    return joint if joint in body.landmarks else f"{joint}_{side}"


def standing_m(spot: Spot) -> float:
    """How near to its usual place it sits on a standing person, m; 0 where nothing is known."""
    return float(table()["places"][spot.place]["standing_mm"]) / 1000
