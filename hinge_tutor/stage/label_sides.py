"""On which side of a figure each of its names stands, settled once for a whole repetition.

A name belongs where the way out of the figure is shorter from what it names at the deepest moment,
where figures are compared; so it does not go to and fro while the figure moves. The picture of a
moment still depends on nothing but that moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hinge_tutor.motion.take import Take
from hinge_tutor.stage.anatomy import LEG_MUSCLES, TRUNK_MUSCLES
from hinge_tutor.stage.callouts import bands
from hinge_tutor.stage.fitting import Fitting, Placed

# The way out is looked for at the height of a line of text, mm on the figure.
LINE_MM = 60.0
# Places that fold, by the word of each and the joint it stands at.
FOLDING = (("hip", "mid_hip"), ("knee", "knee_near"), ("ankle", "ankle_near"), ("spine", "l1l2"))

Point = tuple[float, float]


def label_sides(take: Take, fit: Fitting) -> Mapping[str, int]:
    """The side of each name of a figure, -1 left or 1 right."""
    # Once for each position of a slider, so one moment is all there is time for.
    placed = fit.place(take.at(take.turn_s))
    heights = placed.xy[1::2]
    reach = bands(placed.xy, min(heights), max(heights), LINE_MM)
    sides = {}
    for name, (x, y) in _named(placed):
        left, right = reach.reach(y - LINE_MM / 2, y + LINE_MM / 2)
        sides[f"label.{name}"] = -1 if x - left < right - x else 1
    return sides


def _named(placed: Placed) -> Iterator[tuple[str, Point]]:
    for name in (*LEG_MUSCLES, *TRUNK_MUSCLES):
        yield name, belly(placed, name)
    for name, joint in FOLDING:
        yield name, placed.joints[joint]


def belly(placed: Placed, name: str) -> Point:
    """The middle of a muscle: half-way between its rails, half-way along them."""
    points = placed.run(f"muscle.{name}")
    # On-curve points follow each other every third control: origin, rail, insertion, other rail.
    count = len(points) // 6
    half = (count - 2) // 4
    one, two = 6 * (1 + half), 6 * (count - 1 - half)
    return (points[one] + points[two]) / 2, (points[one + 1] + points[two + 1]) / 2
