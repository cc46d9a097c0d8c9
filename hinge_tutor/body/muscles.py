"""The muscles of one side of a body: their names, groups, strengths and sizes.

    Fmax = table · scale · strength · sex · mass / mass of the reference
    volume = Fmax · optimal fiber length
Lengths and arms go with height; sex is 1 for men. Units: m, N. Source: `assets/body/muscles.toml`,
`trunk_muscles.toml`; their heads are in `muscle_heads.py`.
"""

from __future__ import annotations

import math
from functools import cache

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.muscle_heads import Head, Term, fitted, heads, lumbar_share, units
from hinge_tutor.body.muscle_names import GROUPS, LUMBAR, SIDE
from hinge_tutor.body.muscle_tables import table
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
    factor = body.strength * body.mass_kg / table("muscles")["reference"]["mass_kg"]
    found: FloatArray = _of_sex(body.sex) * factor
    return found


@cache
def _of_sex(sex: str) -> FloatArray:
    """Fmax of each head (M,) at the reference man's mass: a woman's in her legs and trunk."""
    women = table("muscles")["female"]
    legs = table("muscles")["muscles"]
    return frozen(
        [
            head.fmax_N * (women["lower_body" if head.name in legs else "upper_body"])
            if sex == "female"
            else head.fmax_N
            for head in heads()
        ]
    )


def optimal_fibers(body: Body) -> FloatArray:
    """Optimal fiber length of each head in m, shape (M,)."""
    found: FloatArray = _fibers() * size(body)
    return found


@cache
def _fibers() -> FloatArray:
    return frozen([head.optimal_fiber_m for head in heads()])


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
