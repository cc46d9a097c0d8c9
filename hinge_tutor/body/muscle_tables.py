"""What the files of muscles hold, and that it agrees; the one way to read them.

`muscles.toml` has the legs, `trunk_muscles.toml` what crosses the lumbar joints and the shoulder,
`passive.toml` (`tissue_tables.py`) what gives without any muscle working.
The bounds are a little wider than people and published models are; beyond them a number is a slip
of the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.muscle_names import GROUPS, LEG, LUMBAR, NO_GROUP, TRUNK_GROUPS
from hinge_tutor.body.tissue_tables import PASSIVE, passive_agrees
from hinge_tutor.shape import (
    SOURCED,
    Agree,
    Disagreement,
    Number,
    Numbers,
    Shape,
    Table,
    Text,
    WholeRows,
    Words,
    read_shaped,
)
from hinge_tutor.toml_lines import TomlPath

_ANGLES_DEG = Numbers(-180.0, 180.0, 2, rising=True)
# A moment arm and its coefficients in mm: the trunk's front wall has 154, a surface's terms 50.
_ARMS_MM = Numbers(-300.0, 300.0, (1, 8))
# Three nodes are the fewest that have a tangent.
_NODES_MM = Numbers(-150.0, 150.0, (3, 40))
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
        "fitted_deg": Table({**dict.fromkeys((*LEG, "shoulder"), _ANGLES_DEG), **SOURCED}),
        "female": Table(
            {
                "lower_body": Number(0.1, 2.0),
                "upper_body": Number(0.1, 2.0),
                **SOURCED,
            }
        ),
        "tables": Table({"step_deg": Number(1.0, 30.0), **SOURCED}),
        "surface_powers": Table({"powers": WholeRows(1, 6, 2), **SOURCED}),
        "frontal": Table(
            {
                "hip_half_distance_m": Number(0.03, 0.2),
                **SOURCED,
            }
        ),
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
                    "surface_mm?": Table(
                        {
                            "coordinates": Words(LEG, 2),
                            "coefficients": Numbers(-300.0, 300.0, (1, 40)),
                        }
                    ),
                    "table_mm": Table({f"{at}?": _NODES_MM for at in LEG}),
                    "adduction_mm?": _NODES_MM,
                    "fit_error_mm?": Table({f"{at}?": Number(0.0, 100.0) for at in LEG}),
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


def _muscles_agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    powers = len(data["surface_powers"]["powers"])
    step = data["tables"]["step_deg"]
    nodes = {at: round((high - low) / step) + 1 for at, (low, high) in _ends(data)}
    for name, row in data["muscles"].items():
        place = ("muscles", name)
        surface = row.get("surface_mm")
        if not row["table_mm"]:
            yield (*place, "table_mm"), f"{name} turns no joint; write the arms of at least one"
        read: list[tuple[str, list[float], TomlPath]] = [
            (at, arms, (*place, "table_mm", at)) for at, arms in row["table_mm"].items()
        ]
        if "adduction_mm" in row:
            read.append(("hip", row["adduction_mm"], (*place, "adduction_mm")))
        for at, arms, where in read:
            if len(arms) != nodes[at]:
                problem = f"{len(arms)} arms; write {nodes[at]}, one for every {step:g} degrees"
                yield where, f"{problem} of fitted_deg.{at}"
        if ("hip" in row["table_mm"]) != ("adduction_mm" in row):
            yield place, "write table_mm.hip and adduction_mm together: who turns the hip does both"
        for at in (surface or {}).get("coordinates", ()):
            if at not in row["table_mm"]:
                yield (*place, "surface_mm"), f"the surface is over {at}; write table_mm.{at} too"
        if surface and len(surface["coefficients"]) != powers:
            found = len(surface["coefficients"])
            problem = f"coefficients has {found} numbers; write {powers}, one for each of powers"
            yield (*place, "surface_mm", "coefficients"), problem
    of_legs = tuple(group for group in GROUPS if group not in TRUNK_GROUPS)
    yield from _missing_groups(data["muscles"], of_legs)


def _ends(data: dict[str, Any]) -> Iterator[tuple[str, tuple[float, float]]]:
    for at in LEG:
        low, high = data["fitted_deg"][at]
        yield at, (low, high)


def _trunk_agrees(data: dict[str, Any]) -> Iterator[Disagreement]:
    yield from _missing_groups(data["muscles"], TRUNK_GROUPS)
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


_FILES: dict[str, tuple[Table, Agree]] = {
    "muscles": (_MUSCLES, _muscles_agree),
    "trunk_muscles": (_TRUNK_MUSCLES, _trunk_agrees),
    "passive": (PASSIVE, passive_agrees),
}


@cache
def table(name: str) -> dict[str, Any]:
    """`assets/body/<name>.toml` as it stands; raises AuthorErrors."""
    shape, agree = _FILES[name]
    return read_shaped(shelf.assets("body", f"{name}.toml"), shape, agree)
