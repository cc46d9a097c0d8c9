"""Lengths and masses of a body's parts, from published tables scaled to a specification.

length = table length · stature / reference stature, then the percentages of the specification,
then thigh, shank and trunk by one factor f so that their sum, and with it stature, stays:
    f = (thigh + shank + trunk) / (thigh' + shank' + trunk')
mass = body mass · percent / Σ percent (the table's percentages are brought to 100).
Units: m, kg. Source: `assets/body/anthropometry.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.specification import Specification
from hinge_tutor.shape import SOURCED, Disagreement, Number, Table, read_shaped

LIMBS = ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
TRUNK_PARTS = ("lower", "middle", "upper", "head")

# A person's parts are well within these; beyond them a number is a slip of the keyboard.
_PERCENT = Number(0.1, 90.0)
_LENGTH_MM = Number(5.0, 1000.0)
_LIMB = Table(
    {
        "mass_percent": Number(0.1, 30.0),
        "com_percent": _PERCENT,
        "gyration_percent": _PERCENT,
        "length_mm": _LENGTH_MM,
        **SOURCED,
    }
)
_TRUNK = Table(
    {f"{part}_mass_percent": Number(0.1, 50.0) for part in TRUNK_PARTS}
    | {"length_mm": _LENGTH_MM, **SOURCED}
)
_SEX = Table({**dict.fromkeys(LIMBS, _LIMB), "trunk": _TRUNK})
_STATURE_MM = Number(1000.0, 2500.0)
_SHAPE = Table(
    {
        "reference": Table(
            {"male_height_mm": _STATURE_MM, "female_height_mm": _STATURE_MM, **SOURCED}
        ),
        "stature": Table(
            {"ankle_height": Number(0.01, 0.1), "hand_length": Number(0.05, 0.2), **SOURCED}
        ),
        "male": _SEX,
        "female": _SEX,
        "foot": Table(
            {
                "heel": Number(-0.6, -0.05),
                "ball": Number(0.1, 0.8),
                "toe_tip": Number(0.3, 1.0),
                "toes_mass_share": Number(0.01, 0.4),
                "heel_pad": Table({"length_mm": Number(0.0, 50.0), **SOURCED}),
                **SOURCED,
            }
        ),
        "hand": Table({"grip_mm": Number(0.0, 200.0), **SOURCED}),
        "balance": Table(
            {
                "com_ahead_mm": Number(-50.0, 150.0),
                "foot_length_mm": Number(150.0, 400.0),
                **SOURCED,
            }
        ),
    }
)


@dataclass(frozen=True)
class Measurements:
    """Lengths in m; masses in kg of one limb segment and of the four trunk parts."""

    lengths_m: Mapping[str, float]
    limb_mass_kg: Mapping[str, float]
    trunk_mass_kg: Mapping[str, float]
    com_share: Mapping[str, float]
    gyration_share: Mapping[str, float]


@cache
def table() -> dict[str, Any]:
    """`assets/body/anthropometry.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("body", "anthropometry.toml"), _SHAPE, _agree)


def _agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    if data["foot"]["ball"] >= data["foot"]["toe_tip"]:
        yield ("foot", "ball"), "the ball lies ahead of the toe tip; write a smaller number"


def measure(specification: Specification) -> Measurements:
    """The lengths and masses of a body."""
    rows = table()[specification.sex]
    return Measurements(
        lengths_m=_lengths(specification, rows),
        **_masses(specification, rows),
        com_share={limb: rows[limb]["com_percent"] / 100 for limb in LIMBS},
        gyration_share={limb: rows[limb]["gyration_percent"] / 100 for limb in LIMBS},
    )


def _lengths(specification: Specification, rows: dict[str, Any]) -> dict[str, float]:
    stature = specification.height_m
    reference = table()["reference"][f"{specification.sex}_height_mm"]
    # Both are in mm, so their quotient is a share of stature and the length comes out in m.
    lengths = {name: rows[name]["length_mm"] / reference * stature for name in (*LIMBS, "trunk")}
    changed = {
        "thigh": lengths["thigh"] * (1 + specification.femur_percent / 100),
        "shank": lengths["shank"] * (1 + specification.tibia_percent / 100),
        "trunk": lengths["trunk"] * (1 + specification.torso_percent / 100),
    }
    factor = sum(lengths[name] for name in changed) / sum(changed.values())
    lengths |= {name: value * factor for name, value in changed.items()}
    share = table()["stature"]
    lengths["ankle_height"] = share["ankle_height"] * stature
    lengths["hand_to_fingertip"] = share["hand_length"] * stature
    lengths["stature"] = stature
    return lengths


def _masses(specification: Specification, rows: dict[str, Any]) -> dict[str, dict[str, float]]:
    limbs = {limb: rows[limb]["mass_percent"] for limb in LIMBS}
    trunk = {part: rows["trunk"][f"{part}_mass_percent"] for part in TRUNK_PARTS}
    one_percent = specification.mass_kg / (2 * sum(limbs.values()) + sum(trunk.values()))
    return {
        "limb_mass_kg": {limb: percent * one_percent for limb, percent in limbs.items()},
        "trunk_mass_kg": {part: percent * one_percent for part, percent in trunk.items()},
    }
