"""What `assets/figure/bones.toml` holds: outlines of bones, and where each vertebra stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.located import Reader
from hinge_tutor.shape import Disagreement, Number, Numbers, Shape, Table, Text, read_shaped
from hinge_tutor.stage.drawing_file import CORNER, HANDS, apart, point_problem

# What is drawn together; vertebrae are the part "spine", and the kneecap is a part of its own.
PARTS = (
    *("sacrum", "ribs", "blade", "pelvis", "thigh", "foot", "shank", "fibula"),
    *("skull", "shoulder", "ulna", "arm", "hand", "fingers"),
)
# A bone is filled, a hole is cut out of the bones of its part, a line is drawn on them.
BONE, HOLE, LINE = "bone", "hole", "line"
# From the lowest, as the spine is counted by the discs of the model.
VERTEBRAE = (
    *("L5", "L4", "L3", "L2", "L1"),
    *("T12", "T11", "T10", "T9", "T8", "T7", "T6", "T5", "T4", "T3", "T2", "T1"),
    *("C7", "C6", "C5", "C4", "C3", "C2", "C1"),
)
VERTEBRA_SHAPES = (
    *("lumbar", "lower_thoracic", "thoracic", "upper_thoracic"),
    *("cervical", "axis", "atlas"),
)
# What every skeleton of the figure has; bones beside these are drawn as well.
_BONES = (
    *("sacrum", "hip_bone", "breastbone", *(f"rib_{number}" for number in range(1, 13))),
    *("shoulder_blade", "collarbone", "humerus", "ulna", "radius", "skull", "jaw"),
    *("femur", "tibia", "fibula", "talus", "heel_bone", "first_metatarsal"),
)
_HAND = ("metacarpal_index", "finger_index", "ray_thumb")
_FARTHEST_MM = 2500.0
# Half of the largest vertebra with its processes fits well into this.
_LOCAL_MM = 100.0
# A vertebra's shape is for one of the middle of its region.
_SMALLEST, _LARGEST = 0.5, 2.0


@dataclass(frozen=True)
class Places:
    """A list of points, `least` or more: [forward, up], and what carries one if it is not `on`."""

    least: int

    def check(self, reader: Reader, key: str) -> None:
        points = reader.elements(key)
        for number, point in enumerate(points):
            listed = point if isinstance(point, list) else []
            if len(listed) not in (2, 3):
                asked = 'write [forward, up], or [forward, up, "bones"]'
                reader.problem(f"{key}[{number}] is no point; {asked}", key, number)
            elif problem := point_problem([*listed, "pelvis"][:3]):
                reader.problem(f"{key}[{number}] is no point; {problem}", key, number)
        if len(points) < self.least and (points or reader.has(key)):
            reader.problem(f"{key} has {len(points)} points; write at least {self.least}", key)


@dataclass(frozen=True)
class Carrier:
    """The bones that carry an outline."""

    def check(self, reader: Reader, key: str) -> None:
        on = reader.text(key)
        if on and (problem := point_problem([0, 0, on])):
            reader.problem(f"{key} is something else; {problem}", key)


@dataclass(frozen=True)
class Local:
    """An outline that turns as a whole, [forward, up] from its middle."""

    def check(self, reader: Reader, key: str) -> None:
        points = reader.elements(key)
        for number, point in enumerate(points):
            listed = point if isinstance(point, list) else []
            sizes = [each for each in listed[:2] if isinstance(each, int | float)]
            right = [each for each in sizes if type(each) is not bool and abs(each) <= _LOCAL_MM]
            if len(right) < 2 or listed[2:] not in ([], [CORNER]):
                place = f"[forward, up] in -{_LOCAL_MM:g} … {_LOCAL_MM:g} mm"
                asked = f'write {place}, after it perhaps "{CORNER}"'
                reader.problem(f"{key}[{number}] is something else; {asked}", key, number)
        if len(points) < 4 and (points or reader.has(key)):
            reader.problem(f"{key} has {len(points)} points; write at least 4", key)


_BONE: Mapping[str, Shape] = {
    "part": Text(PARTS),
    "kind?": Text((BONE, HOLE, LINE)),
    "on": Carrier(),
    "points": Places(2),
}
_VERTEBRA = Table(
    {
        "shape": Text(VERTEBRA_SHAPES),
        "at": Numbers(-_FARTHEST_MM, _FARTHEST_MM, 2),
        "tilt": Number(-90.0, 90.0),
        "size": Number(_SMALLEST, _LARGEST),
    }
)
_FILE = Table(
    {
        "vertebra_shapes": Table(dict.fromkeys(VERTEBRA_SHAPES, Local())),
        "vertebrae": Table(dict.fromkeys(VERTEBRAE, _VERTEBRA)),
        "kneecap": Table(
            {"on": Carrier(), "at": Numbers(-_FARTHEST_MM, _FARTHEST_MM, 2), "outline": Local()}
        ),
        "bones": Table(dict.fromkeys(_BONES, Table(_BONE)), others=Table(_BONE)),
        **dict.fromkeys(HANDS, Table(dict.fromkeys(_HAND, Table(_BONE)), others=Table(_BONE))),
    }
)


def bones_table() -> dict[str, Any]:
    """`assets/figure/bones.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("figure", "bones.toml"), _FILE, _agree)


def _agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    yield from apart(data["kneecap"]["outline"], ("kneecap", "outline"), closed=True)
    for name, points in data["vertebra_shapes"].items():
        yield from apart(points, ("vertebra_shapes", name), closed=True)
    for group in ("bones", *HANDS):
        for name, row in data[group].items():
            closed = row.get("kind", BONE) != LINE
            if closed and len(row["points"]) < 4:
                problem = 'what is filled needs 4 points or more; write them, or kind = "line"'
                yield (group, name, "points"), problem
            yield from apart(row["points"], (group, name, "points"), closed=closed)
    yield from _rising(data["vertebrae"])


def _rising(vertebrae: Mapping[str, Mapping[str, Sequence[float]]]) -> Iterator[Disagreement]:
    for below, above in pairwise(VERTEBRAE):
        if vertebrae[above]["at"][1] <= vertebrae[below]["at"][1]:
            yield ("vertebrae", above, "at"), f"{above} is not above {below}; write a larger height"
