"""Where a body stands among the people of its sex: how many of 100 have less of something.

With Φ the normal distribution, m the mean and s the standard deviation of a sex:
    height       Φ((h - m) / s)
    mass         Φ(ln(w / w̃) / σ),   σ² = ln(1 + (s / m)²),   w̃ = m exp(-σ² / 2)
    proportions  Φ((r / r̄ - 1) / c),   r = length over stature as this body really has it, or of
                                       the thigh to the trunk
Mass is skewed to the heavy side, so its logarithm is taken for normal. r̄ is the proportion of the
default body of that sex and c the spread of real people's. Entries without a known spread (joints,
strength) have no place. Source: `assets/body/population.toml`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from random import Random
from statistics import NormalDist
from typing import Any, get_args

from hinge_tutor import shelf
from hinge_tutor.body.anthropometry import measure
from hinge_tutor.body.specification import Sex, Specification
from hinge_tutor.shape import SOURCED, Number, Table, read_shaped

# The part that an entry of a specification makes longer, in `Measurements.lengths_m`.
PARTS = {"femur": "thigh", "torso": "trunk", "tibia": "shank"}
# One number for both: how long the thigh is for the trunk. It is no entry of a specification.
THIGH_TO_TRUNK = "thigh_to_trunk"
# 95 of 100 people lie within this many standard deviations; the others are told by no one figure.
RAREST = 2.0
RANKED = ("height", "mass", *PARTS)

_SPREAD = Number(0.1, 20.0)
_SHAPE = Table(
    {
        sex: Table(
            {
                "height": Table({"mean_m": Number(1.3, 2.2), "sd_m": Number(0.01, 0.2), **SOURCED}),
                "mass": Table(
                    {"mean_kg": Number(30.0, 150.0), "sd_kg": Number(1.0, 40.0), **SOURCED}
                ),
                "proportions": Table({**{f"{part}_percent": _SPREAD for part in PARTS}, **SOURCED}),
                THIGH_TO_TRUNK: Table({"percent": _SPREAD, **SOURCED}),
            }
        )
        for sex in get_args(Sex)
    }
)


@cache
def table() -> dict[str, Any]:
    """`assets/body/population.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("body", "population.toml"), _SHAPE)


def below(specification: Specification, entry: str) -> float | None:
    """The share, 0 to 1, of people of its sex who have less of an entry; None where unknown."""
    rows = table()[specification.sex]
    if entry == "height":
        row = rows["height"]
        return NormalDist(row["mean_m"], row["sd_m"]).cdf(specification.height_m)
    if entry == "mass":
        row = rows["mass"]
        variance = math.log(1.0 + (row["sd_kg"] / row["mean_kg"]) ** 2)
        middle = math.log(row["mean_kg"]) - variance / 2
        return NormalDist(middle, math.sqrt(variance)).cdf(math.log(specification.mass_kg))
    if entry in PARTS:
        spread = rows["proportions"][f"{entry}_percent"] / 100
        own, usual = (
            _proportion(body, PARTS[entry])
            for body in (specification, Specification(sex=specification.sex))
        )
        return NormalDist(1.0, spread).cdf(own / usual)
    if entry == THIGH_TO_TRUNK:
        spread = rows[THIGH_TO_TRUNK]["percent"] / 100
        return NormalDist(1.0, spread).cdf(1.0 + thigh_to_trunk_percent(specification) / 100)
    return None


def thigh_to_trunk_percent(specification: Specification) -> float:
    """How much longer a thigh is for its trunk than in the default body of that sex, percent."""
    thigh = 1.0 + specification.femur_percent / 100
    trunk = 1.0 + specification.torso_percent / 100
    return 100.0 * (thigh / trunk - 1.0)


def with_thigh_to_trunk(specification: Specification, percent: float) -> Specification:
    """The body with a thigh so much longer for its trunk: one grows as the other one shrinks.

    So it is in people, in whom one goes with the other (r = -.82 and -.78 over stature).
    """
    each = math.sqrt(1.0 + percent / 100)
    return replace(
        specification,
        femur_percent=round(100 * (each - 1.0), 1),
        torso_percent=round(100 * (1.0 / each - 1.0), 1),
    )


def drawn(chance: Random, sex: Sex) -> Specification:
    """Somebody of a sex as people differ; beyond RAREST standard deviations nobody.

    Each entry is drawn by itself, in steps that a person would name: what goes together in people
    is not in the table.
    """
    rows = table()[sex]
    height, mass = rows["height"], rows["mass"]
    variance = math.log(1.0 + (mass["sd_kg"] / mass["mean_kg"]) ** 2)
    middle = math.log(mass["mean_kg"]) - variance / 2
    percents = {part: rows["proportions"][f"{part}_percent"] for part in PARTS}
    tall = height["mean_m"] + height["sd_m"] * _deviation(chance)
    heavy = math.exp(middle + math.sqrt(variance) * _deviation(chance))
    femur, torso, tibia = (round(percents[part] * _deviation(chance)) for part in PARTS)
    return Specification(
        sex=sex,
        height_m=round(tall, 2),
        mass_kg=float(round(heavy)),
        femur_percent=float(femur),
        torso_percent=float(torso),
        tibia_percent=float(tibia),
    )


def _deviation(chance: Random) -> float:
    """A number of standard deviations, as often as there are people with it."""
    while abs(found := chance.gauss(0.0, 1.0)) > RAREST:
        pass
    return found


def _proportion(specification: Specification, part: str) -> float:
    lengths = measure(specification).lengths_m
    return lengths[part] / lengths["stature"]
