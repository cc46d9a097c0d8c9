"""The drawing of the figure from `assets/figure/figure.toml`, before any body wears it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from hinge_tutor.stage.drawing_file import BY_HEIGHT, CORNER, SPINE, figure_table

Shares = tuple[tuple[str, float], ...]

# Bones that turn half as far as a joint does: name, segment above the joint, segment below it.
HALVES = (
    ("hip", "pelvis", "thigh"),
    ("knee", "thigh", "shank"),
    ("ankle", "shank", "foot"),
    ("ball", "foot", "toes"),
    ("shoulder", "upper_thorax", "upper_arm"),
    ("elbow", "upper_arm", "forearm"),
    ("wrist", "forearm", "hand"),
)
SIDED = frozenset(
    {"thigh", "shank", "foot", "toes", "upper_arm", "forearm", "hand"}
    | {half for half, _, _ in HALVES}
)
MIDDLE_OF_THIGH_MM = 720.0
# The shapes of a hand. All but the open one stand in the file, and take its place in the drawing.
OPEN, GRIP, FLAT, PINCH = "open", "grip", "flat", "pinch"
# Marks that the cap of the shoulder shares with the arm at each end.
OVERLAP = 3


@dataclass(frozen=True)
class Mark:
    """One drawn point: mm forward of the hip and above the floor, and the bones that carry it.

    `female` is how many mm farther forward it lies on a female body.
    """

    x: float
    y: float
    shares: Shares
    corner: bool = False
    female: float = 0.0


@dataclass(frozen=True)
class Rails:
    """A muscle between two tips: a front and a back rail of equally many points; swell in mm."""

    name: str
    origin: Mark
    insertion: Mark
    back: tuple[Mark, ...]
    front: tuple[Mark, ...]
    swell: float

    @property
    def outline(self) -> tuple[Mark, ...]:
        """Origin, back rail, insertion, front rail reversed: a closed outline."""
        return (self.origin, *self.back, self.insertion, *reversed(self.front))


@dataclass(frozen=True, eq=False)
class Drawing:
    """Joints (mm) the drawing was made on, outlines and muscles by name, lines by name."""

    joints: Mapping[str, tuple[float, float]]
    ends: Mapping[str, tuple[float, float]]
    outlines: Mapping[str, tuple[Mark, ...]]
    lines: Mapping[str, tuple[Mark, ...]]
    muscles: Mapping[str, Rails]
    female: Mapping[str, float]


@cache
def drawing(hand: str = OPEN) -> Drawing:
    """The shipped drawing with hands of one shape; raises AuthorErrors."""
    data = figure_table()
    joints = {name: (float(x), float(y)) for name, (x, y) in data["joints"].items()}
    middles = middles_of(joints)

    def marks(rows: list[list[Any]]) -> tuple[Mark, ...]:
        return tuple(_mark(row, middles) for row in rows)

    outlines = {name: turned(marks(row["points"])) for name, row in data["outlines"].items()}
    lines = {name: marks(row["points"]) for name, row in data["lines"].items()}
    if hand != OPEN:
        shape = data[hand]
        fingers = tuple(reversed(marks(shape["fingers"])))
        outlines["arm"] = _exchanged(outlines["arm"], float(shape["below"]), fingers)
        outlines["thumb"] = turned(marks(shape["thumb"]))
        lines |= {name: marks(row["points"]) for name, row in shape["lines"].items()}
    # Where the arm goes over into the trunk it has no line, so its cap is lined with the trunk.
    outlines["sleeve"], outlines["cap"] = _parted(outlines["arm"])
    # What of the leg hides the lower ends of the trunk's muscles.
    outlines["hip"] = _upper(outlines["leg"])
    return Drawing(
        joints=joints,
        ends={name: (float(x), float(y)) for name, (x, y) in data["ends"].items()},
        outlines=outlines,
        lines=lines,
        muscles={
            name: Rails(
                name=name,
                origin=_mark(row["origin"], middles),
                insertion=_mark(row["insertion"], middles),
                back=marks(row["back"]),
                front=marks(row["front"]),
                swell=float(row["swell"]),
            )
            for name, row in data["muscles"].items()
        },
        female=data.get("female", {}),
    )


def turned(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """A closed outline counter-clockwise: outlines that run alike join without a hole."""
    pairs = zip(marks, (*marks[1:], marks[0]), strict=True)
    twice_area = sum(a.x * b.y - b.x * a.y for a, b in pairs)
    return marks if twice_area > 0 else tuple(reversed(marks))


def _exchanged(arm: tuple[Mark, ...], below: float, fingers: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The arm with other fingers in place of its marks below a height."""
    low = [number for number, mark in enumerate(arm) if mark.y < below]
    assert low == list(range(low[0], low[-1] + 1)), "the fingers are one piece of the arm's outline"
    return (*arm[: low[0]], *fingers, *arm[low[-1] + 1 :])


def _parted(arm: tuple[Mark, ...]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The arm's outline without the cap of the shoulder, and the cap with some marks of the arm.

    The cap is what the shoulder carries alone. Both are closed by a straight line across the arm,
    and they overlap, because the line of the first thins out toward its ends.
    """
    cap = [mark.shares == (("shoulder", 1.0),) for mark in arm]
    first = next(n for n in range(len(arm)) if cap[n - 1] and not cap[n])
    turned = (*arm[first:], *arm[:first])
    count = cap.count(False)
    sleeve, rest = turned[:count], turned[count:]
    return _cornered(sleeve), _cornered((*sleeve[-OVERLAP:], *rest, *sleeve[:OVERLAP]))


def _upper(leg: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The leg's outline down to the middle of the thigh, closed by a straight line across it.

    Closed by a curve it would bulge over the leg's own line where the thigh leans back.
    """
    low = [mark.y <= MIDDLE_OF_THIGH_MM for mark in leg]
    first = next(n for n in range(len(leg)) if low[n - 1] and not low[n])
    around = (*leg[first:], *leg[:first])
    return _cornered(around[: low.count(False)])


def _cornered(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks with corners at both ends, so that what closes them is straight."""
    first, last = replace(marks[0], corner=True), replace(marks[-1], corner=True)
    return (first, *marks[1:-1], last)


def middles_of(joints: Mapping[str, tuple[float, float]]) -> list[tuple[str, float]]:
    """The segments of the trunk with the heights at which each holds a point alone, mm."""
    heights = [joints[name][1] for name in (*SPINE, "neck")]
    middles = [(low + high) / 2 for low, high in pairwise(heights)]
    # The pelvis holds all of its points up to its upper rim, 4 cm below the lowest moving joint.
    middles[0] = heights[1] - 40.0
    return list(zip(SPINE, middles, strict=True))


def _mark(row: list[Any], middles: list[tuple[str, float]]) -> Mark:
    x, y = float(row[0]), float(row[1])
    shares = carriers(str(row[2]), y, middles)
    female = sum(float(extra) for extra in row[3:] if not isinstance(extra, str))
    return Mark(x, y, shares, CORNER in row[3:], female)


def carriers(bones: str, y: float, middles: Sequence[tuple[str, float]]) -> Shares:
    """Who carries a point of a height, from what the file says."""
    return by_height(y, middles) if bones == BY_HEIGHT else _shares(bones)


@cache
def _shares(bones: str) -> Shares:
    """`thigh:.7 knee:.3` as pairs; a single bone carries all."""
    parts = [part.partition(":") for part in bones.split()]
    shares = tuple((name, float(share or 1.0)) for name, _, share in parts)
    assert abs(sum(share for _, share in shares) - 1.0) < 1e-9, bones
    return shares


def by_height(y: float, middles: Sequence[tuple[str, float]]) -> Shares:
    """Who carries a point of the spine at a height: the two segments whose middles are next."""
    if y <= middles[0][1]:
        return ((middles[0][0], 1.0),)
    for (low, bottom), (high, top) in pairwise(middles):
        if y <= top:
            share = (y - bottom) / (top - bottom)
            return ((low, 1.0 - share), (high, share))
    return ((middles[-1][0], 1.0),)
