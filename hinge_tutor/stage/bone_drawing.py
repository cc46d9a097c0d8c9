"""The bones of the figure from `assets/figure/bones.toml`, before any body wears them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from hinge_tutor.stage.bones_file import BONE, HOLE, VERTEBRAE, bones_table
from hinge_tutor.stage.drawing import OPEN, Drawing, Mark, by_height, carriers, middles_of, turned
from hinge_tutor.stage.drawing_file import CORNER

# The parts of the bones that turn as a whole, and that of those which another hand has otherwise.
SPINE, KNEECAP, FINGERS = "spine", "kneecap", "fingers"


@dataclass(frozen=True)
class Bone:
    """One outline or line: its part, what it is (`bone`, `hole`, `line`), its points."""

    name: str
    part: str
    kind: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Turning:
    """A bone between segments, which turns as a whole: by the mean of those around it.

    `middle` is its middle in the drawing, and its shares are those of each segment's turn, too;
    `outline` stands around it, mm, before it is tilted (rad, counter-clockwise) and sized.
    """

    part: str
    middle: Mark
    outline: tuple[Mark, ...]
    tilt: float = 0.0
    size: float = 1.0


@dataclass(frozen=True, eq=False)
class Bones:
    """Bones that segments carry, in the order of the file; vertebrae from the lowest, kneecap."""

    bones: tuple[Bone, ...]
    turning: tuple[Turning, ...]


@cache
def bone_drawing(art: Drawing, hand: str = OPEN) -> Bones:
    """The shipped bones with hands of one shape; raises AuthorErrors."""
    data = bones_table()
    middles = middles_of(art.joints)
    chain = _chain(art.joints, middles)
    shapes = {name: _local(points) for name, points in data["vertebra_shapes"].items()}
    bones = [_bone(name, row, middles) for name, row in data["bones"].items()]
    if hand != OPEN:
        other = {name: _bone(name, row, middles) for name, row in data[hand].items()}
        same = [bone for bone in bones if bone.part != FINGERS and bone.name not in other]
        bones = [*same, *other.values()]
    vertebrae = (_vertebra(data["vertebrae"][name], shapes, chain) for name in VERTEBRAE)
    return Bones(tuple(bones), (*vertebrae, _kneecap(data["kneecap"], middles)))


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


def _local(points: Sequence[Sequence[Any]]) -> tuple[Mark, ...]:
    return turned(tuple(Mark(float(x), float(y), (), CORNER in rest) for x, y, *rest in points))


def _bone(name: str, row: Mapping[str, Any], middles: Sequence[tuple[str, float]]) -> Bone:
    kind = str(row.get("kind", BONE))
    marks = tuple(_mark(point, row["on"], middles) for point in row["points"])
    # What runs the other way round inside of a bone is left out of it when both are filled; a line
    # runs as bones do, so that it leaves nothing out.
    marks = turned(marks)
    return Bone(name, str(row["part"]), kind, marks[::-1] if kind == HOLE else marks)


def _mark(point: Sequence[Any], on: str, middles: Sequence[tuple[str, float]]) -> Mark:
    x, y = float(point[0]), float(point[1])
    return Mark(x, y, carriers(str(point[2]) if len(point) > 2 else on, y, middles))


def _vertebra(
    row: Mapping[str, Any],
    shapes: Mapping[str, tuple[Mark, ...]],
    chain: Sequence[tuple[str, float]],
) -> Turning:
    x, y = (float(value) for value in row["at"])
    return Turning(
        SPINE,
        Mark(x, y, by_height(y, chain)),
        shapes[row["shape"]],
        math.radians(row["tilt"]),
        float(row["size"]),
    )


def _kneecap(row: Mapping[str, Any], middles: Sequence[tuple[str, float]]) -> Turning:
    return Turning(KNEECAP, _mark(row["at"], row["on"], middles), _local(row["outline"]))
