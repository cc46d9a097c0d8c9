"""The heads of one side as the tables have them: fiber, tendon, and where each one pulls.

A side has the coordinates `SIDE`; each head's length is a sum of products of their powers:
    L = L0 + Σ c · q1^i · q2^j - Σ ∫ r_table dq       `Term` and `tables`, m and rad
    r = -∂L/∂q                                        moment arm, m
A lumbar joint's r is what its fascicles have, times the share of the head's force that crosses it.
Units: m, N, rad, at the reference man's size. Source: `assets/body/muscles.toml`,
`trunk_muscles.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.limits import shares
from hinge_tutor.body.muscle_names import GROUPS, LUMBAR, SIDE
from hinge_tutor.body.muscle_tables import table


@dataclass(frozen=True)
class Term:
    """`coefficient` · first^power (· second^second_power), coordinates as columns of `SIDE`."""

    coefficient: float
    first: int
    power: int
    second: int
    second_power: int


@dataclass(frozen=True)
class Head:
    """One head, as the tables have it: SI, pennation in rad, at the reference man's size.

    `fmax_N` has the specific tension in it; `tendon_slack_m` has the passive calibration in it.
    `passive_strain` is (0, 0) where a head's passive tissue is counted elsewhere (the trunk).
    `tables` has arms at equal steps over some coordinates of `SIDE`, `adduction` the arm toward
    adduction over hip flexion (empty where there is none).
    `crossing` is the share of its force that crosses each lumbar joint of `LUMBAR`.
    """

    name: str
    group: str | None
    fmax_N: float
    optimal_fiber_m: float
    tendon_slack_m: float
    pennation: float
    passive_strain: tuple[float, float]
    length_at_zero_m: float
    terms: tuple[Term, ...]
    tables: tuple[tuple[int, tuple[float, ...]], ...]
    adduction: tuple[float, ...]
    crossing: tuple[float, float, float]
    source: str


@cache
def heads() -> tuple[Head, ...]:
    """Every head of one side: legs, then trunk and shoulder; raises AuthorErrors."""
    legs = [_leg(name, row) for name, row in table("muscles")["muscles"].items()]
    trunk = [_trunk(name, row) for name, row in table("trunk_muscles")["muscles"].items()]
    return (*legs, *trunk)


def _leg(name: str, row: Mapping[str, Any]) -> Head:
    terms: list[Term] = []
    if "surface_mm" in row:
        first, second = (SIDE.index(at) for at in row["surface_mm"]["coordinates"])
        powers = table("muscles")["surface_powers"]["powers"]
        terms = [
            Term(value / 1000, first, i, second, j)
            for value, (i, j) in zip(row["surface_mm"]["coefficients"], powers, strict=True)
        ]
    psoas = table("trunk_muscles")["psoas"]
    crossing = (0.0, 0.0, 0.0)
    if name == psoas["muscle"]:
        crossing = _crossing(psoas, psoas["l5s1"]["crossing_N"] / psoas["share"])
        terms += _levels(psoas, crossing)
    slack = row["tendon_slack_m"] + row["tendon_slack_shift"] * row["optimal_fiber_m"]
    return Head(
        name=name,
        group=_group(row),
        fmax_N=row["fmax_N"],
        optimal_fiber_m=row["optimal_fiber_m"],
        tendon_slack_m=slack,
        pennation=math.radians(row["pennation_deg"]),
        passive_strain=(row["passive_strain"][0], row["passive_strain"][1]),
        length_at_zero_m=row["length_at_zero_m"],
        terms=tuple(terms),
        tables=tuple((SIDE.index(at), _metres(arms)) for at, arms in row["table_mm"].items()),
        adduction=_metres(row.get("adduction_mm", [])),
        crossing=crossing,
        source=row["source"],
    )


def _trunk(name: str, row: Mapping[str, Any]) -> Head:
    crossing = _crossing(row, row["fmax_N"])
    terms = _levels(row, crossing)
    if "shoulder_mm" in row:
        terms += _arm("shoulder", row["shoulder_mm"])
    pennation = math.radians(row["pennation_deg"])
    at_standing = table("trunk_muscles")["fiber_at_standing"]["length"]
    return Head(
        name=name,
        group=_group(row),
        fmax_N=row["fmax_N"] * table("trunk_muscles")["specific_tension"]["scale"],
        optimal_fiber_m=row["optimal_fiber_m"],
        tendon_slack_m=0.0,
        pennation=pennation,
        passive_strain=(0.0, 0.0),
        length_at_zero_m=row["optimal_fiber_m"] * at_standing * math.cos(pennation),
        terms=tuple(terms),
        tables=(),
        adduction=(),
        crossing=crossing,
        source=row["source"],
    )


def _metres(arms_mm: list[float]) -> tuple[float, ...]:
    return tuple(value / 1000 for value in arms_mm)


def _group(row: Mapping[str, Any]) -> str | None:
    return row["group"] if row["group"] in GROUPS else None


def _arm(at: str, arms_mm: list[float]) -> list[Term]:
    """The length terms of an arm polynomial: ∫ -r dq."""
    column = SIDE.index(at)
    return [Term(-c / 1000 / (n + 1), column, n + 1, 0, 0) for n, c in enumerate(arms_mm)]


def _crossing(row: Mapping[str, Any], whole_N: float) -> tuple[float, float, float]:
    force = [row[level]["crossing_N"] / whole_N if level in row else 0.0 for level in LUMBAR]
    return force[0], force[1], force[2]


def _levels(row: Mapping[str, Any], crossing: tuple[float, float, float]) -> list[Term]:
    """Lumbar terms in t = joint flexion / its share; dL/dq = +(extension arm) · crossing share."""
    return [
        Term(share * lumbar_share(level) * c / 1000 / (n + 1), SIDE.index(level), n + 1, 0, 0)
        for level, share in zip(LUMBAR, crossing, strict=True)
        if level in row
        for n, c in enumerate(row[level]["arms_mm"])
    ]


@cache
def lumbar_share(level: str) -> float:
    """The part of lumbar flexion that one of `LUMBAR` takes when the spine bends evenly."""
    return shares("lumbar_flexion")[f"{level}_flexion"]


@cache
def units() -> FloatArray:
    """What one unit of a polynomial's variable is in each coordinate of `SIDE`, shape (7,)."""
    return frozen([lumbar_share(at) if at in LUMBAR else 1.0 for at in SIDE])


@cache
def fitted() -> tuple[FloatArray, FloatArray]:
    """Lowest and highest value of each polynomial variable that the arms were fitted on, rad."""
    rows = {**table("muscles")["fitted_deg"]}
    rows |= dict.fromkeys(LUMBAR, table("trunk_muscles")["fitted_deg"]["lumbar"])
    bounds = np.radians([rows[at] for at in SIDE])
    return frozen(bounds[:, 0]), frozen(bounds[:, 1])
