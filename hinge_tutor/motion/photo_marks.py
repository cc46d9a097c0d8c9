"""The eight places that are marked on a photo from the side, and how well they are found.

Source: `assets/body/photo.toml`. Positions in m, spreads in m, angles in rad.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.linkage import Place
from hinge_tutor.body.places import STATURE_M
from hinge_tutor.body.skeleton import Body
from hinge_tutor.shape import SOURCED, Disagreement, Number, Numbers, Table, Text, read_shaped

# In the order in which they are placed: from the ground up, then the arm.
MARKS = ("toe_tip", "ankle", "knee", "hip", "low_back", "neck_base", "ear", "wrist")

# Landmarks of the body that are seen from the side.
_LANDMARKS = (
    *("toe_tip_near", "heel_near", "ankle_near", "knee_near", "mid_hip", "waist", "c7"),
    *("shoulder_near", "elbow_near", "wrist_near"),
)
_SPREAD = Numbers(0.1, 20.0, 2)
_MARK = Table(
    {
        "at?": Text(_LANDMARKS),
        "on?": Text(("upper_thorax", "head")),
        "at_cm?": Numbers(-60.0, 60.0, 2),
        "spread_cm": _SPREAD,
        **SOURCED,
    }
)
_USUAL_DEG = Numbers(-90.0, 90.0, 2)
_SHAPE = Table(
    {
        "marks": Table(dict.fromkeys(MARKS, _MARK)),
        "usual": Table(
            {
                **dict.fromkeys(
                    ("lumbar_deg", "thoracic_deg", "neck_deg", "head_deg", "elbow_deg"), _USUAL_DEG
                ),
                "follows": Number(0.0, 1.0),
                "limb_deg": Number(1.0, 180.0),
                **SOURCED,
            }
        ),
    }
)


@dataclass(frozen=True)
class Usual:
    """What a photo leaves open: usual angles and their spreads, rad."""

    lumbar: tuple[float, float]
    thoracic: tuple[float, float]
    follows: float
    neck: tuple[float, float]
    head: tuple[float, float]
    elbow: tuple[float, float]
    limb: float


@cache
def table() -> dict[str, Any]:
    """`assets/body/photo.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("body", "photo.toml"), _SHAPE, _agree)


def _agree(data: Mapping[str, Any]) -> Iterator[Disagreement]:
    for name, row in data["marks"].items():
        if ("at" in row) == ("on" in row) or ("on" in row) != ("at_cm" in row):
            yield ("marks", name), f"{name} has either at, or on with at_cm; keep one of the two"


def place(body: Body, name: str) -> Place:
    """Where a mark belongs on a body: a segment, and the position in its frame, m."""
    row = table()["marks"][name]
    if "at" in row:
        return body.landmarks[row["at"]]
    scale = body.height_m / STATURE_M / 100
    return row["on"], (row["at_cm"][0] * scale, row["at_cm"][1] * scale)


def spread_m(name: str) -> tuple[float, float]:
    """How far a mark lies from its place, one standard deviation: along the back and across, m."""
    along, across = table()["marks"][name]["spread_cm"]
    return along / 100, across / 100


@cache
def usual() -> Usual:
    """What is taken as usual where a photo leaves it open."""
    row = table()["usual"]

    def pair(name: str) -> tuple[float, float]:
        value, spread = row[f"{name}_deg"]
        return math.radians(value), math.radians(spread)

    return Usual(
        lumbar=pair("lumbar"),
        thoracic=pair("thoracic"),
        follows=float(row["follows"]),
        neck=pair("neck"),
        head=pair("head"),
        elbow=pair("elbow"),
        limb=math.radians(row["limb_deg"]),
    )
