"""Finds places for labels: inside their column, off each other, and beside the figure if possible.

Nothing here is random and nothing depends on the frame before, so a label moves only as far as
what it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.picture import Label, Plate, Shape, Strokes

Box = tuple[float, float, float, float]
# A callout may stand this many line heights above or below what it names, half of it each way; a
# line height upward counts a little more than as much sideways, because level lines read best.
MOST_STEPS = 19
UPWARD_COST = 1.3
# The other side costs a callout as much as this many letter heights of distance.
OTHER_SIDE = 12.0


@dataclass(frozen=True)
class Wish:
    """A text that wants to stand near its anchor: at each offset in turn, until one is free."""

    name: str
    layer: str
    text: str
    anchor: tuple[float, float]
    offsets: tuple[tuple[float, float], ...]
    role: str = "text"
    weight: str = "semibold"


@dataclass
class Desk:
    """One column's free space while labels are being set; all lengths in mm."""

    bounds: Box
    size: float
    taken: list[Box] = field(default_factory=list)

    def line(self, text: str, weight: str) -> float:
        """The length of a text."""
        return width_em(text, weight) * self.size

    def free(self, box: Box) -> bool:
        """Whether a box is inside the column and touches no label set before."""
        left, bottom, right, top = box
        if (
            left < self.bounds[0]
            or bottom < self.bounds[1]
            or right > self.bounds[2]
            or top > self.bounds[3]
        ):
            return False
        return not any(
            left < r and right > lo and bottom < t and top > b for lo, b, r, t in self.taken
        )

    def set_near(self, wish: Wish) -> list[Shape]:
        """The label on a plate at the first free place, or nothing where there is none."""
        width = self.line(wish.text, wish.weight)
        pad = 0.4 * self.size
        half_w, half_h = width / 2 + pad, 0.62 * self.size
        for dx, dy in wish.offsets:
            x, y = wish.anchor[0] + dx, wish.anchor[1] + dy
            # Sideways room is worth a small step: a label half outside is pushed in.
            x = min(max(x, self.bounds[0] + half_w), self.bounds[2] - half_w)
            box = (x - half_w, y - half_h, x + half_w, y + half_h)
            if self.free(box):
                self.taken.append(box)
                return self._plated(wish, x, y, width, half_w, half_h)
        return []

    def _plated(
        self, wish: Wish, x: float, y: float, width: float, half_w: float, half_h: float
    ) -> list[Shape]:
        plate = Plate(
            wish.name,
            wish.layer,
            x - half_w,
            y - half_h,
            2 * half_w,
            2 * half_h,
            0.35 * self.size,
            fill="plate",
        )
        label = Label(
            wish.name,
            wish.layer,
            x,
            y,
            wish.text,
            wish.role,
            self.size,
            width,
            "center",
            wish.weight,
        )
        return [plate, label]


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


def set_callouts(desk: Desk, callouts: Sequence[Callout], figure: Bands, pen: float) -> list[Shape]:
    """Callouts on the nearer free side of the figure, each as high as its anchor where possible."""
    shapes: list[Shape] = []
    gap = 1.2 * desk.size
    step = 1.25 * desk.size
    for callout in sorted(callouts, key=lambda each: -each.anchor[1]):
        width = desk.line(callout.text, "semibold")
        place = _beside(desk, callout, width, figure, gap, step)
        if place is None:
            continue
        x, y, side = place
        half = 0.6 * desk.size
        left = x - width if side < 0 else x
        desk.taken.append((left, y - half, left + width, y + half))
        near = x - side * 0.3 * desk.size
        leader = (near, y, *callout.anchor)
        shapes.append(Strokes(callout.name, callout.layer, leader, callout.line, pen))
        shapes.append(
            Label(
                callout.name,
                callout.layer,
                x,
                y,
                callout.text,
                callout.role,
                desk.size,
                width,
                "right" if side < 0 else "left",
                "semibold",
            )
        )
    return shapes


def _beside(
    desk: Desk, callout: Callout, width: float, figure: Bands, gap: float, step: float
) -> tuple[float, float, int] | None:
    """The x of the text's near end, y and side (-1 left) of the closest free place."""
    ax, ay = callout.anchor
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
            if not desk.free((left, y - half, left + width, y + half)):
                continue
            distance = abs(edge - ax) + UPWARD_COST * abs(y - ay)
            if callout.side * side < 0:
                distance += OTHER_SIDE * desk.size
            if best is None or distance < best[0]:
                best = (distance, edge, y, side)
    return None if best is None else best[1:]
