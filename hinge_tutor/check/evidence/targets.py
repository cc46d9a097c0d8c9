"""The targets of the proof, each with its source, and the tables that arms are compared with.

Source: `assets/proof/targets.toml`, `leg_arms.toml`, `trunk_arms.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.muscle_names import LEG
from hinge_tutor.check.evidence.row import SECTIONS, Family, Target
from hinge_tutor.shape import (
    SOURCED,
    Disagreement,
    Number,
    Numbers,
    Table,
    Text,
    Texts,
    read_shaped,
)

FOLDER = "proof"
# What a family can have a row for each of.
EACH = ("movement",)
# Larger than any figure of the proof, in any of its units.
_LARGEST = 1e5
_ROW = Table(
    {
        "section": Text(SECTIONS),
        "unit": Text(empty=True),
        "decimals": Number(0, 9),
        "at_least?": Number(-_LARGEST, _LARGEST),
        "at_most?": Number(-_LARGEST, _LARGEST),
        "within?": Number(0, _LARGEST),
        "within_percent?": Number(0, 100),
        "aim?": Number(-_LARGEST, _LARGEST),
        "aims?": Table(others=Number(-_LARGEST, _LARGEST)),
        "cases?": Texts(),
        "measured?": Table(others=Numbers(-_LARGEST, _LARGEST, 2, rising=True)),
        "falling?": Texts(),
        "each?": Text(EACH),
        **SOURCED,
    }
)
_TARGETS = Table({"rows": Table(others=_ROW)})

# A grid of angles is no longer than this.
_MOST_ANGLES = 400
_ANGLES, _ARMS = Numbers(-60, 160, (1, _MOST_ANGLES)), Numbers(-250, 250, (1, _MOST_ANGLES))
LEG_ARMS = Table(
    {
        "muscles": Table(
            others=Table(
                {f"{joint}_deg?": _ANGLES for joint in LEG}
                | {f"{joint}_mm?": _ARMS for joint in LEG}
            )
        ),
        **SOURCED,
    }
)
TRUNK_ARMS = Table(
    {
        "muscles": Table(
            others=Table(
                {"flexion_deg": _ANGLES, "l5s1_mm": _ARMS, "l3l4_mm": _ARMS} | {"l1l2_mm": _ARMS}
            )
        ),
        **SOURCED,
    }
)


@cache
def families() -> Mapping[str, Family]:
    """Every family of rows by its name, in the order of the file; raises AuthorErrors."""
    data = read_shaped(shelf.assets(FOLDER, "targets.toml"), _TARGETS, _agree)
    return {id_: _family(id_, row) for id_, row in data["rows"].items()}


@cache
def leg_arms() -> dict[str, Any]:
    """Published arms of leg muscles: per muscle its angles in degrees and arms in mm, as lists."""
    return read_shaped(shelf.assets(FOLDER, "leg_arms.toml"), LEG_ARMS, _as_long)


@cache
def trunk_arms() -> dict[str, Any]:
    """Published arms of trunk muscles over lumbar flexion, as lists."""
    return read_shaped(shelf.assets(FOLDER, "trunk_arms.toml"), TRUNK_ARMS, _as_long)


def _family(id_: str, row: Mapping[str, Any]) -> Family:
    aims: dict[str, float] = row.get("aims", {})
    cases = dict.fromkeys((*row.get("cases", () if aims else ("",)), *aims))
    return Family(
        id=id_,
        section=row["section"],
        unit=row["unit"],
        decimals=int(row["decimals"]),
        source=row["source"],
        targets={case: _target(row, case) for case in cases},
        each=row.get("each", ""),
    )


def _target(row: Mapping[str, Any], case: str) -> Target:
    aim: float | None = row.get("aims", {}).get(case, row.get("aim"))
    low, high = row.get("at_least", -math.inf), row.get("at_most", math.inf)
    if aim is not None and ("within" in row or "within_percent" in row):
        band = row.get("within", abs(aim) * row.get("within_percent", 0) / 100)
        low, high = aim - band, aim + band
    people = row.get("measured", {}).get(case)
    measured = None if people is None else (float(people[0]), float(people[1]))
    return Target(float(low), float(high), aim, tuple(row.get("falling", ())), measured)


def _agree(data: Mapping[str, Any]) -> Iterator[Disagreement]:
    for id_, row in data["rows"].items():
        place = ("rows", id_)
        bands = [key for key in ("within", "within_percent") if key in row]
        bounds = [key for key in ("at_least", "at_most") if key in row]
        ways = [ways for ways in (bands, bounds, [*row.keys() & {"falling"}]) if ways]
        if len(ways) > 1 or len(bands) > 1:
            named = ", ".join(key for way in ways for key in way)
            yield place, f"{id_} has {named}; a row is held against one of them"
        if bounds and row.keys() & {"aim", "aims"}:
            yield place, f"{id_} has {bounds[0]} and a value to be near to; keep one of the two"
        if bands and not row.keys() & {"aim", "aims"}:
            yield place, f"{id_} has {bands[0]} and nothing that it is near to; write aim = …"
        if len(bounds) == 2 and row["at_least"] > row["at_most"]:
            yield (*place, "at_least"), f"{id_}: at_least is above at_most; exchange them"
        if row["section"] == "reported" and ways:
            yield place, f"{id_} is only reported, so it has no {ways[0][0]}; delete it"
        if row["section"] != "reported" and "measured" in row:
            yield place, f"{id_} is judged, so it has no measured; tell that in a row of its own"
        for case in sorted(row.get("measured", {}).keys() - {*row.get("cases", ())}):
            yield (*place, "measured", case), f"{id_} has no case {case}; delete it"
        if len(row.get("falling", ("", ""))) < 2:
            yield (*place, "falling"), f"{id_}: an order has at least two names"
        if row["decimals"] != int(row["decimals"]):
            yield (*place, "decimals"), f"{id_}: decimals is no whole number"


def _as_long(data: Mapping[str, Any]) -> Iterator[Disagreement]:
    for name, columns in data["muscles"].items():
        lengths = {key: len(values) for key, values in columns.items()}
        if len(set(lengths.values())) > 1:
            told = ", ".join(f"{key} {length}" for key, length in lengths.items())
            yield ("muscles", name), f"the lists of {name} differ in length: {told}"
