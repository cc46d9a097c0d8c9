"""Bones and joints of a figure, as simple signs over its skin."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.picture import Disc, Polygon, Shape, flat

Point = tuple[float, float]

SPINE_POINTS = ("l5s1", "l3l4", "l1l2", "thoracic_lower", "thoracic_upper", "c7", "head")
# The outline of a bone: where along it, and how wide over its mean width.
PROFILE = ((0.0, 1.2), (0.1, 1.1), (0.22, 0.75), (0.78, 0.75), (0.9, 1.1), (1.0, 1.2))


def bone_shapes(at: Mapping[str, Point], pens: Pens, highlight: str | None) -> list[Shape]:
    """The bones of the near leg and the vertebrae, from the joints of a figure."""
    # The foot's bones end inside its skin, so they stop short of the landmarks on the ground.
    heel = _between(at["heel_near"], at["ankle_near"], 0.3)
    ball = _between(at["ball_near"], at["ankle_near"], 0.2)
    toe = _between(at["toe_tip_near"], ball, 0.3)
    knee, ankle, hip = at["knee_near"], at["ankle_near"], at["mid_hip"]
    lines = ((hip, knee), (knee, ankle), (ankle, ball), (ball, toe), (ankle, heel))
    shapes: list[Shape] = [_bone(start, stop, pens) for start, stop in lines]
    spine = [at[name] for name in SPINE_POINTS]
    halfway = [((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in pairwise(spine)]
    marked = highlight == "spine"
    radius, fill = pens.bone * (1.0 if marked else 0.8), "accent" if marked else "bone"
    line = "highlight" if marked else "bone_line"
    shapes += [
        Disc("vertebra", "bones", x, y, radius, fill, line, pens.fine) for x, y in spine + halfway
    ]
    return shapes


def _bone(start: Point, stop: Point, pens: Pens) -> Polygon:
    """A shaft between two knobs: half as wide again at its ends as in between."""
    a, way = complex(*start), complex(*stop) - complex(*start)
    across = 1j * way / max(abs(way), 1e-9) * pens.bone / 2
    right = [a + share * way - width * across for share, width in PROFILE]
    left = [a + share * way + width * across for share, width in reversed(PROFILE)]
    return Polygon("bones", "bones", flat((*right, *left)), "bone", "bone_line", pens.fine)


def _between(start: Point, stop: Point, share: float) -> Point:
    return start[0] + share * (stop[0] - start[0]), start[1] + share * (stop[1] - start[1])


def joint_shapes(at: Mapping[str, Point], pens: Pens, highlight: str | None) -> list[Shape]:
    """Discs at hip, knee and ankle; the hip, which this program is about, in the accent."""
    shapes: list[Shape] = []
    for name, point in (("hip", "mid_hip"), ("knee", "knee_near"), ("ankle", "ankle_near")):
        marked = highlight == name
        shapes.append(
            Disc(
                f"joint.{name}",
                "bones",
                *at[point],
                pens.joint * (1.4 if marked else 1.0),
                fill="accent" if name == "hip" or marked else "joint",
                line="highlight" if marked else "joint_line",
                width=pens.line * 1.2,
            )
        )
    return shapes
