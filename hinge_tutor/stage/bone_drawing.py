"""The bones of the figure from `assets/figure/bones.toml`, before any body wears them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import numpy as np

from hinge_tutor.stage.bones_file import BONE, HOLE, LINE, VERTEBRAE, bones_table
from hinge_tutor.stage.drawing import (
    OPEN,
    Drawing,
    Mark,
    Shares,
    by_height,
    carriers,
    middles_of,
    turned,
)
from hinge_tutor.stage.drawing_file import CORNER
from hinge_tutor.stage.shapes import Outline, flat
from hinge_tutor.stage.shares import curve_matrix

# The parts of bones with a file's tables of their own, and that which other hands have otherwise.
SPINE, KNEECAP, FINGERS = "spine", "kneecap", "fingers"


@dataclass(frozen=True)
class _Curve:
    """An outline or line of the file: its part, what it is (`bone`, `hole`, `line`), its points."""

    name: str
    part: str
    kind: str
    marks: tuple[Mark, ...]

    @property
    def shares(self) -> Shares:
        """The mean of what carries its points."""
        found: dict[str, float] = {}
        for mark in self.marks:
            for bone, share in mark.shares:
                found[bone] = found.get(bone, 0.0) + share / len(self.marks)
        return tuple(found.items())


@dataclass(frozen=True, eq=False)
class Bone:
    """A rigid bone, or several that the same segment carries, and what is drawn on them.

    `middle` is its middle in the drawing; what carries that is also what the bone turns with, in
    the same shares. `outline` stands around it, mm, before it is tilted (rad, counter-clockwise)
    and sized.
    """

    names: tuple[str, ...]
    part: str
    middle: Mark
    outline: Outline
    tilt: float = 0.0
    size: float = 1.0


@cache
def bone_drawing(art: Drawing, hand: str = OPEN) -> tuple[Bone, ...]:
    """The shipped bones with hands of one shape, those of one part together, in the file's order,
    then the vertebrae from the lowest and the kneecap; raises AuthorErrors.
    """
    data = bones_table()
    middles = middles_of(art.joints)
    curves = [_curve(name, row, middles) for name, row in data["bones"].items()]
    if hand != OPEN:
        other = {name: _curve(name, row, middles) for name, row in data[hand].items()}
        same = [curve for curve in curves if curve.part != FINGERS and curve.name not in other]
        curves = [*same, *other.values()]
    curves.sort(key=lambda curve: curve.part)
    groups = groupby(curves, lambda curve: (curve.part, curve.shares))
    chain = _chain(art.joints, middles)
    shapes = {name: _local(points) for name, points in data["vertebra_shapes"].items()}
    return (
        *(_bone(tuple(each), part, shares) for (part, shares), each in groups),
        *(_vertebra(name, data["vertebrae"][name], shapes, chain) for name in VERTEBRAE),
        _kneecap(data["kneecap"], middles),
    )


def _chain(
    joints: Mapping[str, tuple[float, float]], middles: Sequence[tuple[str, float]]
) -> list[tuple[str, float]]:
    """The trunk's segments by height, with the neck's: what carries the vertebrae.

    The chest holds its vertebrae up to the last but one alone, since ribs hold them; the neck its
    middle ones; the head the highest.
    """
    neck, head = joints["neck"][1], joints["head"][1]
    reach = (head - neck) / 4
    chest = middles[-1][0]
    return [
        *middles,
        (chest, neck - reach),
        ("neck", neck + reach),
        ("neck", head - 2 * reach),
        ("head", head),
    ]


def _bone(curves: tuple[_Curve, ...], part: str, shares: Shares) -> Bone:
    """Curves that are carried alike, around the mean of their points."""
    every = [mark for curve in curves for mark in curve.marks]
    x, y = np.mean([(mark.x, mark.y) for mark in every], axis=0)
    rows = tuple(
        _controls(curve.marks, "open" if curve.kind == LINE else "closed", complex(x, y))
        for curve in curves
    )
    names = tuple(curve.name for curve in curves)
    return Bone(names, part, Mark(float(x), float(y), shares), Outline(rows))


def _controls(marks: tuple[Mark, ...], kind: str, middle: complex) -> tuple[float, ...]:
    points = np.array([complex(mark.x, mark.y) for mark in marks]) - middle
    return flat((curve_matrix(marks, kind) @ points).tolist())


def _local(points: Sequence[Sequence[Any]]) -> Outline:
    marks = turned(tuple(Mark(float(x), float(y), (), CORNER in rest) for x, y, *rest in points))
    return Outline((_controls(marks, "closed", 0j),))


def _curve(name: str, row: Mapping[str, Any], middles: Sequence[tuple[str, float]]) -> _Curve:
    kind = str(row.get("kind", BONE))
    # What runs the other way round inside of a bone is left out of it when both are filled; a line
    # runs as bones do, so that it leaves nothing out.
    marks = turned(tuple(_mark(point, row["on"], middles) for point in row["points"]))
    return _Curve(name, str(row["part"]), kind, marks[::-1] if kind == HOLE else marks)


def _mark(point: Sequence[Any], on: str, middles: Sequence[tuple[str, float]]) -> Mark:
    x, y = float(point[0]), float(point[1])
    return Mark(x, y, carriers(str(point[2]) if len(point) > 2 else on, y, middles))


def _vertebra(
    name: str,
    row: Mapping[str, Any],
    shapes: Mapping[str, Outline],
    chain: Sequence[tuple[str, float]],
) -> Bone:
    x, y = (float(value) for value in row["at"])
    middle, tilt = Mark(x, y, by_height(y, chain)), math.radians(row["tilt"])
    return Bone((name,), SPINE, middle, shapes[row["shape"]], tilt, float(row["size"]))


def _kneecap(row: Mapping[str, Any], middles: Sequence[tuple[str, float]]) -> Bone:
    middle = _mark(row["at"], row["on"], middles)
    return Bone((KNEECAP,), KNEECAP, middle, _local(row["outline"]))
