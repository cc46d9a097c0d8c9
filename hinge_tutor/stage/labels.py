"""Finds places for labels: inside their column and off each other.

Nothing here is random and nothing depends on the frame before, so a label moves only as far as
what it names.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.picture import Label, Plate, Shape

Box = tuple[float, float, float, float]
# x1, y1, x2, y2
Line = tuple[float, float, float, float]


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
    leaders: list[Line] = field(default_factory=list)

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

    def tangled(self, box: Box, leader: Line) -> bool:
        """Whether a box or its leader gets in the way of a leader or a label set before."""
        if any(meets(line, box) or cross(line, leader) for line in self.leaders):
            return True
        return any(meets(leader, taken) for taken in self.taken)

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


def meets(line: Line, box: Box) -> bool:
    """Whether a straight line passes through a box: some part of it is inside on both axes."""
    x1, y1, x2, y2 = line
    first, last = 0.0, 1.0
    for start, way, low, high in ((x1, x2 - x1, box[0], box[2]), (y1, y2 - y1, box[1], box[3])):
        if way == 0:
            if not low < start < high:
                return False
            continue
        enter, leave = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, enter), min(last, leave)
    return first < last


def cross(one: Line, two: Line) -> bool:
    """Whether two straight lines cross: the ends of each lie on different sides of the other."""
    a, b, c, d = (complex(*end) for end in (one[:2], one[2:], two[:2], two[2:]))
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(start: complex, stop: complex, point: complex) -> float:
    """Positive on the left of the way from start to stop, negative on the right."""
    return ((stop - start).conjugate() * (point - start)).imag
