"""What `assets/figure/figure.toml` holds, and that its points make a drawing.

A point is `[forward, up, bones]`, mm and a text; after it may stand "corner" and how many mm
farther forward it lies on a female body.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.reader import Reader
from hinge_tutor.shape import Disagreement, Number, Numbers, Table, read_shaped
from hinge_tutor.toml_lines import TomlPath

# The chain along which "spine" shares a point, and where each part holds it alone: at its middle.
SPINE = (
    "pelvis",
    "lower_lumbar",
    "middle_lumbar",
    "upper_lumbar",
    "lower_thorax",
    "upper_thorax",
)
JOINTS = (
    *SPINE,
    *("neck", "head", "thigh", "shank", "foot", "toes", "upper_arm", "forearm", "hand"),
)
# Bones of skin over a joint, which turn half as far as it does.
SKIN = ("hip", "knee", "ankle", "ball", "shoulder", "elbow", "wrist")
BY_HEIGHT, CORNER = "spine", "corner"
# Shapes of a hand besides the open one of the drawing.
HANDS = ("grip", "flat", "pinch")
_BONES = (*JOINTS, *SKIN)
# What the figure is made of; outlines and lines beside these are drawn as well.
_OUTLINES = (
    *("trunk", "head", "hair", "bun", "pupil", "ear", "arm", "thumb", "leg"),
    "buttock",
)
_HAND = ("thumb_edge", "finger_index", "finger_middle", "finger_ring")
_LINES = (
    *("eye", "eyelid", "brow", "nostril", "mouth", "jaw", *_HAND),
    *("ankle_bone", "buttock_fold", "kneecap"),
)
_MUSCLES = (
    *("glutes", "hamstrings", "adductor_magnus", "quadriceps", "hip_flexors", "calf", "shin"),
    *("rectus_abdominis", "back_extensors", "lats"),
)
# Of each two joints of the drawing the first stands higher, which is how bodies are fitted to it.
_HIGHER = (
    *((above, below) for below, above in pairwise((*SPINE, "neck", "head"))),
    *(("thigh", "shank"), ("shank", "foot"), ("foot", "toes")),
    *(("upper_arm", "forearm"), ("forearm", "hand")),
)
# Points nearer than this are one by mistake: no curve has a direction between them.
_APART_MM = 0.5
_FARTHEST_MM = 2500.0
_FORWARD_MM = 100.0
_ROUNDED = 1e-9


# Made once: a drawing has thousands of numbers.
_NUMBER = (int, float)


def point_problem(point: object) -> str:
    """What is wrong with a point, as the end of a sentence; empty where nothing is."""
    if not isinstance(point, list) or len(point) < 3:
        return 'write [forward, up, "bones"]'
    x, y, bones, *rest = point
    if not (_is_length(x, _FARTHEST_MM) and _is_length(y, _FARTHEST_MM)):
        return f"write its place as two numbers of mm in -{_FARTHEST_MM:g} … {_FARTHEST_MM:g}"
    for extra in rest:
        if extra != CORNER and not _is_length(extra, _FORWARD_MM):
            return f'after the bones stand "{CORNER}" or a number of mm up to {_FORWARD_MM:g}'
    if not isinstance(bones, str) or not bones.strip():
        return 'write its bones as a text, such as "thigh:.7 knee:.3"'
    return _bones_problem(bones)


def _is_length(value: object, most: float) -> bool:
    return isinstance(value, _NUMBER) and type(value) is not bool and abs(value) <= most


@cache
def _bones_problem(bones: str) -> str:
    if bones == BY_HEIGHT:
        return ""
    whole = 0.0
    for part in bones.split():
        name, colon, share = part.partition(":")
        if name not in _BONES:
            return f'"{name}" is no bone; allowed: {BY_HEIGHT}, {", ".join(_BONES)}'
        try:
            whole += float(share) if colon else 1.0
        except ValueError:
            return f'"{part}" has no share; write {name}:.5'
    return "" if abs(whole - 1.0) < _ROUNDED else f"its shares sum to {whole:g}; let them sum to 1"


@dataclass(frozen=True)
class Point:
    """One point."""

    def check(self, reader: Reader, key: str) -> None:
        if (problem := point_problem(reader.elements(key))) and reader.has(key):
            reader.problem(f"{key} is no point; {problem}", key)


@dataclass(frozen=True)
class Points:
    """A list of points, `least` or more."""

    least: int

    def check(self, reader: Reader, key: str) -> None:
        points = reader.elements(key)
        for place, point in enumerate(points):
            if problem := point_problem(point):
                reader.problem(f"{key}[{place}] is no point; {problem}", key, place)
        if 0 < len(points) < self.least or (not points and reader.has(key)):
            reader.problem(f"{key} has {len(points)} points; write at least {self.least}", key)


_PLACE = Numbers(-_FARTHEST_MM, _FARTHEST_MM, 2)
_OUTLINE, _LINE = Table({"points": Points(4)}), Table({"points": Points(2)})
_MUSCLE = Table(
    {
        "origin": Point(),
        "insertion": Point(),
        "back": Points(2),
        "front": Points(2),
        "swell": Number(0.0, 50.0),
    }
)
_SHAPE = Table(
    {
        "below": Number(-_FARTHEST_MM, _FARTHEST_MM),
        "fingers": Points(2),
        "thumb": Points(4),
        "lines": Table(dict.fromkeys(_HAND, _LINE)),
    }
)
_FIGURE = Table(
    {
        "joints": Table(dict.fromkeys(JOINTS, _PLACE)),
        "ends": Table(dict.fromkeys(("head", "toes", "hand"), _PLACE)),
        "female?": Table({f"{bone}?": Number(0.5, 1.5) for bone in _BONES}),
        "outlines": Table(dict.fromkeys(_OUTLINES, _OUTLINE), others=_OUTLINE),
        "lines": Table(dict.fromkeys(_LINES, _LINE), others=_LINE),
        "muscles": Table(dict.fromkeys(_MUSCLES, _MUSCLE)),
        **dict.fromkeys(HANDS, _SHAPE),
    }
)


def figure_table() -> dict[str, Any]:
    """`assets/figure/figure.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("figure", "figure.toml"), _FIGURE, _agree)


def _agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    yield from _joints_agree(data["joints"], data["ends"])
    for name, row in data["outlines"].items():
        yield from apart(row["points"], ("outlines", name, "points"), closed=True)
    shapes = [(data[hand]["lines"], (hand, "lines")) for hand in HANDS]
    for table, place in ((data["lines"], ("lines",)), *shapes):
        for name, row in table.items():
            yield from apart(row["points"], (*place, name, "points"), closed=False)
    for name, row in data["muscles"].items():
        yield from _rails_agree(row, ("muscles", name))
    yield from _cap_agrees(data["outlines"]["arm"]["points"])
    for hand in HANDS:
        yield from apart(data[hand]["thumb"], (hand, "thumb"), closed=True)
        yield from apart(data[hand]["fingers"], (hand, "fingers"), closed=False)
        yield from _arm_agrees(data["outlines"]["arm"]["points"], hand, data[hand]["below"])


def _joints_agree(
    joints: Mapping[str, Sequence[float]], ends: Mapping[str, Sequence[float]]
) -> Iterator[Disagreement]:
    for above, below in _HIGHER:
        if joints[above][1] - joints[below][1] < _APART_MM:
            yield ("joints", above), f"{above} is not above {below}; write a larger height"
    if joints["hand"][1] - ends["hand"][1] < _APART_MM:
        yield ("ends", "hand"), "the hand ends above its joint; write a smaller height"
    if joints["toes"][0] - joints["foot"][0] < _APART_MM:
        yield ("joints", "toes"), "toes is not ahead of foot; write a larger number first"


def apart(points: Sequence[Any], place: TomlPath, closed: bool) -> Iterator[Disagreement]:
    """Where two neighbors of a curve are one point."""
    after = (*points[1:], points[0]) if closed else points[1:]
    for number, (one, other) in enumerate(zip(points, after, strict=False)):
        if math.hypot(one[0] - other[0], one[1] - other[1]) < _APART_MM:
            yield (*place, number), "this point and the next one are the same; keep one of them"


def _rails_agree(row: Mapping[str, Any], place: TomlPath) -> Iterator[Disagreement]:
    back, front = row["back"], row["front"]
    if len(back) != len(front):
        problem = f"front has {len(front)} points and back {len(back)}; let them have as many"
        yield (*place, "front"), problem
        return
    for number, (one, other) in enumerate(zip(back, front, strict=True)):
        if math.hypot(one[0] - other[0], one[1] - other[1]) < _APART_MM:
            yield (*place, "front", number), "this point lies on the back rail; move it forward"
    for name in ("back", "front"):
        yield from apart(row[name], (*place, name), closed=False)
        for end, number in (("origin", 0), ("insertion", len(back) - 1)):
            point, rail = row[end], row[name][number]
            if math.hypot(point[0] - rail[0], point[1] - rail[1]) < _APART_MM:
                yield (*place, end), f"{end} lies on the {name} rail's end; move one of them"


def _arm_agrees(arm: Sequence[Any], hand: str, below: float) -> Iterator[Disagreement]:
    fingers = [number for number, point in enumerate(arm) if point[1] < below]
    if not fingers or fingers != list(range(fingers[0], fingers[-1] + 1)):
        problem = f"the arm's points below {below:g} are not one piece; move below or the points"
        yield (hand, "below"), problem


def _cap_agrees(arm: Sequence[Any]) -> Iterator[Disagreement]:
    place = ("outlines", "arm", "points")
    cap = [point[2] == "shoulder" for point in arm]
    if sum(cap[number - 1] and not cap[number] for number in range(len(cap))) != 1:
        yield place, 'points carried by "shoulder" alone are not one piece; they are the cap'
