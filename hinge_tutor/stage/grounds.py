"""What carries a figure besides the floor: blocks, benches, a wall for a hand.

They follow from a take's supports, so nothing is drawn that does not carry, and nothing carries
that is not drawn. In mm, y up, moved with the figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from hinge_tutor.motion.supports import FLOOR_RAD, Support
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.far_side import FAR_ARM_MM
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Polygon, Shape

Box = tuple[float, float, float, float]
# A surface lower than this is the floor, mm.
FLOOR_MM = 5.0
# A block reaches this far beyond what stands on it, a bench farther beyond what lies on it.
BLOCK_BEYOND_MM, BENCH_BEYOND_MM = 40.0, 170.0
# Two supports of one height that are nearer than this stand on the same block.
SAME_BLOCK_MM = 250.0
# A bench's pad, and its legs: how thick, and how far in, of its length.
PAD_MM, LEG_MM, LEG_IN_SHARE = 70.0, 45.0, 0.12
# A wall is drawn this thick, and goes on so far over the hand, whose palm lies before its middle,
# on 1.75 m.
WALL_MM, WALL_OVER_MM, PALM_MM, PALM_ON_M = 60.0, 450.0, 25.0, 1.75
# How the supports that lie on a bench are named (`motion/kinds.py`).
BENCH = "bench_"


@lru_cache(maxsize=16)
def surfaces(take: Take) -> Sequence[tuple[str, Box]]:
    """Every surface off the floor: what it is (`block`, `bench`, `wall`) and its left, bottom,
    right and top in mm of the take's own ground.
    """
    found = [("wall", _wall(take, each)) for each in take.supports if each.normal != FLOOR_RAD]
    flat = [support for support in take.supports if support.normal == FLOOR_RAD]
    for bench in (False, True):
        those = [each for each in flat if each.name.startswith(BENCH) is bench and _top(each)]
        for height in sorted({_top(support) for support in those}):
            level = [support for support in those if _top(support) == height]
            apart = 1e6 if bench else SAME_BLOCK_MM
            beyond = BENCH_BEYOND_MM if bench else BLOCK_BEYOND_MM
            for left, right in _spans(level, apart):
                box = (left - beyond, 0.0, right + beyond, height)
                found.append(("bench" if bench else "block", box))
    return found


def ground_shapes(take: Take, at_mm: complex, pens: Pens) -> list[Shape]:
    """The surfaces off the floor, moved by `at_mm`."""
    shapes: list[Shape] = []
    for kind, box in surfaces(take):
        for left, bottom, right, top in _parts(kind, box):
            corners = ((left, bottom), (right, bottom), (right, top), (left, top))
            points = tuple(value for x, y in corners for value in (x + at_mm.real, y + at_mm.imag))
            shapes.append(Polygon(kind, "stage", points, "support", "support_line", pens.line))
    return shapes


def _parts(kind: str, box: Box) -> Iterator[Box]:
    """The pieces of which a surface is drawn."""
    left, bottom, right, top = box
    if kind != "bench":
        yield box
        return
    inward = LEG_IN_SHARE * (right - left)
    for x in (left + inward, right - inward - LEG_MM):
        yield x, bottom, x + LEG_MM, top - PAD_MM
    yield left, top - PAD_MM, right, top


def _top(support: Support) -> float:
    """The height of a support in mm; 0 on the floor."""
    height = 1000.0 * support.targets_m[0][1]
    return round(height, 1) if height > FLOOR_MM else 0.0


def _spans(level: Sequence[Support], apart: float) -> list[tuple[float, float]]:
    """From where to where supports of one height reach, mm; those near each other as one."""
    ends = sorted(
        (
            1000.0 * min(x for x, _ in support.targets_m),
            1000.0 * max(x for x, _ in support.targets_m),
        )
        for support in level
    )
    found = [ends[0]]
    for _, (left, right) in pairwise(ends):
        if left - found[-1][1] <= apart:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _wall(take: Take, support: Support) -> Box:
    x, y = (1000.0 * value for value in support.targets_m[0])
    x += PALM_MM * take.body.height_m / PALM_ON_M
    # A wall that only the far hand touches is seen as far ahead as that hand.
    hands = {each.on for each in take.supports if each.normal != FLOOR_RAD}
    x += FAR_ARM_MM if hands == {"hand_far"} else 0.0
    return x, 0.0, x + WALL_MM, y + WALL_OVER_MM
