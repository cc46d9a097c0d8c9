"""Names beside a figure, with leader lines to what they name that do not cross.

Nothing here is random and nothing depends on the frame before, so a name moves only as far as what
it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from hinge_tutor.stage.labels import Box, Desk, Line, cross
from hinge_tutor.stage.picture import Label, Shape, Strokes

# A callout may stand this many line heights above or below what it names, half of it each way; a
# line height upward counts a little more than as much sideways, because level lines read best.
MOST_STEPS = 19
UPWARD_COST = 1.3
# The other side costs a callout as much as this many letter heights of distance: more than half a
# figure, so that it is taken only where there is no room at all.
OTHER_SIDE = 40.0
# And so much where its leader would run through another text, or its text over another leader.
TANGLED = 15.0


@dataclass(frozen=True)
class Bands:
    """How far a figure reaches to both sides at each height, in mm."""

    bottom: float
    height: float
    left: tuple[float, ...]
    right: tuple[float, ...]

    def reach(self, low: float, high: float) -> tuple[float, float]:
        """The figure's leftmost and rightmost point between two heights."""
        first = max(0, int((low - self.bottom) / self.height))
        last = min(len(self.left) - 1, int((high - self.bottom) / self.height))
        if first > last:
            return float("inf"), float("-inf")
        return min(self.left[first : last + 1]), max(self.right[first : last + 1])


def bands(xy: Sequence[float], bottom: float, top: float, height: float) -> Bands:
    """The bands of a figure's points (flat x, y)."""
    points = np.asarray(xy)
    x, y = points[0::2], points[1::2]
    count = max(1, int((top - bottom) / height) + 1)
    place = np.clip(((y - bottom) / height).astype(np.intp), 0, count - 1)
    left, right = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(left, place, x)
    np.maximum.at(right, place, x)
    return Bands(bottom, height, tuple(left.tolist()), tuple(right.tolist()))


@dataclass(frozen=True)
class Callout:
    """A name that stands beside the figure with a leader line to what it names.

    `side` is the side it belongs on, -1 left or 1 right; it goes to the other only far from there.
    """

    name: str
    text: str
    anchor: tuple[float, float]
    role: str = "text"
    layer: str = "labels"
    line: str = "guide"
    side: int = 0


@dataclass(frozen=True)
class Place:
    """Where a callout's text ends at its leader, which side of the anchor it is on, its length."""

    callout: Callout
    x: float
    y: float
    side: int
    width: float

    def leader(self, size: float) -> Line:
        """The line from beside the text to what it names."""
        return (self.x - self.side * 0.3 * size, self.y, *self.callout.anchor)

    def box(self, size: float) -> Box:
        """What the text covers."""
        left = self.x - self.width if self.side < 0 else self.x
        return left, self.y - 0.6 * size, left + self.width, self.y + 0.6 * size


def set_callouts(desk: Desk, callouts: Sequence[Callout], figure: Bands, pen: float) -> list[Shape]:
    """Callouts on the nearer free side of the figure, each as high as its anchor where possible."""
    places: list[Place] = []
    for callout in sorted(callouts, key=lambda each: -each.anchor[1]):
        width = desk.line(callout.text, "semibold")
        found = _beside(desk, callout, width, figure)
        if found is not None:
            places.append(Place(callout, *found, width))
            desk.taken.append(places[-1].box(desk.size))
            desk.leaders.append(places[-1].leader(desk.size))
    before, lines = len(desk.taken) - len(places), len(desk.leaders) - len(places)
    places = _uncrossed(places, Desk(desk.bounds, desk.size, desk.taken[:before]))
    desk.taken[before:] = [place.box(desk.size) for place in places]
    desk.leaders[lines:] = [place.leader(desk.size) for place in places]
    return [shape for place in places for shape in _shapes(place, desk.size, pen)]


def _shapes(place: Place, size: float, pen: float) -> list[Shape]:
    callout = place.callout
    align = "right" if place.side < 0 else "left"
    return [
        Strokes(callout.name, callout.layer, place.leader(size), callout.line, pen),
        Label(
            callout.name,
            callout.layer,
            place.x,
            place.y,
            callout.text,
            callout.role,
            size,
            place.width,
            align,
            "semibold",
        ),
    ]


def _uncrossed(places: list[Place], desk: Desk) -> list[Place]:
    """The places with those of two callouts exchanged where their leaders cross and both fit."""
    for one, two in combinations(range(len(places)), 2):
        a, b = places[one], places[two]
        if a.side != b.side or not cross(a.leader(desk.size), b.leader(desk.size)):
            continue
        swapped = list(places)
        swapped[one] = replace(a, x=b.x, y=b.y)
        swapped[two] = replace(b, x=a.x, y=a.y)
        if cross(swapped[one].leader(desk.size), swapped[two].leader(desk.size)):
            continue
        others = [p.box(desk.size) for n, p in enumerate(swapped) if n not in (one, two)]
        trial = Desk(desk.bounds, desk.size, desk.taken + others)
        boxes = (swapped[one].box(desk.size), swapped[two].box(desk.size))
        if trial.free(boxes[0]) and Desk(trial.bounds, trial.size, [*trial.taken, boxes[0]]).free(
            boxes[1]
        ):
            places = swapped
    return places


def _beside(
    desk: Desk, callout: Callout, width: float, figure: Bands
) -> tuple[float, float, int] | None:
    """The x of the text's near end, y and side (-1 left) of the closest free place."""
    ax, ay = callout.anchor
    gap, step = 1.2 * desk.size, 1.25 * desk.size
    half = 0.6 * desk.size
    best: tuple[float, float, float, int] | None = None
    for number in range(MOST_STEPS):
        # 0, 1 up, 1 down, 2 up … from the anchor's own height, until nothing nearer can come.
        y = ay + step * ((number + 1) // 2) * (1 if number % 2 else -1)
        if best is not None and UPWARD_COST * abs(y - ay) > best[0]:
            break
        low, high = figure.reach(y - half, y + half)
        for side in (-1, 1):
            edge = min(low, ax) - gap if side < 0 else max(high, ax) + gap
            left = edge - width if side < 0 else edge
            box = (left, y - half, left + width, y + half)
            distance = abs(edge - ax) + UPWARD_COST * abs(y - ay)
            if callout.side * side < 0:
                distance += OTHER_SIDE * desk.size
            if (best is not None and distance >= best[0]) or not desk.free(box):
                continue
            if desk.tangled(box, (edge - side * 0.3 * desk.size, y, ax, ay)):
                distance += TANGLED * desk.size
            if best is None or distance < best[0]:
                best = (distance, edge, y, side)
    return None if best is None else best[1:]
