"""What the files of muscles and of passive tissue hold, and that it agrees.

The coordinates of one side are `SIDE`; `muscles.toml` has the legs, `trunk_muscles.toml` what
crosses the lumbar joints and the shoulder, `passive.toml` what gives without any muscle working.
The bounds are a little wider than people and published models are; beyond them a number is a slip
of the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.shape import (
    SOURCED,
    Agree,
    Disagreement,
    Flag,
    Number,
    Numbers,
    Rows,
    Shape,
    Table,
    Text,
    WholeRows,
    Words,
    read_shaped,
)

LUMBAR = ("l5s1", "l3l4", "l1l2")
SIDE = ("hip", "knee", "ankle", *LUMBAR, "shoulder")
GROUPS = (
    "glutes",
    "hamstrings",
    "back_extensors",
    "quadriceps",
    "calf",
    "shin",
    "hip_flexors",
    "adductor_magnus",
    "rectus_abdominis",
    "lats",
)
_TRUNK_GROUPS = ("back_extensors", "rectus_abdominis", "lats")
# A head whose effort is computed and not shown.
NO_GROUP = "none"

_LEG = ("hip", "knee", "ankle")
_ANGLES_DEG = Numbers(-180.0, 180.0, 2, rising=True)
# A moment arm and its coefficients in mm: the trunk's front wall has 154, a surface's terms 50.
_ARMS_MM = Numbers(-300.0, 300.0, (1, 8))
_FORCE_N = Number(1.0, 20_000.0)
_LENGTH_M = Number(0.001, 1.0)
_HEAD: dict[str, Shape] = {
    "group": Text((*GROUPS, NO_GROUP)),
    "fmax_N": _FORCE_N,
    "optimal_fiber_m": _LENGTH_M,
    # At the shortest fiber, half the optimal length, 30 degrees are already 90.
    "pennation_deg": Number(0.0, 29.0),
    **SOURCED,
}
_LEVEL = Table({"crossing_N": Number(0.0, 20_000.0), "arms_mm": _ARMS_MM})
_LEVELS: dict[str, Shape] = {f"{level}?": _LEVEL for level in LUMBAR}

_MUSCLES = Table(
    {
        "reference": Table(
            {"mass_kg": Number(30.0, 200.0), "height_m": Number(1.0, 2.5), **SOURCED}
        ),
        "fitted_deg": Table({**dict.fromkeys((*_LEG, "shoulder"), _ANGLES_DEG), **SOURCED}),
        "surface_powers": Table({"powers": WholeRows(0, 6, 2), **SOURCED}),
        "curves": Table(
            {
                "active_width": Number(0.05, 2.0),
                "tendon_strain": Number(0.001, 0.2),
                "tendon_shape": Number(0.1, 10.0),
                "max_velocity": Number(1.0, 50.0),
                "hill_curvature": Number(0.05, 2.0),
                "eccentric_limit": Number(1.05, 3.0),
                "active_width_source": Text(),
                "tendon_strain_source": Text(),
                "tendon_shape_source": Text(),
                "max_velocity_source": Text(),
                "hill_curvature_source": Text(),
                "eccentric_limit_source": Text(),
            }
        ),
        "muscles": Table(
            others=Table(
                {
                    **_HEAD,
                    "tendon_slack_m": Number(0.0, 1.0),
                    "tendon_slack_shift": Number(-1.0, 1.0),
                    "passive_strain": Numbers(-0.5, 2.0, 2, rising=True),
                    "length_at_zero_m": _LENGTH_M,
                    "arms_mm?": Table({f"{at}?": _ARMS_MM for at in SIDE}),
                    "surface_mm?": Table(
                        {
                            "coordinates": Words(_LEG, 2),
                            "coefficients": Numbers(-300.0, 300.0, (1, 40)),
                        }
                    ),
                    # Every 10 degrees; three nodes are the fewest that have a tangent.
                    "table_mm?": Table({"knee": Numbers(-100.0, 100.0, (3, 19))}),
                    "fit_error_mm?": Table({f"{at}?": Number(0.0, 100.0) for at in SIDE}),
                }
            )
        ),
    }
)
_TRUNK_MUSCLES = Table(
    {
        "specific_tension": Table(
            {"scale": Number(0.05, 2.0), "spread": Numbers(0.05, 2.0, 2, rising=True), **SOURCED}
        ),
        "fitted_deg": Table({"lumbar": _ANGLES_DEG, **SOURCED}),
        "fiber_at_standing": Table({"length": Number(0.5, 1.5), **SOURCED}),
        "muscles": Table(
            others=Table({**_HEAD, **_LEVELS, "shoulder_mm?": _ARMS_MM, "shoulder_source?": Text()})
        ),
        "psoas": Table(
            {
                "muscle": Text(),
                "share": Number(0.01, 1.0),
                **{name: level for name, level in _LEVELS.items() if name != "l5s1?"},
                # What crosses the lowest joint is what the other two are measured against.
                "l5s1": Table({"crossing_N": _FORCE_N, "arms_mm": _ARMS_MM}),
                **SOURCED,
            }
        ),
        "disc": Table({"tilt_deg": Number(-90.0, 90.0), **SOURCED}),
    }
)
_SLOPE = Number(-0.3, 0.3)
_JOINT = Table(
    {
        "offset_Nm": Number(-100.0, 100.0),
        "terms": Rows(
            Table(
                {
                    "sign": Number(-1.0, 1.0),
                    "constant": Number(-20.0, 10.0),
                    **{f"{joint}?": _SLOPE for joint in _LEG},
                    "hamstrings?": Flag(),
                }
            )
        ),
        **SOURCED,
    }
)
_PASSIVE = Table(
    {
        **dict.fromkeys(_LEG, _JOINT),
        "measured_deg": Table({**dict.fromkeys(_LEG, _ANGLES_DEG), **SOURCED}),
        "hamstrings": Table({"reference_deg": Number(30.0, 130.0), **SOURCED}),
        "scale": Table({"mass_kg": Number(30.0, 200.0), "height_m": Number(1.0, 2.5), **SOURCED}),
        "lumbar": Table(
            {
                "full_flexion_deg": Number(10.0, 120.0),
                "full_flexion_source": Text(),
                "male_Nm": Number(1.0, 1000.0),
                "female_Nm": Number(1.0, 1000.0),
                "female_mass_kg": Number(30.0, 200.0),
                "female_height_m": Number(1.0, 2.5),
                "female_source": Text(),
                "shape": Number(0.1, 20.0),
                "shape_source": Text(),
                "share": Table({**dict.fromkeys(LUMBAR, Number(0.0, 5.0)), **SOURCED}),
                **SOURCED,
            }
        ),
        "calibration": Table(
            {
                **dict.fromkeys(("hamstrings", "glutes", "adductor_magnus"), Number(-1.0, 1.0)),
                "fit_error_Nm": Number(0.0, 100.0),
                **SOURCED,
            }
        ),
    }
)


def _muscles_agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    powers = len(data["surface_powers"]["powers"])
    tables = 0
    for name, row in data["muscles"].items():
        place = ("muscles", name)
        surface = row.get("surface_mm")
        tables += "table_mm" in row
        if not {"arms_mm", "surface_mm", "table_mm"} & row.keys():
            yield place, f"{name} turns no joint; write arms_mm, surface_mm or table_mm"
        if surface and len(surface["coefficients"]) != powers:
            found = len(surface["coefficients"])
            problem = f"coefficients has {found} numbers; write {powers}, one for each of powers"
            yield (*place, "surface_mm", "coefficients"), problem
    if not tables:
        yield ("muscles",), "no muscle has a table_mm; at least one is read as a table"
    of_legs = tuple(group for group in GROUPS if group not in _TRUNK_GROUPS)
    yield from _missing_groups(data["muscles"], of_legs)


def _trunk_agrees(data: dict[str, Any]) -> Iterator[Disagreement]:
    yield from _missing_groups(data["muscles"], _TRUNK_GROUPS)
    for name, row in data["muscles"].items():
        for level in LUMBAR:
            if level in row and row[level]["crossing_N"] > row["fmax_N"]:
                place = ("muscles", name, level, "crossing_N")
                yield place, f"more than {name} has; write at most fmax_N, {row['fmax_N']:g}"
    legs = table("muscles")["muscles"]
    if data["psoas"]["muscle"] not in legs:
        listed = ", ".join(legs)
        problem = f'"{data["psoas"]["muscle"]}" is no muscle of the legs; allowed: {listed}'
        yield ("psoas", "muscle"), problem


def _missing_groups(rows: dict[str, Any], needed: tuple[str, ...]) -> Iterator[Disagreement]:
    shown = {row["group"] for row in rows.values()}
    for group in needed:
        if group not in shown:
            yield ("muscles",), f"no muscle is of the group {group}; write at least one"


def _passive_agrees(data: dict[str, Any]) -> Iterator[Disagreement]:
    for joint in _LEG:
        if not data[joint]["terms"]:
            yield (joint, "terms"), "there are no terms; write at least one"


_FILES: dict[str, tuple[Table, Agree]] = {
    "muscles": (_MUSCLES, _muscles_agree),
    "trunk_muscles": (_TRUNK_MUSCLES, _trunk_agrees),
    "passive": (_PASSIVE, _passive_agrees),
}


@cache
def table(name: str) -> dict[str, Any]:
    """`assets/body/<name>.toml` as it stands; raises AuthorErrors."""
    shape, agree = _FILES[name]
    return read_shaped(shelf.assets("body", f"{name}.toml"), shape, agree)
