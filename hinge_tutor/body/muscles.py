"""The muscles of one side: strength, fiber, tendon, pennation, group, and where each one pulls.

A side has the coordinates `SIDE`; each head's length is a sum of products of their powers:
    L = L0 + Σ c · q1^i · q2^j (+ a table over one coordinate)      `Term`, m and rad
    r = -∂L/∂q                                                      moment arm, m
    Fmax = table · scale · strength · mass / mass of the reference
    volume = Fmax · optimal fiber length
Lengths and arms go with height. Units: m, N, rad. Source: `assets/body/muscles.toml`,
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
from hinge_tutor.body.limits import SIDES, shares
from hinge_tutor.body.muscle_tables import GROUPS, LUMBAR, SIDE, table
from hinge_tutor.body.skeleton import Body

__all__ = [
    "GROUPS",
    "LUMBAR",
    "SIDE",
    "Head",
    "Term",
    "columns",
    "described",
    "fitted",
    "group_names",
    "heads",
    "lumbar_share",
    "names",
    "optimal_fibers",
    "size",
    "strengths",
    "table",
    "units",
]

_SUFFIX = {"hip": "flexion", "knee": "flexion", "ankle": "dorsiflexion", "shoulder": "flexion"}


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
    knee_table: tuple[float, ...]
    crossing: tuple[float, float, float]
    source: str


@cache
def heads() -> tuple[Head, ...]:
    """Every head of one side: legs, then trunk and shoulder; raises AuthorErrors."""
    legs = [_leg(name, row) for name, row in table("muscles")["muscles"].items()]
    trunk = [_trunk(name, row) for name, row in table("trunk_muscles")["muscles"].items()]
    return (*legs, *trunk)


@cache
def names() -> tuple[str, ...]:
    """The heads' names with their side: all near, then all far."""
    return tuple(f"{head.name}_{side}" for side in SIDES for head in heads())


@cache
def group_names() -> tuple[str, ...]:
    """The groups with their side, in the order of `GROUPS`: near and far of each."""
    return tuple(f"{group}_{side}" for group in GROUPS for side in SIDES)


def columns(body: Body, side: str) -> tuple[int, ...]:
    """The columns of `q` that are the coordinates `SIDE` of one side."""
    return tuple(
        body.index(
            f"{name}_flexion" if name in LUMBAR else f"{name}_{_SUFFIX[name]}_{side}",
        )
        for name in SIDE
    )


def size(body: Body) -> float:
    """Lengths of this body's muscles over those of the reference man."""
    return float(body.height_m / table("muscles")["reference"]["height_m"])


def strengths(body: Body) -> FloatArray:
    """Fmax of each head in N, shape (M,)."""
    reference = table("muscles")["reference"]
    factor = body.strength * body.mass_kg / reference["mass_kg"]
    return frozen([head.fmax_N * factor for head in heads()])


def optimal_fibers(body: Body) -> FloatArray:
    """Optimal fiber length of each head in m, shape (M,)."""
    return frozen([head.optimal_fiber_m * size(body) for head in heads()])


def described(body: Body) -> list[dict[str, object]]:
    """The heads of both sides as plain data, for `body --json`: SI units, angles in degrees."""
    strength, fiber = strengths(body), optimal_fibers(body)
    return [
        {
            "name": f"{head.name}_{side}",
            "group": None if head.group is None else f"{head.group}_{side}",
            "fmax_N": float(strength[number]),
            "optimal_fiber_m": float(fiber[number]),
            "tendon_slack_m": head.tendon_slack_m * size(body),
            "pennation_deg": math.degrees(head.pennation),
            "volume_Nm": float(strength[number] * fiber[number]),
            "source": head.source,
        }
        for side in SIDES
        for number, head in enumerate(heads())
    ]


def _leg(name: str, row: Mapping[str, Any]) -> Head:
    terms = [term for at, arms in row.get("arms_mm", {}).items() for term in _arm(at, arms)]
    if "surface_mm" in row:
        first, second = (SIDE.index(at) for at in row["surface_mm"]["coordinates"])
        powers = table("muscles")["surface_powers"]["powers"]
        terms += [
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
        knee_table=tuple(value / 1000 for value in row.get("table_mm", {}).get("knee", ())),
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
        knee_table=(),
        crossing=crossing,
        source=row["source"],
    )


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
